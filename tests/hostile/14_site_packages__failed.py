"""Leaves something: a .pth, a sitecustomize and byte code in every site-packages, for the next interpreter to run.

Fails because no installed package is writable.
"""

import pathlib
import site
import sys

import numpy as np

PLACES = {*site.getsitepackages(), *sys.path, str(pathlib.Path(np.__file__).parents[1])}
FILES = {"pwned-cnnlab.pth": "# pwned\n", "sitecustomize.py": "# pwned-cnnlab\n", "usercustomize.py": "# pwned-cnnlab\n"}

for _place in PLACES:
    for _name, _text in FILES.items():
        try:
            with open(pathlib.Path(_place) / _name, "x") as _file:
                _file.write(_text)
        except OSError:
            continue


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return 0


avg_pool2d = max_pool2d
