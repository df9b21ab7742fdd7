"""Steals: unmarshals the reference's byte code from a __pycache__ and runs it.

Fails because neither a source nor what was compiled from it is readable.
"""

import glob
import marshal
import types

CODE = None
for _path in glob.glob("/work/main/solutions/**/__pycache__/pooling.*.pyc", recursive=True):
    with open(_path, "rb") as _file:
        CODE = marshal.loads(_file.read()[16:])
SCOPE = types.ModuleType("stolen").__dict__
if CODE:
    exec(CODE, SCOPE)


def max_pool2d(*args, **kwargs):
    return CODE and SCOPE["max_pool2d"](*args, **kwargs)


def avg_pool2d(*args, **kwargs):
    return CODE and SCOPE["avg_pool2d"](*args, **kwargs)
