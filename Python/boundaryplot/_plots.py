"""The functions of the module."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING, Any, Callable, Dict, List, Mapping, Sequence, Tuple, TypeVar

from ._arguments import plain, words
from ._classifiers import Query, is_estimator, title_of
from ._data import Points, points
from ._figure import Figure, Result, Run
from ._options import OPTIONS
from ._report import Report

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ._options import CurveOptions, DiffOptions, FilmOptions, PlotOptions, ReportOptions, SheetOptions, TuneOptions

_F = TypeVar("_F", bound=Callable[..., Result])


def _documented(command: str) -> Callable[[_F], _F]:
    """Adds the command's options to the signature and the documentation of a function."""

    def add(function: _F) -> _F:
        signature = inspect.signature(function)
        own = [p for p in signature.parameters.values() if p.kind is not p.VAR_KEYWORD]
        names = {p.name for p in own}
        keywords = [
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None)
            for name in OPTIONS[command]
            if name not in names
        ]
        setattr(function, "__signature__", signature.replace(parameters=[*own, *keywords]))
        lines = [
            f"    {name}: {re.sub(r'--([a-z-]+)', lambda found: found[1].replace('-', '_'), option.help)}"
            for name, option in OPTIONS[command].items()
            if name not in names
        ]
        body = inspect.cleandoc(function.__doc__ or "")
        function.__doc__ = f"{body}\n\nOptions, all optional, with the names that the command has:\n" + "\n".join(lines)
        return function

    return add


def _figure(command: str, X: Any, y: Any, options: Mapping[str, Any]) -> Figure:
    given = plain(options)
    words(command, given)
    data = points(X, y, given)
    return Figure(Run(command, data.options, data))


@_documented("plot")
def plot(X: Any = None, y: Any = None, **options: Unpack[PlotOptions]) -> Figure:
    """Trains a network of each size, and draws the decision regions of each.

    X is an array with two columns, and y has a label for each row. Or X is a frame of pandas or polars, of which `x`,
    `y` and `label` name the columns. Or X is the path of a CSV file or the name of a generated set, such as "moons".
    Labels may be numbers, texts or booleans.

    >>> import boundaryplot as bp
    >>> bp.plot(X, y, hidden=[1, 2, 3, 5, 20], test_fraction=0.3)
    >>> bp.plot(df, x="bill_length", y="bill_depth", label="species", hidden=4, fill="probability")
    >>> bp.plot("circles", noise=0.2, hidden=5, lambda_=0.01)
    >>> bp.plot(X6, y, project="pca")         # six features, two principal components

    Returns a `Figure`. Raises TypeError for an unknown keyword, ValueError for data that do not fit together, and
    `BoundaryPlotError`, a ValueError, with the command's own line.
    """
    return _figure("plot", X, y, options)


@_documented("sheet")
def sheet(X: Any = None, y: Any = None, **options: Unpack[SheetOptions]) -> Figure:
    """Trains networks of several sizes and draws them on one page. Data are given as for `plot`.

    >>> bp.sheet(X, y, hidden=[1, 2, 3, 5, 20], test_fraction=0.3)
    >>> bp.sheet(df, x="bill_length", y="bill_depth", label="species", hidden=[2, 8])
    """
    return _figure("sheet", X, y, options)


@_documented("curve")
def curve(X: Any = None, y: Any = None, **options: Unpack[CurveOptions]) -> Figure:
    """Draws error or cost against size, λ, number of points or iterations. Data are given as for `plot`.

    >>> bp.curve(X, y, test_fraction=0.3)
    >>> bp.curve(X, y, over="samples", hidden=20, test_fraction=0.3, repeats=10)
    """
    return _figure("curve", X, y, options)


@_documented("tune")
def tune(X: Any = None, y: Any = None, **options: Unpack[TuneOptions]) -> Figure:
    """Chooses size and λ by cross-validation. Data are given as for `plot`.

    The figure has the heat map, the curve and the chosen network; `summary["winner"]` tells its numbers.

    >>> fig = bp.tune(X, y, hidden=[1, 2, 5, 10], lambda_=[0.001, 0.01, 0.1])
    >>> fig.frame().nsmallest(3, "validationError")
    """
    return _figure("tune", X, y, options)


@_documented("film")
def film(X: Any = None, y: Any = None, **options: Unpack[FilmOptions]) -> Figure:
    """Draws a network while it learns, as an animated GIF. Data are given as for `plot`.

    >>> bp.film(X, y, hidden=20, test_fraction=0.3, dpi=80)
    """
    return _figure("film", X, y, options)


@_documented("diff")
def diff(X: Any = None, y: Any = None, **options: Unpack[DiffOptions]) -> Figure:
    """Draws where two networks differ. Data are given as for `plot`.

    >>> bp.diff(X, y, hidden=[3, 20])
    """
    return _figure("diff", X, y, options)


@_documented("plot")
def regions(
    estimator: Any, X: Any = None, y: Any = None, *, name: "str | None" = None, **options: Unpack[PlotOptions]
) -> Figure:
    """Draws the decision regions of a fitted classifier over the points.

    `estimator` is a fitted estimator of scikit-learn, or a function that takes an array of points, (n, 2), and returns
    a label for each, or a score of the second of two classes, or a score for each class. Data are given as for `plot`.

    Every grid point has the class that `predict` returns. If the scores of `predict_proba` or `decision_function` say the
    same, they make the lines smooth, and `fill="probability"` shades them. With `test_fraction`, points are only marked
    as held out: fit the classifier to `train_test_split(X, y, test_size=0.3, random_state=0)`, which holds out the same,
    or let `compare` fit it.

    >>> bp.regions(SVC().fit(X, y), X, y)
    >>> bp.regions(forest, df, x="bill_length", y="bill_depth", label="species", fill="probability")
    >>> bp.regions(lambda points: points[:, 0] > 0.5, X, y, name="a rule")
    """
    return _compared("plot", {name or title_of(estimator): estimator}, X, y, options, fits=False)


@_documented("sheet")
def compare(classifiers: Mapping[str, Any], X: Any = None, y: Any = None, **options: Unpack[SheetOptions]) -> Figure:
    """Draws several classifiers on one page, with their scores.

    The values of the mapping are

    - estimators of scikit-learn: a clone of each is fitted to the training part, or to all points without
      `test_fraction`, so that the scores on the held-out points are honest, even for one that is fitted already;
    - functions, as for `regions`, which are drawn as they are; `svm.predict` is that of a fitted estimator;
    - networks that are trained: 20 for 20 hidden units, [8, 4] for two layers.

    Networks come first on the page. Other options are those of `sheet`.

    >>> bp.compare({"SVM": SVC(), "forest": RandomForestClassifier(), "20 units": 20}, X, y, test_fraction=0.3)
    """
    return _compared("sheet", classifiers, X, y, options, fits=True)


@_documented("report")
def report(
    X: Any = None, y: Any = None, *, classifiers: "Mapping[str, Any] | None" = None, **options: Unpack[ReportOptions]
) -> Report:
    """Trains a network for every size and λ, and makes a page on which readers compare them with sliders.

    Data are given as for `plot`. `classifiers` are estimators of scikit-learn, functions, or both, by name, which the page
    has beside the networks. As for `compare`, clones of estimators are fitted to the training part.

    >>> page = bp.report(X, y, test_fraction=0.3)      # a notebook shows it in a frame
    >>> page.save("report.html")
    >>> bp.report(X, y, hidden=range(11), lambda_=[0.01, 0.1], classifiers={"SVM": SVC()}, test_fraction=0.3)

    Returns a `Report`, and raises errors like `plot`.
    """
    given = plain(options)
    words("report", given)
    others = [(str(name), classifier) for name, classifier in (classifiers or {}).items()]
    for name, classifier in others:
        if not _can_answer(classifier):
            raise TypeError(f"'{name}' is {classifier!r}; an estimator or a function is accepted; networks are given by hidden")
    data = points(X, y, given)
    return Report(Run("report", data.options, data, _answers(others, data, fits=True)))


def _can_answer(value: Any) -> bool:
    return callable(value) or hasattr(value, "predict")


def _compared(
    command: str, classifiers: Mapping[str, Any], X: Any, y: Any, options: Mapping[str, Any], fits: bool
) -> Figure:
    given = plain(options)
    networks: Dict[str, str] = {}
    others: List[Tuple[str, Any]] = []
    for name, classifier in classifiers.items():
        if _can_answer(classifier):
            others.append((str(name), classifier))
        else:
            networks[_layers(classifier, name)] = str(name)
    if networks and "hidden" in given:
        raise TypeError("hidden is given twice: networks are values of the first argument")
    if networks:
        given["hidden"] = list(networks)
    words(command, given)
    data = points(X, y, given)
    return Figure(Run(command, data.options, data, _answers(others, data, fits), networks))


def _answers(classifiers: Sequence[Tuple[str, Any]], data: Points, fits: bool) -> List[Tuple[str, bytes]]:
    """Returns the answers of classifiers by name. With `fits`, copies of estimators are fitted first."""
    answers: List[Tuple[str, bytes]] = []
    if classifiers:
        query = Query(data, data.options)
        for name, classifier in classifiers:
            if fits and is_estimator(classifier):
                classifier = query.fitted(classifier)
            answers.append((name, query.answer(classifier, data.options.get("scores"))))
    return answers


def _layers(value: Any, name: str) -> str:
    """Returns a network's layers as the command has them, such as 8x4."""
    layers = value if isinstance(value, (list, tuple)) else [value]
    if isinstance(value, str) or all(hasattr(units, "__index__") and not isinstance(units, bool) for units in layers):
        return value if isinstance(value, str) else "x".join(str(int(units)) for units in layers) or "0"
    raise TypeError(f"'{name}' is {value!r}; an estimator, a function, or the units of a network such as 20 are accepted")
