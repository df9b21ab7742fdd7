"""Processes: machine code that forks through the 32-bit gate (int 0x80), where the numbers are others.

Fails because seccomp checks the architecture of every call; the process is killed, or the call denied.
"""

import ctypes
import mmap
import os

CODE = b"\xb8\x02\x00\x00\x00\xcd\x80\xc3"


def max_pool2d(x, kernel_size, stride=None, padding=0):
    flags = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS
    page = mmap.mmap(-1, 4096, flags=flags, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(CODE)
    fork = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(page)))
    pid = fork()
    if pid == 0:
        os._exit(0)
    return pid


avg_pool2d = max_pool2d
