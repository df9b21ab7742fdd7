"""Time: raises TimeoutError and a forged deadline by hand, as if the machine had been too slow.

Fails because it is an exception of the student's; only the clock says `timeout`.
"""

import concurrent.futures


def max_pool2d(x, kernel_size, stride=None, padding=0):
    raise TimeoutError("the grader's machine is overloaded; please grade again")


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    raise concurrent.futures.BrokenExecutor("a worker of the grader died")
