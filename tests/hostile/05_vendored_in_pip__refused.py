"""Delegates: takes pip's vendored requests out of site-packages and asks a service (the canary's) to pool.

Fails because pip is not an allowed package, and there is no network behind it.
"""

import numpy as np
import pip._vendor.requests as requests


def max_pool2d(x, kernel_size, stride=None, padding=0):
    reply = requests.post("http://127.0.0.1:47611/pool", json={"x": x.tolist(), "k": kernel_size}, timeout=5)
    return np.asarray(reply.json())


avg_pool2d = max_pool2d
