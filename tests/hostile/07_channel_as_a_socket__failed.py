"""Network: takes its own channel for a socket, dissolves its connection and sends to the canary through it.

Fails because the channel is no socket, or connect and sendto are denied on it.
"""

import os
import socket


def max_pool2d(x, kernel_size, stride=None, padding=0):
    for fd in range(64):
        for name in ("\0cnnlab-canary", "/tmp/cnnlab-canary/sock"):
            try:
                line = socket.socket(socket.AF_UNIX, fileno=os.dup(fd))
                line.sendto(b"pwned", socket.MSG_DONTWAIT, name)
                line.connect(name)
                line.send(b"pwned")
            except OSError:
                continue
    return 0


avg_pool2d = max_pool2d
