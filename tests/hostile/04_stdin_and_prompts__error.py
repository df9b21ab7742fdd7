"""Breaks the channel: asks questions on stdin (input, readline) and waits for somebody to answer.

Fails because stdin is empty and at its end.
"""

import sys


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return input("expected value? ")


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    return sys.stdin.buffer.readline() or open(0, closefd=False).readline() or input()
