"""Signals: stops itself (SIGSTOP), so that it uses no time and answers to no mild signal.

Fails because the parent's clock goes on, and SIGKILL reaches the stopped too.
"""

import signal


def max_pool2d(x, kernel_size, stride=None, padding=0):
    signal.raise_signal(signal.SIGSTOP)


avg_pool2d = max_pool2d
