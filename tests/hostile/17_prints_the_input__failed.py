"""Leaks: prints each hidden input on stdout and stderr, by four different ways.

Fails (as a leak) where the output of hidden checks is not shown; earns nothing at all.
"""

import logging
import os
import sys
import warnings


def max_pool2d(x, kernel_size, stride=None, padding=0):
    text = f"LEAK {x.tolist()!r} {kernel_size} {stride} {padding}"
    print(text, flush=True)
    os.write(2, text.encode())
    warnings.warn(text, stacklevel=2)
    logging.warning(text)
    sys.__stdout__.write(text)
    return 0


avg_pool2d = max_pool2d
