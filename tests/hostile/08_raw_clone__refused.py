"""Processes: clone, clone3, fork and vfork as bare system calls.

Fails because seccomp looks at clone's flags (threads pass, processes do not) and denies the rest.
"""

import ctypes
import os
import platform
import signal

libc = ctypes.CDLL(None, use_errno=True)
NUMBERS = {"x86_64": {"clone": 56, "fork": 57}, "aarch64": {"clone": 220}}[platform.machine()]


def _try(number, *arguments):
    pid = libc.syscall(number, *arguments)
    if pid == 0:
        os._exit(0)
    return pid


def max_pool2d(x, kernel_size, stride=None, padding=0):
    made = [_try(NUMBERS["clone"], signal.SIGCHLD, 0, 0, 0, 0)]
    made += [_try(NUMBERS["clone"], 0x8000 | signal.SIGCHLD, 0, 0, 0, 0)]
    arguments = (ctypes.c_uint64 * 8)(0, 0, 0, 0, signal.SIGCHLD)
    made += [_try(435, ctypes.byref(arguments), ctypes.sizeof(arguments))]
    made += [_try(NUMBERS["fork"])] if "fork" in NUMBERS else []
    if max(made) > 0:
        return made
    raise PermissionError("no process was made")


avg_pool2d = max_pool2d
