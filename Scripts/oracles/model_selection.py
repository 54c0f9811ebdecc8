"""Writes Tests/ModelSelectionTests/Fixtures: the points that scikit-learn holds out, and its folds.

A case that scikit-learn refuses has no indices: it is to be refused here as well.
"""

import warnings

import numpy as np
from sklearn.model_selection import KFold, StratifiedKFold, train_test_split

from fixtures import write_json
from network import moons

SEEDS = [0, 1, 2**32 - 1]
FRACTIONS = [0.001, 0.07, 0.1, 0.25, 0.3, 1 / 3, 0.5, 0.9, 0.999]
POINT_COUNTS = [1, 2, 3, 5, 10, 23, 100]
FOLD_COUNTS = [1, 2, 3, 5, 7, 10]


def shuffled(counts, seed):
    """Labels with so many of each class, in random order; a count of 0 leaves the class out."""
    return np.random.RandomState(seed).permutation(np.repeat(np.arange(len(counts)), counts))


LABELS = [
    moons()[1],
    # Equal classes, whose remainders tie; then several groups of ties.
    shuffled([5, 5, 5], 1), shuffled([2, 2, 2, 2, 2], 2), shuffled([3, 3, 3, 3], 3), shuffled([7, 7, 9, 9, 5], 4),
    shuffled([13, 13, 13, 13, 13], 5),
    # Imbalanced ones, with classes of two points, of one, and of none.
    shuffled([90, 10], 6), shuffled([50, 30, 15, 4, 2], 7), shuffled([20, 2, 2], 8), shuffled([9, 1], 9),
    shuffled([12, 0, 9, 0, 4], 10), shuffled([40], 11), shuffled([1, 1, 1], 12),
    # Classes that first occur in another order than their own.
    np.array([2, 0, 1, 2, 1, 0, 2, 2, 1, 0, 0]), np.array([3, 3, 3, 1, 1, 1, 1, 2, 2, 0, 0, 0, 0, 0, 3, 1]),
]


def split(point_count, fraction, seed, labels=None):
    try:
        training, test = train_test_split(
            np.arange(point_count), test_size=fraction, random_state=seed, stratify=labels)
    except ValueError:
        return {}
    return {"training": training, "test": test}


def folds(splitter, labels):
    fold_of_point = np.full(len(labels), -1)
    try:
        with warnings.catch_warnings():
            # The warning about a class with fewer points than folds, which has its own tests.
            warnings.simplefilter("ignore")
            for fold, (training, validation) in enumerate(splitter.split(np.zeros(len(labels)), labels)):
                assert np.all(fold_of_point[validation] == -1) and np.all(np.diff(validation) > 0)
                assert np.array_equal(training, np.setdiff1d(np.arange(len(labels)), validation))
                fold_of_point[validation] = fold
    except ValueError:
        return {}
    assert np.all(fold_of_point >= 0)
    return {"foldOfPoint": fold_of_point}


def shuffled_folds(kind, count, seed, labels):
    try:
        splitter = kind(count, shuffle=True, random_state=seed)
    except ValueError:
        return {}
    return folds(splitter, labels)


splits = [
    {"pointCount": count, "testFraction": fraction, "seed": seed} | split(count, fraction, seed)
    for count in POINT_COUNTS for fraction in FRACTIONS for seed in SEEDS
]
splits.append({"pointCount": 200, "testFraction": 0.3, "seed": 0} | split(200, 0.3, 0))
stratified = [
    {"labels": index, "testFraction": fraction, "seed": seed} | split(len(labels), fraction, seed, labels)
    for index, labels in enumerate(LABELS) for fraction in ([0.3] if index == 0 else FRACTIONS) for seed in SEEDS
]


def has_tie_break(index, fraction):
    """Whether the classes' numbers of training points depend on the seed."""
    numbers = {
        tuple(np.bincount(LABELS[index][case["training"]]))
        for case in stratified if "training" in case and (case["labels"], case["testFraction"]) == (index, fraction)
    }
    return len(numbers) > 1


ties = sum(has_tie_break(index, fraction) for index in range(len(LABELS)) for fraction in FRACTIONS)
assert ties >= 10, ties

write_json("ModelSelection", "splits.json", {
    "about": "sklearn.model_selection.train_test_split of range(n); labels is an index into labelSets, for stratify. "
             "Without indices: refused.",
    "labelSets": LABELS, "splits": splits, "stratifiedSplits": stratified,
})
write_json("ModelSelection", "folds.json", {
    "about": "foldOfPoint is the number of the fold of sklearn.model_selection.KFold and StratifiedKFold (shuffle=True) "
             "that holds a point out; labels is an index into labelSets. Without indices: refused.",
    "labelSets": LABELS,
    "folds": [
        {"pointCount": points, "count": count, "seed": seed}
        | shuffled_folds(KFold, count, seed, np.zeros(points, int))
        for points in POINT_COUNTS for count in FOLD_COUNTS for seed in SEEDS
    ],
    "stratifiedFolds": [
        {"labels": index, "count": count, "seed": seed} | shuffled_folds(StratifiedKFold, count, seed, labels)
        for index, labels in enumerate(LABELS) for count in ([5] if index == 0 else FOLD_COUNTS) for seed in SEEDS
    ],
})
