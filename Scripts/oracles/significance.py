"""Writes Tests/ModelSelectionTests/Fixtures/significance.json: scipy's Wilson intervals and exact binomial tests.

McNemar's exact test of b and c points is the two-sided binomial test of b among b + c at one half. Its p-values are
those of mpmath's sum with fifty digits, which scipy's must equal to its own accuracy.
"""

import mpmath
from scipy.stats import binomtest

from fixtures import write_json

mpmath.mp.dps = 50

SHARES = [
    (0, 1), (1, 1), (0, 10), (3, 10), (10, 10), (57, 60), (59, 60), (60, 60), (1, 137), (140, 200), (499, 500),
    (1234, 5000), (99_999, 100_000), (500_000, 1_000_000),
]
COUNTS = (
    [(b, c) for b in range(9) for c in range(9)]
    + [(20, 32), (0, 60), (25, 26), (100, 137), (137, 100), (7, 400), (480, 560), (1000, 1000), (1000, 1001)]
    + [(2400, 2600), (2000, 3000), (300, 1000), (9000, 9500), (0, 1070), (4000, 6000)]
)


def wilson(k, n):
    interval = binomtest(k, n).proportion_ci(confidence_level=0.95, method="wilson")
    return {"successes": k, "count": n, "low": interval.low, "high": interval.high}


def mcnemar(b, c):
    n = b + c
    exact = min(mpmath.mpf(1), 2 * mpmath.fsum(mpmath.binomial(n, k) for k in range(min(b, c) + 1)) / mpmath.mpf(2) ** n)
    p = 1.0 if n == 0 else binomtest(b, n, 0.5).pvalue
    assert abs(p - exact) <= 1e-9 * exact, (b, c, p, exact)
    return {"first": b, "second": c, "p": p, "exact": float(exact)}


write_json("ModelSelection", "significance.json", {
    "about": "intervals: scipy.stats.binomtest(successes, count).proportion_ci(0.95, 'wilson'). tests: p is "
             "scipy.stats.binomtest(first, first + second, 0.5).pvalue, exact the same sum with fifty digits.",
    "intervals": [wilson(k, n) for k, n in SHARES],
    "tests": [mcnemar(b, c) for b, c in COUNTS],
})
