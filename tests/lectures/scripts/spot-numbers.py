"""Spots of many sizes and places on cells of both kinds."""

import numpy as np

from cnnlab.lectures.computing.vision import lit, sensitivity_of_centre_and_surround


def cases():
    rng = np.random.default_rng(2)
    found = []
    for _ in range(200):
        radius, distance = float(rng.uniform(0.1, 8)), float(rng.choice([0, rng.uniform(0, 11)]))
        centre = float(rng.uniform(0.5, 2.5))
        surround, balance = float(rng.uniform(centre + 0.1, 5)), float(rng.uniform(0.1, 1))
        shares = [lit(radius, distance, width) for width in (centre, surround)]
        cell = {"centre": centre, "surround": surround, "balance": balance}
        inside = [sensitivity_of_centre_and_surround(r, centre, surround, balance) > 0 for r in np.arange(0, 20, 0.05)]
        found.append(
            {
                "radius": radius,
                "distance": distance,
                "cell": cell,
                "shares": shares,
                "response": shares[0] - balance * shares[1],
                "border": 0.05 * inside.index(False),
            }
        )
    return found
