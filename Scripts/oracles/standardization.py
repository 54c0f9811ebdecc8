"""Writes Tests/DatasetsTests/Fixtures/standardization.json: points standardised by scikit-learn's StandardScaler."""

import numpy as np
from sklearn.preprocessing import StandardScaler

from fixtures import write_json
from network import moons


def case(points):
    scaler = StandardScaler().fit(points)
    return {
        "points": points, "mean": scaler.mean_, "deviation": scaler.scale_,
        "standardized": scaler.transform(points),
    }


generator = np.random.RandomState(4)
points = moons()[0][:50]
write_json("Datasets", "standardization.json", {
    "about": "sklearn.preprocessing.StandardScaler: mean_, scale_ (the population's deviation) and transform.",
    "cases": [
        case(points), case(points * [1e-3, 1e4] + [5, -3e5]), case(points[:2]), case(points + [1e6, -1e6]),
        case(generator.lognormal(size=(40, 2)) * [1e-150, 1e150]), case(generator.randint(0, 3, (41, 2)).astype(float)),
    ],
})
