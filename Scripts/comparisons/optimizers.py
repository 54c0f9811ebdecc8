"""Trains the same networks with boundaryplot and with SciPy's minimisers, and prints evaluations and costs.

    Scripts/python Scripts/comparisons/optimizers.py            # sigmoid, tanh and relu
    Scripts/python Scripts/comparisons/optimizers.py relu

Nine data sets, four sizes and three seeds: 108 trainings. The command must be built (Scripts/run).
"""

import collections
import concurrent.futures
import itertools
import json
import os
import pathlib
import subprocess
import sys
import tempfile

os.environ["OPENBLAS_NUM_THREADS"] = "1"
ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Scripts" / "oracles"))

import numpy as np  # noqa: E402
from network import cost_and_gradient, initial_theta  # noqa: E402
from scipy.optimize import minimize  # noqa: E402

COMMAND = ROOT / ".build" / "release" / "boundaryplot"
DATA = {
    "moons": ["--data", "moons"],
    "circles": ["--data", "circles"],
    "blobs": ["--data", "blobs"],
    "gaussian-quantiles": ["--data", "gaussian-quantiles"],
    "spirals": ["--data", "spirals"],
    "xor": ["--data", "xor"],
    "noisy moons": ["--data", "moons", "--samples", "400", "--noise", "0.3", "--seed", "5"],
    "raw": ["raw.csv", "--no-standardize"],
    "standardised": ["raw.csv"],
}
JOBS = list(itertools.product(DATA, ["2", "5", "20", "8x4"], [0, 1, 2]))


def write_raw(folder):
    """Two clouds whose features differ a hundredfold in scale."""
    generator = np.random.default_rng(1)
    clouds = [([200, 3], [30, 0.5], "a"), ([260, 2], [40, 0.4], "b")]
    with open(folder / "raw.csv", "w") as file:
        file.write("x,y,label\n")
        for mean, deviation, label in clouds:
            for x, y in generator.normal(size=(150, 2)) * deviation + mean:
                file.write(f"{float(x)!r},{float(y)!r},{label}\n")


def ours(folder, activation, optimizer, job):
    name, hidden, seed = job
    picture = f"{activation}-{optimizer}-{name.replace(' ', '-')}-{hidden}-{seed}.png"
    outcome = subprocess.run(
        [COMMAND, *DATA[name], "--hidden", hidden, "--activation", activation, "--optimizer", optimizer, "--init-seed",
         str(seed), "--threads", "1", "--dpi", "50", "--output", picture, "--json", "-"],
        capture_output=True, text=True, check=True, cwd=folder)
    run = json.loads(outcome.stdout)["runs"][0]
    return run["cost"], run["evaluations"], run["termination"]


def theirs(points, activation, method, job):
    name, hidden, seed = job
    inputs, targets = points[name]
    layers = [2, *map(int, hidden.split("x")), targets.shape[1]]
    theta = initial_theta(layers, seed, activation)
    # Without a limit on the relative decrease, and with as many iterations as ours.
    options = {"CG": {}, "L-BFGS-B": {"ftol": 0, "maxfun": 10**9, "maxls": 50}}[method]
    found = minimize(
        lambda theta: cost_and_gradient(theta, layers, inputs, targets, 1e-3, activation), theta, jac=True,
        method=method, options={"gtol": 1e-5, "maxiter": 200 * len(theta), **options})
    return found.fun, found.nfev, "converged" if found.success else "stopped"


def read(folder, name):
    arguments = [word for word in DATA[name] if word != "--no-standardize"]
    text = subprocess.run([COMMAND, "data", *arguments], capture_output=True, text=True, check=True, cwd=folder).stdout
    rows = [line.split(",") for line in text.splitlines()[1:]]
    inputs = np.array([[float(x), float(y)] for x, y, _ in rows])
    labels = [row[2] for row in rows]
    classes = sorted(set(labels))
    if name == "standardised":
        inputs = (inputs - inputs.mean(axis=0)) / inputs.std(axis=0)
    return inputs, np.eye(len(classes))[[classes.index(label) for label in labels]]


def main():
    with tempfile.TemporaryDirectory() as name, concurrent.futures.ProcessPoolExecutor() as pool:
        folder = pathlib.Path(name)
        write_raw(folder)
        points = {name: read(folder, name) for name in DATA}
        for activation in sys.argv[1:] or ["sigmoid", "tanh", "relu"]:
            ways = [("boundaryplot", ours, folder, optimizer) for optimizer in ("cg", "lbfgs")]
            ways += [("scipy", theirs, points, method) for method in ("CG", "L-BFGS-B")]
            for program, train, data, way in ways:
                count = len(JOBS)
                results = list(pool.map(train, [data] * count, [activation] * count, [way] * count, JOBS))
                ends = collections.Counter(end for _, _, end in results)
                print(
                    f"{activation:8}{program:14}{way:9}  mean cost {np.mean([cost for cost, _, _ in results]):.4f}  "
                    f"evaluations {np.mean([evaluations for _, evaluations, _ in results]):8.0f}  "
                    + ", ".join(f"{end} {number}" for end, number in ends.most_common()), flush=True)


if __name__ == "__main__":
    main()
