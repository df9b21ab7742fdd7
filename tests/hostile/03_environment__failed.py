"""Steals: looks in os.environ and /proc/self/environ (the grader's, if it was inherited) for the way to the course.

Fails because the environment is cleared before the child exists and /proc is not granted.
"""

import os


def _values():
    values = [value for value in os.environ.values()]
    try:
        with open("/proc/self/environ", "rb") as file:
            values += [entry.partition(b"=")[2].decode("utf-8", "replace") for entry in file.read().split(b"\0")]
    except OSError:
        pass
    return {part for value in values for part in value.split(":") if part.startswith("/")}


SCOPE = {}
for _folder in _values():
    while _folder != "/":
        _path = _folder + "/solutions/assignment3/reference/pooling.py"
        if os.path.isfile(_path) and os.access(_path, os.R_OK):
            exec(open(_path).read(), SCOPE)
        _folder = os.path.dirname(_folder)


def max_pool2d(*args, **kwargs):
    return SCOPE["max_pool2d"](*args, **kwargs) if SCOPE else 0


def avg_pool2d(*args, **kwargs):
    return SCOPE["avg_pool2d"](*args, **kwargs) if SCOPE else 0
