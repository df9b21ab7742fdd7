"""Layers of many sizes on inputs of many sizes, counted by the module that draws the networks of the lecture."""

import numpy as np

from cnnlab.lectures.computing.networks import Kind, Layer, steps


def cases():
    rng = np.random.default_rng(4)
    found = []
    for _ in range(100):
        kernel, channels, filters, units = (int(rng.integers(1, most)) for most in (12, 513, 513, 10001))
        side = int(rng.integers(kernel, 600))
        (slid,) = steps([Layer("conv", Kind.CONVOLUTION, filters, kernel)], (channels, side, side))
        flat, dense = steps([Layer("flatten", Kind.FLATTEN), Layer("fc", Kind.DENSE, units)], (channels, side, side))
        found.append(
            {
                "layer": {"side": side, "channels": channels, "kernel": kernel, "filters": filters, "units": units},
                "behind": slid.shape[1],
                "convolution": [slid.parameters, slid.multiplications],
                "inputs": flat.shape[0],
                "dense": [dense.parameters, dense.multiplications],
            }
        )
    return found
