"""Writes outside: draws on the teacher's terminal, and types a space into it with TIOCSTI.

Fails because no terminal can be opened, and the child's session has none.
"""

import fcntl
import os
import termios


def max_pool2d(x, kernel_size, stride=None, padding=0):
    with open("/dev/tty", "w") as terminal:
        terminal.write("\rassignment3  100.0 / 100\n")
        fcntl.ioctl(terminal, termios.TIOCSTI, b" ")


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    for path in [f"/dev/pts/{number}" for number in range(10)] + ["/dev/console"]:
        if os.path.exists(path):
            os.close(os.open(path, os.O_WRONLY | os.O_NOCTTY))
