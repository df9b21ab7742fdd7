"""Breaks the channel: puts a pipe of its own in the channel's place and shuts the real one for writing.

Fails because a child can make no pipe and no socket; and end of file on the channel is a crash.
"""

import os
import socket
import stat


def max_pool2d(x, kernel_size, stride=None, padding=0):
    _, end = os.pipe()
    for fd in range(3, 64):
        try:
            mode = os.fstat(fd).st_mode
            if stat.S_ISSOCK(mode):
                socket.socket(fileno=os.dup(fd)).shutdown(socket.SHUT_RDWR)
            if fd != end and (stat.S_ISSOCK(mode) or stat.S_ISFIFO(mode)):
                os.dup2(end, fd)
        except OSError:
            continue
    return 0


avg_pool2d = max_pool2d
