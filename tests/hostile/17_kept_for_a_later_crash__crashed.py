"""Leaks: keeps hidden inputs in the process and in its folder, and tells them when it is loaded again after a crash.

Fails (as a leak) because a fresh child finds neither.
"""

import os
import pathlib

for _path in (*pathlib.Path.cwd().glob("*.txt"), *pathlib.Path.cwd().parent.glob("*/*.txt")):
    raise RuntimeError("LEAK " + _path.read_text()[:200])


def max_pool2d(x, kernel_size, stride=None, padding=0):
    pathlib.Path("seen.txt").write_text(f"{x.tolist()} {kernel_size}")
    os._exit(4)


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    raise RuntimeError
