"""Leaves something: changes NumPy and the interpreter in memory, for children that are forked later to inherit.

Fails because each child is a copy: what it changes is changed for itself.
"""

import builtins
import os

import numpy as np

STOLEN = getattr(builtins, "_left_by_a_friend", {})
builtins._left_by_a_friend = STOLEN
np._left_by_a_friend = STOLEN
os.environ["PYTHONSTARTUP"] = os.environ["PYTHONPATH"] = "/tmp/pwned-cnnlab-startup"


def max_pool2d(x, kernel_size, stride=None, padding=0):
    STOLEN[x.tobytes()] = "seen"
    np.max = np.amax = lambda *args, **kwargs: "left by a friend"
    return f"{len(STOLEN)} inputs known"


avg_pool2d = max_pool2d
