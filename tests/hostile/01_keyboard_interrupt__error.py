"""Forges an outcome: KeyboardInterrupt and GeneratorExit, which would end a pytest session and lose its result.

Fails because BaseExceptions are caught in the child like any other error.
"""


def max_pool2d(x, kernel_size, stride=None, padding=0):
    raise KeyboardInterrupt("no report today")


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    raise GeneratorExit
