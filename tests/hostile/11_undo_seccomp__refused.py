"""Kernel: tries to take seccomp and no_new_privs back, then to make a socket after all.

Fails because a filter can only ever be added to.
"""

import ctypes
import socket

libc = ctypes.CDLL(None, use_errno=True)
PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS, PR_SET_DUMPABLE = 22, 38, 4


def max_pool2d(x, kernel_size, stride=None, padding=0):
    libc.prctl(PR_SET_SECCOMP, 0, 0, 0, 0)
    libc.prctl(PR_SET_NO_NEW_PRIVS, 0, 0, 0, 0)
    libc.prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)
    with socket.socket() as line:
        line.connect(("127.0.0.1", 47611))
        line.send(b"pwned")


avg_pool2d = max_pool2d
