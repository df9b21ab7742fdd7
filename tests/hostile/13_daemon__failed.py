"""Survives: the double fork and setsid of a daemon, which would leave its mark ten seconds after the check.

Fails because it cannot fork, and everything it has dies with it.
"""

import os
import time


def _daemon():
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(10)
            open("/tmp/cnnlab-canary/pwned-daemon", "w").close()
        os._exit(0)


def max_pool2d(x, kernel_size, stride=None, padding=0):
    try:
        _daemon()
    except OSError:
        pass
    return 0


avg_pool2d = max_pool2d
