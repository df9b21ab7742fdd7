"""Signals: ends the canary's process, whose number it reads from the canary's folder.

Fails because the number cannot be read, and the signal could not be sent.
"""

import os
import signal


def max_pool2d(x, kernel_size, stride=None, padding=0):
    with open("/tmp/cnnlab-canary/pid") as file:
        os.kill(int(file.read()), signal.SIGTERM)


avg_pool2d = max_pool2d
