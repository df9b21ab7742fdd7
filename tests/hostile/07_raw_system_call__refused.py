"""Network: socket, connect and sendto as system calls of libc, TCP fast open and multipath TCP among them.

Fails because seccomp sees the call, not the library; no family and no protocol is let through.
"""

import ctypes
import socket
import struct

libc = ctypes.CDLL(None, use_errno=True)
ADDRESS = struct.pack("<H", socket.AF_INET) + struct.pack(">H", 47611) + socket.inet_aton("127.0.0.1") + bytes(8)


def _check(value):
    if value < 0:
        raise OSError(ctypes.get_errno(), "socket")
    return value


def max_pool2d(x, kernel_size, stride=None, padding=0):
    line = _check(libc.socket(socket.AF_INET, socket.SOCK_STREAM, 262))
    _check(libc.connect(line, ADDRESS, len(ADDRESS)))
    libc.write(line, b"pwned", 5)


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    line = _check(libc.socket(socket.AF_INET, socket.SOCK_STREAM, 0))
    _check(libc.sendto(line, b"pwned", 5, 0x20000000, ADDRESS, len(ADDRESS)))
