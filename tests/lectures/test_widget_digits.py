"""The digits embedded in a widget are images of MNIST's training set, where it is."""

import os
import runpy
from pathlib import Path

import numpy as np
import pytest

from cnnlab.networks.idx import parse_idx

CASES = Path(__file__).parent / "scripts" / "kernel-playground-numbers.py"
# Read before a fixture takes the variable away from the code under test.
MNIST = os.environ.get("CNNLAB_DATA")


@pytest.mark.skipif(MNIST is None, reason="CNNLAB_DATA does not name MNIST")
def test_the_digits_of_the_kernel_playground_are_those_of_mnist():
    raw = Path(MNIST) / "MNIST" / "raw"
    images = parse_idx((raw / "train-images-idx3-ubyte").read_bytes(), 3, "images")
    labels = parse_idx((raw / "train-labels-idx1-ubyte").read_bytes(), 1, "labels")
    for digit, at, pixels in runpy.run_path(str(CASES))["digits"]():
        assert labels[at] == digit
        np.testing.assert_array_equal(images[at], pixels)
