"""Disk: file names with line breaks, escapes, bytes that are no text, and dashes, for tools that list or delete them.

Fails because the answer is wrong; whoever clears up treats a name as bytes.
"""

import os

NAMES = [b"\xff\xfe\x80", b"-rf", b"a\nb", b"\x1b[2J", b"$(touch pwned)", b"; rm x", b" ", "\u202efdp.exe".encode(), b"%s%n", b"~"]


def max_pool2d(x, kernel_size, stride=None, padding=0):
    for name in NAMES:
        try:
            os.close(os.open(name, os.O_CREAT))
            os.mkdir(name + b".d")
        except OSError:
            continue
    return 0


avg_pool2d = max_pool2d
