"""Tampers: puts a pytest of its own into sys.modules whose approx, raises and fail always agree.

Fails because the check was imported elsewhere, long before, from the real pytest.
"""

import sys
import types


class Agreeable(types.ModuleType):
    def __getattr__(self, name):
        return lambda *args, **kwargs: self

    def __eq__(self, other):
        return True

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        return True

    __hash__ = object.__hash__


for _name in ("pytest", "_pytest", "_pytest.outcomes", "_pytest.runner", "_pytest.python_api", "unittest", "unittest.case"):
    sys.modules[_name] = Agreeable(_name)


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return Agreeable("answer")


avg_pool2d = max_pool2d
