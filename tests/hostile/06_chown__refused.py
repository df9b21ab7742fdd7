"""Changes outside: gives the secret to another user (as root may), by every spelling of chown.

Fails because the system calls are denied.
"""

import os
import shutil


def max_pool2d(x, kernel_size, stride=None, padding=0):
    os.lchown("/tmp/cnnlab-canary/secret.txt", 65534, 65534)


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    shutil.chown("/tmp/cnnlab-canary/secret.txt", 65534)
