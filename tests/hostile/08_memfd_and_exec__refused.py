"""Processes: writes a script into an anonymous file (memfd) and executes that by its descriptor.

Fails because exec is denied, and an anonymous file belongs to no granted folder.
"""

import os


def max_pool2d(x, kernel_size, stride=None, padding=0):
    program = os.memfd_create("program", 0)
    os.write(program, b"#!/bin/sh\ntouch /tmp/cnnlab-canary/pwned-memfd\n")
    os.execve(program, ["program"], {})


avg_pool2d = max_pool2d
