"""The data sets of scikit-learn after np.random.seed, for Datasets."""

import numpy as np
from sklearn.datasets import make_moons

import fixtures


def moons(seed, count, noise):
    np.random.seed(seed)
    points, labels = make_moons(count, noise=noise)
    return {"seed": seed, "sampleCount": count, "noise": noise, "points": points, "labels": labels}


fixtures.write_json(
    "Datasets",
    "moons.json",
    {
        "dataSets": [
            moons(seed, count, noise)
            for seed in (0, 1, 42, 2**32 - 1)
            for count in (2, 3, 5, 100, 101, 200, 201)
            for noise in (0, 0.1, 0.2, 1)
        ]
    },
)
