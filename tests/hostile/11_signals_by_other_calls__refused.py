"""Signals: tgkill, rt_sigqueueinfo, pidfd_send_signal and F_SETOWN to reach the parent, signal 0 or an ignored one.

Fails because all of them are denied.
"""

import ctypes
import os
import platform

libc = ctypes.CDLL(None, use_errno=True)
TGKILL, QUEUE = {"x86_64": (234, 129), "aarch64": (131, 138)}[platform.machine()]


def max_pool2d(x, kernel_size, stride=None, padding=0):
    parent, info = os.getppid(), ctypes.create_string_buffer(128)
    done = [libc.syscall(TGKILL, parent, parent, 0), libc.syscall(QUEUE, parent, 0, info)]
    handle = libc.syscall(434, parent, 0)
    done.append(libc.syscall(424, handle, 0, None, 0))
    if max(done) >= 0:
        return done
    raise PermissionError("no signal got through")


avg_pool2d = max_pool2d
