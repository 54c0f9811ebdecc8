#!/usr/bin/env python3
"""Writes boundaryplot/_options.py from the options of the command.

Usage: make_options.py COMMAND > boundaryplot/_options.py
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

COMMANDS = ["plot", "sheet", "curve", "tune", "film", "diff", "report"]

#: Options without a keyword, each with what Python has instead.
WITHOUT_KEYWORD = {
    "data": "the first argument",
    "data-json": "the first argument",
    "output": "Figure.save",
    "json": "Figure.scores and Figure.summary",
    "per-class": "Figure.summary",
    "emit": "the representation in a notebook",
    "request": "the functions",
    "fresh": "nothing, since no journal is left",
    "shard": "nothing, since no journal is left",
    "merge": "nothing, since no journal is left",
    "version": "__version__",
    "help": "help()",
}

#: Python types of values, by the option's or the value's name.
TYPES = {
    "hidden": "Hidden",
    "lambda": "Numbers",
    "step": "Numbers",
    "margin": "Numbers",
    "features": "Texts",
    "na-values": "Texts",
    "palette": "Texts",
    "header": "Union[bool, Literal['yes', 'no']]",
    "count": "int",
    "seed": "int",
    "number": "float",
    "share": "float",
    "factor": "float",
    "seconds": "float",
    "low,high": "Union[str, Sequence[float]]",
    "WxH": "Union[str, Sequence[float]]",
    "file": "Union[str, PathLike[str]]",
}

HEAD = '''"""The options of the command as keywords. Written by make_options.py; not edited by hand."""

from __future__ import annotations

from os import PathLike
from typing import Dict, Literal, Mapping, NamedTuple, Sequence, TypedDict, Union

Hidden = Union[int, str, Sequence[Union[int, str, Sequence[int]]]]
Numbers = Union[str, float, Sequence[float]]
Texts = Union[str, Sequence[str]]
Repeated = Union[str, Sequence[str], Mapping[str, str]]


class Option(NamedTuple):
    """An option of the command: its name, the name of its value ("" for a flag), and its help."""

    name: str
    value: str
    repeats: bool
    help: str


'''


def keyword(name: str) -> str:
    return "lambda_" if name == "lambda" else name.replace("-", "_")


def arguments(executable: str, command: str) -> dict[str, dict[str, Any]]:
    """Returns the options that have a keyword, by name."""
    text = subprocess.run(
        [executable, command, "--experimental-dump-help"], check=True, capture_output=True, text=True
    ).stdout
    found = [a for a in json.loads(text)["command"]["arguments"] if a["kind"] != "positional"]
    return {a["preferredName"]["name"]: a for a in found if a["preferredName"]["name"] not in WITHOUT_KEYWORD}


def python_type(name: str, argument: dict[str, Any]) -> str:
    values = argument.get("allValues") or argument.get("allValueStrings")
    if argument["kind"] == "flag":
        return "bool"
    if argument["isRepeating"]:
        return "Repeated"
    if name in TYPES:
        return TYPES[name]
    if values:
        return f"Literal[{', '.join(map(repr, values))}]"
    return TYPES.get(argument["valueName"], "str")


def option(name: str, argument: dict[str, Any]) -> str:
    value = "" if argument["kind"] == "flag" else argument["valueName"]
    return f"Option({name!r}, {value!r}, {argument['isRepeating']}, {argument['abstract']!r})"


def module(executable: str) -> str:
    """Returns the text of boundaryplot/_options.py."""
    commands = {command: arguments(executable, command) for command in COMMANDS}
    texts: dict[str, list[str]] = {}
    for options in commands.values():
        for name, argument in options.items():
            texts.setdefault(name, []).append(option(name, argument))
    # The commands share most options with the same help; others are written for each command.
    shared = {name: found[0] for name, found in texts.items() if len(set(found)) == 1}
    lines = [HEAD + "#: Options without a keyword, each with what there is instead.", "WITHOUT_KEYWORD: Dict[str, str] = {"]
    lines += [f"    {keyword(name)!r}: {instead!r}," for name, instead in WITHOUT_KEYWORD.items()]
    lines += ["}", "", "_SHARED: Dict[str, Option] = {"]
    lines += [f"    {keyword(name)!r}: {text}," for name, text in shared.items()]
    lines += ["}", "", "#: The options of each command, by keyword.", "OPTIONS: Dict[str, Dict[str, Option]] = {"]
    for command, options in commands.items():
        lines.append(f"    {command!r}: {{")
        for name, argument in options.items():
            text = f"_SHARED[{keyword(name)!r}]" if name in shared else option(name, argument)
            lines.append(f"        {keyword(name)!r}: {text},")
        lines.append("    },")
    lines.append("}")
    for command, options in commands.items():
        lines += ["", "", f"class {command.title()}Options(TypedDict, total=False):"]
        lines.append(f'    """The keywords of `boundaryplot.{command}`."""')
        lines.append("")
        # y is a parameter of every function: an array, or the name of a column.
        lines += [f"    {keyword(name)}: {python_type(name, argument)}" for name, argument in options.items() if name != "y"]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.stdout.write(module(sys.argv[1]))
