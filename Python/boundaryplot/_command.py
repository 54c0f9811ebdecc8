"""Finds and runs the command."""

from __future__ import annotations

import importlib.metadata
import os
import shutil
import signal
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Iterator, List, NamedTuple, Sequence

#: An environment variable with the path of the command, which overrides the search.
VARIABLE = "BOUNDARYPLOT_COMMAND"


class BoundaryPlotError(ValueError):
    """An error of the command. The text is the command's own line; `status` is its exit status.

    `--hidden` in the text is the keyword `hidden`. The statuses are those of Documentation/json.md: 64 for a wrong
    option, 65 for wrong data, 66 for a missing file.
    """

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status

    def __reduce__(self) -> tuple[type, tuple[str, int]]:
        return type(self), (str(self), self.status)


class BoundaryPlotWarning(UserWarning):
    """A warning of the command, such as that a network did not converge."""


class Output(NamedTuple):
    """What the command has printed."""

    data: bytes
    notes: List[str]
    warnings: List[str]

    @property
    def text(self) -> str:
        """The output as text."""
        return self.data.decode("utf-8", "replace")


def _candidates() -> Iterator[Path]:
    try:
        files = importlib.metadata.files("boundaryplot") or []
        yield from (Path(str(file.locate())) for file in files if file.name == "boundaryplot")
    except importlib.metadata.PackageNotFoundError:
        pass
    # The folder of `pip install --target`.
    yield Path(__file__).parent.parent / "bin" / "boundaryplot"
    yield Path(sysconfig.get_path("scripts")) / "boundaryplot"
    yield Path(sys.executable).parent / "boundaryplot"
    found = shutil.which("boundaryplot")
    if found:
        yield Path(found)


def executable() -> str:
    """Returns the path of the command.

    It is that of the variable BOUNDARYPLOT_COMMAND, or of the installed package, or in the folder of Python's scripts,
    beside Python itself, or in PATH.

    Raises FileNotFoundError if there is none.
    """
    given = os.environ.get(VARIABLE)
    if given:
        return given
    for path in _candidates():
        if path.is_file() and os.access(path, os.X_OK):
            return str(path)
    raise FileNotFoundError(
        f"the command 'boundaryplot' is not found; install the package again, or set {VARIABLE} to the path of the command"
    )


def run(words: Sequence[str], stdin: bytes = b"", inherited: Sequence[int] = ()) -> Output:
    """Runs the command to its end. If Python is interrupted, the command's process group is ended first.

    `inherited` are file descriptors that the command may read.

    Raises BoundaryPlotError if the command fails.
    """
    # A group of its own: Ctrl-C reaches Python alone, which ends the command.
    with subprocess.Popen(
        [executable(), *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        pass_fds=inherited,
        start_new_session=True,
    ) as process:
        try:
            output, errors = process.communicate(stdin)
        except BaseException:
            _end(process)
            raise
    lines = errors.decode("utf-8", "replace").splitlines()

    def after(prefix: str) -> list[str]:
        return [line[len(prefix) :] for line in lines if line.startswith(prefix)]

    if process.returncode != 0:
        wrong = after("Error: ") or lines[-1:]
        message = wrong[0] if wrong else f"the command ended with status {process.returncode}"
        raise BoundaryPlotError(message, process.returncode)
    return Output(output, after("Note: "), after("Warning: "))


def _end(process: subprocess.Popen[bytes]) -> None:
    for number in (signal.SIGINT, signal.SIGKILL):
        try:
            os.killpg(process.pid, number)
            process.wait(2)
            return
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue
