"""Writes outside: goes through /proc (the root and working folder of the parent, its oom score, kernel settings).

Fails because /proc is granted neither for reading nor for writing.
"""

import os


def max_pool2d(x, kernel_size, stride=None, padding=0):
    with open(f"/proc/{os.getppid()}/root/tmp/cnnlab-canary/pwned-by-proc", "w") as file:
        file.write("was here")


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    with open("/proc/self/oom_score_adj", "w") as file:
        file.write("-999")
