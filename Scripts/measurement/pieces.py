"""The inner pieces, ours beside numpy's, contourpy's and Matplotlib's."""

import json
import statistics

from processes import COMMAND, COMPARISONS, PYTHON, TOOLS, note, output

# Estimated limits of the reference machine, in nanoseconds: a probe in C; the evaluations on one core, the grid on two.
LIMITS = {
    ("evaluation", 3, 200): 6_000, ("evaluation", 20, 200): 13_000, ("grid", 20, 151_208): 400_000,
    ("png", 3, 307_200): 2_000_000, ("png", 20, 307_200): 2_000_000,
}


def run(rounds, budget, greatest, scratch):
    """For every piece the median over the rounds: ours by number of threads, theirs, and the limit if it is estimated."""
    networks = scratch / "networks.json"
    output([
        COMMAND, "--hidden", "3,20,100", "--output", scratch / "networks", "--json", networks, "--max-iterations", "5000",
        "--quiet"])
    ours, theirs = {}, {}
    for index in range(rounds):
        note(f"Pieces: round {index + 1} of {rounds}")
        for line in output([TOOLS / "measure-pieces", budget, greatest]).splitlines():
            piece = json.loads(line)
            ours.setdefault(key(piece), (piece, {}))[1].setdefault(piece["threads"], []).append(piece["nanoseconds"])
        for line in output([PYTHON, COMPARISONS / "pieces.py", networks, budget, greatest]).splitlines():
            piece = json.loads(line)
            theirs.setdefault(key(piece), []).append(piece["nanoseconds"])
    return [
        {
            "stage": piece["stage"], "hidden": piece["hidden"], "points": piece["points"],
            "unitPoints": piece["unitPoints"],
            "ours": {threads: statistics.median(samples) for threads, samples in by_threads.items()},
            "theirs": statistics.median(theirs[name]), "limit": LIMITS.get(name),
        }
        for name, (piece, by_threads) in ours.items()
    ]


def key(piece):
    return piece["stage"], piece["hidden"], piece["points"]


def best(piece):
    """Our time with as many threads as the piece can use."""
    return piece["ours"][max(piece["ours"])]


def ratio(piece):
    return piece["theirs"] / best(piece)
