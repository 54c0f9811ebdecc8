"""Writes Tests/GeometryTests/Fixtures/arange.json: numpy.arange on awkward ranges, and the grid of the default data."""

import math

import numpy as np

from fixtures import write_json
from network import moons

RANGES = [
    # Steps that binary fractions only approach, where the count turns on the last bit.
    (0.0, 1.0, 0.1), (0.0, 0.3, 0.1), (0.0, 0.6, 0.1), (0.0, 0.7, 0.1), (0.0, 0.8, 0.1), (1.0, 1.3, 0.1),
    (0.1, 0.4, 0.1), (0.5, 0.8, 0.1), (1.0, 2.0, 0.01), (0.0, 1.1, 0.1), (0.0, 3.3, 1.1), (0.0, 0.9, 0.3),
    (0.1, 1.3, 0.4), (-0.5, 0.5, 0.1), (-1.0, 1.0, 0.01), (-0.3, 0.3, 0.1), (-2.1, 2.1, 0.7), (0.2, 1.1, 0.15),
    (1.0, 1.6, 0.2), (0.0, 4.35, 0.05), (3.0, 9.0, 1.0 / 3.0), (0.0, 1.0, 1.0 / 3.0), (0.0, 1.0, 1.0 / 49.0),
    # Steps that divide exactly, and a stop one bit to either side.
    (0.0, 1.0, 0.25), (0.0, math.nextafter(1.0, 2.0), 0.25), (0.0, math.nextafter(1.0, 0.0), 0.25),
    (-4.0, 4.0, 0.5), (10.0, 11.0, 0.5), (0.0, 10.0, 3.0),
    # A start so large that the increment is not the step, or has few bits left.
    (1e6, 1e6 + 1.0, 0.01), (1e15, 1e15 + 10.0, 0.3), (1e16, 1e16 + 20.0, 1.5), (-1e9, -1e9 + 1.0, 0.1),
    (123456.789, 123460.0, 0.001), (1e8, 1e8 + 0.5, 0.01),
    # Very small and very large units.
    (0.0, 1e-300, 1e-302), (1e-8, 2e-8, 3e-10), (0.0, 5e-324 * 10, 5e-324), (-1e300, 1e300, 1e298),
    (1e-12, 1.0, 0.37),
    # Fewer than two values.
    (0.0, 1.0, 1.0), (0.0, 1.0, 5.0), (0.0, 0.0, 0.1), (1.0, 0.0, 0.1), (0.0, 1.0, math.nextafter(1.0, 0.0)),
    # Plot-like ranges.
    (-1.85462041, 2.74537959, 0.01), (-1.43206382, 1.83793618, 0.01), (-1.25, 2.35, 0.02), (4.3 - 0.5, 7.9 + 0.5, 0.01),
    (-71.43, 118.6, 0.37), (0.0, 100.0, 0.007),
]


def axis(start, stop, step):
    values = np.arange(start, stop, step, dtype=np.float64)
    count = len(values)
    increment = (start + step) - start
    assert np.array_equal(values, start + np.arange(count) * increment)
    picked = sorted({0, 1, count // 7, count // 3, count // 2, count - 2, count - 1} & set(range(count)))
    return {
        "start": start, "stop": stop, "step": step, "count": count,
        "values": [{"index": index, "value": float(values[index])} for index in picked],
    }


points, _ = moons()
(min_x, min_y), (max_x, max_y) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
default = {"x": axis(min_x - 0.5, max_x + 0.5, 0.01), "y": axis(min_y - 0.5, max_y + 0.5, 0.01)}
assert (default["x"]["count"], default["y"]["count"]) == (461, 328)
write_json("Geometry", "arange.json", {
    "about": "numpy.arange(start, stop, step): the number of values and some of them, the ends and their neighbours among these. "
             "moons is the grid of the default data, margin 0.5 and step 0.01.",
    "ranges": [axis(*each) for each in RANGES],
    "moons": default,
})
