"""Keywords as words of a command line."""

from __future__ import annotations

import re
from os import PathLike, fspath
from typing import Any, Iterable, List, Mapping, Sequence

from ._command import BoundaryPlotError, run
from ._options import OPTIONS, WITHOUT_KEYWORD, Option

#: Keywords that decide which points a picture needs, beside the data: those that `grid` and `data` take too.
FILE = {"x", "y", "label", "features", "project", "header", "missing", "na_values", "skip_bad_rows"}
SET = {"samples", "noise", "factor", "centers", "spread", "seed"}
SPLIT = {"test_fraction", "split_seed", "stratify"}
GRID = {"step", "margin", "xlim", "ylim"}


def plain(options: Mapping[str, Any]) -> dict[str, Any]:
    """Returns keywords without those that are None; `lambda` may be written with or without its underscore."""
    return {"lambda_" if key == "lambda" else key: value for key, value in options.items() if value is not None}


def words(command: str, options: Mapping[str, Any]) -> List[str]:
    """Returns the words of options.

    Raises TypeError for a keyword that the command does not have, and for a flag that is not True or False.
    """
    known = OPTIONS[command]
    found: list[str] = []
    for keyword, value in options.items():
        option = known.get(keyword)
        if option is None:
            raise TypeError(_unknown(command, keyword))
        if not option.value:
            if not isinstance(value, bool):
                raise TypeError(f"{command}() takes True or False for '{keyword}', not {value!r}")
            found += [f"--{option.name}"] if value else []
            continue
        for text in _texts(option, value):
            # A word that begins with a dash needs an equals sign.
            found += [f"--{option.name}={text}"] if text.startswith("-") else [f"--{option.name}", text]
    return found


def chosen(options: Mapping[str, Any], keywords: Iterable[str]) -> dict[str, Any]:
    """Returns some of the options."""
    return {keyword: options[keyword] for keyword in options if keyword in set(keywords)}


def named(name: str, text: str) -> str:
    """Returns the value of --predictions or --classifier for a name of any characters."""
    return f'"{name}"={text}'


def _texts(option: Option, value: Any) -> List[str]:
    if option.repeats:
        if isinstance(value, Mapping):
            return [named(name, _text(text)) for name, text in value.items()]
        return [_text(value)] if isinstance(value, (str, PathLike)) else [_text(item) for item in value]
    if isinstance(value, bool) and option.value == "header":
        return ["yes" if value else "no"]
    if not _is_list(value):
        return [_text(value)]
    between = "x" if option.value == "WxH" else ","
    return [between.join("x".join(map(_text, item)) if _is_list(item) else _text(item) for item in value)]


def _is_list(value: Any) -> bool:
    return hasattr(value, "__iter__") and not isinstance(value, (str, bytes, PathLike)) and getattr(value, "ndim", 1) > 0


def _text(value: Any) -> str:
    if isinstance(value, PathLike):
        value = fspath(value)
    if hasattr(value, "item"):
        value = value.item()
    return value if isinstance(value, str) else repr(value)


def _unknown(command: str, keyword: str) -> str:
    message = f"{command}() got an unexpected keyword argument '{keyword}'"
    if keyword in WITHOUT_KEYWORD:
        instead = WITHOUT_KEYWORD[keyword].replace("Figure", "Report" if command == "report" else "Figure")
        return f"{message}; there is {instead} instead"
    # The command knows the words of other programs too.
    try:
        run([command, "--" + keyword.strip("_").replace("_", "-"), "0"])
    except BoundaryPlotError as error:
        known: Sequence[str] = [name.replace("-", "_") for name in re.findall(r"'--([a-z-]+)'\?", str(error))]
        known = ["lambda_" if name == "lambda" else name for name in known]
        if known and known[-1] in OPTIONS[command]:
            message += f"; did you mean '{known[-1]}'?"
    return message
