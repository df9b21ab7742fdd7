"""Leaks: raises a ValueError with the input, which checks of wrong arguments may be waiting for.

Fails because no wrong argument is named; the text of the refusal is judged and not shown.
"""


def max_pool2d(x, kernel_size, stride=None, padding=0):
    raise ValueError(f"LEAK {x.tolist()!r}")


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    error = ValueError("LEAK")
    error.add_note(repr(x.tolist()))
    raise error from RuntimeError(x.tolist())
