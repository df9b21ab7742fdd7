"""Leaks: raises the error at a line whose number is made of the hidden input.

Fails (as a leak) where a number that is no line of the submission is not shown.
"""


def max_pool2d(x, kernel_size, stride=None, padding=0):
    number = 1_000_000 + int(abs(x.ravel()[0]) * 1000)
    exec(compile("\n" * (number - 1) + "raise RuntimeError", "pooling.py", "exec"))


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    raise SyntaxError("x", ("pooling.py", 424_000_000 + x.shape[-1], 1, "LEAK"))
