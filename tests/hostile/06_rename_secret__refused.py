"""Renames: moves the secret away, and something of its own into its place.

Fails because neither end may be outside the child's own folder.
"""

import os


def max_pool2d(x, kernel_size, stride=None, padding=0):
    os.rename("/tmp/cnnlab-canary/secret.txt", "/tmp/cnnlab-canary/pwned-renamed.txt")


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    with open("mine.txt", "w") as file:
        file.write("pwned")
    os.replace("mine.txt", "/tmp/cnnlab-canary/secret.txt")
