"""Memory: 3 GB of a mapping that is not counted as data, while a thread prints so that the parent is kept busy reading.

Fails because such mappings are denied; and watching must not wait until nothing is being read.
"""

import mmap
import os
import threading
import time

END = time.monotonic() + 30


def _chatter():
    while time.monotonic() < END:
        os.write(1, b"." * 512)
        time.sleep(0.01)


def max_pool2d(x, kernel_size, stride=None, padding=0):
    threading.Thread(target=_chatter, daemon=True).start()
    size = 3 << 30
    fat = mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | 0x100)
    for offset in range(0, size, 4096):
        fat[offset] = 1
    time.sleep(0.5)
    return 0


avg_pool2d = max_pool2d
