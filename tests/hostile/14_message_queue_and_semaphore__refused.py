"""Leaves something: a POSIX message queue and a named semaphore, which live in the kernel.

Fails because mq_open is denied, and a semaphore is a file in /dev/shm.
"""

import ctypes
import os
import platform

libc = ctypes.CDLL(None, use_errno=True)
MQ_OPEN = {"x86_64": 240, "aarch64": 180}[platform.machine()]


def max_pool2d(x, kernel_size, stride=None, padding=0):
    if libc.syscall(MQ_OPEN, b"pwned-cnnlab", os.O_CREAT | os.O_RDWR, 0o600, None) < 0:
        raise OSError(ctypes.get_errno(), "mq_open")


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    libc.sem_open.restype = ctypes.c_void_p
    if not libc.sem_open(b"/pwned-cnnlab", os.O_CREAT, 0o600, 1):
        raise OSError(ctypes.get_errno(), "sem_open")
