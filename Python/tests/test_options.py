"""Keywords and errors."""

from __future__ import annotations

import inspect
import pickle
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import boundaryplot as bp
from boundaryplot._arguments import words
from boundaryplot._command import executable
from boundaryplot._options import OPTIONS

from conftest import SMALL

FOLDER = Path(__file__).parent.parent


def test_every_option_has_a_keyword() -> None:
    """After a new option, `make_options.py COMMAND > boundaryplot/_options.py` writes its keyword."""
    text = subprocess.run(
        [sys.executable, FOLDER / "make_options.py", executable()], check=True, capture_output=True, text=True
    ).stdout
    assert text == Path(bp.__file__).with_name("_options.py").read_text()


@pytest.mark.parametrize("command", OPTIONS)
def test_help_teaches(command: str) -> None:
    function = getattr(bp, command)
    assert set(OPTIONS[command]) <= set(inspect.signature(function).parameters)
    assert re.search(r">>> .*bp\.", function.__doc__) and "test_fraction: Hold out this share" in function.__doc__


@pytest.mark.parametrize(
    "options, expected",
    [
        ({"hidden": [1, (8, 4)]}, ["--hidden", "1,8x4"]),
        ({"hidden": np.array([1, 2])}, ["--hidden", "1,2"]),
        ({"hidden": range(1, 4)}, ["--hidden", "1,2,3"]),
        ({"lambda_": np.float64(0.1)}, ["--lambda", "0.1"]),
        ({"xlim": (-1, 2)}, ["--xlim=-1,2"]),
        ({"size": (3.3, 2.5)}, ["--size", "3.3x2.5"]),
        ({"no_title": True, "sheet": False}, ["--no-title"]),
        ({"header": True, "title": ""}, ["--header", "yes", "--title", ""]),
        ({"classifier": {"C = 1": "cat"}}, ["--classifier", '"C = 1"=cat']),
        ({"model": [Path("a.json"), "b.json"]}, ["--model", "a.json", "--model", "b.json"]),
    ],
)
def test_words(options: Any, expected: Any) -> None:
    assert words("plot", options) == expected


@pytest.mark.parametrize(
    "keyword, nearest",
    [("test_size", "test_fraction"), ("hiden", "hidden"), ("alpha", "lambda_"), ("output", "Figure.save"), ("json", "Figure.scores")],
)
def test_unknown_keyword(moons: Any, keyword: str, nearest: str) -> None:
    with pytest.raises(TypeError, match=rf"plot\(\) got an unexpected keyword argument '{keyword}'; .*{nearest}"):
        bp.plot(*moons, **{keyword: 1})


def test_errors_have_the_line_of_the_command(moons: Any) -> None:
    with pytest.raises(bp.BoundaryPlotError, match="^The value 'x' is invalid for '--hidden <list>'") as caught:
        bp.plot(*moons, hidden="x")
    assert isinstance(caught.value, ValueError) and caught.value.status == 64
    again = pickle.loads(pickle.dumps(caught.value))
    assert str(again) == str(caught.value) and again.status == 64
    with pytest.raises(bp.BoundaryPlotError, match="none.csv") as caught:
        bp.plot("none.csv")
    assert caught.value.status == 66
    with pytest.raises(bp.BoundaryPlotError, match="two or more classes") as caught:
        bp.plot(moons[0], np.zeros(60))
    assert caught.value.status == 65
    with pytest.raises(bp.BoundaryPlotError, match="--strict") as caught:
        bp.plot(*moons, strict=True, **SMALL)
    assert caught.value.status == 1


def test_flags_are_true_or_false(moons: Any) -> None:
    with pytest.raises(TypeError, match="True or False for 'sheet'"):
        bp.plot(*moons, sheet=3)


def test_lambda_with_and_without_underscore(moons: Any) -> None:
    options = {**SMALL, "max_iterations": 0}
    assert bp.plot(*moons, lambda_=0.1, **options).scores == bp.plot(*moons, **{"lambda": 0.1}, **options).scores


def test_missing_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boundaryplot._command._candidates", lambda: iter([]))
    monkeypatch.delenv("BOUNDARYPLOT_COMMAND", raising=False)
    with pytest.raises(FileNotFoundError, match="BOUNDARYPLOT_COMMAND"):
        bp.plot("moons")


def test_types() -> None:
    pytest.importorskip("mypy")
    package = Path(bp.__file__).parent
    assert (package / "py.typed").exists()
    example = Path("example.py")
    example.write_text("import boundaryplot as bp\nbp.plot([[0, 1]], [1], hidden=[1, (2, 3)], sheet=True)\nbp.plot(hiden=3)\n")
    result = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir=cache", FOLDER / "boundaryplot", FOLDER / "make_options.py"],
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stdout
    result = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir=cache", example],
        capture_output=True,
        text=True,
        env={"MYPYPATH": str(package.parent)} if package.parent == FOLDER else None,
    )
    assert 'example.py:3: error: Unexpected keyword argument "hiden" for "plot"' in result.stdout
    assert "Found 1 error" in result.stdout, result.stdout
