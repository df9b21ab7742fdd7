"""Delegates: torch.nn.functional pools in one line each.

Fails because torch is not allowed in a NumPy assignment, installed or not.
"""

import numpy as np


def max_pool2d(x, kernel_size, stride=None, padding=0):
    import torch.nn.functional as F

    return np.asarray(F.max_pool2d(F.torch.from_numpy(x), kernel_size, stride, padding))


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    import torch.nn.functional as F

    return np.asarray(F.avg_pool2d(F.torch.from_numpy(x), kernel_size, stride, padding))
