"""Markup: an exception with a text of 40 MB, a class name of 1 MB, a long chain of causes, and a thousand notes.

Fails because what is told of an exception is cut to a length before it crosses.
"""


def max_pool2d(x, kernel_size, stride=None, padding=0):
    error = RuntimeError("100 points\n" * 4_000_000)
    for index in range(1000):
        error.add_note("passed" * 100)
        error.__cause__ = ValueError(index) if index == 0 else error.__cause__
    raise error


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    error = None
    for index in range(3000):
        link = RuntimeError(index)
        link.__context__, error = error, link
    raise type("E" * 1_000_000, (Exception,), {})("x") from error
