"""Steals: walks up from __file__ and down again to a reference solution, and answers with it.

Fails because Landlock lets the child read none of those folders (and a walk that may not list finds nothing).
"""

import os


def _find():
    folder = os.path.dirname(os.path.abspath(__file__))
    while folder != os.path.dirname(folder):
        for root, _, names in os.walk(os.path.join(folder, "solutions")):
            if "pooling.py" in names and root.endswith("reference"):
                return os.path.join(root, "pooling.py")
        folder = os.path.dirname(folder)
    return None


STOLEN = {}
if _find():
    exec(open(_find(), encoding="utf-8").read(), STOLEN)


def max_pool2d(*args, **kwargs):
    return STOLEN["max_pool2d"](*args, **kwargs) if STOLEN else None


def avg_pool2d(*args, **kwargs):
    return STOLEN["avg_pool2d"](*args, **kwargs) if STOLEN else None
