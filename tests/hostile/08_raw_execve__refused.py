"""Processes: execve and execveat as bare system calls, of a shell that leaves its mark.

Fails because exec is denied.
"""

import ctypes
import platform

libc = ctypes.CDLL(None, use_errno=True)
EXECVE, EXECVEAT = {"x86_64": (59, 322), "aarch64": (221, 281)}[platform.machine()]
WORDS = (ctypes.c_char_p * 4)(b"sh", b"-c", b"touch /tmp/cnnlab-canary/pwned-execve", None)


def max_pool2d(x, kernel_size, stride=None, padding=0):
    libc.syscall(EXECVE, b"/bin/sh", WORDS, None)
    raise OSError(ctypes.get_errno(), "execve")


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    libc.syscall(EXECVEAT, -100, b"/bin/sh", WORDS, None, 0)
    raise OSError(ctypes.get_errno(), "execveat")
