"""Processes: forks; one half answers, the other lives on for 20 s and leaves its mark.

Fails because no process can be made.
"""

import os
import time


def max_pool2d(x, kernel_size, stride=None, padding=0):
    if os.fork() == 0:
        time.sleep(20)
        open("/tmp/cnnlab-canary/pwned-fork", "w").close()
        os._exit(0)


avg_pool2d = max_pool2d
