"""Writes outside: makes a folder, a named pipe, a socket and a device node in the canary's folder.

Fails because making each kind is a right that only its own folder has, and devices nowhere.
"""

import os
import stat


def max_pool2d(x, kernel_size, stride=None, padding=0):
    os.mkdir("/tmp/cnnlab-canary/pwned-folder")


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    kinds = {"fifo": stat.S_IFIFO, "socket": stat.S_IFSOCK, "null": stat.S_IFCHR}
    denied = None
    for name, kind in kinds.items():
        try:
            os.mknod(f"/tmp/cnnlab-canary/pwned-{name}", kind | 0o600, os.makedev(1, 3))
        except OSError as error:
            denied = error
    raise denied or RuntimeError("made them all")
