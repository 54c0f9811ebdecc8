"""Writes Tests/ContouringTests/Fixtures/contourpy.json: lines and filled polygons of random fields, by contourpy.

Each case is a field on a regular grid, None where a value is masked, with the lines at some levels and the polygons of
some bands, None for an infinite limit. A case with a frame was continued to it by repeating the outermost values. The
points are contourpy's own: nothing is sorted, dropped or joined.
"""

import contourpy
import numpy as np

from fixtures import write_json


def smooth(random, rows, columns):
    """A sum of a few plane waves."""
    y, x = np.mgrid[0:rows, 0:columns]
    z = np.zeros((rows, columns))
    for _ in range(4):
        a, b = random.uniform(-0.8, 0.8, 2)
        z += random.uniform(0.3, 1) * np.sin(a * x + b * y + random.uniform(0, 6))
    return np.round(z, 4)


def noisy(random, rows, columns):
    return np.round(random.normal(size=(rows, columns)), 3)


def whole(random, rows, columns):
    """Whole numbers: many corners on the level, many saddles whose mean is on it."""
    return random.randint(-2, 3, size=(rows, columns)).astype(float)


def masked(make, share):
    def field(random, rows, columns):
        z = make(random, rows, columns)
        z[random.uniform(size=z.shape) < share] = np.nan
        return z

    return field


# Name, field, rows, columns, levels, frame: how far it is beyond the grid to the left, bottom, right and top.
CASES = [
    *[("smooth", smooth, *shape, [-0.3, 0.25], None) for shape in [(2, 2), (2, 9), (9, 2), (7, 8), (12, 15), (16, 11)]],
    *[("noisy", noisy, *shape, [-0.4, 0.5], None) for shape in [(2, 2), (2, 12), (12, 2), (3, 3), (9, 11), (14, 13)]],
    *[("whole", whole, *shape, [-1, 0], None) for shape in [(2, 2), (2, 9), (9, 2), (5, 5), (9, 9), (12, 14)]],
    *[("whole, between", whole, *shape, [-0.5, 0.5], None) for shape in [(4, 4), (10, 10)]],
    *[("smooth, masked", masked(smooth, share), 11, 12, [-0.2, 0.3], None) for share in (0.02, 0.1, 0.3)],
    *[("noisy, masked", masked(noisy, share), 12, 11, [-0.3, 0.3], None) for share in (0.03, 0.1, 0.2)],
    *[("whole, masked", masked(whole, share), 12, 12, [-1, 0], None) for share in (0.03, 0.1, 0.2)],
    ("smooth, to a frame", smooth, 8, 9, [-0.3, 0.25], (0, 0, 0.7, 0.4)),
    ("noisy, to a frame", noisy, 7, 8, [-0.4, 0.5], (0.3, 0.6, 0.2, 0.9)),
    ("whole, to a frame", whole, 8, 7, [-1, 0], (0, 0.5, 0.1, 0)),
    ("masked, to a frame", masked(noisy, 0.1), 9, 9, [-0.4, 0.5], (0.3, 0, 0, 0.9)),
    ("wide", smooth, 4, 70, [-0.3, 0.25], None),
    ("wide, noisy", noisy, 3, 131, [-0.4, 0.5], None),
]


def limit(value):
    return None if np.isinf(value) else float(value)


def flat(points):
    return [float(value) for value in points.ravel()]


def case(index, name, make, rows, columns, levels, margins):
    random = np.random.RandomState(index)
    start_x, start_y = np.round(random.uniform(-2, 2, 2), 3)
    step_x, step_y = np.round(random.uniform(0.2, 1.2, 2), 3)
    x = start_x + np.arange(columns) * ((start_x + step_x) - start_x)
    y = start_y + np.arange(rows) * ((start_y + step_y) - start_y)
    z = make(random, rows, columns)

    frame = None
    full_x, full_y, full_z = x, y, z
    if margins is not None:
        left, bottom, right, top = margins
        frame = [float(x[0] - left), float(y[0] - bottom), float(x[-1] + right), float(y[-1] + top)]
        pads = [int(margin > 0) for margin in margins]
        full_x = np.concatenate([[frame[0]] * pads[0], x, [frame[2]] * pads[2]])
        full_y = np.concatenate([[frame[1]] * pads[1], y, [frame[3]] * pads[3]])
        full_z = np.pad(z, ((pads[1], pads[3]), (pads[0], pads[2])), mode="edge")

    generator = contourpy.contour_generator(
        full_x,
        full_y,
        np.ma.masked_invalid(full_z),
        name="serial",
        corner_mask=False,
        line_type=contourpy.LineType.Separate,
        fill_type=contourpy.FillType.OuterOffset,
    )
    bands = [(-np.inf, levels[0]), tuple(levels), (levels[1], np.inf), (levels[0], np.inf), (-np.inf, np.inf)]
    filled = []
    for lower, upper in bands:
        polygons = []
        for points, offsets in zip(*generator.filled(lower, upper)):
            polygons.append([flat(points[a : b - 1]) for a, b in zip(offsets[:-1], offsets[1:])])
        filled.append({"lower": limit(lower), "upper": limit(upper), "polygons": polygons})
    return {
        "name": f"{name}, {rows} × {columns}",
        "x": {"start": float(start_x), "step": float(step_x), "count": columns},
        "y": {"start": float(start_y), "step": float(step_y), "count": rows},
        "frame": frame,
        "values": [None if np.isnan(value) else float(value) for value in z.ravel()],
        "lines": [{"level": level, "lines": [flat(line) for line in generator.lines(level)]} for level in levels],
        "filled": filled,
    }


def main():
    write_json("Contouring", "contourpy.json", {
        "source": "Scripts/oracles/contouring.py",
        "cases": [case(index, *arguments) for index, arguments in enumerate(CASES)],
    })


if __name__ == "__main__":
    main()
