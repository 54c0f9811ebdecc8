"""A plain numpy network by the project's rules, which the training and decision boundary oracles share.

theta is flat: for each layer row-major (units out) x (1 + units in), the bias first. Hidden units are sigmoids unless
told otherwise, outputs always; the cost is the binary cross-entropy summed over the outputs and averaged over the points, plus
lambda / (2 m) times the sum of the squared weights without biases.
"""

import numpy as np
from scipy.optimize import fmin_cg
from sklearn.datasets import make_moons


def moons():
    """The default data: 200 points, their labels."""
    np.random.seed(0)
    return make_moons(200, noise=0.2)


def parameter_count(layers):
    return sum(outputs * (1 + inputs) for inputs, outputs in zip(layers, layers[1:]))


def initial_theta(layers, seed=0, activation="sigmoid"):
    """Uniform in +-sqrt 6 / sqrt(inputs + outputs), for relu +-sqrt(6 / inputs); the generator seeded afresh for every
    layer."""
    parts = []
    for inputs, outputs in zip(layers, layers[1:]):
        bound = np.sqrt(6 / inputs) if activation == "relu" else np.sqrt(6) / np.sqrt(inputs + outputs)
        parts.append(np.random.RandomState(seed).uniform(-bound, bound, outputs * (1 + inputs)))
    return np.concatenate(parts)


def weights(theta, layers):
    """One matrix per layer, (units out) x (1 + units in)."""
    matrices, start = [], 0
    for inputs, outputs in zip(layers, layers[1:]):
        size = outputs * (1 + inputs)
        matrices.append(theta[start : start + size].reshape(outputs, 1 + inputs))
        start += size
    return matrices


def sigmoid(z):
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, small) / (1 + small)


def softplus(z):
    return np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))


# By name: the function of the logit, and delta times its derivative, in terms of the function's value.
ACTIVATIONS = {
    "sigmoid": (sigmoid, lambda delta, a: delta * a * (1 - a)),
    "tanh": (np.tanh, lambda delta, a: delta * (1 - a**2)),
    "relu": (lambda z: np.maximum(z, 0), lambda delta, a: np.where(a > 0, delta, 0)),
}


def forward(theta, layers, points, activation="sigmoid"):
    """The logits, and the activations of the input and hidden layers."""
    matrices = weights(theta, layers)
    function, _ = ACTIVATIONS[activation]
    activations = [points]
    for matrix in matrices[:-1]:
        activations.append(function(activations[-1] @ matrix[:, 1:].T + matrix[:, 0]))
    return activations[-1] @ matrices[-1][:, 1:].T + matrices[-1][:, 0], activations


def cost_and_gradient(theta, layers, points, targets, lam, activation="sigmoid"):
    """The cost, from the logits so that it stays finite, and its gradient by backpropagation."""
    logits, activations = forward(theta, layers, points, activation)
    _, backpropagate = ACTIVATIONS[activation]
    matrices = weights(theta, layers)
    count = len(points)
    squares = sum(np.sum(matrix[:, 1:] ** 2) for matrix in matrices)
    cost = np.sum(softplus(logits) - targets * logits) / count + lam / (2 * count) * squares
    delta = (sigmoid(logits) - targets) / count
    parts = []
    for matrix, inputs in zip(reversed(matrices), reversed(activations)):
        part = np.empty_like(matrix)
        part[:, 0] = delta.sum(axis=0)
        part[:, 1:] = delta.T @ inputs + lam / count * matrix[:, 1:]
        parts.append(part.ravel())
        delta = backpropagate(delta @ matrix[:, 1:], inputs)
    return cost, np.concatenate(parts[::-1])


def train(layers, points, labels, lam, seed=0):
    """fmin_cg from the initial theta: the theta reached, and the report of the path."""
    targets = np.eye(layers[-1])[labels]
    start = initial_theta(layers, seed)

    def cost(theta):
        return cost_and_gradient(theta, layers, points, targets, lam)[0]

    def gradient(theta):
        return cost_and_gradient(theta, layers, points, targets, lam)[1]

    costs = []
    with np.errstate(all="ignore"):
        theta, final, calls, gradient_calls, flag = fmin_cg(
            cost, start, gradient, gtol=1e-5, maxiter=200 * len(start), full_output=True, disp=False,
            callback=lambda iterate: costs.append(float(cost(iterate))))
    correct = int(np.sum(np.argmax(forward(theta, layers, points)[0], axis=1) == labels))
    return theta, {
        "layers": layers, "lambda": lam, "initSeed": seed,
        "initialCost": float(cost(start)), "costs": costs[:20],
        "cost": float(final), "accuracy": correct / len(labels), "correct": correct,
        "gradientMaximum": float(np.max(np.abs(gradient(theta)))),
        "iterations": len(costs), "functionCalls": calls, "gradientCalls": gradient_calls, "warnFlag": flag,
    }
