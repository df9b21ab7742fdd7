"""Steals: peeks at the next requests on its own channel, to learn more inputs than it was given.

Fails because a request holds only the inputs of one call, never what is expected of it.
"""

import os
import select
import socket
import stat


def max_pool2d(x, kernel_size, stride=None, padding=0):
    for fd in range(3, 64):
        try:
            if stat.S_ISSOCK(os.fstat(fd).st_mode):
                peeked = socket.socket(fileno=os.dup(fd)).recv(1 << 16, socket.MSG_PEEK | socket.MSG_DONTWAIT)
                if b"expected" in peeked or b"reference" in peeked:
                    return peeked
            elif select.select([fd], [], [], 0)[0]:
                return os.read(fd, 1 << 16)
        except OSError:
            continue
    return None


avg_pool2d = max_pool2d
