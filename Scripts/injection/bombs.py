"""Small files that unpack to much, deep nesting and long lines: refused soon, with little memory."""

import json
import os
import struct
import subprocess
import zlib

# Limits on a bomb: seconds, on a machine with other work too, and MiB. The system counts the memory of this interpreter
# as the peak of a program that it starts, which hides what is below.
SECONDS, MEMORY = 8, 600
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def run(torture):
    base = torture.folder()
    words = ["--max-iterations", "0", "-o", "in-picture.png", "--save-model", "in-model.json", "-q"]
    torture.run(words, base)
    torture.run(["--max-iterations", "0", "-o", "in-picture.pdf", "-q"], base)
    picture = (base / "in-picture.png").read_bytes()
    model = (base / "in-model.json").read_bytes()
    packed = zlib.compress(b" " * (60 << 20), 9)
    text = chunk(b"zTXt", b"boundaryplot\x00\x00" + packed)

    def numbers(count):
        return chunk(b"zTXt", b"boundaryplot\x00\x00" + zlib.compress(b'{"data":' + b"[" + b"1," * count + b"1]}", 9))

    several = [
        ("in-a.png", picture[:33] + text * count + picture[33:], [command, "in-a.png"])
        for count in (1, 20, 100) for command in ("inspect", "rerun")
    ]
    several += [
        ("in-a.png", picture[:33] + numbers(25_000_000) + picture[33:], ["inspect", "in-a.png"]),
        ("in-a.png", picture[:33] + numbers(700_000) + picture[33:], ["inspect", "in-a.png"]),
        ("in-a.png", picture[:33] + chunk(b"iTXt", b"boundaryplot\x00\x01\x00\x00\x00" + packed) * 20 + picture[33:], ["inspect", "in-a.png"]),
        ("in-a.png", SIGNATURE + chunk(b"IHDR", struct.pack(">IIBBBBB", 2**31 - 1, 2**31 - 1, 16, 6, 0, 0, 0)), ["inspect", "in-a.png"]),
        ("in-a.pdf", pdf(packed), ["inspect", "in-a.pdf"]),
        ("in-a.svg", b'<svg xmlns="http://www.w3.org/2000/svg">' + b"<g>" * 1_000_000, ["inspect", "in-a.svg"]),
        ("in-a.svg", entities(), ["inspect", "in-a.svg"]),
        ("in-model.json", b"[" * 1_000_000, ["predict", "--model", "in-model.json", "x.csv"]),
        ("in-model.json", b'{"a":' * 300_000, ["predict", "--model", "in-model.json", "x.csv"]),
        ("in-model.json", model.replace(b"[", b"[" + b"1e0," * 2_000_000, 1), ["--model", "in-model.json", "-q"]),
        ("in-request.json", b"[" * 1_000_000, ["--request", "in-request.json"]),
        ("in-request.json", b'{"data":{"points":' + b"[" * 500_000, ["--request", "in-request.json"]),
        ("in-request.json", json.dumps({"classifiers": [{"hidden": [1] * 1_000_000}]}).encode(), ["--request", "in-request.json"]),
        ("in-a.json", b'{"a":' * 1_000_000, ["--config", "in-a.json"]), ("in-a.toml", b"a = " + b"[" * 1_000_000, ["--config", "in-a.toml"]),
        ("in-a.toml", b"a." * 500_000 + b"a = 1", ["--config", "in-a.toml"]), ("in-a.toml", b"title = '" + b"x" * 20_000_000 + b"'", ["--config", "in-a.toml"]),
        ("in-a.csv", b"x" * 50_000_000, ["in-a.csv"]), ("in-a.csv", b"1," * 10_000_000, ["in-a.csv"]), ("in-a.csv", b'"' * 20_000_001, ["in-a.csv"]),
        ("in-a.csv", b"x,y,label\n" + b"1,2," + b"l" * 20_000_000 + b"\n", ["in-a.csv"]),
        ("in-a.csv", b"\n" * 20_000_000, ["in-a.csv"]),
    ]
    for name, data, words in several:
        bomb(torture, name, data, words)
    journal = ["tune", "-o", "t", "-q"]
    for data in (b"[" * 1_000_000, b'{"a":' * 300_000 + b"\n", b"x" * 20_000_000):
        bomb(torture, "t/tune.ndjson", data, journal)
    # Six bytes a row: the data take less than the estimate.
    rows = "".join(f"{number % 7},{number % 5},{number % 2}\n" for number in range(1_500_000)).encode()
    for words, stdin in [(["in-a.csv", "--max-iterations", "0", "-q"], False), (["-", "--max-iterations", "0", "-q"], True)]:
        bomb(torture, "in-a.csv", rows, words, stdin=stdin, limit=60)


def bomb(torture, name, data, words, stdin=False, limit=SECONDS):
    folder = torture.folder()
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(data)
    with open(folder / name if stdin else os.devnull, "rb") as source:
        outcome = torture.run(words, folder, stdin=source, limit=limit)
    what = f"{len(data)} bytes in {name}"
    if torture.check(outcome, words, folder, wrapper=[what]):
        torture.expect(outcome.peak < MEMORY, f"takes {outcome.peak:.0f} MiB for {what}", words, folder, outcome)
    subprocess.run(["rm", "-rf", folder], check=True)


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def pdf(packed):
    """A PDF whose cross-reference stream has an empty /Index and a body that unpacks to much."""
    body = b"%%PDF-1.7\n1 0 obj\n<</Type/XRef/Index[]/W[1 1 1]/Size 3/Root 1 0 R/Filter/FlateDecode/Length %d>>\nstream\n" % len(packed)
    start = body.index(b"1 0 obj")
    return body + packed + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % start


def entities():
    """Entities that double twenty-nine times."""
    declared = b'<!ENTITY a0 "aaaaaaaaaa">' + b"".join(b'<!ENTITY a%d "&a%d;&a%d;">' % (n + 1, n, n) for n in range(29))
    return b"<!DOCTYPE svg [" + declared + b']><svg xmlns="http://www.w3.org/2000/svg"><metadata>&a29;</metadata></svg>'
