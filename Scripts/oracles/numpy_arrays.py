"""Writes arrays in numpy's .npy format, and files that are none: Tests/DatasetsTests/Fixtures/numpy_arrays.json.

`file` has the bytes in base64. The elements are text, each as Python prints the number with all of its digits. The small
files are also inputs for the fuzzer, in Fuzzing/Corpus/npy.
"""

import base64
import hashlib
import io
import warnings

import numpy as np
from numpy.lib import format as npy

from fixtures import ROOT, write_json

# Versions 2 and 3 warn that old versions of numpy cannot read them.
warnings.simplefilter("ignore", UserWarning)


def saved(array, version=(1, 0)):
    file = io.BytesIO()
    npy.write_array(file, np.asanyarray(array), version=version)
    return file.getvalue()


def raw(header, data=b"", version=b"\x01\x00"):
    """A file with a header of any text."""
    text = header.encode("latin-1")
    return b"\x93NUMPY" + version + len(text).to_bytes(2 if version[0] == 1 else 4, "little") + text + data


def element(value):
    return repr(value.item()) if value.dtype.kind == "f" else str(int(value))


def case(name, array, version=(1, 0)):
    file = saved(array, version)
    again = np.load(io.BytesIO(file))
    return {
        "name": name, "file": base64.b64encode(file).decode(), "shape": list(again.shape),
        "isWhole": again.dtype.kind != "f", "values": [element(value) for value in again.ravel(order="C")],
    }  # fmt: skip


def elements(code):
    """Elements at the limits of a type."""
    kind = np.dtype(code).kind
    if kind == "b":
        return [False, True, True, False]
    if kind == "f":
        limits = np.finfo(code)
        return [0.0, -0.0, 1.5, -2 / 3, limits.max, limits.min, limits.tiny, limits.smallest_subnormal, np.inf, -np.inf, np.nan]
    limits = np.iinfo(code)
    return [0, 1, 100, max(limits.min, -(2**53)), min(limits.max, 2**53)]


CODES = ["|b1", "|i1", "|u1", *(order + code for order in "<>" for code in "i2 i4 i8 u2 u4 u8 f2 f4 f8".split())]
grid = np.arange(6.0).reshape(2, 3)

cases = [case(code, np.array(elements(code), dtype=code)) for code in CODES]
cases += [case(f"two dimensions of {code}", np.array(elements(code)[:4], dtype=code).reshape(2, 2)) for code in CODES]
cases += [case(f"version {version}", grid, version=(version, 0)) for version in (1, 2, 3)]
cases += [
    case("many columns", np.arange(500).reshape(1, 500)),
    case("no elements", np.zeros(0)),
    case("no columns", np.zeros((3, 0))),
    # Both orders are the same for a single column.
    case("a column in Fortran order", np.asfortranarray(np.arange(4.0).reshape(4, 1))),
    case("contiguous after all", np.ascontiguousarray(grid.T)),
]

HEADER = "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }"
good = raw(HEADER + "\n", grid.tobytes())
assert (np.load(io.BytesIO(good)) == grid).all()


def header(**parts):
    """A file of six elements whose header has other texts."""
    text = HEADER
    for old, new in parts.pop("replace", {}).items():
        assert old in text
        text = text.replace(old, new)
    return raw(text, grid.tobytes(), **parts)


archive = io.BytesIO()
np.savez(archive, grid=grid)
records = np.zeros(2, dtype=[("x", "<f8"), ("y", "<f8")])

# Files with the words of the message.
ERRORS = [
    ("Fortran order", saved(np.asfortranarray(grid)), "np.ascontiguousarray"),
    ("no dimension", saved(np.float64(1)), "the array has 0 dimensions; one or two are accepted"),
    ("three dimensions", saved(np.zeros((2, 2, 2))), "the array has 3 dimensions; one or two are accepted"),
    ("texts", saved(np.array(["a", "bc"])), "elements of type <U2 are not numbers"),
    ("bytes", saved(np.array([b"a"])), "elements of type |S1 are not numbers"),
    ("objects", saved(np.array([None, 1], dtype=object)), "elements of type |O are not numbers"),
    ("complex numbers", saved(np.array([1j])), "elements of type <c16 are not numbers"),
    ("long doubles", saved(np.zeros(2, dtype=np.longdouble)), "elements of type <f16 are not numbers"),
    ("dates", saved(np.array(["2020-01-01"], dtype="datetime64[D]")), "elements of type <M8[D] are not numbers"),
    ("records", saved(records), "elements of type of several fields are not numbers"),
    ("2^53 + 1", saved(np.array([[1, 2**53 + 1]])), "the integer 9007199254740993 is beyond 2^53"),
    ("-2^53 - 1", saved(np.array([-(2**53) - 1])), "the integer -9007199254740993 is beyond 2^53"),
    ("2^64 - 1", saved(np.array([2**64 - 1], dtype=">u8")), "the integer 18446744073709551615 is beyond 2^53"),
    ("cut by a byte", good[:-1], "an array of shape (2, 3) takes 48 bytes, and 47 follow the header; the file is incomplete"),
    ("a byte more", good + b"\0", "takes 48 bytes, and 49 follow the header; the file is too long"),
    ("one dimension cut", saved(np.zeros(3))[:-8], "an array of shape (3,) takes 24 bytes, and 16 follow"),
    ("cut in the header", good[:40], "the file ends within the header"),
    ("cut in the version", good[:7], "the file ends within the header"),
    ("cut in the length", good[:9], "the file ends within the header"),
    ("empty", b"", "not a file in numpy's .npy format; np.save writes one"),
    ("CSV", b"x,y,label\n1,2,a\n", "not a file in numpy's .npy format"),
    ("an archive", archive.getvalue()[:64], "a zip archive, such as np.savez writes"),
    ("version 4", header(version=b"\x04\x00"), "version 4.0 of the .npy format is unknown"),
    ("version 1.1", header(version=b"\x01\x01"), "version 1.1 of the .npy format is unknown"),
    ("no dictionary", raw("[1, 2]"), "the header is wrong at byte 10 of the file: '{' is expected"),
    ("no key", raw("{}"), "'descr', 'fortran_order' or 'shape' is missing"),
    ("a key missing", header(replace={", 'shape': (2, 3)": ""}), "'descr', 'fortran_order' or 'shape' is missing"),
    ("a key twice", header(replace={"'shape'": "'descr'"}), "'shape' are expected, once each"),
    ("another key", header(replace={"(2, 3)": "(2, 3), 'more': True"}), "'shape' are expected, once each"),
    ("an escape", header(replace={"<f8": "\\x3cf8"}), "the string is not one of plain characters"),
    ("a control character", header(replace={"<f8": "<\x1bf8"}), "the string is not one of plain characters"),
    ("a string without end", raw("{'descr"), "the string is not one of plain characters"),
    ("a long string", header(replace={"<f8": "f" * 41}), "the string is too long"),
    ("no string", header(replace={"'<f8'": "8"}), "a string is expected"),
    ("no boolean", header(replace={"False": "None"}), "True or False is expected"),
    ("a number as shape", header(replace={"(2, 3)": "6"}), "'(' is expected"),
    ("a number in parentheses", header(replace={"(2, 3)": "(6)"}), "a comma is expected"),
    ("a negative length", header(replace={"(2, 3)": "(-2, -3)"}), "a length is expected"),
    ("a fraction", header(replace={"(2, 3)": "(2.5, 3)"}), "a comma is expected"),
    ("a leading zero", header(replace={"(2, 3)": "(02, 3)"}), "a length is expected"),
    ("a call", header(replace={"(2, 3)": "__import__('os')"}), "'(' is expected"),
    ("no colon", header(replace={"'descr':": "'descr'"}), "':' is expected"),
    ("no end", header(replace={", }": ""}), "'}' is expected"),
    ("text after it", header(replace={", }": ", } 1"}), "only blanks may follow the dictionary"),
    ("2^63 elements", header(replace={"(2, 3)": "(9223372036854775808,)"}), "the length is too large"),
    ("2^64 bytes", header(replace={"(2, 3)": "(2305843009213693952,)"}), "an array of shape (2305843009213693952,) is too large"),
    ("a product of 2^64", header(replace={"(2, 3)": "(4294967296, 4294967296)"}), "(4294967296, 4294967296) is too large"),
    ("a type of a digit", header(replace={"<f8": "<f3"}), "elements of type <f3 are not numbers"),
    ("no order", header(replace={"<f8": "|f8"}), "elements of type |f8 are not numbers"),
]  # fmt: skip

write_json("Datasets", "numpy_arrays.json", {
    "source": "Scripts/oracles/numpy_arrays.py",
    "arrays": cases,
    "errors": [{"name": name, "file": base64.b64encode(file).decode(), "message": words} for name, file, words in ERRORS],
})  # fmt: skip

corpus = ROOT / "Fuzzing" / "Corpus" / "npy"
corpus.mkdir(parents=True, exist_ok=True)
for file in [base64.b64decode(case["file"]) for case in cases] + [file for _, file, _ in ERRORS]:
    if len(file) <= 512:
        # libFuzzer calls a file so as well.
        (corpus / hashlib.sha1(file).hexdigest()).write_bytes(file)
