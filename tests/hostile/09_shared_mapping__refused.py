"""Memory: a shared anonymous mapping of 4 GB, which RLIMIT_DATA does not count; a page touched in each 4 KB.

Fails because shared mappings are denied (else RLIMIT_AS, a cgroup or the parent must count them).
"""

import mmap


def max_pool2d(x, kernel_size, stride=None, padding=0):
    fat = mmap.mmap(-1, 1 << 32, flags=mmap.MAP_SHARED | mmap.MAP_ANONYMOUS)
    for offset in range(0, 1 << 32, 4096):
        fat[offset] = 1
    return 0


avg_pool2d = max_pool2d
