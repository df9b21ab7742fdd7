"""Steals: looks through all temporary folders for files of other children and of the grader.

Fails because only the child's own temporary folder is granted.
"""

import os
import tempfile

FOUND = []
for _base in ("/tmp", "/var/tmp", "/dev/shm", "/run", tempfile.gettempdir(), os.pardir):
    for _root, _folders, _names in os.walk(_base):
        del _folders[20:]
        FOUND += [os.path.join(_root, name) for name in _names if name in ("pooling.py", "reference.py", "answers.npy")]
        if len(FOUND) > 50 or _root.count(os.sep) > 5:
            break


def max_pool2d(*args, **kwargs):
    for path in FOUND:
        scope = {}
        text = open(path).read()
        if os.path.realpath(path) != os.path.realpath(__file__) and "NotImplementedError" not in text:
            exec(text, scope)
            return scope["max_pool2d"](*args, **kwargs)
    return None


avg_pool2d = max_pool2d
