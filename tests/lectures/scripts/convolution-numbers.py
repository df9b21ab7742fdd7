"""Convolution layers, and what the reference of assignment 1 makes of them."""

import importlib.util
from pathlib import Path

import numpy as np

REFERENCE = Path(__file__).resolve().parents[3] / "solutions" / "assignment1" / "reference" / "convolution.py"


def cases():
    spec = importlib.util.spec_from_file_location("convolution_reference", REFERENCE)
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    rng = np.random.default_rng(3)
    found = []
    for _ in range(60):
        channels, filters, kernel, stride = (int(rng.integers(1, 4)) for _ in range(4))
        padding, height, width = (int(rng.integers(*bounds)) for bounds in ((0, 3), (3, 7), (3, 7)))
        x, weight = (
            rng.integers(-9, 10, (channels, height, width)),
            rng.normal(size=(filters, channels, kernel, kernel)),
        )
        bias = rng.normal(size=filters)
        layers = [{"kernels": w.tolist(), "bias": float(b)} for w, b in zip(weight, bias, strict=True)]
        maps = reference.conv2d(x[np.newaxis], weight, bias, stride, padding)[0]
        found.append(
            {
                "channels": x.tolist(),
                "filters": layers,
                "stride": stride,
                "padding": padding,
                "padded": np.pad(x[0], padding).tolist(),
                "maps": maps.tolist(),
            }
        )
    return found
