"""The module is the installed one, or that of this folder with the command of BOUNDARYPLOT_COMMAND."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any, Iterator, Tuple

import numpy as np
import pytest

#: Options for tests that do not depend on the numbers.
SMALL = {"max_iterations": 5, "dpi": 50, "step": 0.1}


@pytest.fixture(autouse=True)
def no_file_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every test runs in a folder of its own, and leaves nothing in the temporary one."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.chdir(tmp_path)
    yield
    assert list(temporary.iterdir()) == []
    for descriptor in Path("/proc/self/fd").iterdir():
        assert not descriptor.is_symlink() or "memfd:boundaryplot" not in os.readlink(descriptor)


@pytest.fixture
def moons() -> Tuple[Any, Any]:
    """60 points of two classes."""
    random = np.random.RandomState(0)
    angle = random.uniform(0, np.pi, 60)
    y = np.arange(60) % 2
    X = np.column_stack([np.cos(angle) * (1 - 2 * y) + y, np.sin(angle) * (1 - 2 * y) + y / 2])
    return X + random.normal(0, 0.2, X.shape), y
