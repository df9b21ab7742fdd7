"""Memory: raises MemoryError by hand, in the hope that what looks like the machine's trouble is not the student's.

Fails because running out of memory costs the check as well.
"""

import errno


def max_pool2d(x, kernel_size, stride=None, padding=0):
    raise MemoryError("the grader has too little memory")


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    raise MemoryError(errno.ENOMEM, "fault")
