"""Figures: pictures, numbers, notebooks and files."""

from __future__ import annotations

import base64
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Dict, List

import numpy as np
import pytest

import boundaryplot as bp
from boundaryplot._command import executable

from conftest import SMALL

PNG = b"\x89PNG\r\n\x1a\n"


class Images(HTMLParser):
    """Collects the images and captions of HTML."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.images: List[Dict[str, Any]] = []
        self.captions: List[str] = []
        self._in_caption = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag == "img":
            self.images.append(dict(attrs))
        self._in_caption = tag == "figcaption"

    def handle_data(self, data: str) -> None:
        if self._in_caption:
            self.captions.append(data)
            self._in_caption = False


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    "function, options, count",
    [
        (bp.plot, {"hidden": [1, 2]}, 2),
        (bp.plot, {"hidden": [[2, 2], 1], "sheet": True}, 3),
        (bp.sheet, {"hidden": "1,2"}, 1),
        (bp.curve, {"hidden": range(1, 3), "restarts": 1, "step": None}, 1),
        (bp.tune, {"hidden": [1, 2], "lambda_": [0.1], "folds": 2, "restarts": 1}, 3),
        (bp.film, {"hidden": 2, "frames": 2}, 1),
        (bp.diff, {"hidden": [1, 2]}, 1),
    ],
)
def test_every_command_draws(moons: Any, function: Any, options: Any, count: int) -> None:
    figure = function(*moons, **{**SMALL, **options})
    assert len(figure.pictures) == count
    start = b"GIF89a" if function is bp.film else PNG
    assert all(picture.data.startswith(start) and picture.alt_text and picture.caption for picture in figure.pictures)
    assert figure.scores and all("hidden" in score and "lambda" in score for score in figure.scores)
    assert "boundaryplot-" not in str(figure.summary)
    shown = Images(figure._repr_html_())
    assert [image["alt"] for image in shown.images] == [picture.alt_text for picture in figure.pictures]
    assert shown.captions == [picture.caption for picture in figure.pictures]


def test_same_as_the_command(moons: Any, tmp_path: Path) -> None:
    with pytest.warns(bp.BoundaryPlotWarning, match="did not converge"):
        figure = bp.plot("moons", samples=20, hidden=2, **SMALL)
    words = "plot moons --samples 20 --hidden 2 --max-iterations 5 --dpi 50 --step 0.1 -q -o same.png".split()
    subprocess.run([executable(), *words], check=True, stderr=subprocess.DEVNULL)
    assert figure.pictures[0].data == Path("same.png").read_bytes()


@pytest.mark.filterwarnings("ignore")
def test_notebooks_get_escaped_alternative_text(moons: Any) -> None:
    X, y = moons
    figure = bp.plot(X, np.where(y == 1, '<b>"yes" & no</b>', "it's"), hidden=1, title="<script>", **SMALL)
    code = figure._repr_html_()
    assert code is not None and "<script>" not in code and "<b>" not in code
    image = Images(code).images[0]
    assert '<b>"yes" & no</b>' in image["alt"]
    kind, text = image["src"].split(";base64,")
    assert kind == "data:image/png" and base64.b64decode(text) == figure._repr_png_() == figure.pictures[0].data
    assert figure._repr_svg_() is None
    drawn = bp.plot(X, y, hidden=1, format="svg", **SMALL)
    svg = drawn._repr_svg_()
    assert svg is not None and svg.lstrip().startswith("<?xml") and drawn._repr_png_() is None
    assert "data:image/svg+xml;base64," in (drawn._repr_html_() or "")
    assert bp.plot(X, y, hidden=1, format="pdf", **SMALL)._repr_html_() is None


@pytest.mark.filterwarnings("ignore")
def test_save(moons: Any, tmp_path: Path) -> None:
    figure = bp.plot(*moons, hidden=2, **SMALL)
    figure.save("a.png")
    assert Path("a.png").read_bytes() == figure.pictures[0].data
    figure.save(tmp_path / "a.pdf")
    figure.save("a.svg", size=(3, 2))
    assert Path("a.pdf").read_bytes().startswith(b"%PDF")
    assert 'width="216pt"' in Path("a.svg").read_text() or 'width="3in"' in Path("a.svg").read_text()
    figure.save("b.png", dpi=50)
    assert Path("b.png").read_bytes() == Path("a.png").read_bytes()
    for name in ["new/a.pdf", "newer/a.png"]:
        figure.save(name)
        assert Path(name).exists()
    with pytest.raises(bp.BoundaryPlotError, match="not a folder"):
        figure.save("a.png/b.pdf")
    with pytest.raises(FileExistsError):
        figure.save("a.png/b.png")
    bp.plot(*moons, hidden=[1, 2], **SMALL).save("net-{hidden}.svg")
    assert sorted(path.name for path in tmp_path.glob("*.*")) == ["a.pdf", "a.png", "a.svg", "b.png", "net-1.svg", "net-2.svg"]


@pytest.mark.filterwarnings("ignore")
def test_a_picture_holds_its_data(moons: Any) -> None:
    """Two features are in the picture's record, so that it can be drawn again."""
    bp.plot(*moons, hidden=2, **SMALL).save("a.png")
    subprocess.run([executable(), "rerun", "a.png"], check=True, stdout=subprocess.DEVNULL)
    bp.regions(lambda points: points[:, 0] > 0, *moons, name="rule").save("b.png")
    again = subprocess.run([executable(), "rerun", "b.png"], capture_output=True, text=True)
    assert again.returncode == 64 and "handed over" in again.stderr
    assert "/dev/fd" not in subprocess.run([executable(), "inspect", "b.png"], capture_output=True, text=True).stdout


@pytest.mark.filterwarnings("ignore")
def test_scores(moons: Any) -> None:
    pandas = pytest.importorskip("pandas")
    figure = bp.plot(*moons, hidden=[1, 2], test_fraction=0.3, **SMALL)
    frame = figure.frame()
    assert isinstance(frame, pandas.DataFrame) and list(frame["name"]) == ["1 hidden unit", "2 hidden units"]
    low, high = figure.scores[0]["testAccuracyInterval"]
    assert low <= figure.scores[0]["testAccuracy"] <= high
    assert re.fullmatch(r"<boundaryplot.Figure of plot: .*>", repr(figure))
