"""Classifiers of scikit-learn, and functions."""

from __future__ import annotations

import io
import warnings
from typing import Any

import numpy as np
import pytest

import boundaryplot as bp
from boundaryplot._classifiers import Query
from boundaryplot._data import grid, points

pytest.importorskip("sklearn")
from sklearn.datasets import load_iris
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression, RidgeClassifier
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

warnings.filterwarnings("error", message="X .*feature names")

ESTIMATORS = [
    SVC(C=10),
    SVC(decision_function_shape="ovo"),
    SVC(kernel="poly", degree=5),
    LogisticRegression(),
    RidgeClassifier(),
    RandomForestClassifier(n_estimators=10, random_state=0),
    DecisionTreeClassifier(random_state=0),
    KNeighborsClassifier(4),
    GaussianNB(),
    make_pipeline(StandardScaler(), SVC(gamma=30)),
]


def iris(names: bool) -> Any:
    data = load_iris()
    labels = data.target_names[data.target] if names else data.target
    return data.data[:, 2:], labels


def pixels(figure: bp.Figure) -> Any:
    return pytest.importorskip("matplotlib.image").imread(io.BytesIO(figure.pictures[0].data))


@pytest.mark.parametrize("estimator", ESTIMATORS, ids=lambda estimator: str(estimator)[:40])
@pytest.mark.parametrize("count", [2, 3])
def test_regions_are_the_classes_of_predict(estimator: Any, count: int) -> None:
    X, y = iris(names=count == 3)
    if count == 2:
        X, y = X[50:], y[50:]
    estimator.fit(X, y)
    figure = bp.regions(estimator, X, y, no_points=True, no_legend=True, step=(0.05, 0.03), palette="#f00,#0f0,#00f"[: 5 * count - 1])
    run = figure.summary["runs"][0]
    predicted = estimator.predict(grid(points(X, y, {}), {"step": (0.05, 0.03)})[len(X) :])
    classes = list(np.unique(y))
    assert run["grid"]["labelCounts"] == [int((predicted == name).sum()) for name in classes]
    assert run["accuracy"] == pytest.approx(estimator.score(X, y), abs=1e-12)
    # Every grid point whose neighbours have its class has its colour in the picture.
    shape = run["grid"]["y"]["count"], run["grid"]["x"]["count"]
    index = np.searchsorted(classes, predicted).reshape(shape)
    rows, columns = np.mgrid[1 : shape[0] - 1, 1 : shape[1] - 1]
    inner = np.ones(rows.shape, bool)
    for down in (-1, 0, 1):
        for right in (-1, 0, 1):
            inner &= index[rows + down, columns + right] == index[rows, columns]
    image, axes = run["image"], run["image"]["axes"]
    x = run["grid"]["x"]["start"] + run["grid"]["x"]["step"] * columns[inner]
    y_ = run["grid"]["y"]["start"] + run["grid"]["y"]["step"] * rows[inner]
    left = axes["x"] + (x - image["xlim"][0]) / np.subtract(*image["xlim"][::-1]) * axes["width"]
    top = axes["y"] + (image["ylim"][1] - y_) / np.subtract(*image["ylim"][::-1]) * axes["height"]
    colours = pixels(figure)[top.astype(int), left.astype(int), :3]
    found = colours.argmax(axis=1)
    tinted = np.ptp(colours, axis=1) > 0.05  # Elsewhere is the line.
    assert tinted.mean() > 0.9
    assert (found == index[rows, columns][inner])[tinted].all()


def test_same_grid_as_scikit_learn() -> None:
    pytest.importorskip("matplotlib").use("Agg")
    from sklearn.inspection import DecisionBoundaryDisplay

    X, y = iris(names=False)
    forest = RandomForestClassifier(n_estimators=10, random_state=0).fit(X, y)
    low, high = X.min(axis=0) - 0.5, X.max(axis=0) + 0.5
    step = (high - low) / 100
    # A grid of the command ends before the upper limit.
    end = high + step / 2
    options: Any = {"xlim": (low[0], end[0]), "ylim": (low[1], end[1]), "step": tuple(step)}
    ours = grid(points(X, y, {}), options)[len(X) :]
    display = DecisionBoundaryDisplay.from_estimator(forest, X, eps=0.5, grid_resolution=101, response_method="predict")
    theirs = np.column_stack([display.xx0.ravel(), display.xx1.ravel()])
    assert ours.shape == theirs.shape and np.allclose(ours, theirs, rtol=0, atol=1e-12)
    counts = bp.regions(forest, X, y, **options).summary["runs"][0]["grid"]["labelCounts"]
    assert counts == np.bincount(np.asarray(display.response).ravel().astype(int), minlength=3).tolist()


def test_scores_make_lines_smooth() -> None:
    X, y = iris(names=False)
    assert bp.regions(SVC().fit(X, y), X, y).scores[0]["scores"] == "margin"
    assert bp.regions(GaussianNB().fit(X, y), X, y, fill="probability").scores[0]["scores"] == "probability"
    # Points at which the decision function of a machine is 0 have the class of predict.
    corners = np.array([[-1.0, 0], [1, 0], [-1, 1], [1, 1]])
    linear = SVC(kernel="linear").fit(corners, [0, 1, 0, 1])
    counts = bp.regions(linear, corners, [0, 1, 0, 1], xlim=(-1, 1.1), ylim=(-1, 1), step=0.25).summary["runs"][0]["grid"]
    at_zero = int(linear.predict([[0.0, 0.0]])[0])
    assert linear.decision_function([[0.0, 0.0]])[0] == 0
    assert counts["labelCounts"] == [(4 + (at_zero == 0)) * counts["y"]["count"], (4 + (at_zero == 1)) * counts["y"]["count"]]
    # The machine's votes and its decision function differ at some points; the votes are drawn.
    svm = SVC(kernel="poly", degree=9, decision_function_shape="ovr").fit(X[:, ::-1] * [9, 1], y)
    svm.decision_function = lambda found: -np.ones((len(found), 3))  # type: ignore[method-assign]
    assert bp.regions(svm, X[:, ::-1] * [9, 1], y).scores[0]["scores"] == "class"


def test_functions(moons: Any) -> None:
    X, y = moons
    rule = bp.regions(lambda found: (found[:, 0] > 0.5).astype(int), X, y)
    assert rule.scores[0]["name"] == "function" and rule.scores[0]["scores"] == "class"
    margin = bp.regions(lambda found: 3 * (found[:, 0] - 0.5), X, y, name="x, shifted: 50 %")
    assert margin.scores[0]["name"] == "x, shifted: 50 %" and margin.scores[0]["scores"] == "margin"
    counts = [one.summary["runs"][0]["grid"]["labelCounts"] for one in (rule, margin)]
    assert counts[0] == counts[1]
    both = bp.regions(lambda found: np.column_stack([found[:, 1] * 0 + 0.5, found[:, 0]]), X, y)
    assert both.summary["runs"][0]["grid"]["labelCounts"] == counts[0]
    share = bp.regions(lambda found: 1 / (1 + np.exp(0.5 - found[:, 0])), X, y, scores="probability")
    assert share.summary["runs"][0]["grid"]["labelCounts"] == counts[0] and share.scores[0]["scores"] == "probability"
    with pytest.raises(ValueError, match="for each"):
        bp.regions(lambda found: found[:5, 0], X, y)
    with pytest.raises(bp.BoundaryPlotError, match="'elk'.* is no class of the data"):
        bp.regions(lambda found: np.full(len(found), "elk"), X, y)
    with pytest.raises(ZeroDivisionError):
        bp.regions(lambda found: 1 // 0, X, y)


@pytest.mark.filterwarnings("ignore::boundaryplot.BoundaryPlotWarning")
def test_compare_is_honest() -> None:
    X, y = iris(names=True)
    X = X + np.random.RandomState(1).normal(0, 0.4, X.shape)
    forest = RandomForestClassifier(n_estimators=20, random_state=0).fit(X, y)
    figure = bp.compare(
        {"C = 1, RBF": SVC(), "forest": forest, "two layers": [2, 2], "2 units": 2, "seen all": forest.predict},
        X,
        y,
        test_fraction=0.3,
        split_seed=4,
        max_iterations=50,
        dpi=50,
    )
    train, test, train_labels, test_labels = train_test_split(X, y, test_size=0.3, random_state=4)
    scores = {score["name"]: score for score in figure.scores}
    assert list(scores) == ["two layers", "2 units", "C = 1, RBF", "forest", "seen all"]
    for name, estimator in [("C = 1, RBF", SVC()), ("forest", RandomForestClassifier(n_estimators=20, random_state=0))]:
        estimator.fit(train, train_labels)
        assert scores[name]["testAccuracy"] == pytest.approx(estimator.score(test, test_labels), abs=1e-12)
        assert scores[name]["accuracy"] == pytest.approx(estimator.score(train, train_labels), abs=1e-12)
    assert scores["seen all"]["testAccuracy"] == pytest.approx(forest.score(test, test_labels), abs=1e-12)
    assert scores["seen all"]["testAccuracy"] > scores["forest"]["testAccuracy"]


def test_wrong_classifiers(moons: Any) -> None:
    with pytest.raises(TypeError, match="'a' is 2.5"):
        bp.compare({"a": 2.5}, *moons)
    with pytest.raises(TypeError, match="hidden is given twice"):
        bp.compare({"a": 2}, *moons, hidden=3)
    from sklearn.exceptions import NotFittedError

    with pytest.raises(NotFittedError):
        bp.regions(SVC(), *moons)


@pytest.mark.filterwarnings("error:X")
def test_estimators_of_frames() -> None:
    pytest.importorskip("pandas")
    frame = load_iris(as_frame=True).frame
    x, y = "petal width (cm)", "petal length (cm)"
    svm = SVC().fit(frame[[y, x]], frame["target"])
    figure = bp.regions(svm, frame, x=x, y=y, label="target")
    assert figure.scores[0]["accuracy"] == pytest.approx(svm.score(frame[[y, x]], frame["target"]), abs=1e-12)
    assert bp.regions(svm, frame[[y, x]].to_numpy(), frame["target"]).scores[0]["accuracy"] == figure.scores[0]["accuracy"]
    compared = bp.compare({"a": SVC(), "b": svm.predict}, frame[[y, x]], frame["target"])
    assert compared.scores[0]["accuracy"] == compared.scores[1]["accuracy"]
    # Projected by the command, after the division.
    projected = bp.compare({"a": SVC()}, frame, label="target", project="pca", test_fraction=0.3)
    assert projected.scores[0]["testAccuracy"] > 0.8


def test_training_part_has_the_labels_as_they_were_given(moons: Any) -> None:
    X, y = moons
    given = points(X, y == 1, {"test_fraction": 0.5})
    _, part, labels = Query(given, given.options).training()
    assert labels.dtype == bool and len(part) == len(labels) == 30
