"""Disk: five thousand empty files and links with long names, which take inodes and no bytes.

Fails because the answer is wrong, and the folder goes with the child.
"""

import os


def max_pool2d(x, kernel_size, stride=None, padding=0):
    for index in range(5000):
        try:
            os.close(os.open(f"{index:06}" + "x" * 200, os.O_CREAT | os.O_EXCL))
            os.symlink("/" + "y" * 200, f"link{index}")
        except OSError:
            break
    return 0


avg_pool2d = max_pool2d
