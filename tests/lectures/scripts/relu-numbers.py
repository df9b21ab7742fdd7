"""Maps and biases, and what the lecture's ReLU, and NumPy's choice between two lines, make of them."""

import numpy as np

from cnnlab.lectures.computing.activating import rectified, relu, share_of_zeros


def cases():
    rng = np.random.default_rng(6)
    found = []
    for _ in range(40):
        values = rng.integers(-9, 10, (int(rng.integers(1, 6)), int(rng.integers(1, 6))))
        bias = int(rng.integers(-5, 6))
        moved = (values + bias).tolist()
        after = rectified(moved)
        found.append(
            {
                "map": values.tolist(),
                "bias": bias,
                "relu": after,
                "zeros": round(share_of_zeros(after) * values.size),
                "leaky": (np.where(values + bias > 0, 1.0, 0.01) * (values + bias)).tolist(),
                "slopes": [[(relu(v + 0.25) - relu(v - 0.25)) / 0.5 for v in row] for row in moved],
            }
        )
    return found
