"""Delegates: a second interpreter with scipy, fed through its standard input.

Fails because the child can start no process.
"""

import io
import subprocess
import sys

import numpy as np

CODE = """
import sys, io, numpy as np
from scipy.ndimage import {window} as window
x = np.load(io.BytesIO(sys.stdin.buffer.read()))
np.save(sys.stdout.buffer, window(x, (1, 1, {k}, {k}))[:, :, {k} // 2 :: {s}, {k} // 2 :: {s}])
"""


def _ask(window, x, k, s):
    data = io.BytesIO()
    np.save(data, x)
    code = CODE.format(window=window, k=k, s=s)
    done = subprocess.run([sys.executable, "-c", code], input=data.getvalue(), capture_output=True, timeout=30)
    return np.load(io.BytesIO(done.stdout))


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return _ask("maximum_filter", x, kernel_size, stride or kernel_size)


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    return _ask("uniform_filter", x, kernel_size, stride or kernel_size)
