"""The pen against SciPy's distances to a finely sampled line."""

from itertools import pairwise

import numpy as np
from scipy.spatial import cKDTree

from cnnlab.lectures.computing.strokes import SEVEN, drawn


def test_grey_falls_with_the_distance_from_the_line():
    size, pen = 16, 0.9
    corners = np.array(SEVEN) * size
    line = np.concatenate([np.linspace(a, b, 4000) for a, b in pairwise(corners)])
    middles = np.stack(np.meshgrid(np.arange(size) + 0.5, np.arange(size) + 0.5), axis=-1).reshape(-1, 2)
    distance, _ = cKDTree(line).query(middles)
    expected = np.clip(pen + 0.5 - distance, 0, 1).reshape(size, size)
    np.testing.assert_allclose(drawn(SEVEN, size, pen), expected, atol=1e-2)


def test_a_level_line_covers_its_row_and_nothing_far_away():
    image = drawn(((0.0, 0.5), (1.0, 0.5)), 5, pen=0.5)
    assert image[2] == [1.0] * 5
    assert image[0] == [0.0] * 5
