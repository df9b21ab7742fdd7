"""Signals: sends itself SIGKILL, which looks like the kernel's killer of memory eaters.

Fails because being killed is taken for too much memory, and costs the check like any end without an answer.
"""

import signal


def max_pool2d(x, kernel_size, stride=None, padding=0):
    signal.raise_signal(signal.SIGKILL)


avg_pool2d = max_pool2d
