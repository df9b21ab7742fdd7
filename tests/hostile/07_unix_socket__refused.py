"""Network: the canary's unix socket, by its path.

Fails because no socket can be made.
"""

import socket


def max_pool2d(x, kernel_size, stride=None, padding=0):
    with socket.socket(socket.AF_UNIX) as line:
        line.connect("/tmp/cnnlab-canary/sock")
        line.sendall(b"pwned")


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.bind("/tmp/cnnlab-canary/pwned-sock")
