"""Processes: a shell that leaves its mark in three places.

Fails because no process can be made, and no program executed.
"""

import subprocess


def max_pool2d(x, kernel_size, stride=None, padding=0):
    subprocess.run("echo pwned > /tmp/cnnlab-canary/pwned-shell", shell=True, timeout=10, check=True)


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    subprocess.Popen(["/bin/touch", "/tmp/pwned-cnnlab-touch"], start_new_session=True, close_fds=False)
