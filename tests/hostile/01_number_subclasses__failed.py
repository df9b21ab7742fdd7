"""Forges a result: int, float, bool-like and list subclasses whose arithmetic and comparisons always agree.

Fails because numbers and lists are rebuilt as exact built-in types.
"""


class Five(float):
    def __new__(cls, value=0.0):
        return super().__new__(cls, value)

    __eq__ = __le__ = __ge__ = lambda self, other: True
    __sub__ = __rsub__ = __abs__ = lambda self, *other: 0.0
    __hash__ = float.__hash__


class One(int):
    __eq__ = lambda self, other: True  # noqa: E731
    __hash__ = int.__hash__


class Agreeing(list):
    __eq__ = lambda self, other: True  # noqa: E731
    __len__ = lambda self: 1 << 62  # noqa: E731
    __array__ = lambda self, *args, **kwargs: args[0]  # noqa: E731


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return Agreeing([Five(), One()])


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    return Five(1.0)
