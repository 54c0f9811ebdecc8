"""Runs of the command, and what must hold after each."""

import concurrent.futures
import dataclasses
import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / ".build/torture"
# The statuses of Documentation/json.md. 70, a bug, is never accepted.
STATUSES = {0, 1, 64, 65, 66, 69, 73, 74, 129, 130, 143}
# Seconds after which a run counts as stuck, on a machine with other work too.
LIMIT = 30
# A run that takes a few hundredths of a second.
SMALL = ["--samples", "20", "--max-iterations", "5", "--step", "0.1", "--dpi", "50"]


def build():
    """Builds the command (release) and returns its path."""
    subprocess.run([ROOT / "Scripts/run", "--version"], check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    return ROOT / ".build/release/boundaryplot"


@dataclasses.dataclass
class Outcome:
    """The end of a run: its status, negative for a signal, its output and its peak of memory in MiB."""

    status: int
    output: bytes
    errors: bytes
    seconds: float
    peak: float
    stuck: bool


class Torture:
    def __init__(self, command):
        self.command = str(Path(command).resolve())
        self.failures = []
        self.count = 0
        self.section = ""
        self.scratch = Path(tempfile.mkdtemp(prefix="torture-"))
        os.chmod(self.scratch, 0o755)
        shutil.rmtree(KEPT, ignore_errors=True)
        self.all_failures = 0

    def begin(self, section):
        self.section, self.failures, self.count = section, [], 0

    def finish(self):
        shutil.rmtree(self.scratch, ignore_errors=True)
        if self.all_failures:
            print(f"Scripts/torture: {self.all_failures} runs failed; their folders are below '{KEPT}'", file=sys.stderr)
        return 1 if self.all_failures else 0

    def skip(self, what, why):
        print(f"{self.section}: skipped {what}, since {why}", flush=True)

    def folder(self):
        """A new empty folder, which any user may use."""
        folder = Path(tempfile.mkdtemp(dir=self.scratch))
        os.chmod(folder, 0o777)
        return folder

    def each(self, cases, check):
        """Calls `check` for every case, two at a time."""
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            for done in [pool.submit(check, case) for case in cases]:
                done.result()

    def run(self, words, folder, *, wrapper=(), stdin=subprocess.DEVNULL, stdout=None, stderr=None, limits=None,
            environment=None, send=None, limit=LIMIT):
        """Runs the command in a folder.

        `wrapper` are words before it; `limits` is called in the new process; `send` is a list of (seconds, signal).
        """
        output, errors = tempfile.TemporaryFile(), tempfile.TemporaryFile()
        start = time.monotonic()
        process = subprocess.Popen(
            [*wrapper, self.command, *words], cwd=folder, stdin=stdin, stdout=stdout or output, stderr=stderr or errors,
            preexec_fn=limits, env={**os.environ, **(environment or {})}, start_new_session=True)
        stuck = False
        pending = list(send or [])
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            elapsed = time.monotonic() - start
            if pending and elapsed >= pending[0][0]:
                # Popen's own method would wait for a process that has just ended, which is waited for here.
                os.kill(process.pid, pending.pop(0)[1])
            elif elapsed > limit:
                stuck = True
                os.killpg(process.pid, signal.SIGKILL)
                _, status, usage = os.wait4(process.pid, 0)
                break
            time.sleep(0.002)
        process.returncode = os.waitstatus_to_exitcode(status)
        for file in (output, errors):
            file.seek(0)
        return Outcome(process.returncode, output.read(), errors.read(), time.monotonic() - start,
                       usage.ru_maxrss / 1024, stuck)

    def expect(self, holds, reason, words, folder, outcome=None, wrapper=()):
        """Records a failure unless `holds`."""
        self.count += reason is not None
        if holds:
            return True
        self.all_failures += 1
        number = self.all_failures
        kept = KEPT / str(number)
        KEPT.mkdir(parents=True, exist_ok=True)
        shutil.copytree(folder, kept, symlinks=True, dirs_exist_ok=True, ignore=ignored)
        line = shlex.join([*map(str, wrapper), "boundaryplot", *map(printable, words)])
        said = outcome.errors.decode(errors="replace").strip()[-300:] if outcome else ""
        self.failures.append(reason)
        print(f"FAILED {self.section} {number}: {reason}\n    {line}\n    {said}", flush=True)
        return False

    def check(self, outcome, words, folder, *, statuses=STATUSES, signals=(), temporaries=False, wrapper=()):
        """Expects a documented end and whole files."""
        allowed = set(statuses) | {-number for number in signals}
        if outcome.stuck:
            reason = f"does not end within {outcome.seconds:.0f} s"
        elif outcome.status not in allowed:
            reason = f"ends with {ending(outcome.status)}"
        elif outcome.status > 0 and not outcome.errors.strip() and 2 not in signals:
            reason = f"ends with status {outcome.status} without a word"
        else:
            reason = problem_below(folder, temporaries)
        return self.expect(reason is None, reason or "", words, folder, outcome, wrapper)


def ignored(folder, names):
    """Pipes and large files are not kept."""
    def is_kept(path):
        return path.is_symlink() or path.is_dir() or path.is_file() and path.stat().st_size <= 1 << 22
    return [name for name in names if not is_kept(Path(folder) / name)]


def printable(word):
    text = word.decode(errors="backslashreplace") if isinstance(word, bytes) else str(word)
    return "".join(letter if letter.isprintable() else repr(letter)[1:-1] for letter in text)


def ending(status):
    return f"signal {signal.Signals(-status).name}" if status < 0 else f"status {status}"


def problem_below(folder, temporaries=False):
    """Says which file below a folder is torn or temporary; None if all are whole."""
    for path in sorted(Path(folder).rglob("*")):
        if not path.is_file() or path.is_symlink():
            continue
        if re.match(r"\..*", path.name):
            if not temporaries:
                return f"leaves the temporary file {path.name}"
        elif not is_whole(path):
            return f"leaves the torn file {path.name}"
    return None


def is_whole(path):
    data = path.read_bytes()
    if path.name.startswith("in-"):
        return True
    if path.suffix == ".json":
        try:
            json.loads(data)
        except ValueError:
            return False
    ends = {".png": b"IEND\xaeB`\x82", ".svg": b"</svg>\n", ".pdf": b"%%EOF\n", ".csv": b"\n"}
    return data.endswith(ends.get(path.suffix, b""))
