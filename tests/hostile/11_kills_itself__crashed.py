"""Signals: sends itself SIGKILL, which looks like the kernel's killer of memory eaters.

Fails because it is gone without an answer, and that costs the check.
"""

import os
import signal


def max_pool2d(x, kernel_size, stride=None, padding=0):
    os.kill(os.getpid(), signal.SIGKILL)


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    signal.raise_signal(signal.SIGKILL)
