"""The playground's digits as Python reads them, and what the lecture's cross-correlation makes of them."""

import base64
import re
from pathlib import Path

import numpy as np

from cnnlab.lectures.computing.correlating import correlated

DIGITS = Path(__file__).resolve().parents[3] / "site" / "widgets" / "kernel-playground-digits.js"
ENTRY = re.compile(r'(\d): \{\s+at: (\d+),\s+pixels: "([\w+/=]+)"')


def digits():
    """`[(digit, place in the training set, pixels)]`."""
    found = ENTRY.findall(DIGITS.read_text(encoding="utf-8"))
    return [
        (int(digit), int(at), np.frombuffer(base64.b64decode(pixels), np.uint8).reshape(28, 28))
        for digit, at, pixels in found
    ]


def cases():
    rng = np.random.default_rng(28)
    found = []
    for digit, _, pixels in digits():
        kernel = rng.integers(-4, 5, (3, 3)).tolist()
        values = np.array(correlated(pixels.tolist(), kernel))
        found.append(
            {
                "digit": str(digit),
                "pixels": pixels.tolist(),
                "kernel": kernel,
                "map": values.tolist(),
                "range": [values.min(), values.max()],
                "strengths": (values / np.abs(values).max()).tolist(),
            }
        )
    return found
