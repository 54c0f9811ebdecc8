"""Arrays and frames as data for the command."""

from __future__ import annotations

import csv
import io
import json
import math
from os import PathLike, fspath
from typing import Any, Dict, List, NamedTuple, Optional, Sequence, Tuple

import numpy as np

from ._arguments import FILE, chosen, words
from ._command import run

#: An array of numpy, or what can become one.
Array = Any


class Points(NamedTuple):
    """Points for the command."""

    #: The words that name the data, and what they read from standard input.
    words: List[str]
    stdin: bytes
    #: The options without those that the words replace.
    options: Dict[str, Any]
    #: The names of the classes in the order of the legend, if it is known before the command has read the data.
    classes: Optional[List[str]]
    #: The labels as they were given, by the names of their classes.
    values: Dict[str, Any]
    #: True if the data are a frame, whose columns estimators know by name.
    is_frame: bool
    #: The names of the features, if they are known before the command has read the data.
    features: Optional[Tuple[str, str]] = None


def points(X: Any, y: Any, options: Dict[str, Any]) -> Points:
    """Returns the points of arrays, frames or a file.

    Two features without missing values are handed over as JSON, and pictures contain them. All others are handed over
    as CSV, whose columns and rows the command chooses.
    """
    if isinstance(y, str):
        if "y" in options:
            raise TypeError("y is given twice")
        options, y = {**options, "y": y}, None
    if isinstance(X, (str, PathLike)) or X is None:
        if y is not None:
            raise TypeError("y is the name of a column if X is a file or the name of a data set; label names that of the labels")
        source = [] if X is None else ["--data", fspath(X)]
        return Points(source, b"", options, None, {}, False)
    is_frame = hasattr(X, "columns") and hasattr(X, "__getitem__")
    columns = _frame_columns(X) if is_frame else _array_columns(X)
    count = len(next(iter(columns.values()), ()))
    label: Optional[str] = options.get("label")
    if y is not None:
        if label is not None:
            raise TypeError("labels are given twice: by y and by label")
        label = _free_name(str(getattr(y, "name", None) or "label"), columns)
        labels = _labels(y)
        if len(labels) != count:
            raise ValueError(f"X has {count} rows, and y has {len(labels)} labels; one for each row is needed")
        columns = {**columns, label: labels}
    elif not is_frame:
        raise TypeError("y is missing: a label for every row of X")
    features = _features(columns, label, options)
    if not FILE.isdisjoint(set(options) - {"x", "y", "label"}) or features is None or label not in columns:
        return _csv(columns, label, features, options, is_frame)
    names, indices, values = _classes(columns[label])
    coordinates = _coordinates(columns, features)
    if is_frame and (coordinates is None or not np.isfinite(coordinates).all() or None in indices):
        return _csv(columns, label, features, options, is_frame)
    if coordinates is None:
        raise ValueError("X has values that are not numbers")
    wrong = np.flatnonzero(~np.isfinite(coordinates).all(axis=1))
    if wrong.size:
        raise ValueError(f"X[{wrong[0]}] is {coordinates[wrong[0]].tolist()}; finite numbers are needed")
    if None in indices:
        raise ValueError(f"y[{indices.index(None)}] is missing; a label for every row of X is needed")
    request = {"points": coordinates.tolist(), "labels": indices, "classes": names, "features": list(features)}
    rest = {key: value for key, value in options.items() if key not in ("x", "y", "label")}
    return Points(["--data-json", "-"], json.dumps(request).encode(), rest, names, values, is_frame, features)


def table(command: str, data: Points, options: Dict[str, Any], *further: str) -> Tuple[List[str], List[List[str]]]:
    """Returns the header and the rows that `grid` or `data` prints for the data."""
    text = run([command, *data.words, *words("plot", options), *further], data.stdin).text
    rows = list(csv.reader(io.StringIO(text, newline="")))
    return rows[0], rows[1:]


def grid(data: Points, options: Dict[str, Any]) -> Array:
    """Returns the points of a picture, (n, 2): those of the data, then those of the grid."""
    return np.load(io.BytesIO(run(["grid", "--npy", *data.words, *words("plot", options)], data.stdin).data))


def name_of(value: Any) -> str:
    """Returns the name of a class: a whole number without a point, and any other label as text."""
    if hasattr(value, "item"):
        value = value.item()
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def names_of(labels: Any) -> List[str]:
    """Returns the name of the class of every label."""
    found, indices = np.unique(np.asarray(labels), return_inverse=True)
    names = [name_of(value) for value in found]
    return [names[index] for index in indices.ravel().tolist()]


def _array_columns(X: Any) -> Dict[str, Any]:
    array = np.asarray(X)
    if array.ndim != 2:
        raise ValueError(f"X has the shape {array.shape}; a row for each point and a column for each feature are needed")
    return {f"x{index + 1}": array[:, index] for index in range(array.shape[1])}


def _frame_columns(X: Any) -> Dict[str, Any]:
    columns: Dict[str, Any] = {}
    for name in X.columns:
        if str(name) in columns:
            raise ValueError(f"two columns of X are called '{name}'; rename one of them")
        columns[str(name)] = X[name]
    return columns


def _labels(y: Any) -> Any:
    if hasattr(y, "columns"):
        raise ValueError("y is a frame; a single column of it is needed, such as y['label']")
    if not hasattr(y, "name"):
        y = np.asarray(y)
    dimensions = getattr(y, "ndim", 1)
    if dimensions == 2 and y.shape[1] == 1:
        return y[:, 0]
    if dimensions != 1:
        raise ValueError(f"y has the shape {y.shape}; one label for each row of X is needed")
    return y


def _free_name(name: str, columns: Dict[str, Any]) -> str:
    while name in columns:
        name += "_"
    return name


def _features(columns: Dict[str, Any], label: Optional[str], options: Dict[str, Any]) -> Optional[Tuple[str, str]]:
    """Returns the two features; None if the command chooses or projects."""
    x, y = options.get("x"), options.get("y")
    if x is not None or y is not None:
        return (x, y) if x in columns and y in columns else None
    others = [name for name in columns if name != label]
    return (others[0], others[1]) if label in columns and len(others) == 2 else None


def _coordinates(columns: Dict[str, Any], features: Tuple[str, str]) -> Optional[Array]:
    """Returns two columns as numbers, (n, 2); None if there are others."""
    try:
        return np.column_stack([np.asarray(columns[name], dtype=np.float64) for name in features])
    except (TypeError, ValueError):
        return None


def _is_missing(value: Any) -> bool:
    return value is None or type(value).__name__ in ("NAType", "NaTType") or isinstance(value, float) and math.isnan(value)


def _classes(column: Any) -> Tuple[List[str], List[Optional[int]], Dict[str, Any]]:
    """Returns the names of the classes, the class of every row (None for a missing label), and the labels by name."""
    labels = column.tolist() if hasattr(column, "tolist") else list(column)
    found = dict.fromkeys(label for label in labels if not _is_missing(label))
    categories = getattr(getattr(column, "cat", None), "categories", None)
    ordered: Sequence[Any]
    if categories is not None:
        ordered = [label for label in categories if label in found]
    else:
        try:
            ordered = sorted(found)
        except TypeError:
            ordered = sorted(found, key=str)
    values = {name_of(label): label for label in ordered}
    names = list(values)
    indices = {label: names.index(name_of(label)) for label in ordered}
    return names, [None if _is_missing(label) else indices[label] for label in labels], values


def _csv(
    columns: Dict[str, Any], label: Optional[str], features: Optional[Tuple[str, str]], options: Dict[str, Any], is_frame: bool
) -> Points:
    def cells(column: Any) -> List[Any]:
        values = column.tolist() if hasattr(column, "tolist") else list(column)
        return ["" if _is_missing(value) else value for value in values]

    table = {name: cells(column) for name, column in columns.items()}
    if label in table:
        table[label] = [name_of(value) for value in table[label]]
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(table)
    writer.writerows(zip(*table.values()))
    # Frames have no words for missing values, so that a class may be called NA.
    options = {"header": True, "na_values": "none", **options}
    if label is not None:
        options["label"] = label
        if features is not None:
            options["x"], options["y"] = features
        elif not {"x", "y", "features", "project"} & set(options) and not is_frame:
            options["features"] = [name for name in columns if name != label]
    values = _classes(columns[label])[2] if label in columns else {}
    return Points(["--data", "-"], text.getvalue().encode(), options, None, values, is_frame)


def data_options(options: Dict[str, Any], keywords: Sequence[str]) -> Dict[str, Any]:
    """Returns the options of the data and some others."""
    return chosen(options, [*FILE, "samples", "noise", "factor", "centers", "spread", "seed", *keywords])
