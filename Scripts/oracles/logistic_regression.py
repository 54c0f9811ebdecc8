"""Writes Tests/TrainingTests/Fixtures/logistic.json: scikit-learn's logistic regression, one for each class.

A network without hidden layers is a logistic regression for each class ("this class or not"). scikit-learn minimises
C times the sum of the losses plus half the squared weights, so C = 1 / lambda; it does not penalise the intercept.
"""

import numpy as np
from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression

from fixtures import write_json
from network import cost_and_gradient, moons


def regression(name, points, labels, lam):
    classes = range(max(labels) + 1)
    rows, correct = [], []
    for k in classes:
        model = LogisticRegression(C=1 / lam, solver="newton-cholesky", tol=1e-13, max_iter=1000).fit(points, labels == k)
        rows.append([model.intercept_[0], *model.coef_[0]])
        correct.append(model.decision_function(points))
    theta = np.array(rows).ravel()
    cost, gradient = cost_and_gradient(theta, [2, len(classes)], points, np.eye(len(classes))[labels], lam)
    assert np.max(np.abs(gradient)) < 1e-12, (name, lam, gradient)
    accuracy = float(np.mean(np.argmax(correct, axis=0) == labels))
    return {"data": name, "lambda": lam, "theta": theta, "cost": float(cost), "accuracy": accuracy}


moon_points, moon_labels = moons()
iris = load_iris()
petals = iris.data[:, 2:]
petals = (petals - petals.mean(axis=0)) / petals.std(axis=0)
data = {"moons": (moon_points, moon_labels), "iris": (petals, iris.target)}
write_json("Training", "logistic.json", {
    "about": "sklearn.linear_model.LogisticRegression for each class, C = 1 / lambda; theta has the intercept and the two "
             "weights of every class. iris has the standardised petals.",
    "data": {name: {"points": points, "labels": labels} for name, (points, labels) in data.items()},
    "regressions": [
        regression(name, points, labels, lam)
        for name, (points, labels) in data.items() for lam in [0.001, 0.1, 1, 10]
    ],
})
