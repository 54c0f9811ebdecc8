"""Writes Tests/TrainingTests/Fixtures/scores.json: scikit-learn's metrics of the numpy network in network.py.

The cross-entropy of the project is that of every output as a classifier of its own ("this class or not"), summed over
the outputs: a sum of scikit-learn's log losses.
"""

import numpy as np
from sklearn.metrics import accuracy_score, confusion_matrix, log_loss, recall_score

from fixtures import write_json
from network import forward, moons, parameter_count, sigmoid, train


def score(layers, theta, points, labels):
    logits, _ = forward(theta, layers, points)
    outputs = sigmoid(logits)
    # scikit-learn clips probabilities closer to 0 or 1 than this.
    assert np.all(np.abs(outputs - 0.5) < 0.5 - 1e-14)
    predicted = np.argmax(logits, axis=1)
    classes = range(layers[-1])
    recalls = recall_score(labels, predicted, labels=list(classes), average=None, zero_division=np.nan)
    losses = [log_loss(labels == k, outputs[:, k], labels=[False, True]) for k in classes]
    return {
        "layers": layers, "theta": theta, "labels": labels,
        "crossEntropy": float(sum(losses)), "accuracy": float(accuracy_score(labels, predicted)),
        "confusion": confusion_matrix(labels, predicted, labels=list(classes)),
        "recalls": [None if np.isnan(recall) else recall for recall in recalls],
        "errors": np.flatnonzero(predicted != labels),
    }


def scores(points, labels):
    found = []
    for hidden in [1, 2, 3]:
        theta, _ = train([2, hidden, 2], points, labels, 0.001)
        found.append(score([2, hidden, 2], theta, points, labels))
    for layers in [[2, 2], [2, 3, 2], [2, 5], [2, 4, 3], [2, 4, 3, 4], [2, 20, 5]]:
        generator = np.random.RandomState(len(layers) * 100 + layers[-1])
        for _ in range(2):
            theta = generator.normal(size=parameter_count(layers))
            found.append(score(layers, theta, points, generator.randint(0, layers[-1], len(points))))
    # A class without a point.
    theta = generator.normal(size=parameter_count([2, 3]))
    found.append(score([2, 3], theta, points, 2 * labels))
    return found


points, labels = moons()
write_json("Training", "scores.json", {
    "about": "crossEntropy is the sum of sklearn.metrics.log_loss over the outputs; confusion has a row for each true "
             "class; recalls are null for a class without points; errors are the indices of the misclassified points.",
    "points": points, "scores": scores(points, labels),
})
