"""Network: one datagram to the canary's UDP port, which Landlock's TCP rules do not see.

Fails because no socket can be made.
"""

import socket


def max_pool2d(x, kernel_size, stride=None, padding=0):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        line.sendto(b"pwned", ("127.0.0.1", 47612))


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    with socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as line:
        line.sendto(b"pwned", ("::ffff:127.0.0.1", 47612))
