"""Classifiers of Python as answers to the command's points."""

from __future__ import annotations

import copy
import importlib
import io
from typing import Any, Callable, Dict, List, Optional, Tuple

import numpy as np

from ._arguments import GRID, SPLIT
from ._data import Array, Points, data_options, grid, name_of, names_of, table

class Query:
    """The points that a picture needs, and the part of the data to fit on."""

    def __init__(self, data: Points, options: Dict[str, Any]) -> None:
        self.data = data
        self.options = options
        self.points = grid(data, data_options(options, [*SPLIT, *GRID]))
        self._training: Optional[Tuple[List[str], Array, Array]] = None

    def training(self) -> Tuple[List[str], Array, Array]:
        """Returns the names of the features, and the points to fit on with their labels: the training part, or all points."""
        if self._training is None:
            part = ["--part", "train"] if "test_fraction" in self.options else []
            header, rows = table("data", self.data, data_options(self.options, [*SPLIT]), *part)
            points = np.array([row[:2] for row in rows], dtype=np.float64)
            self._training = header[:2], points, np.array([self.data.values.get(row[2], row[2]) for row in rows])
        return self._training

    def fitted(self, estimator: Any) -> Any:
        """Returns a copy of an estimator, fitted to the training part."""
        try:
            clone = importlib.import_module("sklearn.base").clone
        except ImportError:
            clone = copy.deepcopy
        names, points, labels = self.training()
        return clone(estimator).fit(_framed(points, names) if self.data.is_frame else points, labels)

    def answer(self, classifier: Any, scores: Optional[str]) -> bytes:
        """Returns the answer of a fitted estimator or a function to all points.

        It is an array of numpy with a score for every class, if the largest score is that of the predicted class at
        every point; else CSV with the names of the classes.
        """
        if not hasattr(classifier, "predict"):
            return self._answer_of_function(classifier, scores)
        points = self._points_for(classifier)
        known = _method_of_predict(classifier)
        if known == "predict_proba" or known is not None and self.options.get("fill") != "probability":
            found = self._ordered(getattr(classifier, known)(points), classifier.classes_)
            # Ties of a machine go to either class.
            if found is not None and (known == "predict_proba" or (found != 0).all()):
                return _npy(found)
        names = names_of(classifier.predict(points))
        for method in ("predict_proba", "decision_function"):
            if hasattr(classifier, method) and hasattr(classifier, "classes_"):
                found = self._ordered(getattr(classifier, method)(points), classifier.classes_)
                if found is not None and self._classes(found) == names:
                    return _npy(found)
        return _csv(names)

    def _answer_of_function(self, function: Callable[[Array], Any], scores: Optional[str]) -> bytes:
        # A method of an estimator, such as `svm.predict`, takes the points as the estimator does.
        found = np.asarray(function(self._points_for(getattr(function, "__self__", None))))
        if found.shape[:1] != self.points.shape[:1]:
            raise ValueError(
                f"the classifier has answered {found.shape} for points of the shape {self.points.shape}; a label or a score is "
                "needed for each"
            )
        if found.ndim == 2 and found.shape[1] > 1:
            return _npy(found)
        found = found.reshape(len(found))
        known = self.data.classes or list(self.data.values)
        if found.dtype == bool and "True" not in known:
            found = found.astype(int)
        is_score = np.issubdtype(found.dtype, np.floating)
        names = None if is_score and np.unique(found).size > 256 else names_of(found)
        if not is_score or names is not None and set(names) <= set(known or names):
            return _csv(names or [])
        if scores is None:
            scores = "probability" if found.min() >= 0 and found.max() <= 1 else "margin"
        return _npy(np.column_stack([1 - found, found]) if scores == "probability" else _two_margins(found))

    def _points_for(self, estimator: Any) -> Any:
        """Returns the points, as a frame for an estimator that was fitted on one."""
        names = getattr(estimator, "feature_names_in_", None)
        if names is None or len(names) != 2:
            return self.points
        features = list(self.data.features or self.training()[0])
        known = sorted(names) == sorted(features)
        return _framed(self.points, features if known else list(names))[list(names)]

    def _ordered(self, scores: Any, classes: Any) -> Optional[Array]:
        """Returns scores with a column for each class in the order of the legend; None if the classes are others."""
        scores = np.asarray(scores, dtype=np.float64)
        if scores.ndim == 1:
            scores = _two_margins(scores)
        elif scores.min() < 0 or scores.max() > 1 or not np.allclose(scores.sum(axis=1), 1):
            # Margins of which none is above 0 cannot be taken for probabilities.
            scores = scores - scores.max(axis=1, keepdims=True)
        names = [name_of(value) for value in np.asarray(classes).tolist()]
        if self.data.classes is None or sorted(names) != sorted(self.data.classes) or scores.shape[1:] != (len(names),):
            return None
        return scores[:, [names.index(name) for name in self.data.classes]]

    def _classes(self, scores: Array) -> List[str]:
        names = self.data.classes or []
        return [names[index] for index in scores.argmax(axis=1).tolist()]


def is_estimator(value: Any) -> bool:
    """Returns true for a classifier that can be fitted."""
    return hasattr(value, "fit") and hasattr(value, "predict") and not isinstance(value, type)


def title_of(classifier: Any) -> str:
    """Returns a name for a classifier: its class, that of a pipeline's last step, or the name of a function."""
    if hasattr(classifier, "steps"):
        classifier = classifier.steps[-1][1]
    classifier = getattr(classifier, "__self__", classifier)
    name = getattr(classifier, "__name__", type(classifier).__name__)
    return "function" if name == "<lambda>" else str(name)


def _method_of_predict(classifier: Any) -> Optional[str]:
    """Returns the method whose largest score is the class of `predict`; None if only `predict` itself can tell.

    These are forests and machines of two classes of scikit-learn, for which `predict` would take as long again.
    """
    last = classifier
    while type(last).__module__ == "sklearn.pipeline" and hasattr(last, "steps"):
        last = last.steps[-1][1]
    if {"predict", "predict_proba", "decision_function"} & set(vars(last)):
        return None
    predict = getattr(type(last), "predict", None)
    name = f"{getattr(predict, '__module__', '')}.{getattr(predict, '__qualname__', '')}"
    if name == "sklearn.ensemble._forest.ForestClassifier.predict":
        return "predict_proba"
    is_binary = len(getattr(last, "classes_", ())) == 2
    return "decision_function" if name == "sklearn.svm._base.BaseSVC.predict" and is_binary else None


def _two_margins(scores: Array) -> Array:
    return np.column_stack([-scores / 2, scores / 2])


def _framed(points: Array, names: List[str]) -> Any:
    return importlib.import_module("pandas").DataFrame(points, columns=names)


def _npy(scores: Array) -> bytes:
    file = io.BytesIO()
    np.save(file, np.ascontiguousarray(scores, dtype=np.float64))
    return file.getvalue()


def _csv(names: List[str]) -> bytes:
    cells = {name: '"' + name.replace('"', '""') + '"\n' for name in set(names)}
    return ('"class"\n' + "".join(map(cells.__getitem__, names))).encode()
