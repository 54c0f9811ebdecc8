"""Whole processes: builds the programs, and runs them for time and memory."""

import os
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COMMAND = ROOT / ".build/release/boundaryplot"
PYTHON = ROOT / ".venv/bin/python"
COMPARISONS = ROOT / "Scripts/comparisons"
TOOLS = ROOT / "Benchmarks/.build/release"


def note(text):
    """Progress, which is not part of the results."""
    print(text, file=sys.stderr, flush=True)


def build():
    """Builds all that is run: the command, the programs of Benchmarks, and Python's libraries."""
    note("Setting up and building (release)")
    subprocess.run([ROOT / "Scripts/run", "--version"], check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    subprocess.run([ROOT / "Scripts/python"], check=True, stdin=subprocess.DEVNULL)
    for product in ["measure-process", "measure-pieces"]:
        # Cached plans miss files that were added or removed in another package, as ours is for Benchmarks.
        done = subprocess.run(
            ["swift", "build", "--package-path", ROOT / "Benchmarks", "-c", "release", "--product", product,
             "--disable-build-manifest-caching"],
            stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"{done.stdout}{done.stderr}Scripts/benchmark: cannot build {product}")


def output(command):
    """The output of a command, which is not measured and must succeed."""
    done = subprocess.run([str(word) for word in command], stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{done.stderr}Scripts/benchmark: {command[0]} ended with status {done.returncode}")
    return done.stdout


def succeeds(command):
    return subprocess.run([str(word) for word in command], stdin=subprocess.DEVNULL, capture_output=True).returncode == 0


def measure(command, scratch):
    """Runs a command that must succeed: its wall and CPU time in seconds, its peak of memory in MiB, what it printed."""
    result = scratch / "measured"
    text = output([TOOLS / "measure-process", result, *command])
    wall, cpu, kibibytes = map(float, result.read_text().split())
    return {"wall": wall, "cpu": cpu, "peak": kibibytes / 1024, "output": text}


def median(measurements):
    """The median of each number on its own."""
    return {key: statistics.median(each[key] for each in measurements) for key in ("wall", "cpu", "peak")}


def machine():
    """The machine and the versions that the numbers depend on."""
    cpu = next(
        (line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line),
        os.uname().machine)
    versions = output([
        PYTHON, "-c",
        "import importlib.metadata as m, platform as p; print('Python', p.python_version() + ',', ', '.join("
        "f'{n} {m.version(n)}' for n in ['numpy', 'scipy', 'scikit-learn', 'matplotlib', 'contourpy']))"])
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "cpu": cpu, "cores": os.cpu_count(), "memory": memory, "kernel": f"{os.uname().sysname} {os.uname().release}",
        "swift": output(["swift", "--version"]).splitlines()[0].split(" (")[0], "python": versions.strip(),
        "commit": output(["git", "-C", ROOT, "describe", "--always", "--dirty"]).strip(),
    }
