"""Signals while reading and writing, pipes, redirections, modes of files, and texts on a terminal."""

import os
import pty
import re
import resource
import shutil
import signal
import subprocess
import threading
import time

from harness import SMALL, is_whole

# Seconds in which a signal must be noticed. It takes a tenth alone on a processor.
PROMPT = 1.0


def run(torture):
    base = torture.folder()
    torture.run(["--max-iterations", "5", "-o", "in-picture.png", "--save-model", "in-model.json", "-q"], base)
    with open(base / "in-points.csv", "wb") as file:
        torture.run(["data"], base, stdout=file)
    for number, status in [(signal.SIGINT, 130), (signal.SIGTERM, 143)]:
        interrupted(torture, number, status)
    pipes(torture, base)
    redirections(torture, base)
    modes(torture, base)
    terminals(torture)
    names(torture, base)


def copy(torture, base):
    folder = torture.folder()
    shutil.copytree(base, folder, dirs_exist_ok=True)
    return folder


def interrupted(torture, number, status):
    """The first signal ends every wait within a moment."""
    for words, stdin, stdout in [
        (["-"], "endless", None), (["-"], "silent", None), (["in-fifo.csv"], None, None),
        (["data", "--samples", "30000000"], None, "null"), (["data", "--samples", "3000000"], None, "blocked"),
        (["--data", "blobs", "--centers", "100", "--max-iterations", "3", "--step", "0.005"], None, None),
        (["predict", "--model", "in-fifo.csv", "x.csv"], None, None),
    ]:
        folder = torture.folder()
        os.mkfifo(folder / "in-fifo.csv")
        reader, writer = os.pipe()
        feeder = None
        if stdin == "endless":
            feeder = subprocess.Popen(["sh", "-c", "echo x,y,label; yes 1,2,a"], stdout=writer, stderr=subprocess.DEVNULL)
        outcome = torture.run(
            words, folder, stdin=reader if stdin else subprocess.DEVNULL,
            stdout={"null": subprocess.DEVNULL, "blocked": writer}.get(stdout), send=[(0.5, number)], limit=20)
        os.close(reader)
        os.close(writer)
        if feeder:
            feeder.kill()
            feeder.wait()
        if torture.check(outcome, words, folder, statuses={status}):
            late = outcome.seconds - 0.5
            torture.expect(late < PROMPT, f"notices {number.name} after {late:.1f} s", words, folder, outcome)


def pipes(torture, base):
    """A named pipe gets all bytes through one descriptor."""
    for words in [
        ["predict", "--model", "in-model.json", "in-points.csv", "-o", "out-fifo"],
        [*SMALL, "-q", "--json", "out-fifo", "-o", "p.png"],
    ]:
        folder = copy(torture, base)
        os.mkfifo(folder / "out-fifo")
        got = []
        reader = threading.Thread(target=lambda: got.append((folder / "out-fifo").read_bytes()), daemon=True)
        reader.start()
        outcome = torture.run(words, folder)
        reader.join(5)
        (folder / "out-fifo").unlink()
        torture.check(outcome, words, folder)
        torture.expect(got and got[0].endswith(b"\n"), "does not write all to a named pipe", words, folder, outcome)


def redirections(torture, base):
    """A file behind a redirection keeps what it has."""
    for words, stream in [
        (["predict", "--model", "in-model.json", "in-points.csv", "-o", "/dev/stdout"], "stdout"),
        ([*SMALL, "-q", "--json", "/dev/stderr", "-o", "p.png"], "stderr"), ([*SMALL, "-q", "--json", "/dev/stdout", "-o", "p.png"], "stdout"),
    ]:
        folder = copy(torture, base)
        log = folder / "log"
        log.write_bytes(b"kept\n")
        with open(log, "ab") as file:
            outcome = torture.run(words, folder, **{stream: file})
        torture.check(outcome, words, folder)
        held = log.read_bytes()
        torture.expect(held.startswith(b"kept\n") and len(held) > 100, f"loses what was behind {stream} >>", words, folder, outcome)
    # A closed standard output must not become a file of the run.
    words = ["tune", *SMALL, "--hidden", "1", "--folds", "2", "-o", "t"]
    folder = torture.folder()
    outcome = torture.run(words, folder, limits=lambda: os.close(1))
    torture.check(outcome, words, folder, statuses={74}, wrapper=[">&-"])


def modes(torture, base):
    """A file that is replaced keeps its mode, and a link stays a link."""
    folder = copy(torture, base)
    model = folder / "in-model.json"
    model.chmod(0o600)
    words = ["--max-iterations", "0", "-o", "p.png", "--save-model", "in-model.json", "-q"]
    outcome = torture.run(words, folder)
    torture.check(outcome, words, folder, statuses={0})
    torture.expect(model.stat().st_mode & 0o777 == 0o600, "changes the mode of a file that it replaces", words, folder, outcome)
    for target in ("in-model.json", "absent.json"):
        link = folder / f"in-link-{target}"
        link.symlink_to(target)
        words = ["--max-iterations", "0", "-o", "p.png", "--save-model", link.name, "-q"]
        outcome = torture.run(words, folder)
        torture.expect(link.is_symlink() and (outcome.status != 0 or is_whole(folder / target)),
                       "replaces a symbolic link", words, folder, outcome)


HOSTILE = "\x1b]2owned\x07\x1b[31m\x9b2J\u202e"


def terminals(torture):
    """No foreign text controls the terminal."""
    folder = torture.folder()
    # A name may also be all that is left of a note.
    name = f"in-{HOSTILE}.csv"
    rows = "".join(f"{x},{x * x},{label}\n" for x, label in enumerate([f"a{HOSTILE}", f"b{HOSTILE}"] * 10))
    (folder / name).write_text(f"x{HOSTILE},y{HOSTILE},label{HOSTILE}\n{rows}q,1,a{HOSTILE}\n")
    made = [name, "--skip-bad-rows", "--max-iterations", "0", "-o", "in-picture.png", "--save-model", "in-model.json"]
    for words in [
        made, ["data", name, "--skip-bad-rows"], ["predict", "--model", "in-model.json", name, "--skip-bad-rows"],
        ["inspect", "in-picture.png"], ["inspect", "in-picture.png", "--json"], ["rerun", "in-picture.png"],
        [name], [name, "--x", "absent"], ["--config", f"{HOSTILE}.toml"], ["tune", name, "--skip-bad-rows", *SMALL[4:], "--folds", "2", "--hidden", "1"],
    ]:
        seen = on_terminal([torture.command, *words], folder)
        bare = re.sub(rb"\x1b\[[0-9;?]*[KmhlGA]|[\r\n\t]", b"", seen.replace(b"\x1b[31m", b"\x1b]"))
        bad = re.search(rb"[\x00-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]", bare)
        torture.expect(not bad, f"writes {bad and bad.group()!r} to a terminal", words, folder)


def on_terminal(words, folder):
    """What a process writes to a terminal."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(folder)
        os.environ["TERM"] = "xterm"
        os.execv(words[0], words)
    seen = b""
    try:
        while piece := os.read(terminal, 65536):
            seen += piece
    except OSError:
        pass
    os.close(terminal)
    os.waitpid(pid, 0)
    return seen


def names(torture, base):
    """The bytes of a path are kept; a full folder of temporary files is named; a shallow stack suffices."""
    folder = copy(torture, base)
    words = [*SMALL, "-q", "-o", b"\xff.png"]
    outcome = torture.run(words, folder)
    torture.check(outcome, words, folder)
    found = os.listdir(os.fsencode(folder))
    torture.expect(b"\xff.png" in found or outcome.status != 0, "writes another name", words, folder, outcome)

    words = ["rerun", "in-picture.png"]
    folder = copy(torture, base)
    outcome = torture.run(words, folder, environment={"TMPDIR": "/nonexistent"},
                          limits=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000)))
    torture.check(outcome, words, folder, wrapper=["TMPDIR=/nonexistent"])
    torture.expect(b"--output" not in outcome.errors, "blames --output", words, folder, outcome)
