"""Forges an outcome: raises for every call the ValueError that checks of wrong arguments wait for, naming all there is.

Fails because a check of wrong arguments asks for right answers as well.
"""


def max_pool2d(x, kernel_size, stride=None, padding=0):
    raise ValueError("x kernel_size stride padding")


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    raise UnicodeDecodeError("kernel_size", b"stride", 0, 1, "padding of x")
