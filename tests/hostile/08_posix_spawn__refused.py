"""Processes: posix_spawn, which uses vfork, and a pseudo terminal with a fork.

Fails because every way to make a process is denied.
"""

import os
import pty


def max_pool2d(x, kernel_size, stride=None, padding=0):
    os.posix_spawn("/bin/sh", ["sh", "-c", "touch /tmp/cnnlab-canary/pwned-spawn"], {})


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    if pty.fork()[0] == 0:
        open("/tmp/cnnlab-canary/pwned-pty", "w").close()
        os._exit(0)
