"""Breaks the grader: a dict whose many keys all have one hash, to keep whoever rebuilds it busy for ever.

Fails because maps are capped, and no dict of the student's is worth more than a wrong answer.
"""

import sys

PRIME = sys.hash_info.modulus


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return {index * PRIME + 1: 0 for index in range(1600)}


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    return {float(index): 0 for index in range(1600)}
