"""A report: the page of one run, on which readers compare networks."""

from __future__ import annotations

import html
import os
import re
from typing import List

from ._command import Output
from ._figure import Result, write


class Report(Result):
    """A page with every network of one run. A notebook shows it as the last value of a cell, isolated in a frame.

    Attributes:
        html: the page, a whole HTML document that makes no request.
        summary: all numbers, as the command's JSON has them: Documentation/json.md describes the keys.
        notes: what the command says about the data and the run.

    >>> page = bp.report(X, y, test_fraction=0.3)
    >>> page.frame()[["hidden", "lambda", "testAccuracy"]]
    >>> page.save("report.html")
    """

    html: str

    def _words(self, folder: str) -> List[str]:
        return ["--output", "-"]

    def _read(self, output: Output) -> None:
        self.html = output.text

    def save(self, path: "str | os.PathLike[str]") -> None:
        """Writes the page to a file that ends in .html.

        The file appears whole or not at all, and a missing folder is created. Raises ValueError for another ending.
        """
        text = os.path.expanduser(os.fspath(path))
        if not text.endswith(".html"):
            raise ValueError(f"'{text}' does not end in .html; a report is saved as one HTML file")
        write(text, self.html.encode())

    @property
    def _title(self) -> str:
        found = re.search("<title>(.*?)</title>", self.html, re.DOTALL)
        return html.unescape(found[1]) if found else "Report"

    def _repr_html_(self) -> str:
        # The sandbox has an origin of its own: the script of the page cannot reach the notebook.
        return (
            f'<iframe title="{html.escape(self._title)}" sandbox="allow-scripts allow-downloads" allow="clipboard-write" '
            f'width="100%" height="{_HEIGHT}" style="border: 0" srcdoc="{html.escape(self.html)}"></iframe>'
        )

    def __repr__(self) -> str:
        return f"<boundaryplot.Report: {self._title}>"


#: Height of the frame in pixels: controls and picture are visible together in a notebook 900 pixels wide.
_HEIGHT = 960
