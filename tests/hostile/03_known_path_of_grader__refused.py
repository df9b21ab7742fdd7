"""Steals: reads the hidden checks and their small inputs and sends them home in an exception.

Fails because the grader's folder is not readable to the child.
"""

from pathlib import Path

GRADER = Path("/work/main/solutions/assignment3/grader")


def max_pool2d(x, kernel_size, stride=None, padding=0):
    raise RuntimeError((GRADER / "test_pooling.py").read_text(encoding="utf-8"))


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    raise RuntimeError("\n".join(p.read_text(encoding="utf-8") for p in GRADER.iterdir() if p.suffix == ".py"))
