"""Delegates: adds every site-packages of the machine to sys.path, with site.addsitedir, and imports what is there.

Fails because a search path is only a list of places that cannot be read.
"""

import glob
import site
import sys

for _pattern in ("/usr/lib/python3*/*-packages", "/usr/local/lib/python3*/*-packages", "/opt/*/lib/python3*/site-packages"):
    for _folder in glob.glob(_pattern):
        site.addsitedir(_folder)
for _folder in {sys.prefix, sys.base_prefix, sys.exec_prefix, "/work/main/.venv"}:
    site.addsitedir(f"{_folder}/lib/python3.{sys.version_info.minor}/site-packages")
sys.path_importer_cache.clear()

import scipy.ndimage as image  # noqa: E402


def max_pool2d(x, kernel_size, stride=None, padding=0):
    k, s = kernel_size, stride or kernel_size
    return image.maximum_filter(x, (1, 1, k, k))[:, :, k // 2 :: s, k // 2 :: s]


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    k, s = kernel_size, stride or kernel_size
    return image.uniform_filter(x, (1, 1, k, k))[:, :, k // 2 :: s, k // 2 :: s]
