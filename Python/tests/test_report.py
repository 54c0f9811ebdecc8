"""The page of a report, and the frame in which a notebook shows it. Tests/Page/test_frame.py opens it in Chromium."""

from __future__ import annotations

import json
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Dict, List, Tuple

import numpy as np
import pytest

import boundaryplot as bp
from boundaryplot._command import executable

SMALL = {"max_iterations": 5, "step": 0.1, "hidden": [1, 2], "lambda_": [0.01, 0.1], "restarts": 1}

pytestmark = pytest.mark.filterwarnings("ignore::boundaryplot.BoundaryPlotWarning")


class Tags(HTMLParser):
    """Collects the tags and the text of HTML."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: List[Tuple[str, Dict[str, Any]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def entries(page: bp.Report) -> List[Dict[str, Any]]:
    """Returns what the script of a page reads about each classifier."""
    found = re.search(r'<script type="application/json" id="run">(.*?)</script>', page.html, re.DOTALL)
    assert found is not None
    return list(json.loads(found[1])["entries"])


def test_same_as_the_command() -> None:
    page = bp.report("moons", samples=20, **SMALL)
    words = "report moons --samples 20 --max-iterations 5 --step 0.1 --hidden 1,2 --lambda 0.01,0.1 --restarts 1 -q -o same.html"
    subprocess.run([executable(), *words.split()], check=True, stderr=subprocess.DEVNULL)
    assert page.html == Path("same.html").read_text("utf-8")


def test_a_warning_and_scores(moons: Any) -> None:
    pytest.importorskip("pandas")
    with pytest.warns(bp.BoundaryPlotWarning, match="did not converge"):
        page = bp.report(*moons, test_fraction=0.3, **SMALL)
    assert [(score["hidden"], score["lambda"]) for score in page.scores] == [("1", 0.01), ("1", 0.1), ("2", 0.01), ("2", 0.1)]
    assert list(page.frame()["testAccuracy"]) == [score["testAccuracy"] for score in page.scores]
    assert repr(page) == "<boundaryplot.Report: Decision boundaries of 4 networks>"


def test_a_notebook_gets_an_escaped_frame(moons: Any) -> None:
    X, y = moons
    title = '"><script>alert(1)</script> \' & &amp;'
    page = bp.report(X, np.where(y == 1, "<b>yes</b>", "</iframe>"), title=title, **SMALL)
    code = page._repr_html_()
    assert re.search(r"<(?!iframe |/iframe>$)", code) is None and code.count("<") == 2
    found = Tags(code)
    ((tag, attributes),) = found.tags
    assert tag == "iframe" and found.text == ""
    assert attributes["srcdoc"] == page.html and attributes["title"] == title
    # With allow-same-origin, a script could reach the notebook.
    assert attributes["sandbox"].split() == ["allow-scripts", "allow-downloads"]
    assert attributes["width"] == "100%" and int(attributes["height"]) >= 600


def test_save(moons: Any, tmp_path: Path) -> None:
    page = bp.report(*moons, **SMALL)
    page.save("new/report.html")
    page.save(tmp_path / "report.html")
    assert Path("new/report.html").read_bytes() == Path("report.html").read_bytes() == page.html.encode()
    for path in ("report.pdf", "folder"):
        with pytest.raises(ValueError, match=rf"^'{path}' does not end in \.html"):
            page.save(path)
    assert sorted(path.name for path in tmp_path.glob("*.*")) == ["report.html"]


def test_classifiers_are_on_the_page(moons: Any) -> None:
    svm = pytest.importorskip("sklearn.svm").SVC()
    X, y = moons
    page = bp.report(X, y, classifiers={"SVM": svm, "a <rule>": lambda points: points[:, 0] > 0.5}, test_fraction=0.3, **SMALL)
    found = entries(page)
    assert [entry["name"] for entry in found[4:]] == ["SVM", "a <rule>"]
    # No command draws what Python has answered.
    assert [entry["command"] != "" for entry in found] == 4 * [True] + 2 * [False]
    assert not hasattr(svm, "classes_"), "the estimator of the caller was fitted"
    # The scores are those of a page of pictures, which fits the same copy.
    pictures = bp.compare({"SVM": svm}, X, y, test_fraction=0.3, step=0.1)
    assert page.scores[4]["testAccuracy"] == pictures.scores[0]["testAccuracy"]
    with pytest.raises(TypeError, match="'20 units' is 20; an estimator or a function is accepted"):
        bp.report(X, y, classifiers={"20 units": 20})


def test_frames_and_files() -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"u": [0, 1, 2, 3, 4, 5], "v": [1, 0, 1, 3, 2, 3], "kind": list("aaabbb"), "w": [0, 1, None, 1, 2, 4]})
    for X in (frame, "points.csv"):
        frame.to_csv("points.csv", index=False)
        page = bp.report(X, x="u", y="w", label="kind", **SMALL)
        assert page.summary["data"]["classes"] == ["a", "b"] and any("1 of 6 rows" in note for note in page.notes), page.notes


def test_errors(moons: Any) -> None:
    with pytest.raises(TypeError, match="there is Report.save instead"):
        bp.report(*moons, output="report.html")
    with pytest.raises(TypeError, match=r"report\(\) got an unexpected keyword argument 'dpi'"):
        bp.report(*moons, dpi=100)
    with pytest.raises(bp.BoundaryPlotError, match="^The value 'x' is invalid for '--hidden <list>'"):
        bp.report(*moons, hidden="x")
