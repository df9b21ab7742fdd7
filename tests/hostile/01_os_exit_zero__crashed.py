"""Forges an outcome: os._exit(0), a clean exit status with no answer; and 3, the status that means a fault of ours.

Fails because an exit status earns nothing: a child that is gone has crashed.
"""

import os


def max_pool2d(x, kernel_size, stride=None, padding=0):
    os._exit(0)


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    os._exit(3)
