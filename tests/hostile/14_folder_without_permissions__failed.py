"""Leaves something: empty folders that nobody may open (by umask), which an unprivileged owner cannot simply remove.

Fails because whoever clears up gives itself the permission first.
"""

import os


def max_pool2d(x, kernel_size, stride=None, padding=0):
    os.umask(0o777)
    for name in ("a", "b"):
        try:
            os.mkdir(name)
        except OSError:
            continue
    return 0


avg_pool2d = max_pool2d
