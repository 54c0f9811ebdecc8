"""The choice of size and λ as people make it today: scikit-learn's GridSearchCV with two processes.

    sweep.py POINTS

POINTS is the training part of the moons, as `boundaryplot data --test-fraction 0.3 --part train` prints it. The 150 fits
are those of `boundaryplot tune --restarts 1`: the same sizes, λ (its alpha) and number of folds; the search is that of
scikit.py. It draws nothing, and prints the chosen network.
"""

import sys
import warnings

import numpy as np
from sklearn.model_selection import GridSearchCV
from sklearn.neural_network import MLPClassifier

from task import TOLERANCE

SIZES = [1, 2, 3, 5, 10, 20]
LAMBDAS = [0.0001, 0.001, 0.01, 0.1, 1]
FOLDS = 5


def main(path):
    warnings.simplefilter("ignore")
    rows = np.loadtxt(path, delimiter=",", skiprows=1)
    search = GridSearchCV(
        MLPClassifier(
            activation="logistic", solver="lbfgs", tol=TOLERANCE, max_iter=100_000, max_fun=100_000, random_state=0),
        {"hidden_layer_sizes": [(size,) for size in SIZES], "alpha": LAMBDAS}, cv=FOLDS, n_jobs=2)
    search.fit(rows[:, :2], rows[:, 2].astype(int))
    count = len(search.cv_results_["params"]) * FOLDS
    print(f"{count} fits; chosen: {search.best_params_}, validation accuracy {search.best_score_:.3f}")


if __name__ == "__main__":
    main(sys.argv[1])
