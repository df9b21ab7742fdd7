"""Leaks: returns the input itself, so that a message that compares 'yours' with 'expected' would show both.

Fails because what it returns is wrong; hidden checks must show neither.
"""


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return x.copy()


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    return {"LEAK": x.tolist(), "kernel_size": kernel_size, "stride": stride, "padding": padding}
