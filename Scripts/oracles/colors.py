"""Writes the differences of colours to normal, protanopic and deuteranopic readers.

The colours are those of numpy's legacy generator, greys, and some that hardly differ. Colour blindness is that of Machado, Oliveira and
Fernandes (2009), severity 1.0, on linear RGB; distances are those of OKLab (Ottosson, 2020) times 100.
"""

import numpy as np

import fixtures

SIGHTS = {
    "normal": np.eye(3),
    "protanopic": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopic": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
}
CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
OPPONENTS = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def oklab(colors, sight):
    """OKLab of rows of bytes, seen with a matrix."""
    encoded = colors / 255
    linear = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    seen = np.clip(linear @ sight.T, 0, 1)
    return np.cbrt(seen @ CONES.T) @ OPPONENTS.T


random = np.random.RandomState(0)
first = np.vstack([random.randint(0, 256, (40, 3)), [[0, 0, 0], [255, 0, 0], [158, 1, 66], [9, 10, 11]]])
second = np.vstack([random.randint(0, 256, (40, 3)), [[255, 255, 255], [0, 255, 0], [94, 79, 162], [10, 10, 11]]])
distances = {
    name: 100 * np.linalg.norm(oklab(first, sight) - oklab(second, sight), axis=1) for name, sight in SIGHTS.items()
}
fixtures.write_json("Plotting", "color-distances.json", {"first": first, "second": second, "distances": distances})
