"""Forges an outcome: leaves with sys.exit(0), which ends a test run in the same process as a success.

Fails because SystemExit in the child is what the student's code raised, and nothing more.
"""

import sys


def max_pool2d(x, kernel_size, stride=None, padding=0):
    sys.exit(0)


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    raise SystemExit({"outcome": "passed"})
