"""Writes Tests/DatasetsTests/Fixtures/projection.json: tables projected by scikit-learn's StandardScaler and PCA.

The full decomposition, which is exact but for rounding; signs as svd_flip with u_based_decision=False has them.
"""

import numpy as np
from sklearn.datasets import load_iris, load_wine
from sklearn.decomposition import PCA
from sklearn.preprocessing import StandardScaler

from fixtures import write_json


def case(name, rows, others):
    """The projection of `rows`, and the points of `rows` and of `others`, which the projection has not seen."""
    scaler = StandardScaler().fit(rows)
    pca = PCA(n_components=2, svd_solver="full").fit(scaler.transform(rows))
    values = PCA(svd_solver="full").fit(scaler.transform(rows)).explained_variance_
    if name not in {"equal eigenvalues"}:
        assert values[0] - values[1] > 1e-3 and (len(values) < 3 or values[1] - values[2] > 1e-3), "axes are unique"
    return {
        "name": name, "rows": rows, "others": others, "mean": scaler.mean_, "deviation": scaler.scale_,
        "components": pca.components_, "ratios": pca.explained_variance_ratio_,
        "points": pca.transform(scaler.transform(rows)), "otherPoints": pca.transform(scaler.transform(others)),
    }


def parts(table):
    """Two thirds of the rows, and the others."""
    order = np.random.RandomState(3).permutation(len(table))
    return table[order[: len(table) * 2 // 3]], table[order[len(table) * 2 // 3 :]]


iris, wine = load_iris().data, load_wine().data
generator = np.random.RandomState(8)
# A column that is constant in the first part alone.
constant = np.column_stack([wine[:, :4], np.where(np.arange(len(wine)) < 100, 2.5, wine[:, 4])])
# A design of all combinations: no two columns are correlated, so that all eigenvalues are 1.
design = np.array([[i & 1, i >> 1 & 1, i >> 2 & 1] for i in range(8)]) * [1.0, 20.0, 0.3]
write_json("Datasets", "projection.json", {
    "about": "sklearn.preprocessing.StandardScaler, then sklearn.decomposition.PCA of two components, fitted to `rows`",
    "cases": [
        case("iris", *parts(iris)),
        case("wine", *parts(wine)),
        case("constant column", constant[:100], constant[100:]),
        case("more columns than rows", *parts(generator.lognormal(size=(21, 40)) * np.logspace(-9, 9, 40))),
        case("two columns", *parts(iris[:, 2:])),
        case("equal eigenvalues", design, design + 0.25),
    ],
})
