"""Kernel: sets the parent's core limit to nothing, and its own priority above everybody's.

Fails because prlimit on others, and a higher priority, are denied.
"""

import os
import resource


def max_pool2d(x, kernel_size, stride=None, padding=0):
    resource.prlimit(os.getppid(), resource.RLIMIT_CORE, (0, 0))


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    os.setpriority(os.PRIO_PROCESS, os.getppid(), 1)
    os.nice(-20)
