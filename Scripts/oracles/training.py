"""Writes Tests/TrainingTests/Fixtures: costs, gradients and training runs of the numpy network in network.py.

`evaluations.json` has the initial thetas, and cost and gradient there, at random thetas and at very large ones.
`runs.json` has SciPy's fmin_cg on the default data for the sizes that the README reports.
"""

import numpy as np

from fixtures import write_json
from network import cost_and_gradient, initial_theta, moons, parameter_count, train

LAMBDAS = [0, 0.001, 1]
HIDDEN = [1, 2, 3, 4, 5, 20, 50]
# Costs that the project promises for the default data: the conventions are the right ones if these come out.
PROMISED_INITIAL = {
    1: 1.4470220107, 2: 1.4480750433, 3: 1.4489858565, 4: 1.5713248787, 5: 1.5355522004, 20: 1.6431430020,
    50: 1.7690743536,
}
PROMISED_THREE = {1: 1.369100811186, 2: 0.935716551899, 10: 0.629509797409, 20: 0.595782635659}


def extended(theta, layers, points, targets, lam):
    """Cost and gradient with 64 bits of precision, to know how far double precision can be trusted."""
    wide = np.longdouble
    cost, gradient = cost_and_gradient(
        theta.astype(wide), layers, points.astype(wide), targets.astype(wide), wide(lam))
    return cost, gradient


def evaluation(kind, data, theta, layers, points, targets, lam):
    cost, gradient = cost_and_gradient(theta, layers, points, targets, lam)
    wide_cost, wide_gradient = extended(theta, layers, points, targets, lam)
    assert np.isfinite(cost) and np.all(np.isfinite(gradient))
    cost_error = float(abs(cost - wide_cost) / wide_cost)
    gradient_error = float(np.max(np.abs(gradient - wide_gradient)) / np.max(np.abs(wide_gradient)))
    if kind != "large":
        assert cost_error < 1e-13 and gradient_error < 1e-13, (layers, lam, cost_error, gradient_error)
    return {
        "kind": kind, "data": data, "layers": layers, "lambda": lam, "theta": theta.tolist(),
        "cost": float(cost), "gradient": gradient.tolist(),
        "relativeError": {"cost": cost_error, "gradient": gradient_error},
    }


def evaluations(points, labels, random_labels):
    cases = []

    def add(kind, data, theta, layers, lam):
        classes = labels if data == "moons" else random_labels
        cases.append(evaluation(kind, data, theta, layers, points, np.eye(layers[-1])[classes], lam))

    for hidden in HIDDEN:
        layers = [2, hidden, 2]
        add("initial", "moons", initial_theta(layers), layers, 0.001)

    for layers, data, count in [
        ([2, 3, 2], "moons", 20), ([2, 20, 2], "moons", 20), ([2, 4, 3, 2], "moons", 5),
        ([2, 5, 4, 3, 3], "threeClasses", 5), ([2, 7, 3], "threeClasses", 5), ([2, 6, 6, 2], "moons", 5),
    ]:
        generator = np.random.RandomState(len(layers) * 100 + layers[1])
        for index in range(count):
            theta = generator.normal(size=parameter_count(layers)) * 2
            add("random", data, theta, layers, LAMBDAS[index % len(LAMBDAS)])
        for lam in LAMBDAS:
            direction = generator.normal(size=parameter_count(layers))
            add("large", data, direction / np.linalg.norm(direction) * 1e4, layers, lam)
    return cases


def runs(points, labels):
    found = []
    for hidden in HIDDEN:
        _, run = train([2, hidden, 2], points, labels, 0.001)
        found.append(run)
        assert abs(run["initialCost"] - PROMISED_INITIAL[hidden]) < 1e-9, (hidden, run["initialCost"])
        if hidden == 3:
            for iteration, cost in PROMISED_THREE.items():
                assert abs(run["costs"][iteration - 1] - cost) < 1e-9, (iteration, run["costs"])
    for lam in [0.26, 0.28]:
        found.append(train([2, 3, 2], points, labels, lam)[1])
    for hidden in HIDDEN:
        found.append(train([2, hidden, 2], points, labels, 0)[1])
    return found


points, labels = moons()
random_labels = np.random.RandomState(3).randint(0, 3, len(points))
cases = evaluations(points, labels, random_labels)
write_json("Training", "evaluations.json", {
    "about": "kind: initial (the initial theta of initSeed 0), random (normal, deviation 2), large (|theta| = 10^4). "
             "relativeError is numpy's distance from 64-bit precision, of the gradient relative to its largest entry.",
    "points": points.tolist(),
    "labels": {"moons": labels.tolist(), "threeClasses": random_labels.tolist()},
    "evaluations": cases,
})
write_json("Training", "runs.json", {
    "about": "scipy.optimize.fmin_cg with gtol 1e-5 and at most 200 iterations per parameter on the moons data. costs are those "
             "after iterations 1 to 20; gradientMaximum is max|g| at the end; calls count the one at the start.",
    "runs": runs(points, labels),
})
