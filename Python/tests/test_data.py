"""Arrays, frames and files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import boundaryplot as bp
from boundaryplot._data import points

from conftest import SMALL

pytestmark = pytest.mark.filterwarnings("ignore::boundaryplot.BoundaryPlotWarning")
IRIS = Path(__file__).parent.parent.parent / "Examples" / "iris.csv"


def classes_of(figure: bp.Figure) -> Any:
    return figure.summary["data"]["classes"]


@pytest.mark.parametrize(
    "labels, classes",
    [
        (lambda y: y, ["0", "1"]),
        (lambda y: y.astype(float) * 2, ["0", "2"]),
        (lambda y: y == 1, ["False", "True"]),
        (lambda y: np.where(y == 1, "NA", "a,\"b\"\nc"), ["NA", 'a,"b"\nc']),
        (lambda y: y.tolist(), ["0", "1"]),
        (lambda y: y.reshape(-1, 1), ["0", "1"]),
        (lambda y: y * 9 + 1, ["1", "10"]),
        (lambda y: np.array(["b", "ä"], dtype=object)[y], ["b", "ä"]),
    ],
)
def test_labels_of_any_type(moons: Any, labels: Any, classes: Any) -> None:
    X, y = moons
    assert classes_of(bp.plot(X.tolist(), labels(y), hidden=1, **SMALL)) == classes


def test_points_are_those_of_the_array(moons: Any) -> None:
    X, y = moons
    found = json.loads(points(X.astype(np.float32), y, {}).stdin)
    assert found["points"] == X.astype(np.float32).tolist() and found["labels"] == y.tolist()


@pytest.mark.parametrize(
    "change, error, text",
    [
        (lambda X, y: (X, y[:-1]), ValueError, "X has 60 rows, and y has 59 labels"),
        (lambda X, y: (X[:, 0], y), ValueError, r"shape \(60,\)"),
        (lambda X, y: (X[:, :1], y), bp.BoundaryPlotError, "--features"),
        (lambda X, y: (np.where(X == X[3, 1], np.nan, X), y), ValueError, r"X\[3\] is \[.*nan\]"),
        (lambda X, y: (X.astype(str) + "a", y), ValueError, "not numbers"),
        (lambda X, y: (X, np.where(y == y, np.nan, 1)), ValueError, r"y\[0\] is missing"),
        (lambda X, y: (X, np.column_stack([y, y])), ValueError, r"y has the shape \(60, 2\)"),
        (lambda X, y: (X, None), TypeError, "y is missing"),
        (lambda X, y: (X[:0], y[:0]), bp.BoundaryPlotError, "two or more classes"),
        (lambda X, y: (np.column_stack([X, X]), y), bp.BoundaryPlotError, "--project"),
    ],
)
def test_wrong_arrays(moons: Any, change: Any, error: Any, text: str) -> None:
    with pytest.raises(error, match=text):
        bp.plot(*change(*moons), hidden=1, **SMALL)


def test_more_than_two_features(moons: Any) -> None:
    X, y = moons
    six = np.column_stack([X, X * X, X[:, ::-1]])
    figure = bp.plot(six, y, project="pca", hidden=1, **SMALL)
    assert figure.summary["data"]["projection"]["features"] == ["x1", "x2", "x3", "x4", "x5", "x6"]
    assert bp.plot(six, y, features=["x2", "x5"], hidden=1, **SMALL).summary["data"]["features"] == ["x2", "x5"]


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_frames(library: str) -> None:
    frame = pytest.importorskip(library).read_csv(IRIS)
    x, y, label = list(frame.columns)
    figure = bp.sheet(frame, x=x, y=y, label=label, hidden=[1, 2], **SMALL)
    data = figure.summary["data"]
    assert data["features"] == [x, y] and data["source"] == "inline" and len(data["classes"]) == 3
    # The same, with the labels apart, with y as the name of a column, and with the label alone.
    for again in [
        bp.sheet(frame[[x, y]], frame[label], hidden=[1, 2], **SMALL),
        bp.sheet(frame, y, x=x, label=label, hidden=[1, 2], **SMALL),
        bp.sheet(frame, label=label, hidden=[1, 2], **SMALL),
    ]:
        assert again.pictures[0].data == figure.pictures[0].data
    with pytest.raises(bp.BoundaryPlotError, match="nothing"):
        bp.plot(frame, x="nothing", y=y, label=label)
    # The command chooses two of several features, or projects them.
    wine = pytest.importorskip(library).read_csv(IRIS.with_name("wine-six.csv"))
    *features, label = list(wine.columns)
    assert bp.plot(wine, label=label, hidden=1, **SMALL).summary["data"]["features"] == features[:2]
    projected = bp.plot(wine, label=label, project="pca", hidden=1, **SMALL)
    assert projected.summary["data"]["projection"]["features"] == features


def test_missing_values_of_frames(moons: Any) -> None:
    pandas = pytest.importorskip("pandas")
    X, y = moons
    frame = pandas.DataFrame({"a": X[:, 0], "b": X[:, 1], "kind": np.where(y == 1, "NA", "b")})
    frame.loc[3, "a"] = np.nan
    frame.loc[5, "kind"] = None
    figure = bp.plot(frame, x="a", y="b", label="kind", hidden=1, **SMALL)
    assert figure.summary["data"]["missingRows"] == 2 and figure.summary["data"]["samples"] == 58
    assert any("2 of 60 rows" in note or "2 rows" in note for note in figure.notes), figure.notes
    with pytest.raises(bp.BoundaryPlotError) as caught:
        bp.plot(frame, x="a", y="b", label="kind", missing="error", **SMALL)
    assert caught.value.status == 65


def test_categories_keep_their_order(moons: Any) -> None:
    pandas = pytest.importorskip("pandas")
    X, y = moons
    labels = pandas.Series(pandas.Categorical.from_codes(y, ["small", "large"]), name="size")
    assert classes_of(bp.plot(X, labels, hidden=1, **SMALL)) == ["small", "large"]


def test_files(tmp_path: Path) -> None:
    figure = bp.plot(IRIS, hidden=1, label="species", **SMALL)
    assert figure.summary["data"]["path"] == str(IRIS)
    with pytest.raises(TypeError, match="name of a column"):
        bp.plot(IRIS, np.zeros(3))
    with pytest.raises(TypeError, match="given twice"):
        bp.plot(np.zeros((2, 2)), [0, 1], label="a")
