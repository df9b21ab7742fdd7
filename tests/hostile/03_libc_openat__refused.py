"""Steals: opens the reference with libc's openat and raw read, past Python's audit events.

Fails because the kernel denies it, not Python.
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
_fd = libc.openat(-100, b"/work/main/solutions/assignment3/reference/pooling.py", os.O_RDONLY)
if _fd < 0:
    raise OSError(ctypes.get_errno(), "openat")
_buffer = ctypes.create_string_buffer(1 << 20)
libc.read(_fd, _buffer, len(_buffer))
exec(_buffer.value)
