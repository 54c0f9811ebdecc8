"""Writes Tests/ModelSelectionTests/Fixtures/curves.json: the points that scikit-learn's curves train and score on.

The estimator learns nothing: it notes the points that it is given. The division is that of train_test_split.
"""

import warnings

import numpy as np
from sklearn.base import BaseEstimator
from sklearn.model_selection import learning_curve, train_test_split, validation_curve

from fixtures import write_json

POINT_COUNTS = [4, 10, 23, 57, 100]
FRACTIONS = [0.2, 0.3, 0.5]
SIZE_COUNTS = [2, 5, 10]


class Witness(BaseEstimator):
    """An estimator whose points are their own indices."""

    fitted = []
    scored = []

    def __init__(self, alpha=0.0):
        self.alpha = alpha

    def fit(self, points, labels):
        Witness.fitted.append(points[:, 0].tolist())
        return self

    def score(self, points, labels):
        Witness.scored.append(points[:, 0].tolist())
        return 0.0


def divided(count, fraction, seed):
    points = np.arange(count).reshape(-1, 1)
    return points, np.zeros(count, int), [train_test_split(np.arange(count), test_size=fraction, random_state=seed)]


def learning(count, fraction, seed, size_count):
    points, labels, split = divided(count, fraction, seed)
    Witness.fitted, Witness.scored = [], []
    with warnings.catch_warnings():
        # The warning about equal sizes, of which one stays.
        warnings.simplefilter("ignore")
        sizes, _, _ = learning_curve(
            Witness(), points, labels, train_sizes=np.linspace(0.1, 1.0, size_count), cv=split)
    # Every fit is scored on the held-out points, and on the points that it was trained on.
    assert all(split[0][1].tolist() in Witness.scored for _ in sizes) and len(Witness.fitted) == len(sizes)
    assert all(fitted in Witness.scored for fitted in Witness.fitted)
    return {"pointCount": count, "testFraction": fraction, "seed": seed, "count": size_count, "sizes": sizes,
            "fitted": Witness.fitted, "test": split[0][1]}


def validation(count, fraction, seed):
    points, labels, split = divided(count, fraction, seed)
    Witness.fitted, Witness.scored = [], []
    validation_curve(Witness(), points, labels, param_name="alpha", param_range=[0.001, 0.1, 1], cv=split)
    return {"pointCount": count, "testFraction": fraction, "seed": seed, "fitted": Witness.fitted,
            "test": split[0][1]}


write_json("ModelSelection", "curves.json", {
    "about": "Points that learning_curve (train_sizes=np.linspace(0.1, 1.0, count)) and validation_curve (three values) "
             "of sklearn.model_selection train on, in order, and hold out; split by train_test_split.",
    "learningCurves": [
        learning(count, fraction, seed, size_count)
        for count in POINT_COUNTS for fraction in FRACTIONS for seed in [0, 7, 8] for size_count in SIZE_COUNTS
    ],
    "validationCurves": [validation(count, fraction, 3) for count in POINT_COUNTS for fraction in FRACTIONS],
})
