"""Links: a hard link of the secret in its own folder, to read and write it by another name.

Fails because Landlock refuses links that would widen rights (EXDEV or EACCES).
"""

import os


def max_pool2d(x, kernel_size, stride=None, padding=0):
    os.link("/tmp/cnnlab-canary/secret.txt", "mine.txt")
    with open("mine.txt", "r+") as file:
        secret = file.read()
        file.write("pwned by link")
    raise RuntimeError(secret)


avg_pool2d = max_pool2d
