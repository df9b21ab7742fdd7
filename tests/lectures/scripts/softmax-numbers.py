"""Logits, also far from 0, with the softmax of the lecture and the powers of NumPy."""

import numpy as np

from cnnlab.lectures.computing.answering import softmax


def cases():
    rng = np.random.default_rng(9)
    found = []
    for scale in [1.0] * 30 + [100.0] * 30 + [400.0] * 30:
        logits = rng.normal(scale=scale, size=int(rng.integers(1, 7)))
        powers = np.exp(np.minimum(logits, 700))
        found.append(
            {
                "logits": logits.tolist(),
                "softmax": softmax(logits.tolist()),
                "powers": powers.tolist() if logits.max() < 700 else None,
            }
        )
    return found
