"""The documents' worked examples in Examples/: columns of data sets that come with scikit-learn, and birds made up here."""

import csv
import pathlib

import numpy as np
import sklearn.datasets

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "Examples"

# The columns part the classes well but not wholly; ours are called without the unit.
SETS = [
    (
        "iris",
        sklearn.datasets.load_iris,
        {"petal length (cm)": "petal length", "petal width (cm)": "petal width"},
        "species",
    ),
    ("wine", sklearn.datasets.load_wine, {"flavanoids": "flavanoids", "proline": "proline"}, "cultivar"),
    (
        "wine-six",
        sklearn.datasets.load_wine,
        {
            "alcohol": "alcohol",
            "malic_acid": "malic acid",
            "flavanoids": "flavanoids",
            "color_intensity": "colour",
            "hue": "hue",
            "proline": "proline",
        },
        "cultivar",
    ),
]

# Of each species: the means of bill length and depth (mm), and of mass (g), and the number of birds.
BIRDS = {"plover": ((24, 9.5, 63), 50), "dunlin": ((33, 8.2, 50), 60), "knot": ((34, 10.8, 136), 40)}


def birds() -> None:
    """Birds that no one has measured, with a number each, and with missing values."""
    random = np.random.RandomState(0)
    rows = []
    for species, (means, count) in BIRDS.items():
        for _ in range(count):
            size = random.normal()
            values = [mean * (1 + 0.03 * size + 0.09 * random.normal()) for mean in means]
            sex = random.choice(["female", "male"])
            cells = [f"{values[0]:.1f}", f"{values[1]:.1f}", f"{values[2]:.0f}", species, sex]
            for index, share in enumerate([0.02, 0.02, 0.1, 0.02, 0.1]):
                if random.random_sample() < share:
                    cells[index] = "NA"
            rows.append(cells)
    order = random.permutation(len(rows))
    with open(EXAMPLES / "birds.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["ring", "bill length", "bill depth", "mass", "species", "sex"])
        for number, index in enumerate(order):
            writer.writerow([2001 + number, *rows[index]])
    print(f"Examples/birds.csv: {len(rows)} points")


def main() -> None:
    EXAMPLES.mkdir(exist_ok=True)
    for name, load, columns, label in SETS:
        data = load()
        indices = [list(data.feature_names).index(column) for column in columns]
        with open(EXAMPLES / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow([*columns.values(), label])
            for point, target in zip(data.data, data.target):
                words = str(data.target_names[target]).replace("class_", "cultivar ")
                writer.writerow([*(f"{point[index]:g}" for index in indices), words])
        print(f"Examples/{name}.csv: {len(data.data)} points")
    birds()


if __name__ == "__main__":
    main()
