"""Sizes along one axis: the reference of assignment 2 (None where it refuses), and windows counted one by one."""

import importlib.util
from pathlib import Path

import numpy as np

from cnnlab.lectures.computing.sizes import leftover, starts

REFERENCE = Path(__file__).resolve().parents[3] / "solutions" / "assignment2" / "reference" / "output_size.py"


def cases():
    spec = importlib.util.spec_from_file_location("output_size_reference", REFERENCE)
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    rng = np.random.default_rng(5)
    found = []
    for _ in range(300):
        size, kernel = (int(each) for each in rng.integers(1, 30, 2))
        padding, stride = int(rng.integers(0, 6)), int(rng.integers(1, 8))
        case = {"input": size, "kernel": kernel, "padding": padding, "stride": stride, "output": None}
        if kernel <= size + 2 * padding:
            begins = starts(size, kernel, stride, padding)
            inside = {place for begin in begins for place in range(begin, begin + kernel)}
            case["output"] = reference.conv_output_size(size, kernel, stride, padding)
            case |= {"starts": begins, "leftover": leftover(size, kernel, stride, padding)}
            case["inside"] = [place in inside for place in range(-padding, size + padding)]
            case["same"] = kernel % 2 == 1 and stride == 1 and padding == reference.same_padding(kernel)
        found.append(case)
    return found
