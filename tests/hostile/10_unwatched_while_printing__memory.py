"""Disk: 195 MB in thirteen files, while a thread prints so that the parent is kept busy reading.

Fails because watching must not wait until nothing is being read.
"""

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
    for index in range(13):
        fd = os.open(f"part{index}", os.O_CREAT | os.O_WRONLY)
        for _ in range(15):
            os.write(fd, bytes(1_000_000))
        os.close(fd)
    time.sleep(0.5)
    return 0


avg_pool2d = max_pool2d
