"""Disk: a thread that writes 195 MB while the grader is not waiting for this child but comparing its last answer.

Fails because the answer is wrong; what lies on the disk must be seen at the next call or be gone with the child.
"""

import os
import threading
import time


def _write():
    time.sleep(0.002)
    for index in range(13):
        fd = os.open(f"later{index}", os.O_CREAT | os.O_WRONLY)
        for _ in range(15):
            os.write(fd, bytes(1_000_000))
        os.close(fd)


def max_pool2d(x, kernel_size, stride=None, padding=0):
    threading.Thread(target=_write, daemon=True).start()
    return 0


avg_pool2d = max_pool2d
