"""Breaks the channel: asks questions on stdin (input, breakpoint, getpass) and waits for somebody to answer.

Fails because stdin is empty and at its end.
"""

import getpass


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return input("expected value? ")


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    return getpass.fallback_getpass("password: ")
