"""Delegates: packs the scipy folder into a zip of its own and imports it from there, past the forbidden path.

Fails because packing means reading; an empty archive imports nothing.
"""

import pathlib
import sys
import tempfile
import zipfile
import zipimport

import numpy as np

SITE = pathlib.Path(np.__file__).parents[1]
ARCHIVE = pathlib.Path(tempfile.mkdtemp(dir=".")) / "science.zip"
with zipfile.ZipFile(ARCHIVE, "w") as _zip:
    for _path in [SITE / "scipy" / "__init__.py", *sorted((SITE / "scipy").rglob("*.py"))[:2000]]:
        _zip.write(_path, _path.relative_to(SITE))
sys.path.insert(0, str(ARCHIVE))
scipy = zipimport.zipimporter(str(ARCHIVE)).load_module("scipy")


def max_pool2d(x, kernel_size, stride=None, padding=0):
    k, s = kernel_size, stride or kernel_size
    return scipy.ndimage.maximum_filter(x, (1, 1, k, k))[:, :, k // 2 :: s, k // 2 :: s]


avg_pool2d = max_pool2d
