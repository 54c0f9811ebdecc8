"""A figure: the pictures and the numbers of one run."""

from __future__ import annotations

import base64
import html
import importlib
import json
import os
import re
import sys
import tempfile
import warnings
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Dict, List, Mapping, NamedTuple, Optional, Sequence, Tuple
from urllib.parse import unquote

from ._arguments import named, plain, words
from ._command import BoundaryPlotWarning, Output, run
from ._data import Points

_TYPES = {"png": "image/png", "svg": "image/svg+xml", "gif": "image/gif"}


class Picture(NamedTuple):
    """A picture of a figure."""

    name: str
    data: bytes
    alt_text: str
    caption: str
    #: The command's code for HTML, in which the picture is a file.
    html: str

    @property
    def format(self) -> str:
        """The format: png, svg, pdf or gif."""
        return self.name.rsplit(".", 1)[-1]

    def embedded(self) -> Optional[str]:
        """Returns the code for HTML with the picture inside; None for PDF, which browsers do not show as a picture."""
        if self.format not in _TYPES:
            return None
        address = f"data:{_TYPES[self.format]};base64,{base64.b64encode(self.data).decode()}"
        return re.sub(r'src="[^"]*"', lambda _: f'src="{address}"', self.html, count=1)


class Run(NamedTuple):
    """What the command is asked for: options, data, and the answers of classifiers by name."""

    command: str
    options: Dict[str, Any]
    data: Points
    answers: Sequence[Tuple[str, bytes]] = ()
    #: Further words, such as those of networks beside classifiers.
    names: Mapping[str, str] = {}

    def start(self, further: Sequence[str]) -> Output:
        """Runs the command. Answers are handed over as files in memory that only the command can read."""
        with ExitStack() as stack:
            given: List[str] = []
            descriptors: List[int] = []
            for name, answer in self.answers:
                descriptor = os.memfd_create("boundaryplot")
                stack.callback(os.close, descriptor)
                with open(descriptor, "wb", closefd=False) as file:
                    file.write(answer)
                descriptors.append(descriptor)
                given += ["--predictions", named(name, f"/dev/fd/{descriptor}")]
            options = words(self.command, self.options)
            return run([self.command, *self.data.words, *options, *given, *further], self.data.stdin, descriptors)


class Result:
    """The numbers of one run of the command. Subclasses add its output."""

    def __init__(self, run: Run) -> None:
        self._run = run
        with tempfile.TemporaryDirectory(prefix="boundaryplot-") as folder:
            # A tuning always writes its numbers.
            path = os.path.join(folder, "tune.json")
            output = run.start([*self._words(folder), *([] if run.command == "tune" else ["--json", path])])
            self._read(output)
            self.summary: Dict[str, Any] = json.loads(
                Path(path).read_text("utf-8"), object_hook=lambda found: _without(folder, found)
            )
        self.notes: List[str] = output.notes
        for warning in output.warnings:
            warnings.warn(warning, BoundaryPlotWarning, stacklevel=_distance())

    def _words(self, folder: str) -> List[str]:
        """Returns the words of the output, which may be in a temporary folder."""
        raise NotImplementedError

    def _read(self, output: Output) -> None:
        """Keeps the output, before the folder is deleted."""
        raise NotImplementedError

    @property
    def scores(self) -> List[Dict[str, Any]]:
        """The numbers of each classifier: `name`, `accuracy`, `testAccuracy`, `cost`, `hidden`, `lambda` and others.

        Of a tuning, those of each candidate; errors and costs are means over the folds.
        """
        if "candidates" in self.summary:
            means = ("validationError", "validationCost", "trainError", "trainCrossEntropy")
            return [
                {"hidden": one["hidden"], "lambda": one["lambda"], **{key: one[key]["mean"] for key in means}}
                for one in self.summary["candidates"]
            ]
        return [_score(one, self._run.names) for one in self.summary["runs"]]

    def frame(self) -> Any:
        """Returns the scores as a pandas DataFrame, with a row for each classifier."""
        return importlib.import_module("pandas").DataFrame(self.scores)


class Figure(Result):
    """Pictures and numbers of one run of the command. A notebook shows it as the last value of a cell.

    Attributes:
        pictures: the pictures, each with `data` (bytes), `format`, `alt_text` and `caption`.
        summary: all numbers, as the command's JSON has them: Documentation/json.md describes the keys.
        notes: what the command says about the data and the run.

    >>> fig = bp.plot(X, y, hidden=[3, 20], test_fraction=0.3)
    >>> fig.frame()[["hidden", "accuracy", "testAccuracy"]]
    >>> fig.save("figure.pdf")
    """

    pictures: Tuple[Picture, ...]

    def _words(self, folder: str) -> List[str]:
        return ["--output", folder, "--emit", "html"]

    def _read(self, output: Output) -> None:
        self.pictures = tuple(_pictures(output.text))

    def save(self, path: "str | os.PathLike[str]", **options: Any) -> None:
        """Writes the figure to a file: PNG, SVG or PDF, or GIF for a film, by the extension.

        The file appears whole or not at all, and a missing folder is created. In the format of the figure itself the bytes are written as they are; for
        another format, and with options such as `dpi=600`, the command draws the same figure again. `{hidden}` in the
        name of a file is replaced in the files of several networks; a path without an extension is a folder.

        >>> fig.save("figure.pdf")
        >>> fig.save("column.png", size=(3.3, 2.5), dpi=600)
        >>> fig.save("net-{hidden}.svg")
        """
        text = os.path.expanduser(os.fspath(path))
        name = Path(text).name
        if len(self.pictures) == 1 and not options and "{" not in name and Path(name).suffix == f".{self.pictures[0].format}":
            write(text, self.pictures[0].data)
            return
        # The extension tells the format.
        base = {key: value for key, value in self._run.options.items() if key != "format" or not Path(name).suffix}
        self._run._replace(options={**base, **plain(options), "quiet": True}).start(["--output", text])

    def _repr_html_(self) -> Optional[str]:
        parts = [picture.embedded() for picture in self.pictures]
        return None if None in parts else "\n".join(filter(None, parts))

    def _repr_png_(self) -> Optional[bytes]:
        return self._only("png")

    def _repr_svg_(self) -> Optional[str]:
        data = self._only("svg")
        return None if data is None else data.decode()

    def _only(self, kind: str) -> Optional[bytes]:
        """Returns the bytes of the only picture, if it has the format."""
        return self.pictures[0].data if len(self.pictures) == 1 and self.pictures[0].format == kind else None

    def __repr__(self) -> str:
        kinds = ", ".join(picture.name for picture in self.pictures)
        return f"<boundaryplot.Figure of {self._run.command}: {kinds}>"


def _pictures(code: str) -> List[Picture]:
    found = []
    for part in re.findall(r"<figure>.*?</figure>", code, re.DOTALL):
        source, alt, caption = (
            html.unescape(text)
            for text in re.findall(r'src="([^"]*)" alt="([^"]*)".*?<figcaption>(.*?)</figcaption>', part, re.DOTALL)[0]
        )
        path = unquote(source)
        found.append(Picture(Path(path).name, Path(path).read_bytes(), alt, caption, part))
    return found


def _score(run: Dict[str, Any], names: Mapping[str, str]) -> Dict[str, Any]:
    kept = {key: value for key, value in run.items() if not isinstance(value, (dict, list))}
    for key in ("testAccuracyInterval", "features"):
        if key in run:
            kept[key] = run[key]
    for key in ("predictions", "sha256"):
        kept.pop(key, None)
    units = run.get("hidden")
    title = f"{units} hidden unit{'' if units == '1' else 's'}"
    return {"name": names.get(units, title) if units is not None else None, **kept}


def _without(folder: str, found: Dict[str, Any]) -> Dict[str, Any]:
    """Returns a part of the JSON with the names of pictures instead of their paths in the temporary folder."""
    path = found.get("path")
    return {**found, "path": os.path.basename(path)} if isinstance(path, str) and path.startswith(folder) else found


def write(path: str, data: bytes) -> None:
    """Writes a file whole or not at all."""
    folder, name = os.path.split(os.path.abspath(path))
    os.makedirs(folder, exist_ok=True)
    temporary = os.path.join(folder, f".{name}.{os.getpid()}.tmp")
    try:
        with open(temporary, "xb") as file:
            file.write(data)
        os.replace(temporary, path)
    except BaseException:
        if os.path.exists(temporary):
            os.unlink(temporary)
        raise


def _distance() -> int:
    """Returns the number of frames up to the first outside of this package."""
    frame, count = sys._getframe(1), 1
    here = os.path.dirname(__file__)
    while frame.f_back is not None and os.path.dirname(frame.f_code.co_filename) == here:
        frame, count = frame.f_back, count + 1
    return count
