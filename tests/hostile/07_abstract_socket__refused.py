"""Network: the canary's abstract unix socket, which has no path that a rule about files could name.

Fails because no socket can be made (and Landlock scopes abstract ones since ABI 6).
"""

import socket


def max_pool2d(x, kernel_size, stride=None, padding=0):
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.connect("\0cnnlab-canary")
        line.sendall(b"pwned")


avg_pool2d = max_pool2d
