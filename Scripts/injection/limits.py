"""Limits of memory, threads, stack, descriptors and processors."""

import os
import resource
import shutil
import subprocess

from harness import SMALL

COMMANDS = [
    ["--hidden", "3", *SMALL, "-q"], ["--hidden", "3", "--sheet", "--title", "数 λ", "-q"],
    ["tune", *SMALL, "--hidden", "1", "--folds", "2", "-o", "t"], ["--data", "blobs", "--centers", "50", *SMALL, "--fill", "probability"],
]
NOBODY = 65534


def run(torture):
    cases = [(words, resource.RLIMIT_AS, size << 20) for words in COMMANDS for size in (160, 200, 300, 600, 1500)]
    cases += [(words, resource.RLIMIT_STACK, size << 10) for words in COMMANDS[:2] for size in (64, 128, 256, 512)]
    cases += [(words, resource.RLIMIT_NOFILE, count) for words in COMMANDS[:3] for count in (3, 4, 5, 6, 8, 12)]
    torture.each(cases, lambda case: limited(torture, *case))
    memory(torture)
    threads(torture)
    processors(torture)


def limited(torture, words, kind, value):
    folder = torture.folder()
    outcome = torture.run(words, folder, limits=lambda: resource.setrlimit(kind, (value, value)))
    name = {resource.RLIMIT_AS: "memory", resource.RLIMIT_STACK: "stack", resource.RLIMIT_NOFILE: "files"}[kind]
    # Libraries that cannot be loaded end the process before it begins.
    if outcome.status != 127 or b"shared libraries" not in outcome.errors:
        torture.check(outcome, words, folder, wrapper=[f"prlimit of {name}: {value};"])
    shutil.rmtree(folder, ignore_errors=True)


def memory(torture):
    """What does not fit is refused before it begins."""
    for words in [
        ["--data", "blobs", "--centers", "100", "-q"], ["--data", "blobs", "--centers", "50", "-q"],
        ["--fill", "score", "--step", "0.0005", "-q"], ["tune", "--samples", "5600000", "-q"],
        ["--samples", "1500000", "--max-iterations", "0", "--format", "pdf", "-q"],
    ]:
        folder = torture.folder()
        limit = 1500 << 20
        outcome = torture.run(words, folder, limit=60, limits=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)))
        torture.check(outcome, words, folder, statuses={0, 69}, wrapper=["ulimit -v 1536000;"])
        shutil.rmtree(folder, ignore_errors=True)


def threads(torture):
    """A process that may start no thread draws by one, or says why not, also with a progress line."""
    def alone():
        resource.setrlimit(resource.RLIMIT_NPROC, (1, 1))
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)

    for words in COMMANDS + [["--title", "数", *SMALL, "--format", "pdf"]]:
        folder = torture.folder()
        try:
            outcome = torture.run(words, folder, limits=alone)
        except (PermissionError, subprocess.SubprocessError):
            return torture.skip("the limit of threads", "another user may not run the command")
        torture.check(outcome, words, folder, wrapper=["ulimit -u 1;"])
    # The progress line exists on a terminal alone.
    folder = torture.folder()
    terminal, end = os.openpty()
    words = ["--hidden", "1-4", *SMALL]
    outcome = torture.run(words, folder, limits=alone, stderr=end, environment={"TERM": "xterm"})
    outcome.errors = outcome.errors or b"on a terminal"
    torture.check(outcome, words, folder, wrapper=["ulimit -u 1;"])
    os.close(terminal)
    os.close(end)


def processors(torture):
    """One processor and any number of threads give the same bytes."""
    wanted = None
    words = ["--hidden", "3,20", "--sheet", "--test-fraction", "0.3", "-q"]
    wrappers = [["taskset", "-c", str(min(os.sched_getaffinity(0)))]] if shutil.which("taskset") else []
    for wrapper, more in [([], []), *((wrapper, []) for wrapper in wrappers), ([], ["-j", "1"]), ([], ["-j", "7"])]:
        folder = torture.folder()
        torture.check(torture.run(words + more, folder, wrapper=wrapper), words + more, folder, statuses={0}, wrapper=wrapper)
        found = {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        wanted = wanted or found
        torture.expect(found == wanted, "draws other bytes", words + more, folder, wrapper=wrapper)
