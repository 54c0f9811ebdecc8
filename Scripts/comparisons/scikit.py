"""The same pictures as people make them today: scikit-learn's MLPClassifier and DecisionBoundaryDisplay.

    scikit.py [FOLDER]

For each hidden layer size it trains a network on the two moons with L-BFGS and draws its classes over a grid, with the points on
top, into FOLDER (by default a temporary one). It prints a row per size.

Data, sizes, penalty (its alpha is our lambda), tolerance of the gradient and picture size are those of `boundaryplot`. The
library offers no choice in the differences, which are to its advantage: one output instead of one per class, and a search that
also ends when the cost hardly falls. Its grid has as many points in x as in y: 389 x 389 are as many as our 461 x 328. It does
not report its evaluations of the cost.
"""

import argparse
import tempfile
import time
from pathlib import Path

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
from sklearn.inspection import DecisionBoundaryDisplay
from sklearn.neural_network import MLPClassifier

from task import DPI, HIDDEN, LAMBDA, MARGIN, SIZE, TOLERANCE, mesh, moons


def draw(classifier, hidden, points, labels, resolution, path):
    _, axes = plt.subplots(figsize=SIZE)
    DecisionBoundaryDisplay.from_estimator(
        classifier, points, ax=axes, eps=MARGIN, grid_resolution=resolution, response_method="predict",
        cmap="Spectral")
    axes.scatter(points[:, 0], points[:, 1], c=labels, cmap="Spectral")
    axes.set_title(f"Decision Boundary for hidden layer size {hidden}")
    plt.savefig(path, dpi=DPI)
    plt.close()


def main(folder):
    points, labels = moons()
    resolution = round(np.sqrt(mesh(points)[0].size))
    print("hidden      cost  accuracy  iterations  evaluations  seconds")
    for hidden in HIDDEN:
        begin = time.perf_counter()
        classifier = MLPClassifier(
            hidden_layer_sizes=(hidden,), activation="logistic", solver="lbfgs", alpha=LAMBDA, tol=TOLERANCE,
            max_iter=100_000, max_fun=100_000, random_state=0)
        classifier.fit(points, labels)
        seconds = time.perf_counter() - begin
        accuracy = classifier.score(points, labels)
        draw(classifier, hidden, points, labels, resolution, folder / f"boundary-hidden-{hidden}.png")
        print(f"{hidden:6} {classifier.loss_:9.6f}  {accuracy:8.3f}  {classifier.n_iter_:10}  {'-':>11}  {seconds:7.3f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", metavar="FOLDER")
    options = parser.parse_args()
    if options.folder:
        main(options.folder)
    else:
        with tempfile.TemporaryDirectory() as temporary:
            main(Path(temporary))
