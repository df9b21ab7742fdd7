"""Leaves something: keeps all inputs under a name that its friends know, and uses their answers if they are there.

Fails because nothing a child writes is there for the next one.
"""

import os
import pickle

import numpy as np

BOXES = ["/tmp/pwned-cnnlab-answers", "/dev/shm/pwned-cnnlab-answers", "pwned-cnnlab-answers"]


def max_pool2d(x, kernel_size, stride=None, padding=0):
    key = (x.tobytes(), kernel_size, stride, padding)
    for box in BOXES:
        try:
            if os.path.exists(box):
                return pickle.load(open(box, "rb"))[key]
            with open(box, "xb") as file:
                pickle.dump({key: np.zeros(1)}, file)
        except (OSError, KeyError):
            continue
    return np.zeros(1)


avg_pool2d = max_pool2d
