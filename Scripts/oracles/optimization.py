"""Writes Tests/OptimizationTests/Fixtures: SciPy's conjugate gradient and line searches on functions from the literature.

`conjugate-gradient.json` has fmin_cg's path, `line-search.json` the trials of the Moré-Thuente search (DCSRCH) and of the
search that fmin_cg falls back on (Nocedal & Wright, algorithms 3.5 and 3.6).

Sources of the functions: Moré, Garbow & Hillstrom, Testing unconstrained optimization software, ACM TOMS 7 (1981);
Moré & Thuente, Line search algorithms with guaranteed sufficient decrease, ACM TOMS 20 (1994), section 5.
"""

import math
import warnings

import numpy as np
from scipy.optimize import fmin_cg
from scipy.optimize._dcsrch import DCSRCH
from scipy.optimize._linesearch import scalar_search_wolfe2

from fixtures import write_json

warnings.simplefilter("ignore")
EARLY = 15


# Objectives. Products instead of powers, in the order of the text, so that any language can give the same bits.

def rosenbrock(x):
    """sum over i of 100 (x[i+1] - x[i]^2)^2 + (1 - x[i])^2"""
    value, gradient = 0.0, [0.0] * len(x)
    for i in range(len(x) - 1):
        rise, rest = x[i + 1] - x[i] * x[i], 1 - x[i]
        value += 100 * (rise * rise) + rest * rest
        gradient[i] += -400 * x[i] * rise - 2 * rest
        gradient[i + 1] += 200 * rise
    return value, gradient


def quadratic(x):
    """sum over i of (i + 1) (x[i] - 1)^2 / 2, plus (sum of x)^2 / 2"""
    total = 0.0
    for each in x:
        total += each
    value, gradient = total * total / 2, []
    for i, each in enumerate(x):
        value += (i + 1) * ((each - 1) * (each - 1)) / 2
        gradient.append((i + 1) * (each - 1) + total)
    return value, gradient


def beale(x):
    """sum over i = 1, 2, 3 of (c[i] - x[0] (1 - x[1]^i))^2 with c = 1.5, 2.25, 2.625"""
    value, gradient, power, below = 0.0, [0.0, 0.0], x[1], 1.0
    for i, constant in enumerate([1.5, 2.25, 2.625], start=1):
        residual = constant - x[0] * (1 - power)
        value += residual * residual
        gradient[0] += -2 * residual * (1 - power)
        gradient[1] += 2 * residual * x[0] * i * below
        power, below = power * x[1], power
    return value, gradient


def powell_singular(x):
    """(x0 + 10 x1)^2 + 5 (x2 - x3)^2 + (x1 - 2 x2)^4 + 10 (x0 - x3)^4"""
    a, b, c, d = x[0] + 10 * x[1], x[2] - x[3], x[1] - 2 * x[2], x[0] - x[3]
    value = a * a + 5 * (b * b) + (c * c) * (c * c) + 10 * ((d * d) * (d * d))
    c3, d3 = c * c * c, d * d * d
    return value, [2 * a + 40 * d3, 20 * a + 4 * c3, 10 * b - 8 * c3, -10 * b - 40 * d3]


def wood(x):
    """100 (x1 - x0^2)^2 + (1 - x0)^2 + 90 (x3 - x2^2)^2 + (1 - x2)^2 + 10 (x1 + x3 - 2)^2 + (x1 - x3)^2 / 10"""
    a, b, c, d = x[1] - x[0] * x[0], 1 - x[0], x[3] - x[2] * x[2], 1 - x[2]
    e, f = x[1] + x[3] - 2, x[1] - x[3]
    value = 100 * (a * a) + b * b + 90 * (c * c) + d * d + 10 * (e * e) + f * f / 10
    return value, [
        -400 * x[0] * a - 2 * b, 200 * a + 20 * e + f / 5, -360 * x[2] * c - 2 * d, 180 * c + 20 * e - f / 5]


def freudenstein_roth(x):
    """(-13 + x0 + ((5 - x1) x1 - 2) x1)^2 + (-29 + x0 + ((x1 + 1) x1 - 14) x1)^2"""
    a = -13 + x[0] + ((5 - x[1]) * x[1] - 2) * x[1]
    b = -29 + x[0] + ((x[1] + 1) * x[1] - 14) * x[1]
    return a * a + b * b, [
        2 * a + 2 * b, 2 * a * ((10 - 3 * x[1]) * x[1] - 2) + 2 * b * ((3 * x[1] + 2) * x[1] - 14)]


def brown_badly_scaled(x):
    """(x0 - 10^6)^2 + (x1 - 2 10^-6)^2 + (x0 x1 - 2)^2"""
    a, b, c = x[0] - 1e6, x[1] - 2e-6, x[0] * x[1] - 2
    return a * a + b * b + c * c, [2 * a + 2 * c * x[1], 2 * b + 2 * c * x[0]]


def kink(x):
    """sum over i of (i + 1) |x[i]|, whose gradient never gets small"""
    value, gradient = 0.0, []
    for i, each in enumerate(x):
        value += (i + 1) * abs(each)
        gradient.append(float(i + 1) if each >= 0 else -float(i + 1))
    return value, gradient


def linear(x):
    """x0 + 2 x1, which has no minimum"""
    return x[0] + 2 * x[1], [1.0, 2.0]


RUNS = [
    (rosenbrock, [-1.2, 1.0], {}),
    (rosenbrock, [-1.2, 1.0] * 5, {}),
    (rosenbrock, [2.0, -3.0, 0.5], {}),
    (quadratic, [0.0] * 8, {}),
    (quadratic, [3.0, -2.0, 5.0, 10.0], {}),
    (beale, [1.0, 1.0], {}),
    (beale, [0.0, 0.0], {}),
    (powell_singular, [3.0, -1.0, 0.0, 1.0], {}),
    (wood, [-3.0, -1.0, -3.0, -1.0], {}),
    (freudenstein_roth, [0.5, -2.0], {}),
    (freudenstein_roth, [6.0, 5.0], {}),
    (brown_badly_scaled, [1.0, 1.0], {}),
    # A start at the minimum, and ends for other reasons than a small gradient.
    (rosenbrock, [1.0, 1.0], {}),
    (rosenbrock, [-1.2, 1.0], {"maxiter": 7}),
    (wood, [-3.0, -1.0, -3.0, -1.0], {"gtol": 1e-2}),
    (kink, [1.0, 0.7], {}),
    (linear, [0.0, 0.0], {}),
]


def finite(number):
    """The number, or None if JSON cannot express it."""
    return float(number) if number is not None and math.isfinite(number) else None


def conjugate_gradient(objective, start, options):
    settings = {"gtol": 1e-5, "maxiter": 200 * len(start), **options}
    _, value, calls, gradient_calls, flag, iterates = fmin_cg(
        lambda x: objective(x.tolist())[0], start, lambda x: np.array(objective(x.tolist())[1]),
        full_output=True, disp=False, retall=True, **settings)
    return {
        "function": objective.__name__, "formula": objective.__doc__, "start": start,
        "tolerance": settings["gtol"], "maximumIterations": settings["maxiter"],
        "startValue": objective(start)[0],
        "iterates": [each.tolist() for each in iterates[1 : EARLY + 1]],
        "values": [finite(objective(each.tolist())[0]) for each in iterates[1 : EARLY + 1]],
        "final": [finite(each) for each in iterates[-1]], "finalValue": finite(value),
        "iterations": len(iterates) - 1, "functionCalls": calls, "gradientCalls": gradient_calls, "warnFlag": flag,
    }


# Functions of the step length: Moré & Thuente's six by their numbers, then two on which a search must give up.

def ratio(alpha, beta):
    """-alpha / (alpha^2 + beta)"""
    below = alpha * alpha + beta
    return -alpha / below, (alpha * alpha - beta) / (below * below)


def quintic(alpha, beta):
    """(alpha + beta)^5 - 2 (alpha + beta)^4"""
    t = alpha + beta
    t3 = t * t * t
    return t3 * t * t - 2 * (t3 * t), 5 * (t3 * t) - 8 * t3


def oscillating(alpha, beta, l):
    """phi0(alpha) + 2 (1 - beta) / (l pi) sin(l pi alpha / 2), where phi0 is 1 - alpha up to 1 - beta, alpha - 1 from
    1 + beta, and (alpha - 1)^2 / (2 beta) + beta / 2 between"""
    if alpha <= 1 - beta:
        value, slope = 1 - alpha, -1.0
    elif alpha >= 1 + beta:
        value, slope = alpha - 1, 1.0
    else:
        value, slope = (alpha - 1) * (alpha - 1) / (2 * beta) + beta / 2, (alpha - 1) / beta
    angle = l * math.pi / 2 * alpha
    return (value + 2 * (1 - beta) / (l * math.pi) * math.sin(angle), slope + (1 - beta) * math.cos(angle))


def yanai(alpha, beta1, beta2):
    """g(beta1) sqrt((1 - alpha)^2 + beta2^2) + g(beta2) sqrt(alpha^2 + beta1^2), where g(beta) = sqrt(1 + beta^2) - beta"""
    gamma1, gamma2 = math.sqrt(1 + beta1 * beta1) - beta1, math.sqrt(1 + beta2 * beta2) - beta2
    root1 = math.sqrt((1 - alpha) * (1 - alpha) + beta2 * beta2)
    root2 = math.sqrt(alpha * alpha + beta1 * beta1)
    return gamma1 * root1 + gamma2 * root2, gamma1 * (alpha - 1) / root1 + gamma2 * alpha / root2


def falling(alpha):
    """-alpha, which falls for ever"""
    return -alpha, -1.0


def bent(alpha):
    """|alpha - 1|, whose slope is never small"""
    return abs(alpha - 1), -1.0 if alpha < 1 else 1.0


SEARCHES = [
    (1, ratio, {"beta": 2.0}, 0.001, 0.1),
    (2, quintic, {"beta": 0.004}, 0.1, 0.1),
    (3, oscillating, {"beta": 0.01, "l": 39.0}, 0.1, 0.1),
    (4, yanai, {"beta1": 0.001, "beta2": 0.001}, 0.001, 0.001),
    (5, yanai, {"beta1": 0.01, "beta2": 0.001}, 0.001, 0.001),
    (6, yanai, {"beta1": 0.001, "beta2": 0.01}, 0.001, 0.001),
    (None, falling, {}, 1e-4, 0.4),
    (None, bent, {}, 1e-4, 0.4),
]

# The numbers of evaluations in tables I to VI of Moré & Thuente, for the four first steps: the search is the one they describe.
PUBLISHED = {
    1: [6, 3, 1, 4], 2: [12, 8, 8, 11], 3: [12, 12, 10, 13], 4: [4, 1, 3, 4], 5: [6, 3, 7, 8], 6: [13, 11, 8, 11]}


def trials(alphas, function):
    return [{"alpha": alpha, "value": finite(function(alpha)[0]), "slope": finite(function(alpha)[1])} for alpha in alphas]


def search(number, function, parameters, decrease, curvature, first_step):
    """One DCSRCH search; the step is None if it finds none."""
    def phi(alpha):
        return function(alpha, *parameters.values())

    tried = []

    def value(alpha):
        tried.append(float(alpha))
        return phi(float(alpha))[0]

    bounds = {"xtol": 1e-14, "stpmin": 1e-100, "stpmax": 1e100}
    step, _, _, task = DCSRCH(value, lambda alpha: phi(float(alpha))[1], decrease, curvature, **bounds)(
        first_step, *phi(0.0), maxiter=100)
    return {
        "number": number, "function": function.__name__, "formula": " ".join(function.__doc__.split()),
        "parameters": parameters, "sufficientDecrease": decrease, "curvature": curvature,
        "relativeWidth": bounds["xtol"], "minimumStep": bounds["stpmin"], "maximumStep": bounds["stpmax"],
        "maximumRounds": 100, "firstStep": first_step, "startValue": phi(0.0)[0], "startSlope": phi(0.0)[1],
        "step": finite(step), "task": task.decode() if isinstance(task, bytes) else task,
        "evaluations": len(tried), "trials": trials(tried, phi),
    }


def fallback(number, function, parameters, decrease, curvature, first_step):
    """One search by Nocedal & Wright's 3.5 and 3.6, its first step steered by the value before."""
    def phi(alpha):
        return function(alpha, *parameters.values())

    tried = []

    def value(alpha):
        tried.append(float(alpha))
        return phi(float(alpha))[0]

    start_value, start_slope = phi(0.0)
    previous = start_value - first_step * start_slope / 2.02
    step, step_value, _, step_slope = scalar_search_wolfe2(
        value, lambda alpha: phi(float(alpha))[1], start_value, previous, start_slope, c1=decrease, c2=curvature, amax=1e100)
    return {
        "number": number, "function": function.__name__, "formula": " ".join(function.__doc__.split()),
        "parameters": parameters, "sufficientDecrease": decrease, "curvature": curvature, "maximumStep": 1e100,
        "firstStep": first_step, "previousValue": previous, "startValue": start_value, "startSlope": start_slope,
        "step": finite(step), "value": finite(step_value), "slope": finite(step_slope),
        "evaluations": len(tried), "trials": trials(tried, phi),
    }


write_json("Optimization", "conjugate-gradient.json", {
    "about": "scipy.optimize.fmin_cg. iterates and values are those after iterations 1 to 15; warnFlag is 0 for converged, "
             "1 for the iteration limit, 2 for a failed line search, 3 for a value that is not finite.",
    "runs": [conjugate_gradient(*each) for each in RUNS],
})
more_thuente = [
    search(*case[:3], *constants, first)
    for case in SEARCHES for constants in dict.fromkeys([case[3:], (1e-4, 0.4)]) for first in [1e-3, 1e-1, 1e1, 1e3]]
for number, *_, decrease, curvature in SEARCHES:
    found = [each["evaluations"] for each in more_thuente
             if each["number"] == number and (each["sufficientDecrease"], each["curvature"]) == (decrease, curvature)]
    assert number is None or found == PUBLISHED[number], (number, found)
write_json("Optimization", "line-search.json", {
    "about": "number is that of Moré & Thuente's section 5, null elsewhere. trials are the steps tried, in order, without the "
             "start at 0; step is null where the search ended without one. moreThuente is SciPy's DCSRCH, "
             "nocedalWright its scalar_search_wolfe2 with the first step min(1, 2.02 (value - previous) / slope).",
    "moreThuente": more_thuente,
    "nocedalWright": [
        fallback(*case[:3], *constants, first)
        for case in SEARCHES for constants in dict.fromkeys([case[3:], (1e-4, 0.4)]) for first in [1e-3, 1e-1, 1.0]
        if constants[0] < constants[1]],
})
