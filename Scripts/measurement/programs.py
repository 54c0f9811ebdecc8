"""`boundaryplot` beside the programs that do the same in Python."""

import json
import math
import statistics

from processes import COMMAND, COMPARISONS, PYTHON, measure, median, note, output, succeeds

SIZES = "1,2,3,5,20"
# The costs of Documentation/numbers.md: a program that does not reach them does something else.
COSTS = {1: 0.60304, 2: 0.17338, 3: 0.13420, 5: 0.08559}
TOLERANCE = 3e-5

OURS, OURS_LBFGS, DEFAULT = "boundaryplot", "boundaryplot --optimizer lbfgs", "boundaryplot, one picture of 960 × 720"
ARTICLE, STABLE, SCIKIT = "article.py", "article.py --stable", "scikit.py"
TUNE, SWEEP = "boundaryplot tune --restarts 1 --optimizer lbfgs", "sweep.py"


def run(runs, scratch):
    """The median measurements of every program, and how each trained its networks."""
    commands = {
        OURS: ours(scratch / "cg"), ARTICLE: python("article.py", scratch / "article"),
        OURS_LBFGS: ours(scratch / "lbfgs", "--optimizer", "lbfgs"), SCIKIT: python("scikit.py", scratch / "scikit"),
        STABLE: python("article.py", scratch / "stable", "--stable"),
        DEFAULT: [COMMAND, "--output", scratch / "default"],
        TUNE: [COMMAND, "tune", "--restarts", "1", "--optimizer", "lbfgs", "--quiet", "--output", scratch / "tune"],
        SWEEP: python("sweep.py", scratch / "training.csv"),
    }
    (scratch / "training.csv").write_text(output([COMMAND, "data", "--test-fraction", "0.3", "--part", "train"]))
    if not succeeds([COMMAND, "--optimizer", "lbfgs", "--max-iterations", "0", "--output", scratch / "lbfgs"]):
        del commands[OURS_LBFGS]
    for folder in ["cg", "lbfgs", "article", "stable", "scikit"]:
        (scratch / folder).mkdir(exist_ok=True)

    # The first round fills the caches and is not counted.
    measured, training = {name: [] for name in commands}, {}
    for index in range(runs + 1):
        note(f"Programs: round {index} of {runs}" if index else "Programs: warming up")
        for name, command in commands.items():
            one = measure(command, scratch)
            if index:
                measured[name].append(one)
            if name in (ARTICLE, STABLE, SCIKIT):
                training.setdefault(name, []).append(parse(one["output"]))
            elif name in (OURS, OURS_LBFGS):
                training.setdefault(name, []).append(summary(command, scratch))
    check(training, scratch)
    programs = {name: median(all_runs) for name, all_runs in measured.items()}
    return programs, {name: merge(training[name]) for name in commands if name in training}


def ours(folder, *options):
    return [COMMAND, "--hidden", SIZES, "--dpi", "100", "--output", folder, *options]


def python(program, folder, *options):
    return [PYTHON, COMPARISONS / program, folder, *options]


def parse(table):
    """The rows that a comparison program prints, by hidden size."""
    rows = {}
    for line in table.splitlines()[1:]:
        hidden, cost, accuracy, iterations, evaluations, seconds = line.split()
        rows[int(hidden)] = {
            "cost": float(cost) if math.isfinite(float(cost)) else None, "accuracy": float(accuracy),
            "iterations": int(iterations),
            "evaluations": None if evaluations == "-" else int(evaluations), "seconds": float(seconds),
        }
    return rows


def summary(command, scratch):
    """The same of ours, from a run with --json that is not measured, since the others write no such file."""
    path = scratch / "summary.json"
    output([*command, "--json", path, "--quiet"])
    return {
        int(run["hidden"]): {
            "cost": run["cost"], "accuracy": run["accuracy"], "iterations": run["iterations"],
            "evaluations": run["evaluations"], "seconds": run["seconds"]["train"],
        }
        for run in json.loads(path.read_text())["runs"]
    }


def merge(all_runs):
    """The rows, which are the same in every run, with the median of the times."""
    first = all_runs[0]
    for hidden, row in first.items():
        row["seconds"] = statistics.median(rows[hidden]["seconds"] for rows in all_runs)
        row["microseconds"] = 1e6 * row["seconds"] / row["evaluations"] if row["evaluations"] else None
    return first


def check(training, scratch):
    """Checks that programs with the same search found the same minima, and that all drew their pictures."""
    for name in (OURS, ARTICLE, STABLE):
        for hidden, cost in COSTS.items():
            found = training[name][0][hidden]["cost"]
            if abs(found - cost) > TOLERANCE:
                raise SystemExit(f"Scripts/benchmark: {name} reached {found} with {hidden} units, not {cost}")
    for folder in ["cg", "article", "stable", "scikit"]:
        count = len(list((scratch / folder).glob("*.png")))
        if count != len(SIZES.split(",")):
            raise SystemExit(f"Scripts/benchmark: {count} pictures in {folder}")
