"""The program that `boundaryplot` follows, as a reader of the article would run it: numpy, SciPy's fmin_cg, matplotlib.

    article.py [--stable] [FOLDER]

For each hidden layer size it trains a network on the two moons, evaluates `predict` over a grid, and draws the regions with
the points on top into FOLDER (by default a temporary one). It prints a row per size.

Written for the comparison from the article's description, and nowhere slower than the article: products and sums are numpy's,
over all points at once. Cost and gradient are functions of their own, each with its forward pass, because the article gives
them to `fmin_cg` in this way.

The cost is the textbook's, -y log(a) - (1 - y) log(1 - a), and is kept although it is not finite: with 20 units some output
rounds to exactly 0 or 1 on the path, 0 * log(0) is NaN, and `fmin_cg` spends a good part of its time there. `--stable`
takes the cost from the logits instead, softplus(z) - y z, which is the same function and always finite.
"""

import argparse
import tempfile
import time
from pathlib import Path

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
from scipy.optimize import fmin_cg

from task import DPI, HIDDEN, LAMBDA, SIZE, TOLERANCE, mesh, moons


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def initial_theta(hidden):
    """Uniform in +-sqrt 6 / sqrt(inputs + outputs), the generator seeded afresh for each of the two layers."""
    parts = []
    for inputs, outputs in [(2, hidden), (hidden, 2)]:
        np.random.seed(0)
        bound = np.sqrt(6) / np.sqrt(inputs + outputs)
        parts.append(np.random.uniform(-bound, bound, outputs * (1 + inputs)))
    return np.concatenate(parts)


class Network:
    """The functions of theta for one hidden layer size. A layer's matrix has a row per unit, its bias first."""

    def __init__(self, hidden, points, labels, stable):
        self.hidden = hidden
        self.inputs = np.column_stack([np.ones(len(points)), points])
        self.targets = np.eye(2)[labels]
        self.stable = stable

    def matrices(self, theta):
        split = 3 * self.hidden
        return theta[:split].reshape(self.hidden, 3), theta[split:].reshape(2, 1 + self.hidden)

    def forward(self, theta, inputs):
        """The activations of the hidden layer, a column of ones before them, and the logits of the outputs."""
        first, second = self.matrices(theta)
        activations = np.column_stack([np.ones(len(inputs)), sigmoid(inputs @ first.T)])
        return activations, activations @ second.T

    def cost(self, theta):
        first, second = self.matrices(theta)
        y = self.targets
        _, z = self.forward(theta, self.inputs)
        if self.stable:
            loss = np.sum(np.logaddexp(0, z) - y * z)
        else:
            a = sigmoid(z)
            loss = np.sum(-y * np.log(a) - (1 - y) * np.log(1 - a))
        penalty = LAMBDA / 2 * (np.sum(first[:, 1:] ** 2) + np.sum(second[:, 1:] ** 2))
        return (loss + penalty) / len(y)

    def gradient(self, theta):
        """By backpropagation."""
        first, second = self.matrices(theta)
        activations, z = self.forward(theta, self.inputs)
        output_delta = sigmoid(z) - self.targets
        hidden = activations[:, 1:]
        hidden_delta = output_delta @ second[:, 1:] * hidden * (1 - hidden)
        first_gradient, second_gradient = hidden_delta.T @ self.inputs, output_delta.T @ activations
        first_gradient[:, 1:] += LAMBDA * first[:, 1:]
        second_gradient[:, 1:] += LAMBDA * second[:, 1:]
        return np.concatenate([first_gradient.ravel(), second_gradient.ravel()]) / len(self.inputs)

    def predict(self, theta, points):
        """The class of each point: the larger output."""
        inputs = np.column_stack([np.ones(len(points)), points])
        return np.argmax(self.forward(theta, inputs)[1], axis=1)


def draw(network, theta, points, labels, path):
    xx, yy = mesh(points)
    classes = network.predict(theta, np.column_stack([xx.ravel(), yy.ravel()])).reshape(xx.shape)
    plt.figure(figsize=SIZE)
    plt.contourf(xx, yy, classes, cmap=plt.cm.Spectral)
    plt.scatter(points[:, 0], points[:, 1], c=labels, cmap=plt.cm.Spectral)
    plt.title(f"Decision Boundary for hidden layer size {network.hidden}")
    plt.savefig(path, dpi=DPI)
    plt.close()


def main(folder, stable):
    points, labels = moons()
    print("hidden      cost  accuracy  iterations  evaluations  seconds")
    for hidden in HIDDEN:
        network = Network(hidden, points, labels, stable)
        start = initial_theta(hidden)
        iterations = 0

        def count(_):
            nonlocal iterations
            iterations += 1

        begin = time.perf_counter()
        # The overflows and NaNs of the textbook's cost are known; a line on each would only slow the program down.
        with np.errstate(all="ignore"):
            theta, cost, evaluations, *_ = fmin_cg(
                network.cost, start, network.gradient, gtol=TOLERANCE, full_output=True, disp=False, callback=count)
        seconds = time.perf_counter() - begin
        accuracy = np.mean(network.predict(theta, points) == labels)
        draw(network, theta, points, labels, folder / f"boundary-hidden-{hidden}.png")
        print(f"{hidden:6} {cost:9.6f}  {accuracy:8.3f}  {iterations:10}  {evaluations:11}  {seconds:7.3f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", metavar="FOLDER")
    parser.add_argument("--stable", action="store_true", help="take the cost from the logits, so that it stays finite")
    options = parser.parse_args()
    if options.folder:
        main(options.folder, options.stable)
    else:
        with tempfile.TemporaryDirectory() as temporary:
            main(Path(temporary), options.stable)
