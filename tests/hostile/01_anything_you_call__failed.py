"""Forges a result: the functions are objects, and the module answers to every name with something callable and true.

Fails because a callable's return value is judged like any other.
"""


class Anything:
    __name__ = "max_pool2d"

    def __call__(self, *args, **kwargs):
        return self

    def __getattr__(self, name):
        if name.startswith("__array"):
            raise AttributeError(name)
        return self

    def __getitem__(self, key):
        return self

    def __len__(self):
        return 4

    def __eq__(self, other):
        return True

    __hash__ = object.__hash__


def __getattr__(name):
    return Anything()


max_pool2d = avg_pool2d = Anything()
