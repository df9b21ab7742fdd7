"""Breaks the child: an alarm that goes off in the child's loop, after the call, and raises there what looks like a fault.

Fails because an exception in the loop ends the child; it is the next call that has no answer.
"""

import signal
import time


class Fault(BaseException):
    pass


def _raise(number, frame):
    raise Fault("fault")


signal.signal(signal.SIGALRM, _raise)


def max_pool2d(x, kernel_size, stride=None, padding=0):
    signal.setitimer(signal.ITIMER_REAL, 0.0005, 0.0005)
    end = time.monotonic() + 60
    while time.monotonic() < end:
        pass


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    raise RuntimeError
