"""Writes the predictions of numpy and scikit-learn by models as files have them: Tests/SavedModelsTests/Fixtures/predictions.json.

Points are standardised by scikit-learn's StandardScaler; the outputs, sigmoids of their own, are divided by their sum.
"""

import json

import numpy as np
from sklearn.preprocessing import StandardScaler, normalize

from fixtures import write_json
from network import ACTIVATIONS, forward, parameter_count, sigmoid

LAYERS = [[2, 3, 2], [2, 8, 3], [2, 5, 4, 4], [2, 6, 5, 4, 5]]
generator = np.random.RandomState(21)


def case(activation, layers, is_standardized):
    points = generator.normal(size=(40, 2))
    if is_standardized:
        points = points * [300, 0.002] + [1200, -0.01]
    scaler = StandardScaler().fit(points) if is_standardized else None
    inputs = scaler.transform(points) if scaler else points
    theta = generator.normal(size=parameter_count(layers))
    outputs = sigmoid(forward(theta, layers, inputs, activation)[0])
    probabilities = normalize(outputs, norm="l1")
    best = np.sort(outputs, axis=1)
    assert np.min(best[:, -1] - best[:, -2]) > 1e-9, "no class hangs on a rounding"
    model = {
        "format": "boundaryplot-model", "version": 1, "layers": layers, "activation": activation, "lambda": 0.01,
        "theta": theta.tolist(), "features": ["width", "height"],
        "classes": [f"class {index}" for index in range(layers[-1])],
        "standardization": {"mean": scaler.mean_.tolist(), "deviation": scaler.scale_.tolist()} if scaler else None,
    }
    return {
        "model": json.dumps(model), "points": points, "classes": np.argmax(outputs, axis=1),
        "probabilities": probabilities,
    }


write_json("SavedModels", "predictions.json", {
    "about": "model is the text of a file; probabilities are by point, then class",
    "cases": [
        case(activation, layers, is_standardized)
        for activation in ACTIVATIONS for layers in LAYERS for is_standardized in [False, True]
    ],
})
