"""The inner pieces of the work in numpy, contourpy and Matplotlib, each warm, in this process: a line of JSON for each.

    pieces.py SUMMARY [SECONDS [GREATEST-POINT-COUNT]]

SUMMARY is what `boundaryplot --hidden 3,20,100 --json` wrote: both sides work on the same networks. Each piece is run once to
warm up and then for SECONDS (0.1), once more at the least; its time is the median.

Each is what one would write for speed without leaving these libraries: whole arrays, no loops, a forward pass shared by cost
and gradient, products by BLAS with all its threads.
"""

import io
import json
import sys
import time

import contourpy
import matplotlib
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image
from sklearn.datasets import make_moons

from task import DPI, LAMBDA, SIZE, mesh, moons


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def split(theta, hidden):
    """The two layers' matrices, a row per unit, its bias first."""
    return theta[: 3 * hidden].reshape(hidden, 3), theta[3 * hidden :].reshape(2, 1 + hidden)


def evaluate(theta, hidden, points, targets):
    """Cost, from the logits, and gradient by backpropagation."""
    first, second = split(theta, hidden)
    activations = sigmoid(points @ first[:, 1:].T + first[:, 0])
    z = activations @ second[:, 1:].T + second[:, 0]
    loss = np.sum(np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z))) - targets * z)
    penalty = LAMBDA / 2 * (np.sum(first[:, 1:] ** 2) + np.sum(second[:, 1:] ** 2))
    delta = sigmoid(z) - targets
    second_gradient = np.column_stack([delta.sum(axis=0), delta.T @ activations + LAMBDA * second[:, 1:]])
    delta = delta @ second[:, 1:] * activations * (1 - activations)
    first_gradient = np.column_stack([delta.sum(axis=0), delta.T @ points + LAMBDA * first[:, 1:]])
    gradient = np.concatenate([first_gradient.ravel(), second_gradient.ravel()]) / len(points)
    return (loss + penalty) / len(points), gradient


def response(theta, hidden, points):
    """The difference of the two logits, whose sign is the class."""
    first, second = split(theta, hidden)
    z = sigmoid(points @ first[:, 1:].T + first[:, 0]) @ second[:, 1:].T + second[:, 0]
    return z[:, 1] - z[:, 0]


def report(piece, hidden, points, unit_points, work, budget):
    work()
    samples, end = [], time.perf_counter() + budget
    while not samples or time.perf_counter() < end:
        start = time.perf_counter_ns()
        work()
        samples.append(time.perf_counter_ns() - start)
    print(json.dumps({
        "stage": piece, "hidden": hidden, "points": points, "unitPoints": unit_points,
        "nanoseconds": sorted(samples)[len(samples) // 2],
    }), flush=True)


def evaluations(budget, greatest):
    for count in [200, 10_000, 1_000_000]:
        if count > greatest:
            continue
        np.random.seed(0)
        points, labels = make_moons(count, noise=0.2)
        targets = np.eye(2)[labels]
        for hidden in [3, 20, 100]:
            theta = np.random.RandomState(0).uniform(-1, 1, 5 * hidden + 2)
            report("evaluation", hidden, count, hidden * count, lambda: evaluate(theta, hidden, points, targets), budget)


def grids(networks, budget):
    """The response of each network over the grid."""
    xx, yy = mesh(moons()[0])
    points = np.column_stack([xx.ravel(), yy.ravel()])
    for hidden, theta in networks.items():
        report("grid", hidden, len(points), hidden * len(points), lambda: response(theta, hidden, points), budget)
    return xx, yy, {hidden: response(theta, hidden, points).reshape(xx.shape) for hidden, theta in networks.items()}


def pictures(xx, yy, field, hidden, budget):
    """The contours, the drawing of a figure that holds them, and the PNG file, all on one thread."""

    def contour():
        generator = contourpy.contour_generator(xx, yy, field)
        return generator.filled(0, np.inf), generator.lines(0)

    report("contour", hidden, field.size, field.size, contour, budget)

    points, labels = moons()
    figure = Figure(figsize=SIZE, dpi=DPI)
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    axes.contourf(xx, yy, field > 0, cmap="Spectral")
    axes.scatter(points[:, 0], points[:, 1], c=labels, cmap="Spectral")
    axes.set_title(f"Decision Boundary for hidden layer size {hidden}")
    pixels = canvas.get_width_height()[0] * canvas.get_width_height()[1]
    report("draw", hidden, pixels, pixels, canvas.draw, budget)

    picture = Image.fromarray(np.asarray(canvas.buffer_rgba()))
    report("png", hidden, pixels, pixels, lambda: picture.save(io.BytesIO(), format="png", dpi=(DPI, DPI)), budget)


def main(summary, budget=0.1, greatest=1e6):
    matplotlib.use("Agg")
    with open(summary, encoding="utf-8") as file:
        runs = json.load(file)["runs"]
    evaluations(float(budget), float(greatest))
    xx, yy, fields = grids({int(run["hidden"]): np.array(run["theta"]) for run in runs}, float(budget))
    for hidden in [3, 20]:
        pictures(xx, yy, fields[hidden], hidden, float(budget))


if __name__ == "__main__":
    main(*sys.argv[1:])
