"""Writes outside: tries many places in silence, then answers wrongly as if nothing had been.

Fails because all but its own folder are denied.
"""

import itertools
import pathlib

PLACES = ["/tmp/cnnlab-canary", "/tmp", "/dev/shm", "/root", "/proc/1/root/tmp", "/proc/self/root/tmp", "../../../../tmp"]
NAMES = ["pwned-everywhere", "pwned-cnnlab-everywhere"]


def _plant():
    for place, name in itertools.product(PLACES, NAMES):
        path = pathlib.Path(place, name)
        if name == "pwned-everywhere" and place != "/tmp/cnnlab-canary":
            continue
        for way in (path.touch, path.with_suffix(".d").mkdir):
            try:
                way(exist_ok=True)
            except OSError:
                continue


def max_pool2d(x, kernel_size, stride=None, padding=0):
    _plant()
    return -1.0


avg_pool2d = max_pool2d
