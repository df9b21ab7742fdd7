"""Signals: sends the parent signals that it ignores (and 0, which asks whether it may).

Fails because signals to others are denied, harmless ones too.
"""

import os
import signal


def max_pool2d(x, kernel_size, stride=None, padding=0):
    os.kill(os.getppid(), 0)


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    os.kill(os.getppid(), signal.SIGWINCH)
