"""The data sets of scikit-learn after np.random.seed, for Datasets; those it does not have are defined here again."""

import numpy as np
from sklearn.datasets import make_blobs, make_circles, make_gaussian_quantiles, make_moons
from sklearn.utils import shuffle

import fixtures

SEEDS = (0, 1, 42, 2**32 - 1)


def sampled(seed, count, settings, make):
    np.random.seed(seed)
    points, labels = make()
    return {"seed": seed, "sampleCount": count} | settings | {"points": points, "labels": labels}


def moons(seed, count, noise):
    return sampled(seed, count, {"noise": noise}, lambda: make_moons(count, noise=noise))


def circles(seed, count, noise, factor):
    settings = {"noise": noise, "factor": factor}
    return sampled(seed, count, settings, lambda: make_circles(count, noise=noise, factor=factor))


def blobs(seed, count, centers, spread):
    settings = {"centerCount": centers, "spread": spread}
    return sampled(seed, count, settings, lambda: make_blobs(count, centers=centers, cluster_std=spread))


def gaussian_quantiles(seed, count, classes):
    settings = {"classCount": classes}
    return sampled(seed, count, settings, lambda: make_gaussian_quantiles(n_samples=count, n_classes=classes))


def spirals(seed, count, noise):
    def arm(count):
        t = np.sqrt(np.linspace((0.5 * np.pi) ** 2, (3.5 * np.pi) ** 2, count))
        return np.column_stack([t / np.pi * np.cos(t), t / np.pi * np.sin(t)])

    def make():
        first, second = arm(count // 2), -arm(count - count // 2)
        points, labels = shuffle(np.vstack([first, second]), np.repeat([0, 1], [len(first), len(second)]))
        return points + np.random.normal(scale=noise, size=points.shape), labels

    return sampled(seed, count, {"noise": noise}, make)


def xor(seed, count, noise):
    def make():
        quadrant = np.random.permutation(count) % 4
        x, y = np.random.random_sample((count, 2)).T
        points = np.column_stack([np.where((quadrant == 1) | (quadrant == 2), -x, x), np.where(quadrant >= 2, -y, y)])
        labels = (points[:, 0] * points[:, 1] > 0).astype(int)
        return points + np.random.normal(scale=noise, size=points.shape), labels

    return sampled(seed, count, {"noise": noise}, make)


fixtures.write_json(
    "Datasets",
    "moons.json",
    {
        "dataSets": [
            moons(seed, count, noise)
            for seed in SEEDS
            for count in (2, 3, 5, 100, 101, 200, 201)
            for noise in (0, 0.1, 0.2, 1)
        ]
    },
)
fixtures.write_json(
    "Datasets",
    "generators.json",
    {
        "circles": [
            circles(seed, count, noise, factor)
            for seed in SEEDS
            for count, noise, factor in (
                (2, 0.1, 0.5),
                (3, 0, 0),
                (5, 0.1, 0.5),
                (8, 0, 0.5),
                (101, 0.1, 0.5),
                (200, 0.3, 0.99),
            )
        ],
        "blobs": [
            blobs(seed, count, centers, spread)
            for seed in SEEDS
            for count, centers, spread in (
                (2, 2, 1),
                (3, 3, 0),
                (10, 4, 2.5),
                (101, 3, 1),
                (200, 2, 0.001),
                (205, 100, 1),
            )
        ],
        "gaussianQuantiles": [
            gaussian_quantiles(seed, count, classes)
            for seed in SEEDS
            for count, classes in ((2, 2), (3, 3), (7, 3), (101, 3), (200, 5), (205, 100))
        ],
        "spirals": [
            spirals(seed, count, noise) for seed in SEEDS for count, noise in ((2, 0.1), (3, 0), (5, 1), (101, 0.1))
        ],
        "xor": [xor(seed, count, noise) for seed in SEEDS for count, noise in ((2, 0.1), (3, 0), (5, 1), (101, 0.1))],
    },
)
