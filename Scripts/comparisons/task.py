"""The task of every program of the comparison: data, settings and grid of `boundaryplot --hidden 1,2,3,5,20`."""

import numpy as np
from sklearn.datasets import make_moons

HIDDEN = [1, 2, 3, 5, 20]
LAMBDA = 0.001
TOLERANCE = 1e-5
STEP, MARGIN = 0.01, 0.5
# Inches and dots per inch: 640 x 480 pixels.
SIZE, DPI = (6.4, 4.8), 100


def moons():
    """The 200 points of seed 0 and their labels."""
    np.random.seed(0)
    return make_moons(200, noise=0.2)


def mesh(points):
    """The coordinates of the grid around the points, two arrays of 328 x 461 for the moons."""
    low, high = points.min(axis=0) - MARGIN, points.max(axis=0) + MARGIN
    return np.meshgrid(np.arange(low[0], high[0], STEP), np.arange(low[1], high[1], STEP))
