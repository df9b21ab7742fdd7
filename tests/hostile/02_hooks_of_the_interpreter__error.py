"""Tampers: replaces excepthook, unraisablehook, displayhook and breakpointhook so that an error looks like a success.

Fails because the child's loop catches errors itself; hooks are never asked.
"""

import os
import sys
import threading


def _success(*args, **kwargs):
    os._exit(0)


sys.excepthook = sys.unraisablehook = sys.displayhook = sys.breakpointhook = _success
threading.excepthook = _success


def max_pool2d(x, kernel_size, stride=None, padding=0):
    raise RuntimeError("an error that the hook would turn into an exit with status 0")


avg_pool2d = max_pool2d
