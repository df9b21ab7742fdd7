"""Memory: a private mapping that grows downwards, which the kernel counts as stack and not as data; 4 GB at most.

Fails because such mappings are denied (else the parent must see the resident size).
"""

import mmap

MAP_GROWSDOWN = 0x100


def max_pool2d(x, kernel_size, stride=None, padding=0):
    fat = mmap.mmap(-1, 1 << 32, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | MAP_GROWSDOWN)
    for offset in range(0, 1 << 32, 4096):
        fat[offset] = 1
    return 0


avg_pool2d = max_pool2d
