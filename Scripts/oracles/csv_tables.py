"""The rows that pandas reads from files with missing values, other delimiters, encodings and compression, for Datasets."""

import base64
import gzip
import io
from importlib.metadata import version

import pandas

import fixtures

# The words that our reader takes for missing values.
WORDS = ["NA", "N/A", "n/a", "#N/A", "<NA>", "NaN", "nan", "NAN", "null", "NULL", "None", "?", ".", "-"]

MISSING = "x,y,label\n1,2,a\nNA,3,b\n4,,a\n5,6,NA\n7,n/a,b\n?,.,-\n8,9,none\n10,NaN,b\n11,12,b\n None ,1,b\n13,#N/A,a\n"
WIDE = "\n".join(
    ["name,a,b,c,kind"]
    + [f"row {i},{i * 7 % 11}.5,{'NA' if i % 9 == 4 else i * 3 % 13},{i * i % 17 / 4},{'pqr'[i % 3]}" for i in range(40)]
)

# The text of each file, the encoding, whether it is compressed, pandas' options, and words besides the usual ones.
FILES = [
    (MISSING, "utf-8", False, {}, []),
    (MISSING, "utf-8", True, {}, []),
    (WIDE, "utf-8", False, {}, []),
    ("x,y,label\n1,-999,a\n-999.0,2,b\n3,4,a\n5,6,b\n7,8,missing\n", "utf-8", False, {}, ["-999", "missing"]),
    ("x|y|label\n1|2|a\n3.5|NA|b\n-4|5|c d\n", "utf-8", False, {"sep": "|"}, []),
    ("x;y;label\n1,5;2;a\n-3,25e1;4,0;b\n,5;6;a\nNA;1;b\n", "utf-8", False, {"sep": ";", "decimal": ","}, []),
    ("x\ty\tlabel\n1,5\t2\ta\n3,25\t4,125\tb\n", "utf-8", False, {"sep": "\t", "decimal": ","}, []),
    ("# made by hand\n#\n# on two days, twice\nx,y,label\n1,2,a\n3,4,b\n", "utf-8", False, {"comment": "#"}, []),
    ("x,y,Stra\u00dfe\n1,2,M\u00fchle\n3,4,B\u00e4cker\n5,6,M\u00fchle\n", "latin-1", False, {}, []),
    ("x,y,label\n1,2,M\u00fchle\n3,4,B\u00e4cker\n5,6,M\u00fchle\n", "utf-8", False, {}, []),
    ('"x" "y" "label"\n"1" 1.5 2 "a b"\n"2" 3 NA "c"\n"3" 5 6 "c"\n', "utf-8", False, {"sep": " "}, []),
    ("x,y,label\nfirst,1,2,a\nsecond,3,4,b\nthird,NA,6,b\n", "utf-8", False, {}, []),
    ("x\ty\tlabel\nfirst\t1\t2\ta\nsecond\t3\t4\tb\n", "utf-8", False, {"sep": "\t"}, []),
]  # fmt: skip

# The columns to read: x, y and the label.
COLUMNS = [("a", "b", "kind") if text == WIDE else ("x", "y", "Stra\u00dfe" if "Stra" in text else "label") for text, *_ in FILES]


def expected(text, encoding, is_compressed, options, words, columns):
    data = text.encode(encoding)
    if is_compressed:
        data = gzip.compress(data, mtime=0)
    table = pandas.read_csv(
        io.BytesIO(data), encoding=encoding, na_values=WORDS + words, keep_default_na=False, skipinitialspace=True,
        compression="gzip" if is_compressed else None, dtype={columns[2]: str}, **options,
    )  # fmt: skip
    # pandas takes words with spaces around them for text.
    for name in columns:
        if table[name].dtype == object or str(table[name].dtype) == "str":
            table[name] = table[name].str.strip().replace(WORDS + [""], None)
    rows = table[list(columns)].dropna()
    return {
        "bytes": base64.b64encode(data).decode(),
        "columns": columns,
        "words": words,
        "x": [float(value) for value in rows[columns[0]]],
        "y": [float(value) for value in rows[columns[1]]],
        "labels": list(rows[columns[2]]),
        "missing": len(table) - len(rows),
    }


fixtures.write_json(
    "Datasets",
    "csv_tables.json",
    {
        "pandas": version("pandas"),
        "files": [expected(*file, columns) for file, columns in zip(FILES, COLUMNS)],
    },
)
