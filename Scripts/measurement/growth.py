"""How time and memory of the command grow with the data, the network and the grid."""

import json
import statistics

from processes import COMMAND, measure, note

MIB = 2**20
# The default grid's columns, and its points.
COLUMNS, GRID_POINTS, SAMPLES = 461, 461 * 328, 200


class Series:
    """One option that grows, with the work and the arrays that must exist at each value."""

    def __init__(self, name, option, values, stage, work, arrays):
        self.name, self.option, self.values = name, option, values
        self.stage, self.work, self.arrays = stage, work, arrays


# The arrays are counted in bytes. A point of the data has two coordinates and a label; a unit of the network one factor for
# each column of the grid and one activation for each point of the data; a point of the grid one response.
SERIES = [
    Series(
        "evaluation, data points", "--samples", [200, 2_000, 20_000, 200_000, 1_000_000], "train",
        lambda run, samples: run["evaluations"] * int(run["hidden"]) * samples, lambda run, samples: 24 * samples),
    Series(
        "evaluation, units", "--hidden", [3, 10, 30, 100, 300, 1000], "train",
        lambda run, hidden: run["evaluations"] * hidden * SAMPLES,
        lambda run, hidden: 8 * hidden * (COLUMNS + SAMPLES)),
    Series(
        "grid, units", "--hidden", [3, 10, 30, 100, 300, 1000], "grid",
        lambda run, hidden: hidden * GRID_POINTS, lambda run, hidden: 8 * hidden * (COLUMNS + SAMPLES)),
    Series(
        "grid, grid points", "--step", [0.0123, 0.0039, 0.00123, 0.0005], "grid",
        lambda run, step: int(run["hidden"]) * points(run), lambda run, step: 8 * points(run)),
    Series(
        "contour and draw, grid points", "--step", [0.0123, 0.0039, 0.00123, 0.0005], "draw",
        lambda run, step: points(run), lambda run, step: 8 * points(run)),
]


def points(run):
    return run["grid"]["x"]["count"] * run["grid"]["y"]["count"]


def run(runs, is_quick, scratch):
    """A row for each value of each series: time per unit of work, and peak memory beside the arrays."""
    results, measured = [], {}
    for series in SERIES:
        rows = []
        for value in series.values[:-2] if is_quick else series.values:
            name = series.option, value
            if name not in measured:
                note(f"Growth: {series.option} {value}")
                measured[name] = [one(series.option, value, scratch) for _ in range(runs)]
            summary = measured[name][0]["run"]
            seconds = statistics.median(each["run"]["seconds"][series.stage] for each in measured[name])
            rows.append({
                "value": points(summary) if series.option == "--step" else value, "seconds": seconds,
                "nanoseconds": 1e9 * seconds / series.work(summary, value),
                "peak": statistics.median(each["peak"] for each in measured[name]),
                "arrays": series.arrays(summary, value) / MIB,
            })
        # The memory of the process at the smallest size, code and picture included, is not growth. If the arrays hardly grow,
        # other growth of the peak is chance.
        first, last = rows[0], rows[-1]
        grown = last["arrays"] - first["arrays"]
        results.append({
            "name": series.name, "rows": rows,
            "slowdown": last["nanoseconds"] / min(row["nanoseconds"] for row in rows),
            "memory": (last["peak"] - first["peak"]) / grown if grown > 4 else None,
        })
    return results


def one(option, value, scratch):
    """A run of few iterations on one thread, so that nothing but the work grows."""
    path = scratch / "growth.json"
    measured = measure([
        COMMAND, option, str(value), "--max-iterations", "20", "--threads", "1", "--dpi", "100", "--quiet",
        "--output", scratch / "growth", "--json", path], scratch)
    return measured | {"run": json.loads(path.read_text())["runs"][0]}
