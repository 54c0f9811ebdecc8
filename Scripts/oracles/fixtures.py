"""The fixtures that oracles write, with the versions of their libraries."""

import json
import platform
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIBRARIES = ["numpy", "scipy", "scikit-learn", "matplotlib", "contourpy", "mpmath"]


def versions():
    """The versions of Python and of every library in requirements.txt, by name."""
    return {"python": platform.python_version()} | {name: version(name) for name in LIBRARIES}


def path(module, file_name):
    """The path of a fixture of `module`, for example "Meshgrid"; its folder is made if missing."""
    folder = ROOT / "Tests" / f"{module}Tests" / "Fixtures"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / file_name


def write_json(module, file_name, content):
    """Writes the dictionary `content`, and the versions as its first key, as a JSON fixture of `module`.

    Doubles get the shortest digits that read back exactly. NaN and infinities are refused, for JSON has no word for
    them: an oracle that needs them writes them as strings. numpy's arrays and numbers are written as Python's.
    """
    text = json.dumps({"versions": versions()} | content, default=_plain, allow_nan=False, separators=(",", ":"))
    path(module, file_name).write_text(text + "\n", encoding="ascii")


def _plain(value):
    return value.tolist()
