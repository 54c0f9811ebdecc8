"""Writes the results of numpy for each activation, with one to three hidden layers and two to five classes.

Tests/TrainingTests/Fixtures/activations.json has the initial thetas, and costs and gradients at random ones;
Tests/TrainingTests/Fixtures/grid-activations.json the classes and fields of random networks over a grid.
"""

import numpy as np
from sklearn.metrics import log_loss

from fixtures import write_json
from network import ACTIVATIONS, cost_and_gradient, forward, initial_theta, moons, parameter_count, sigmoid

LAYERS = [[2, 3, 2], [2, 8, 3], [2, 8, 8, 2], [2, 5, 4, 5], [2, 16, 8, 4, 2], [2, 4, 3, 3, 4]]
LAMBDAS = [0, 0.001, 1]
points, _ = moons()
points = points[:60]


def evaluation(activation, layers, theta, lam, labels):
    targets = np.eye(layers[-1])[labels]
    cost, gradient = cost_and_gradient(theta, layers, points, targets, lam, activation)
    wide = np.longdouble
    wide_cost, wide_gradient = cost_and_gradient(
        theta.astype(wide), layers, points.astype(wide), targets.astype(wide), wide(lam), activation)
    assert abs(cost - wide_cost) < 1e-13 * wide_cost
    assert np.max(np.abs(gradient - wide_gradient)) < 1e-13 * np.max(np.abs(wide_gradient))

    # Every output is a classifier of its own.
    outputs = sigmoid(forward(theta, layers, points, activation)[0])
    assert np.all(np.abs(outputs - 0.5) < 0.5 - 1e-14)
    cross_entropy = sum(log_loss(labels == k, outputs[:, k], labels=[False, True]) for k in range(layers[-1]))
    if lam == 0:
        assert abs(cost - cross_entropy) < 1e-13 * cost
    return {
        "activation": activation, "layers": layers, "lambda": lam, "labels": labels, "theta": theta,
        "cost": float(cost), "gradient": gradient, "crossEntropy": float(cross_entropy),
    }


def evaluations():
    generator = np.random.RandomState(8)
    for activation in ACTIVATIONS:
        for index, layers in enumerate(LAYERS):
            labels = generator.randint(0, layers[-1], len(points))
            for lam in LAMBDAS if index < 4 else [0.001]:
                theta = generator.normal(size=parameter_count(layers))
                yield evaluation(activation, layers, theta, lam, labels)


write_json("Training", "activations.json", {
    "about": "cost and gradient at normal thetas; crossEntropy is the sum of sklearn.metrics.log_loss over the outputs. "
             "initial has the initial thetas of seed 0.",
    "points": points, "evaluations": list(evaluations()),
    "initial": [
        {"activation": activation, "layers": layers, "theta": initial_theta(layers, 0, activation)}
        for activation in ACTIVATIONS for layers in LAYERS[1:5]
    ],
})

STEP, COUNTS = 0.0625, (75, 53)
xs, ys = (-2 + STEP * np.arange(count) for count in COUNTS)
grid_points = np.column_stack([axis.ravel() for axis in np.meshgrid(xs, ys)])


def network(activation, layers, seed):
    """The first random theta for which every class has at least a twentieth of the grid."""
    generator, counts = np.random.RandomState(seed), [0]
    while min(counts) < len(grid_points) / 20:
        theta = generator.normal(size=parameter_count(layers)) * 2
        logits, _ = forward(theta, layers, grid_points, activation)
        counts = np.bincount(np.argmax(logits, axis=1), minlength=layers[-1])
    response = np.column_stack([
        logits[:, k:].max(axis=1) - logits[:, :k].max(axis=1) for k in range(1, layers[-1])])
    return {
        "name": f"{activation}, layers {layers}", "activation": activation, "layers": layers, "theta": theta,
        "classCounts": counts, "nearTies": int(np.sum(np.any(np.abs(response) < 1e-12, axis=1))),
        "values": [
            {"row": row, "column": column, "fields": response[row * COUNTS[0] + column]}
            for row in range(0, COUNTS[1], 13) for column in range(0, COUNTS[0], 24)],
    }


write_json("Training", "grid-activations.json", {
    "about": "Over the grid: the points of every class, the number of points where a field lies within 1e-12 of 0, and "
             "the fields d_k at some points. Column follows x, row follows y.",
    "grid": {axis: {"start": -2, "step": STEP, "count": count} for axis, count in zip("xy", COUNTS)},
    "networks": [network(activation, layers, 1) for activation in ACTIVATIONS for layers in LAYERS],
})
