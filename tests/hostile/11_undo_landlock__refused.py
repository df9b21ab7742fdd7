"""Kernel: restricts itself anew with a Landlock ruleset that handles nothing, then reads the secret.

Fails because rulesets stack; a later one never gives back what an earlier one took.
"""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def max_pool2d(x, kernel_size, stride=None, padding=0):
    attributes = ctypes.c_uint64(1)
    ruleset = libc.syscall(444, ctypes.byref(attributes), 8, 0)
    if ruleset >= 0:
        libc.prctl(38, 1, 0, 0, 0)
        libc.syscall(446, ruleset, 0)
    with open("/tmp/cnnlab-canary/secret.txt") as file:
        raise RuntimeError(file.read())


avg_pool2d = max_pool2d
