"""Writes outside: creates files in /tmp, in shared memory and in the home folder.

Fails because only the child's own folder is writable.
"""

import os


def max_pool2d(x, kernel_size, stride=None, padding=0):
    with open("/tmp/pwned-cnnlab-open", "w") as file:
        file.write("was here")


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    for path in ("/dev/shm/pwned-cnnlab-open", os.path.expanduser("~root/pwned-cnnlab-open")):
        with open(path, "ab", buffering=0) as file:
            file.write(b"was here")
