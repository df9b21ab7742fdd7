"""Changes outside: takes and gives permissions on the secret and its folder (which Landlock alone does not see).

Fails because the system calls are denied.
"""

import os


def max_pool2d(x, kernel_size, stride=None, padding=0):
    os.chmod("/tmp/cnnlab-canary/secret.txt", 0o777)


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    handle = os.open("/tmp/cnnlab-canary", os.O_PATH)
    os.chmod("secret.txt", 0o666, dir_fd=handle)
