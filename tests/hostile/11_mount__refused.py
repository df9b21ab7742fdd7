"""Kernel: binds the canary's folder onto its own with mount and with the newer open_tree; chroots and pivots.

Fails because all of it is denied.
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def max_pool2d(x, kernel_size, stride=None, padding=0):
    os.makedirs("here", exist_ok=True)
    tree = libc.syscall(428, -100, b"/tmp/cnnlab-canary", 1)
    if tree < 0:
        raise OSError(ctypes.get_errno(), "open_tree")
    with open(os.open("secret.txt", os.O_RDONLY, dir_fd=tree)) as file:
        raise RuntimeError(file.read())


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    os.makedirs("here", exist_ok=True)
    os.chroot("here")
    os.chroot("../../../../../..")
