"""Full disks, limits on the size of files, and /dev/full."""

import resource
import shutil
import subprocess

from harness import SMALL

COMMANDS = [
    ["--hidden", "1,2", *SMALL, "--json", "run.json", "--save-model", "{hidden}.json", "-q", "-o", "p"],
    ["--hidden", "1,2", *SMALL, "--format", "svg", "-q", "-o", "p"], [*SMALL, "--format", "pdf", "-q", "-o", "p"],
    ["tune", "--hidden", "1,2", "--folds", "2", *SMALL, "-o", "t", "-q"],
]
# Runs the command in a small tmpfs, then moves what is there to the working directory.
IN_TMPFS = """mkdir in-disk && mount -t tmpfs -o size="$0" none in-disk && cd in-disk || exit 99
"$@"; status=$?; cd .. && cp -a in-disk/. . && exit $status"""


def run(torture):
    namespace = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", IN_TMPFS]
    if subprocess.run([*namespace, "4k", "true"], cwd=torture.folder(), capture_output=True).returncode == 0:
        cases = [(words, f"{size}k") for words in COMMANDS for size in (4, 8, 16, 24, 40, 64, 96)]
        torture.each(cases, lambda case: below(torture, case[0], [*namespace, case[1]]))
    else:
        torture.skip("full disks", "this system lets this user mount no tmpfs")
    cases = [(words, size) for words in COMMANDS for size in (0, 1, 100, 4096, 10_000, 20_000)]
    torture.each(cases, lambda case: below(torture, case[0], [], case[1]))
    full(torture)


def below(torture, words, wrapper, greatest=None):
    folder = torture.folder()
    limits = (lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (greatest, greatest))) if greatest is not None else None
    # The limit would also concern the file of standard error.
    outcome = torture.run(words, folder, wrapper=wrapper, limits=limits, stderr=None if limits is None else subprocess.DEVNULL)
    outcome.errors = outcome.errors or b"not recorded"
    torture.check(outcome, words, folder, wrapper=wrapper or [f"ulimit -f ({greatest} bytes);"])
    shutil.rmtree(folder, ignore_errors=True)


def full(torture):
    """Whatever goes to a full device ends with status 74."""
    base = torture.folder()
    made = [*SMALL, "-o", "in-picture.png", "--save-model", "in-model.json", "-q"]
    torture.run(made, base)
    with open(base / "in-points.csv", "wb") as file:
        torture.run(["data"], base, stdout=file)
    for words in [
        SMALL, ["--help"], ["plot", "--help"], ["--version"], ["data"], ["data", "--samples", "100000"], [*SMALL, "--json", "-"],
        [*SMALL, "-o", "-"], [*SMALL, "--emit", "latex"], ["predict", "--model", "in-model.json", "in-points.csv"],
        ["inspect", "in-picture.png"], ["inspect", "in-picture.png", "--json"], ["rerun", "in-picture.png"],
        ["tune", *SMALL, "--hidden", "1", "--folds", "2", "-o", "t"], ["-o", "/dev/full", *SMALL], ["--json", "/dev/full", *SMALL],
        ["predict", "--model", "in-model.json", "in-points.csv", "-o", "/dev/full"],
    ]:
        folder = torture.folder()
        shutil.copytree(base, folder, dirs_exist_ok=True)
        with open("/dev/full", "wb") as device:
            outcome = torture.run(words, folder, stdout=None if "/dev/full" in words else device)
        torture.check(outcome, words, folder, statuses={64, 73, 74} if "-o" in words else {74})
    # Errors that cannot be told change nothing.
    with open("/dev/full", "wb") as device:
        folder = torture.folder()
        outcome = torture.run(SMALL, folder, stderr=device)
        torture.check(outcome, SMALL, folder, statuses={0})
