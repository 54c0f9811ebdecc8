"""The goals: least, aim and measured value of each."""

import pieces as inner
from programs import ARTICLE, DEFAULT, OURS, OURS_LBFGS, SCIKIT, STABLE, SWEEP, TUNE

# Accepted growth of the time per unit of work from the best size to the largest: caches end, and clocks are not exact.
LINEAR = 1.5
MEMORY = 1.5


def rows(programs, pieces, growth):
    """Name, least, aim, measured value, and whether the least is met; None if it was not measured."""
    lbfgs = programs.get(OURS_LBFGS)
    times = [
        faster("five pictures, against the article's program", programs[OURS], programs[ARTICLE], 60, 100),
        faster("five pictures, against it with a finite cost", programs[OURS], programs[STABLE], 40, 60),
        faster("five pictures with `--optimizer lbfgs`, against scikit-learn", lbfgs, programs[SCIKIT], 50, None),
        faster("150 fits of a tuning, against scikit-learn's `GridSearchCV(n_jobs=2)`", programs[TUNE], programs[SWEEP], 30, None),
    ]
    ours = max(programs[name]["peak"] for name in (OURS, OURS_LBFGS) if name in programs)
    theirs = min(programs[name]["peak"] for name in (ARTICLE, SCIKIT))
    memory = row("peak memory, against either", "8 × less", "", f"{theirs / ours:.1f} ×", theirs / ours >= 8)
    return [
        *times, memory,
        worst("one evaluation of cost and gradient, at every size", pieces, "evaluation", 8, None),
        worst("grid evaluation at 3, 20 and 100 units", pieces, "grid", 60, 100),
        row(
            "growth: time per unit of work, largest size against best", f"≤ {LINEAR} ×", "linear",
            *greatest(growth, "slowdown", LINEAR)),
        row(
            "growth: memory, against the arrays that must exist", f"≤ {MEMORY} ×", "", *greatest(growth, "memory", MEMORY)),
        row(
            "one picture with the defaults, whole process", "≤ 50 ms", "", f"{1000 * programs[DEFAULT]['wall']:.1f} ms",
            programs[DEFAULT]["wall"] <= 0.05),
    ]


def row(what, least, aim, measured, is_met):
    return {"what": what, "least": least, "aim": aim, "measured": measured, "met": is_met}


def faster(what, ours, theirs, least, aim):
    aim_text = f"{aim} ×" if aim else ""
    if ours is None:
        return row(what, f"{least} × faster", aim_text, "the command has no such option", None)
    ratio = theirs["wall"] / ours["wall"]
    return row(what, f"{least} × faster", aim_text, f"{ratio:.1f} ×", ratio >= least)


def worst(what, pieces, stage, least, aim):
    """A goal for every size is met if it is met at the worst one."""
    ratios = {
        f"{piece['hidden']} units" + (f", {piece['points']:,} points" if stage == "evaluation" else ""): inner.ratio(piece)
        for piece in pieces if piece["stage"] == stage
    }
    where = min(ratios, key=ratios.get)
    met = sum(ratio >= least for ratio in ratios.values())
    return row(
        what, f"{least} × faster", f"{aim} ×" if aim else "the limit",
        f"{min(ratios.values()):.1f} × at {where}; {met} of {len(ratios)} sizes", met == len(ratios))


def greatest(growth, key, limit):
    series = max((each for each in growth if each[key] is not None), key=lambda each: each[key])
    return f"{series[key]:.2f} × ({series['name']})", series[key] <= limit
