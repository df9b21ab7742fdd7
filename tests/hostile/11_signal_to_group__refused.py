"""Signals: sends its whole group, and every process there is, a signal that is ignored by default.

Fails because groups and everybody are others too.
"""

import os
import signal


def max_pool2d(x, kernel_size, stride=None, padding=0):
    os.killpg(os.getpgid(os.getppid()), signal.SIGURG)


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    os.kill(-1, 0)
