"""Draws every CSV file of a folder without naming a column, and judges the choice of columns independently of the command."""

import argparse
import concurrent.futures
import csv
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

MISSING = {"", "NA", "N/A", "n/a", "#N/A", "<NA>", "NaN", "nan", "NAN", "null", "NULL", "None", "?", ".", "-"}
IDENTIFIERS = re.compile(r"^(unnamed:? ?\d*|id|index|row|rownames?|row\.names|case|obs|observation|no|nr|x\.?id|.*[_.]id)$", re.I)
QUICK = ["--max-iterations", "20", "--size", "3.2x2.6", "--dpi", "100", "-j", "1"]


def number(text):
    try:
        return float(text) if re.fullmatch(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?", text) else None
    except OverflowError:
        return None


class Column:
    """The kind, the values and the suspicious properties of a column."""

    def __init__(self, name, cells):
        self.name = name
        cells = [cell.strip() for cell in cells]
        present = [cell for cell in cells if cell not in MISSING]
        numbers = [number(cell) for cell in present]
        self.count = len(present)
        self.is_numeric = bool(present) and None not in numbers
        values = numbers if self.is_numeric else present
        self.distinct = len(set(values))
        self.is_whole = self.is_numeric and all(value == int(value) for value in numbers if abs(value) < 1e300)
        ascends = self.is_whole and len(numbers) >= 10 and all(a < b for a, b in zip(numbers, numbers[1:]))
        self.is_identifier = self.is_numeric and (not name or bool(IDENTIFIERS.match(name)) or ascends)
        self.is_feature = self.is_numeric and not self.is_identifier and self.distinct > 1
        # Values that do not repeat are names or measurements, whatever their number.
        repeats = 2 if not self.is_numeric else 3 if self.is_whole else 5
        self.is_label = 2 <= self.distinct <= 10 and self.distinct * repeats <= self.count and not self.is_identifier


def columns(path):
    """The columns of a file with commas and a header; nil for others."""
    csv.field_size_limit(1 << 30)
    with open(path, encoding="utf-8", errors="replace", newline="") as file:
        rows = [row for row in csv.reader(file) if row]
    if len(rows) < 2:
        return []
    names = rows[0]
    body = [row for row in rows[1:] if len(row) == len(names)]
    return [Column(name, [row[index] for row in body]) for index, name in enumerate(names)]


def is_usable(found):
    """True if a label and two other columns can be used."""
    labels = [column for column in found if column.is_label]
    features = [column for column in found if column.is_feature]
    return any(sum(feature is not label for feature in features) >= 2 for label in labels)


def run(command, words, folder):
    return subprocess.run([command, *words], capture_output=True, cwd=folder, timeout=120)


def judged(path, command, pictures):
    found = columns(path)
    usable = is_usable(found)
    picture = str(pictures / (path.stem + ".png")) if pictures else "-"
    words = [str(path), *QUICK, "-o", picture, "--json", os.devnull if picture == "-" else "-"]
    try:
        if picture == "-":
            # The summary needs standard output, so the picture goes into a scratch file.
            picture = f"/dev/shm/corpus-{os.getpid()}-{abs(hash(path))}.png"
            words = [str(path), *QUICK, "-o", picture, "--json", "-"]
        result = run(command, words, path.parent)
    except subprocess.TimeoutExpired:
        return "timeout", usable, "", ""
    finally:
        if picture.startswith("/dev/shm/") and os.path.exists(picture):
            os.remove(picture)
    error = result.stderr.decode("utf-8", "replace").strip()
    if result.returncode != 0:
        lines = error.splitlines() or [""]
        last = lines[-1].strip()
        works = False
        if last.startswith("boundaryplot "):
            # A drawing command also gets the quick options; anything is run in the folder of the file.
            words = shlex.split(last)[1:]
            extra = [] if words[0] == "columns" else [*QUICK, "-o", f"/dev/shm/corpus-{os.getpid()}-way.png"]
            try:
                works = run(command, words + extra, path.parent).returncode == 0
            except subprocess.TimeoutExpired:
                works = False
        message = next((line for line in lines if line.startswith("Error")), last)
        return "error" if works else "no way out", usable, message, last
    data = json.loads(result.stdout)["data"]
    chosen = data["columns"]
    by_name = {column.name: column for column in reversed(found)}
    marks = []
    for role in ("x", "y"):
        column = by_name.get(chosen[role])
        if column is None or not column.is_feature:
            marks.append(f"{role} is no feature")
    label = by_name.get(chosen["label"])
    if label is None or label.distinct > 10:
        marks.append("label is a measurement")
    elif label.is_numeric and not label.is_whole and label.distinct * 5 > label.count:
        marks.append("label is a measurement")
    notes = " / ".join(line for line in error.splitlines() if line.startswith("Note: "))
    choice = f"{chosen['x']}, {chosen['y']} -> {chosen['label']} ({len(data['classes'])})"
    return "suspicious" if marks else "drew", usable, choice, "; ".join(marks) + (" " if marks else "") + notes


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--folder", type=pathlib.Path, required=True)
    parser.add_argument("--command", required=True)
    parser.add_argument("--pictures", type=pathlib.Path)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    arguments = parser.parse_args()
    if arguments.pictures:
        arguments.pictures.mkdir(parents=True, exist_ok=True)
        arguments.pictures = arguments.pictures.resolve()
    # Archives made on a Mac have a second file, '._name', beside each.
    paths = sorted(path for path in arguments.folder.resolve().rglob("*.csv") if not path.name.startswith("._"))
    with concurrent.futures.ProcessPoolExecutor(arguments.jobs) as pool:
        results = list(pool.map(judged, paths, [arguments.command] * len(paths), [arguments.pictures] * len(paths)))
    counts = {}
    for path, (outcome, usable, choice, remark) in zip(paths, results):
        counts[outcome, usable] = counts.get((outcome, usable), 0) + 1
        name = path.relative_to(arguments.folder.resolve())
        print(f"{outcome:11} {'usable' if usable else '-':6} {name}: {choice} | {remark}")
    print()
    for (outcome, usable), count in sorted(counts.items()):
        print(f"{count:5} {outcome}{', of usable files' if usable else ''}")
    usable = sum(count for (_, is_usable), count in counts.items() if is_usable)
    drew = sum(count for (outcome, is_usable), count in counts.items() if is_usable and outcome in ("drew", "suspicious"))
    print(f"{drew} of {usable} usable files drew ({100 * drew / max(1, usable):.1f} %)")
    wrong = sum(count for (outcome, _), count in counts.items() if outcome in ("suspicious", "no way out", "timeout"))
    sys.exit(1 if wrong or drew < 0.95 * usable else 0)


if __name__ == "__main__":
    main()
