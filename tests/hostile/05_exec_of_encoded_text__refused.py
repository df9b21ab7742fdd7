"""Delegates: an import of scipy hidden as base64 of compressed text, built by exec.

Fails because nobody looks for the word; the kernel forbids the files.
"""

import base64
import zlib

_hidden = base64.b64encode(zlib.compress(b"from scipy.ndimage import maximum_filter as big, uniform_filter as flat"))
exec(zlib.decompress(base64.b64decode(_hidden)).decode())


def max_pool2d(x, kernel_size, stride=None, padding=0):
    k, s = kernel_size, stride or kernel_size
    return big(x, size=(1, 1, k, k))[:, :, k // 2 :: s, k // 2 :: s]  # noqa: F821


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    k, s = kernel_size, stride or kernel_size
    return flat(x, size=(1, 1, k, k))[:, :, k // 2 :: s, k // 2 :: s]  # noqa: F821
