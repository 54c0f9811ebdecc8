"""Forged pictures, models, journals, requests, CSV and settings: mutations with a fixed seed, and the worst known ones."""

import json
import random
import re
import shutil
import signal
import time

from harness import SMALL

TOKENS = [b"9223372036854775807", b"-1", b"0", b"1e308", b"1e999", b"NaN", b"null", b'""', b"[]", b"{}", b"\x00", b"\xff",
          b"\xef\xbb\xbf", b",", b'"', b"\n", b"\r", b"\\u0000", b"-9223372036854775808", b"4294967296", b"0.1", b"[[[[", b"=", b"#"]
COUNT = 40


def run(torture):
    base = torture.folder()
    made(torture, base)
    for name, words in [
        ("in-a.png", ["inspect", "in-a.png"]), ("in-a.png", ["rerun", "in-a.png"]), ("in-a.svg", ["rerun", "in-a.svg"]),
        ("in-a.pdf", ["rerun", "in-a.pdf"]), ("in-model.json", ["predict", "--model", "in-model.json", "in-points.csv"]),
        ("in-model.json", ["--model", "in-model.json", "in-points.csv", "-q"]), ("in-request.json", ["--request", "in-request.json", "-q"]),
        ("in-points.csv", ["in-points.csv", "--max-iterations", "2", "-q"]), ("in-points.csv", ["data", "in-points.csv"]),
        ("in-points.csv", ["predict", "--model", "in-model.json", "in-points.csv", "--skip-bad-rows"]),
        ("in-a.toml", ["--config", "in-a.toml"]), ("in-settings.json", ["--config", "in-settings.json"]),
        ("t/tune.ndjson", ["tune", *SMALL, "--hidden", "1,2", "--folds", "3", "-o", "t", "-q"]),
    ]:
        choices = random.Random(name)
        original = (base / name).read_bytes()
        cases = [mutated(original, choices) for _ in range(COUNT)]
        torture.each(cases, lambda data, name=name, words=words: forged(torture, base, name, data, words))
    journals(torture, base)
    records(torture, base)


def made(torture, base):
    """One file of each kind."""
    for ending in ("png", "svg", "pdf"):
        torture.run([*SMALL, "--hidden", "2", "-o", f"in-a.{ending}", "--save-model", "in-model.json", "-q"], base)
    with open(base / "in-points.csv", "wb") as file:
        torture.run(["data", "--samples", "30"], base, stdout=file)
    request = {"data": {"set": "blobs", "samples": 40}, "classifiers": [{"hidden": [2]}, {"hidden": [2, 2], "lambda": 0.1}],
               "training": {"maxIterations": 3}, "grid": {"step": 0.2}, "split": {"testFraction": 0.3}, "outputs": {"path": "p"}}
    (base / "in-request.json").write_text(json.dumps(request))
    settings = {"hidden": [1, 2], "samples": 30, "max-iterations": 3, "step": 0.2, "title": "a {hidden}", "quiet": True, "tune": {"folds": 3}}
    (base / "in-settings.json").write_text(json.dumps(settings))
    (base / "in-a.toml").write_text(
        "hidden = [1, 2]\nsamples = 30\nmax-iterations = 3\nstep = 0.2\ntitle = 'a'\nquiet = true\n[tune]\nfolds = 3\n")
    # A journal exists only while a tune is interrupted.
    words = ["tune", *SMALL, "--hidden", "1,2", "--folds", "3", "-o", "t", "-q"]
    for attempt in range(40):
        outcome = torture.run(words, base, send=[(0.02 + 0.002 * attempt, signal.SIGKILL)])
        journal = base / "t/tune.ndjson"
        if journal.exists() and journal.read_bytes().count(b"\n") > 4:
            break
        if outcome.status == 0:
            shutil.rmtree(base / "t", ignore_errors=True)
    for path in (base / "t").glob(".*"):
        path.unlink()


def mutated(data, choices):
    """Bytes with one to three changes."""
    for _ in range(choices.choice([1, 1, 1, 2, 3])):
        kind = choices.randrange(6)
        place = choices.randrange(len(data) + 1)
        length = choices.choice([1, 1, 2, 8, 64])
        if kind == 0 and place < len(data):
            data = data[:place] + bytes([data[place] ^ (1 << choices.randrange(8))]) + data[place + 1:]
        elif kind == 1:
            data = data[:place] + data[place + length:]
        elif kind == 2:
            data = data[:place] + choices.choice(TOKENS) + data[place:]
        elif kind == 3:
            data = data[:place]
        elif kind == 4:
            data = data[:place] + data[place:place + length] * 2 + data[place + length:]
        else:
            numbers = list(re.finditer(rb"\d+(\.\d+)?", data))
            if numbers:
                number = choices.choice(numbers)
                data = data[:number.start()] + choices.choice(TOKENS) + data[number.end():]
    return data


def forged(torture, base, name, data, words, statuses=None, limit=30):
    folder = torture.folder()
    shutil.copytree(base, folder, dirs_exist_ok=True)
    (folder / name).write_bytes(data)
    outcome = torture.run(words, folder, limit=limit)
    torture.check(outcome, words, folder, **({"statuses": statuses} if statuses else {}))
    shutil.rmtree(folder, ignore_errors=True)


def journals(torture, base):
    """Every number of a journal is checked."""
    words = ["tune", *SMALL, "--hidden", "1,2", "--folds", "3", "-o", "t", "-q"]
    original = (base / "t/tune.ndjson").read_bytes()
    line = original.split(b"\n")[1]
    for key in re.findall(rb'"(\w+)":[-\d]', line):
        for value in (b"9223372036854775807", b"-1", b"1e300", b"null"):
            changed = re.sub(rb'("%s":)[-\d.e]+' % key, rb"\g<1>" + value, line)
            forged(torture, base, "t/tune.ndjson", original.replace(line, changed), words)
    # A fit that can be read but is not of this run is an error.
    changed = re.sub(rb'("validationCount":)\d+', rb"\g<1>9223372036854774784", line)
    changed = re.sub(rb'("validationErrors":)\d+', rb"\g<1>0", re.sub(rb'("validationAccuracy":)[\d.]+', rb"\g<1>1", changed))
    forged(torture, base, "t/tune.ndjson", original.replace(line, changed), words, {65})
    # So are answers that contradict the counts.
    for answers in (b"", b"0" * 1000, b"01" * 500_000):
        changed = re.sub(rb'("correct":")[01]+', rb"\g<1>" + answers, line)
        forged(torture, base, "t/tune.ndjson", original.replace(line, changed), words, {65})


def records(torture, base):
    """A record asks for no more than a picture is worth."""
    svg = (base / "in-a.svg").read_text()
    start, end = re.search(r"<metadata[^>]*>", svg).end(), svg.index("</metadata>")
    record = json.loads(svg[start:end].replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&"))

    def written(changed):
        text = json.dumps(changed, separators=(",", ":")).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return (svg[:start] + text + svg[end:]).encode()

    # Version 1 has words of a command line.
    old = {key: value for key, value in record.items() if key != "request"} | {
        "version": 1, "command": "plot", "arguments": ["--hidden", "3"] + ["--seed=1"] * 16_000}
    pipe = record | {"data": record["data"] | {"path": "in-fifo", "source": "file"}}
    for changed in (old, pipe):
        folder = torture.folder()
        (folder / "in-b.svg").write_bytes(written(changed))
        start_time = time.monotonic()
        words = ["rerun", "in-b.svg"]
        outcome = torture.run(words, folder, limit=10)
        torture.check(outcome, words, folder)
        torture.expect(time.monotonic() - start_time < 5, "takes long for a small record", words, folder, outcome)
