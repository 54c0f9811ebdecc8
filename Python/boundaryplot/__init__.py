"""Decision boundaries of small neural networks and other classifiers.

>>> import boundaryplot as bp
>>> bp.plot(X, y, hidden=[1, 2, 3, 5, 20], test_fraction=0.3)   # a figure; a notebook shows it
>>> bp.sheet(df, x="bill_length", y="bill_depth", label="species", hidden=[2, 8])
>>> bp.regions(estimator, X, y)                                 # any fitted classifier, or any function
>>> bp.compare({"SVM": svm, "forest": rf, "20 units": 20}, X, y, test_fraction=0.3)
>>> bp.report(X, y, test_fraction=0.3)                          # a page with sliders

`report` returns a `Report`, and every other function a `Figure`. Both have `scores`, `frame()` and `save("figure.pdf")`,
for a report `save("report.html")`. Keywords are the options of the command `boundaryplot`, which trains and draws:
`help(boundaryplot.plot)` lists them.
"""

from ._command import BoundaryPlotError, BoundaryPlotWarning, run
from ._figure import Figure, Picture
from ._plots import compare, curve, diff, film, plot, regions, report, sheet, tune
from ._report import Report

__all__ = [
    "BoundaryPlotError",
    "BoundaryPlotWarning",
    "Figure",
    "Picture",
    "Report",
    "compare",
    "curve",
    "diff",
    "film",
    "plot",
    "regions",
    "report",
    "sheet",
    "tune",
]


def __getattr__(name: str) -> str:
    if name == "__version__":
        return run(["--version"]).text.split()[-1]
    raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
