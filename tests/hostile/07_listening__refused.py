"""Network: listens on a port and on an abstract name, for the next student to fetch answers from.

Fails because no socket can be made or bound.
"""

import socket


def max_pool2d(x, kernel_size, stride=None, padding=0):
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(1)
    server.accept()


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    server = socket.socket(socket.AF_UNIX)
    server.bind("\0pwned-cnnlab")
    server.listen()
