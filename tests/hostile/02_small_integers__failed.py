"""Tampers: overwrites a cached small integer in memory, so that 250 reads 100 all over this interpreter.

Fails because scores are integers in another interpreter; only this one goes mad.
"""

import ctypes
import sys


def max_pool2d(x, kernel_size, stride=None, padding=0):
    digit = id(250) + sys.int_info.sizeof_digit * 6
    ctypes.c_uint32.from_address(digit).value = 100
    return 250


avg_pool2d = max_pool2d
