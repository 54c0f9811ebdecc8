"""Ctrl-C ends the command and leaves nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, List

import pytest

PROGRAM = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
import boundaryplot as bp
print("begun", flush=True)
try:
    {call}
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""


def children(process: int) -> List[int]:
    """Returns the processes below a process, at any depth."""
    found = []
    for folder in Path("/proc").iterdir():
        try:
            if folder.name.isdigit() and int((folder / "stat").read_text().rpartition(")")[2].split()[1]) == process:
                found += [int(folder.name), *children(int(folder.name))]
        except OSError:
            continue
    return found


def is_running(process: int) -> bool:
    """Returns false for a process that has ended, though nobody may have asked for its status yet."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize(
    "call, depth",
    [
        ('bp.curve("moons", samples=3000, hidden=range(1, 40), restarts=20)', 1),
        ('bp.plot("moons", classifier={"slow": "sleep 1000"})', 2),
    ],
)
def test_keyboard_interrupt(call: str, depth: int, tmp_path: Path) -> None:
    import boundaryplot

    environment = {**os.environ, "PYTHONPATH": os.path.dirname(os.path.dirname(boundaryplot.__file__))}
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM.format(call=call)], stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None and process.stdout.readline() == "begun\n"
        deadline = time.monotonic() + 20
        while len(children(process.pid)) < depth:
            assert time.monotonic() < deadline and process.poll() is None
            time.sleep(0.02)
        time.sleep(0.2)
        below = children(process.pid)
        process.send_signal(signal.SIGINT)
        assert process.stdout.read() == "interrupted\n" and process.wait(10) == 0
    assert [one for one in below if is_running(one)] == []
    assert list(tmp_path.iterdir()) == [tmp_path / "temporary"]
