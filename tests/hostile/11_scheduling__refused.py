"""Kernel: real-time scheduling for itself, and the parent pinned to where it is already.

Fails because both are denied.
"""

import os


def max_pool2d(x, kernel_size, stride=None, padding=0):
    os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    parent = os.getppid()
    os.sched_setaffinity(parent, os.sched_getaffinity(parent))
