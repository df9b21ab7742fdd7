"""Network: a pair of sockets, to pass descriptors of its own and to reconnect an end to elsewhere.

Fails because sockets are denied, pairs too.
"""

import socket


def max_pool2d(x, kernel_size, stride=None, padding=0):
    left, right = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    socket.send_fds(left, [b"fds"], [0, 1, 2])
    left.connect("\0cnnlab-canary")
    left.send(b"pwned")
    return socket.recv_fds(right, 16, 8)[1]


avg_pool2d = max_pool2d
