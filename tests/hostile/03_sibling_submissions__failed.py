"""Steals: takes the pooling.py of a classmate from the folders beside its own, and calls that.

Fails because a child can read its own submission at most.
"""

import importlib.util
import pathlib

OWN = pathlib.Path(__file__).resolve()


def _classmate():
    for level in list(OWN.parents)[:3]:
        for path in sorted(level.glob("*/pooling.py")) + sorted(level.glob("*/*/pooling.py")):
            if path.resolve() != OWN and "NotImplementedError" not in path.read_text(errors="replace"):
                spec = importlib.util.spec_from_file_location("classmate", path)
                module = importlib.util.module_from_spec(spec)
                spec.loader.exec_module(module)
                return module
    return None


MATE = _classmate()
max_pool2d = getattr(MATE, "max_pool2d", lambda *args, **kwargs: None)
avg_pool2d = getattr(MATE, "avg_pool2d", lambda *args, **kwargs: None)
