"""Cells that Python's csv module reads in nasty files, and numbers that Python reads, for the CSV reader of Datasets."""

import csv
import io

import fixtures

# Each with its delimiter. Our reader removes spaces around a cell; so does the code below.
FILES = [
    (",", "x,y,label\n1,2,a\n3,4,b\n"),
    (",", "x,y,label\r\n1,2,a\r\n3,4,b"),
    (",", "x,y,label\r1,2,a\r3,4,b\r"),
    (",", "x,y,label\r\n1,2,a\n3,4,b\r\r\n"),
    (",", "\ufeffx,y,label\n1,2,a\n3,4,b\n"),
    (",", '\ufeff"x","y","label"\n"1","2","a"\n'),
    (",", '"x, cm","y; cm","a\tlabel"\n1,2,"a ""b"", c"\n3,4,"two\r\nlines"\n5,6,""""\n'),
    (";", "x;y;label\n1;2;a, b\n3;4;c, d, e, f\n"),
    (";", '"x, of all, the, first";y;label\n1;2;"a;b"\n'),
    ("\t", "x\ty\tlabel\n1\t2\ta b\n3\t4\t\n5\t\tc\n"),
    ("\t", 'x\ty\tlabel\n1\t2\t"a\tb"\n'),
    (",", "x,y,label\n1,2,\n,,\n3,4,b\n\n\n"),
    (",", '\n\nx,y,label\n1,2,""\n\n"",4,b\n'),
    (",", 'x,y,label\n1,2,5" pipe\n3,4,say "so"\n'),
    (",", ' x , y , label\n 1, 2 ,  a b  \n3, 4, "c, d" \n'),
    (",", "länge,höhe,art\n1,2,東京\n3,4,👩‍👩‍👧\n5,6,e\u0301\n"),
    (",", 'x,y,label\n1,2,"\n"\n3,4,"\r"\n5,6,"\r\n\r\n"\n7,8,"""\n"""\n'),
    (",", "1,2,a\n3,4,b\n"),
    (",", "x,y,label,more,\n1,2,a,,\n"),
    (",", 'x,y,label\n1,2,"a"'),
    (",", 'x,y,label\n1,2,"a"\r'),
    (",", "x\n1\n2\n"),
    (",", '""\n1\n'),
    (",", "x,y,label\n1,2,\u2028\n3,4,\u0085\n5,6,\x0b\n7,8,\x1c\n"),
]

NUMBERS = """
    0 -0 +1 1. .5 -.5e1 1e5 1E+5 1e-5 007 1e0000000001 123456789012345678 1234567890123456789 12345678901234567890
    0.1 0.30000000000000004 9007199254740992 9007199254740993 9007199254740994 9007199254740993.0000000000000000001
    1e22 1e23 8.5e22 123456789e-30 9007199254740991e22 9007199254740992e22 1e-22 3e-23 1.7976931348623157e308
    1.7976931348623158e308 1.7976931348623159e308 1e309 -1e400 1e99999999999999999999 1e-99999999999999999999 5e-324
    2e-324 2.4703282292062327e-324 2.4703282292062328e-324 2.2250738585072011e-308 2.2250738585072014e-308
    0.000000000000000000000000000000000000000000000000000000000000000000001e69 0e999 18446744073709551616
    18446744073709551615 1844674407370955161.7 -179769313486231580793e289
    6.631236846766476180e-316 3.518437208883201171875e13 0.500000000000000166533453693773481063544750213623046875
""".split()
NO_NUMBERS = [
    "", " ", ".", "-", "+", "e5", "1e", "1e+", "1e1.5", "--1", "+-1", "1 2", "1,5", "1_000", "0x10", "0x1p3", "inf",
    "-inf", "infinity", "nan", "NaN", "1f", "1d5", "١", "1e5e5", "1.2.3", "½", "1e 5", "- 1", "true", "1%",
]  # fmt: skip


def rows(delimiter, text):
    lines = io.StringIO(text.removeprefix("\ufeff"), newline="")
    reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
    return [[cell.strip(" ") for cell in row] for row in reader if row]


fixtures.write_json(
    "Datasets",
    "csv_files.json",
    {
        "files": [{"text": text, "rows": rows(delimiter, text)} for delimiter, text in FILES],
        "numbers": [{"text": text, "value": float(text).hex()} for text in NUMBERS],
        "noNumbers": NO_NUMBERS,
    },
)
