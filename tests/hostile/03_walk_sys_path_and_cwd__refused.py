"""Steals: follows every entry of sys.path and the working folder upwards to solutions/, with pathlib.

Fails because a path that Landlock does not grant cannot be opened, however it was found.
"""

import pathlib
import runpy
import sys

SEEN = [pathlib.Path(p or ".").resolve() for p in (*sys.path, ".", sys.prefix, sys.executable, sys.base_prefix)]


def _stolen():
    for start in SEEN:
        for folder in (start, *start.parents):
            for way in ("reference", "alternatives/*"):
                for path in folder.glob(f"solutions/assignment3/{way}/pooling.py"):
                    return runpy.run_path(str(path))
    return {}


def max_pool2d(*args, **kwargs):
    return _stolen().get("max_pool2d", lambda *a, **k: None)(*args, **kwargs)


def avg_pool2d(*args, **kwargs):
    return _stolen().get("avg_pool2d", lambda *a, **k: None)(*args, **kwargs)
