"""Two columns each of data sets that come with scikit-learn, as CSV files: the documents' worked examples in Examples/."""

import csv
import pathlib

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
]


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


if __name__ == "__main__":
    main()
