"""System calls that fail, by strace: every run ends with a documented status and whole files."""

import os
import random
import re
import shutil
import subprocess

from harness import SMALL

# Calls and the errors that they may have.
ERRORS = {
    "openat": ["ENOENT", "EACCES", "EMFILE", "EIO"], "read": ["EIO", "EINTR"], "write": ["ENOSPC", "EIO", "EINTR", "EDQUOT"],
    "close": ["EIO"], "rename": ["ENOSPC", "EXDEV"], "unlink": ["EACCES"], "mkdir": ["ENOSPC", "EACCES"],
    "newfstatat": ["EACCES"], "fsync": ["EIO", "ENOSPC"], "flock": ["ENOLCK", "EINTR"], "lseek": ["ESPIPE"],
    "getcwd": ["ENOENT"], "sched_getaffinity": ["EINVAL"],
}


def run(torture):
    if not installed():
        return torture.skip("failing system calls", "strace is not installed and cannot be")
    if subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True).returncode != 0:
        return torture.skip("failing system calls", "this system allows no tracing")
    commands = [
        ["plot", *SMALL, "--json", "run.json", "-q"], ["tune", *SMALL, "--hidden", "1", "--folds", "2", "--lambda", "1", "-o", "t"],
        ["predict", "--model", "in-model.json", "in-points.csv", "-o", "classes.csv"],
        ["rerun", "in-picture.png", "-o", "again.png"],
    ]
    base = torture.folder()
    made = ["--max-iterations", "5", "-o", "in-picture.png", "--save-model", "in-model.json", "-q"]
    torture.check(torture.run(made, base), made, base, statuses={0})
    with open(base / "in-points.csv", "wb") as file:
        torture.run(["data"], base, stdout=file)
    cases = []
    choices = random.Random(0)
    for words in commands:
        for call, count in counts(torture, words, base).items():
            for error in ERRORS[call]:
                cases += [(words, call, error, number) for number in chosen(choices, count)]
    torture.each(cases, lambda case: injected(torture, base, *case))





def installed():
    if shutil.which("strace"):
        return True
    if not shutil.which("apt-get"):
        return False
    rights = [] if os.geteuid() == 0 else ["sudo", "-n"]
    return subprocess.run([*rights, "apt-get", "install", "-y", "--no-install-recommends", "strace"],
                          stdin=subprocess.DEVNULL, capture_output=True).returncode == 0


def copy(torture, base):
    folder = torture.folder()
    shutil.copytree(base, folder, dirs_exist_ok=True)
    return folder


def counts(torture, words, base):
    """The number of times that a run makes each call."""
    folder = copy(torture, base)
    trace = folder / "in-trace"
    torture.run(words, folder, wrapper=["strace", "-f", "-qq", "-o", trace, "-e", f"trace={','.join(ERRORS)}"])
    found = re.findall(r"^\d+ +(\w+)\(", trace.read_text(errors="replace"), re.MULTILINE)
    shutil.rmtree(folder)
    return {call: found.count(call) for call in ERRORS if call in found}


def chosen(choices, count):
    """The last calls write the results; of the others, one by chance."""
    return sorted({count, max(1, count - 1), choices.randint(1, count)})


def injected(torture, base, words, call, error, number):
    folder = copy(torture, base)
    wrapper = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}",
               "-e", f"inject={call}:error={error}:when={number}"]
    outcome = torture.run(words, folder, wrapper=wrapper)
    # A library that cannot be loaded ends the process before it begins. A file that cannot be removed is left.
    if outcome.status != 127 or b"shared libraries" not in outcome.errors:
        torture.check(outcome, words, folder, temporaries=call == "unlink", wrapper=wrapper)
    shutil.rmtree(folder, ignore_errors=True)
