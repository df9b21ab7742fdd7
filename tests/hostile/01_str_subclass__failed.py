"""Forges a result: a str subclass that equals everything and reads 'passed', and a dict keyed with it.

Fails because a str is rebuilt from its characters alone, and 'passed' is a wrong answer like any other.
"""


class Word(str):
    def __eq__(self, other):
        return True

    def __hash__(self):
        return hash("outcome")

    def encode(self, *args, **kwargs):
        return b"passed"

    __str__ = __repr__ = lambda self: "passed"


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return Word("passed")


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    return {Word("kind"): Word("passed"), Word("outcome"): Word("passed")}
