"""Disk: folders nested a thousand deep, without leave to enter, to trip whoever clears up afterwards.

Fails because the answer is wrong, and clearing up must not depend on short paths or kind permissions.
"""

import os


def max_pool2d(x, kernel_size, stride=None, padding=0):
    home = os.getcwd()
    try:
        for _ in range(1000):
            os.mkdir("d" * 100)
            os.chdir("d" * 100)
        open("at the bottom", "w").close()
        os.chmod(".", 0)
    except OSError:
        pass
    os.chdir(home)
    return 0


avg_pool2d = max_pool2d
