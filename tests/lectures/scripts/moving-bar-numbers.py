"""Bars at many places, turned, wide and narrow, light and dark, before a simple and a complex cell."""

from math import pi

import numpy as np

from cnnlab.lectures.computing.vision import bar, complex_cell, gabor, simple_cell


def cases():
    rng = np.random.default_rng(3)
    found = []
    for _ in range(60):
        place, turn, wide = int(rng.integers(-20, 17)), int(rng.integers(0, 36)) * 5, int(rng.integers(1, 10))
        sign = int(rng.choice([-1, 1]))
        stimulus = sign * bar(place, turn, wide)
        products = [gabor(phase) * stimulus for phase in (0, -pi / 2)]
        parts = [
            [float(each[gabor(phase) > 0].sum()), float(each[gabor(phase) <= 0].sum())]
            for each, phase in zip(products, (0, -pi / 2), strict=True)
        ]
        found.append(
            {
                "place": place,
                "bar": {"turn": turn, "wide": wide, "sign": sign},
                "even": parts[0],
                "odd": parts[1],
                "simple": simple_cell(stimulus),
                "complex": complex_cell(stimulus),
            }
        )
    return found
