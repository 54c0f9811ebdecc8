"""The Python code of the documents runs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Dict

import numpy as np
import pytest

DOCUMENT = Path(__file__).parent.parent.parent / "Documentation" / "python.md"


@pytest.mark.filterwarnings("ignore::boundaryplot.BoundaryPlotWarning")
def test_examples(moons: Any) -> None:
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("sklearn")
    X, y = moons
    frame = pandas.DataFrame({"bill_length": X[:, 0], "bill_depth": X[:, 1], "mass": X[:, 0] + 1, "species": np.where(y, "a", "b")})
    names: Dict[str, Any] = {"X": X, "y": y, "df": frame}
    blocks = re.findall(r"^```python\n(.*?)^```", DOCUMENT.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    assert len(blocks) >= 4
    for block in blocks:
        exec(block, names)
    assert Path("figure.pdf").exists() and Path("column.png").exists()
