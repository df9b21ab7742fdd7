"""Signals: dies of SIGXFSZ (a file too large), SIGPIPE or SIGSYS, as the sandbox's own limits would have it.

Fails because a child that is gone has crashed, whatever ended it.
"""

import signal

signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
signal.signal(signal.SIGPIPE, signal.SIG_DFL)


def max_pool2d(x, kernel_size, stride=None, padding=0):
    with open("big", "wb", buffering=0) as file:
        while file.tell() < 200_000_000:
            file.write(bytes(1_000_000))
    return 0


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    signal.raise_signal(signal.SIGSYS)
