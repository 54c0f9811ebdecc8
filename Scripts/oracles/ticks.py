"""Ticks of matplotlib's MaxNLocator, without those outside of the range: Tests/PlottingTests/Fixtures/ticks.json."""

import numpy as np
from matplotlib.ticker import MaxNLocator

import fixtures

STEPS = [1, 2, 2.5, 5, 10]

# Limits of an axis and the greatest number of bins. Left out: limits of 1e-300, which matplotlib takes for an empty range, and
# 0.4 to 0.6 in one bin, where its sums miss the upper end by rounding and it answers with two bins.
CASES = [
    # plain data
    (0, 1, 1), (0, 1, 2), (0, 1, 3), (0, 1, 4), (0, 1, 5), (0, 1, 9), (0, 1, 10), (0, 1, 20),
    (-1.85462041, 2.74537959, 10), (-1.85462041, 2.74537959, 9), (-1.85462041, 2.74537959, 3),
    (-1.43206382, 1.83793618, 10), (-1.43206382, 1.83793618, 5), (0, 10, 7), (0, 100, 9), (3.7, 9.2, 6),
    (12.3, 98.7, 8), (0.05, 0.35, 4), (-0.5, 0.5, 10), (1, 8, 9), (4.3, 7.9, 10), (0, 24, 6), (0, 360, 8),
    # straddling zero, unevenly
    (-0.001, 10, 5), (-7, 0.3, 6), (-1e-9, 1e-9, 4), (-250, 1, 9), (-1e6, 3e6, 7),
    # negative
    (-9.2, -3.7, 6), (-1e12, -1e11, 5), (-0.35, -0.05, 4), (-1.0000004, -1.0000001, 5),
    # tiny and huge
    (0, 1e-12, 5), (1e-12, 9e-12, 8), (-3e-250, 4e-250, 6), (0, 1e12, 9), (1e12, 9.5e12, 8), (-2e300, 2e300, 7),
    # a small range far from zero
    (1000000.1, 1000000.4, 4), (1000000.1, 1000000.4, 9), (-1000000.4, -1000000.1, 6), (1e9, 1e9 + 7, 8),
    (99999.5, 100000.5, 10), (1.5e12, 1.5e12 + 40, 5), (273.15, 273.16, 5), (2019.2, 2024.9, 6),
    # no room
    (0.4, 0.62, 1), (1.1, 1.9, 1), (2.3, 2.9, 1), (0.26, 0.49, 1), (11, 19, 1), (-0.4, 0.3, 1), (101, 198, 1), (3.1, 3.3, 2),
]


def random_cases(count=300):
    """Limits of every size and place, and one to twelve bins."""
    random = np.random.RandomState(0)
    for _ in range(count):
        width = 10 ** random.uniform(-6, 6) * random.uniform(1, 10)
        lower = random.uniform(-1, 1) * width * 10 ** random.uniform(-1, 4)
        yield lower, lower + width, int(random.randint(1, 13))


def ticks(lower, upper, bin_count):
    """The locator's ticks in the range; one that misses an end by rounding alone counts as inside."""
    values = MaxNLocator(nbins=bin_count, steps=STEPS).tick_values(lower, upper)
    tolerance = 1e-9 * (values[1] - values[0])
    return values[(values >= lower - tolerance) & (values <= upper + tolerance)]


cases = [
    {"lower": float(lower), "upper": float(upper), "binCount": bin_count, "ticks": ticks(lower, upper, bin_count)}
    for lower, upper, bin_count in [*CASES, *random_cases()]
]
fixtures.write_json("Plotting", "ticks.json", {"cases": cases})
