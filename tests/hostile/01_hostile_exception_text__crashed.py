"""Forges an outcome: exceptions whose __str__ and __repr__ exit, raise, recurse or return no text at all.

Fails because formatting a student's exception is student code too, and is run and guarded in the child.
"""


class Unspeakable(Exception):
    def __init__(self, way):
        self.way = way

    def __str__(self):
        if self.way == 0:
            raise SystemExit(0)
        if self.way == 1:
            raise self
        return 7 if self.way == 2 else str(self)

    __repr__ = __str__

    @property
    def __traceback__(self):
        raise KeyboardInterrupt


COUNT = [0]


def max_pool2d(x, kernel_size, stride=None, padding=0):
    COUNT[0] += 1
    raise Unspeakable(COUNT[0] % 4)


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    raise ExceptionGroup("g", [Unspeakable(0), Unspeakable(2)]) from Unspeakable(1)
