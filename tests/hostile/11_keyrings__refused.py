"""Kernel: leaves a key in the session's keyring, which later processes of the same user can read.

Fails because add_key and keyctl are denied.
"""

import ctypes
import platform

libc = ctypes.CDLL(None, use_errno=True)
ADD_KEY, KEYCTL = {"x86_64": (248, 250), "aarch64": (217, 219)}[platform.machine()]


def max_pool2d(x, kernel_size, stride=None, padding=0):
    key = libc.syscall(ADD_KEY, b"user", b"pwned-cnnlab", b"answers", 7, -2)
    if key < 0:
        raise OSError(ctypes.get_errno(), "add_key")
    return key


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    if libc.syscall(KEYCTL, 0, -3, 1) < 0:
        raise OSError(ctypes.get_errno(), "keyctl")
    return 0
