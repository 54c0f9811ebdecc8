"""Answers of scikit-learn's classifiers at points and over grids, with the areas of their regions by contourpy.

Writes Tests/DecisionBoundaryTests/Fixtures/classifiers/{moons,iris,wine}.json. Each file has

    data         the arguments of boundaryplot that name the data
    classNames   the names of the K classes, in the order of their indices
    points       the points in the order of `boundaryplot data`: [x, y, x, y, ...]; those of moons are numpy's, whose sine
                 differs in the last bit at some of them
    labels       the classes of the points: a string with a digit for each, the index of its class
    limits       [least x, greatest x, least y, greatest y] of the picture: the bounds of the points with the default margin
    step         [x, y]: 1/40 of each side, slightly less, so that an axis has 41 values
    x, y         the axes of the grid: value i is start + i * ((start + step) - start), as in numpy's arange
    classifiers  a list of

        name          the estimator and its arguments
        scores        "probability", or "margin" if the estimator has no probabilities
        pointClasses  the estimator's `predict` at the points, digits as in labels
        gridClasses   the same over the grid, row by row, y ascending
        pointScores   K numbers for each point, in the order of classNames
        gridScores    the same over the grid
        classAreas    the areas of the regions of class >= k, k = 1 ... K - 1, in data units, from the classes alone
        scoreAreas    the same from the scores

Scores are rounded to six decimals; areas belong to the rounded scores, whose greatest (the first of equal ones) is asserted
to be the predicted class. Regions are {d_k > 0} with d_k = max_{j >= k} z_j - max_{j < k} z_j, where z are the margins, or
2 log(max(p, 1e-9)) of probabilities. From classes alone, d_k is 1 for class >= k and -1 elsewhere, smoothed over 3 x 3 points
with the weights 1/4, 1/2, 1/4 of each axis (the edge repeated), of unchanged sign and a magnitude of 1/16 or more.
"""

import csv

import contourpy
import numpy as np
from sklearn.base import clone
from sklearn.datasets import make_moons
from sklearn.ensemble import HistGradientBoostingClassifier, RandomForestClassifier
from sklearn.gaussian_process import GaussianProcessClassifier
from sklearn.gaussian_process.kernels import RBF
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

from fixtures import ROOT, path, write_json

ESTIMATORS = [
    # The class with the greatest margin is then the predicted one of three classes, too.
    SVC(break_ties=True),
    RandomForestClassifier(n_estimators=50, random_state=0),
    KNeighborsClassifier(5),
    GaussianProcessClassifier(1.0 * RBF(1.0), random_state=0),
    HistGradientBoostingClassifier(max_iter=30, random_state=0),
]
STEPS = 40


def moons():
    np.random.seed(0)
    points, labels = make_moons(200, noise=0.2)
    return points, labels, ["0", "1"], np.array([0.5, 0.5])


def example(name):
    with open(ROOT / "Examples" / f"{name}.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    points = np.array([[float(cell) for cell in row[:2]] for row in rows])
    names = sorted({row[2] for row in rows})
    return points, np.array([names.index(row[2]) for row in rows]), names, np.ptp(points, axis=0) / 10


def scores_of(model, points):
    """The scores of a fitted model, K for each point, and their kind."""
    if hasattr(model, "predict_proba"):
        return "probability", model.predict_proba(points)
    margins = model.decision_function(points)
    return "margin", margins if margins.ndim == 2 else np.column_stack([-margins, margins])


def fields_of_scores(z):
    """d_k of scores, k = 1 ... K - 1."""
    return [z[:, k:].max(axis=1) - z[:, :k].max(axis=1) for k in range(1, z.shape[1])]


def fields_of_classes(classes, count, x, y):
    """d_k of classes alone, smoothed."""
    found = []
    for k in range(1, count):
        signs = np.where(classes.reshape(len(y), len(x)) >= k, 1.0, -1.0)
        near = np.pad(signs, 1, mode="edge")
        rows = (near[:-2] + 2 * near[1:-1] + near[2:]) / 4
        smoothed = (rows[:, :-2] + 2 * rows[:, 1:-1] + rows[:, 2:]) / 4
        found.append(np.where(signs > 0, np.maximum(smoothed, 1 / 16), np.minimum(smoothed, -1 / 16)))
    return found


def areas(fields, x, y):
    """The areas of {d_k > 0} over the grid."""
    found = []
    for field in fields:
        generator = contourpy.contour_generator(
            x, y, field.reshape(len(y), len(x)), name="serial", fill_type=contourpy.FillType.OuterOffset
        )
        area = 0.0
        for points, offsets in zip(*generator.filled(0, np.inf)):
            # Exteriors turn left and holes right, so the signs of their areas differ.
            for start, end in zip(offsets[:-1], offsets[1:]):
                ring = points[start:end] - points[start]
                area += np.sum(ring[:-1, 0] * ring[1:, 1] - ring[1:, 0] * ring[:-1, 1]) / 2
        found.append(float(area))
    return found


def digits(classes):
    return "".join(str(index) for index in classes)


def classifier(estimator, points, labels, grid, x, y):
    # Features of different units would make distances meaningless.
    model = make_pipeline(StandardScaler(), clone(estimator)).fit(points, labels)
    predicted = [model.predict(points), model.predict(grid)]
    kind, _ = scores_of(model, points[:1])
    scores = [np.round(scores_of(model, where)[1], 6) + 0.0 for where in (points, grid)]
    for classes, values in zip(predicted, scores):
        assert (classes == np.argmax(values, axis=1)).all(), f"{estimator}: a score is no longer the greatest"
    z = 2 * np.log(np.maximum(scores[1], 1e-9)) if kind == "probability" else scores[1]
    return {
        "name": str(estimator), "scores": kind,
        "pointClasses": digits(predicted[0]), "gridClasses": digits(predicted[1]),
        "pointScores": scores[0].ravel(), "gridScores": scores[1].ravel(),
        "classAreas": areas(fields_of_classes(predicted[1], z.shape[1], x, y), x, y),
        "scoreAreas": areas(fields_of_scores(z), x, y),
    }  # fmt: skip


def write(name, arguments, points, labels, names, margin):
    least, greatest = points.min(axis=0) - margin, points.max(axis=0) + margin
    step = (greatest - least) * ((1 - 2.0**-40) / STEPS)
    axes = [least[axis] + np.arange(STEPS + 1) * ((least[axis] + step[axis]) - least[axis]) for axis in (0, 1)]
    assert all(len(np.arange(least[axis], greatest[axis], step[axis])) == STEPS + 1 for axis in (0, 1))
    x, y = axes
    grid = np.column_stack([np.tile(x, len(y)), np.repeat(y, len(x))])
    file_name = f"classifiers/{name}.json"
    path("DecisionBoundary", file_name).parent.mkdir(exist_ok=True)
    write_json("DecisionBoundary", file_name, {
        "source": "Scripts/oracles/classifiers.py", "data": arguments, "classNames": names,
        "points": points.ravel(), "labels": digits(labels),
        "limits": [least[0], greatest[0], least[1], greatest[1]], "step": step,
        "x": {"start": least[0], "step": step[0], "count": len(x)},
        "y": {"start": least[1], "step": step[1], "count": len(y)},
        "classifiers": [classifier(estimator, points, labels, grid, x, y) for estimator in ESTIMATORS],
    })  # fmt: skip


if __name__ == "__main__":
    write("moons", ["--data", "moons"], *moons())
    for name in ("iris", "wine"):
        write(name, [f"Examples/{name}.csv"], *example(name))
