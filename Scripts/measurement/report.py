"""The results as Markdown, in tables that are readable as text."""

import datetime

import pieces as inner
from programs import OURS

BEGIN, END = "<!-- begin: written by Scripts/benchmark -->", "<!-- end -->"


def markdown(results):
    parts = [heading(results), reach(results["reach"]), programs(results), training(results["training"]),
             evaluations(results["pieces"]), others(results["pieces"]), growth(results["growth"])]
    return "\n\n".join(parts) + "\n"


def write_into(path, text):
    """Replaces the text between the two marks."""
    old = path.read_text(encoding="utf-8")
    before, rest = old.split(BEGIN)
    path.write_text(f"{before}{BEGIN}\n\n{text}\n{END}{rest.split(END)[1]}", encoding="utf-8")


def table(headings, rows):
    """Columns are lined up; all but the first end at the right."""
    cells = [headings, *rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(headings))]

    def line(row):
        return "| " + " | ".join(
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths))) + " |"

    rule = "|" + "|".join(
        "-" * (width + 1) + ":" if column else "-" * (width + 2) for column, width in enumerate(widths)) + "|"
    return "\n".join([line(headings), rule, *map(line, rows)])


def number(value, digits=3):
    """The number with so many significant digits, thousands separated, never as a power of ten."""
    if value is None:
        return "–"
    decimals = max(0, digits - len(str(int(abs(value)))) if abs(value) >= 1 else digits)
    return f"{value:,.{decimals}f}"


def heading(results):
    machine = results["machine"]
    lines = [
        f"- **Machine**: {machine['cpu']}, {machine['cores']} cores, {machine['memory']:.0f} GiB; {machine['kernel']}",
        f"- **Versions**: {machine['swift']}; {machine['python']}",
        f"- **Date**: {datetime.date.fromisoformat(results['date']):%-d %B %Y}, at {machine['commit']}",
        f"- **Command**: `{results['command']}`; medians of {results['runs']} alternating runs, on a load of "
        f"{machine['load']:.2f}",
    ]
    if results["quick"]:
        lines.append("- **A smoke run**: too short for its numbers to mean anything")
    elif machine["load"] > 0.5:
        lines.append("- **The machine was busy** with something else: measure again when it is quiet")
    return "\n".join(lines)


def reach(rows):
    marks = {True: "yes", False: "**no**", None: "–"}
    return "## What is to be reached\n\n" + table(
        ["what", "at least", "aim", "measured", "met"],
        [[row["what"], row["least"], row["aim"], row["measured"], marks[row["met"]]] for row in rows])


def programs(results):
    ours = results["programs"][OURS]
    return "## Whole programs\n\nThe ratios are to the first row.\n\n" + table(
        ["program", "wall, ms", "CPU, ms", "peak, MiB", "wall, ratio", "CPU, ratio", "peak, ratio"],
        [
            [f"`{name}`" if "picture" not in name else name, number(1000 * each["wall"]), number(1000 * each["cpu"]),
             number(each["peak"])] + [number(each[key] / ours[key]) for key in ("wall", "cpu", "peak")]
            for name, each in results["programs"].items()
        ])


def training(programs):
    def cell(row):
        if row["evaluations"]:
            return f"{row['evaluations']:,} × {number(row['microseconds'])} µs"
        return f"{row['iterations']:,} iterations, {number(1000 * row['seconds'])} ms"

    sizes = next(iter(programs.values()))
    return (
        "## Training\n\n"
        "Evaluations of cost and gradient, and the time of each with the optimiser's own work; rounding alone moves their "
        "number. Ours are from runs that train several networks at once. scikit-learn does not tell its evaluations.\n\n"
    ) + table(
        ["hidden", *(f"`{name}`" for name in programs)],
        [[str(hidden), *(cell(by_size[hidden]) for by_size in programs.values())] for hidden in sizes])


def evaluations(all_pieces):
    return (
        "## Evaluation and grid\n\n"
        "Nanoseconds per unit-point: per hidden unit and point. The limit is an estimate from a probe in C.\n\n"
    ) + table(
        ["piece", "units", "points", "one thread", "all threads", "numpy", "ratio", "limit", "× limit"],
        [piece_row(piece) for piece in all_pieces if piece["stage"] in ("evaluation", "grid")])


def piece_row(piece):
    def per_unit(nanoseconds):
        return number(nanoseconds / piece["unitPoints"]) if nanoseconds else "–"

    fastest = inner.best(piece)
    return [
        piece["stage"], str(piece["hidden"]), f"{piece['points']:,}", per_unit(piece["ours"][min(piece["ours"])]),
        per_unit(fastest), per_unit(piece["theirs"]), number(inner.ratio(piece)), per_unit(piece["limit"]),
        number(fastest / piece["limit"]) if piece["limit"] else "–"]


def others(all_pieces):
    names = {"contour": "contour, against contourpy", "draw": "draw, against Matplotlib", "png": "PNG, against Pillow"}
    rows = []
    for piece in all_pieces:
        if piece["stage"] not in names:
            continue
        ours = inner.best(piece)
        rows.append([
            names[piece["stage"]], str(piece["hidden"]), f"{piece['points']:,}", number(ours / 1e6),
            number(ours / piece["unitPoints"]), number(piece["theirs"] / 1e6), number(inner.ratio(piece)),
            number(ours / piece["limit"]) if piece["limit"] else "–"])
    return (
        "## Contour, draw, PNG\n\n"
        "One thread. Points are those of the grid, or pixels. Each side draws its own picture.\n\n"
    ) + table(["piece", "units", "points", "ms", "ns per point", "theirs, ms", "ratio", "× limit"], rows)


def growth(all_series):
    text = (
        "## Growth\n\n"
        "The command on one thread with 20 iterations. The work is evaluations × units × points, units × grid points, or "
        "grid points. The arrays are those that must exist, less what does not grow; the last column is the growth of the peak "
        "by that of the arrays.\n\n")
    rows = []
    for series in all_series:
        first = series["rows"][0]
        for index, row in enumerate(series["rows"]):
            grown = row["arrays"] - first["arrays"]
            rows.append([
                series["name"] if index == 0 else "", f"{row['value']:,}", number(1000 * row["seconds"]),
                number(row["nanoseconds"]), number(row["peak"]), number(row["arrays"]),
                number((row["peak"] - first["peak"]) / grown) if index and grown > 1 else "–"])
    return text + table(
        ["work, by", "size", "ms", "ns per unit of work", "peak, MiB", "arrays, MiB", "ratio"], rows)
