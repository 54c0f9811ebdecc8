"""Packs a command, its data files and a Python module as a wheel. The same files give the same bytes.

The command is a script of the wheel, so it starts without Python. Files below `share` go to the environment's own
`share`. The format is that of https://packaging.python.org/en/latest/specifications/binary-distribution-format
"""

import argparse
import base64
import hashlib
import os
import subprocess
import time
import zipfile
from pathlib import Path

METADATA = """\
Metadata-Version: 2.4
Name: boundaryplot
Version: {version}
Summary: Decision boundaries of small neural networks and of any classifier
License-Expression: MIT
{licenses}Requires-Python: >=3.9
Requires-Dist: numpy
Provides-Extra: pandas
Requires-Dist: pandas; extra == "pandas"
Classifier: Intended Audience :: Science/Research
Classifier: Operating System :: POSIX :: Linux
Classifier: Topic :: Scientific/Engineering :: Visualization
Classifier: Typing :: Typed
Description-Content-Type: text/markdown

{readme}"""


def main():
    parser = argparse.ArgumentParser(prog="wheel.py", description=__doc__.splitlines()[0])
    parser.add_argument("--command", type=Path, required=True)
    parser.add_argument("--share", type=Path, required=True, help="the folder of data files")
    parser.add_argument("--module", type=Path, required=True, help="the folder of the Python module")
    parser.add_argument("--licenses", type=Path, nargs="+", required=True)
    parser.add_argument("--readme", type=Path, required=True)
    parser.add_argument("--platform", required=True, help="such as manylinux_2_34_x86_64")
    parser.add_argument("--output", type=Path, required=True, help="the folder of the wheel")
    options = parser.parse_args()

    version = subprocess.check_output([options.command, "--version"], text=True).strip()
    name, tag = f"boundaryplot-{version}", f"py3-none-{options.platform}"
    information, data = f"{name}.dist-info", f"{name}.data"
    files = {}
    for path in sorted(options.module.rglob("*")):
        if path.suffix in (".py", ".pyi") or path.name == "py.typed":
            files[f"boundaryplot/{path.relative_to(options.module)}"] = path.read_bytes()
    for path in sorted(options.share.rglob("*")):
        if path.is_file():
            files[f"{data}/data/share/{path.relative_to(options.share)}"] = path.read_bytes()
    command = f"{data}/scripts/boundaryplot"
    files[command] = options.command.read_bytes()
    for path in options.licenses:
        files[f"{information}/licenses/{path.name}"] = path.read_bytes()
    licenses = "".join(f"License-File: {path.name}\n" for path in options.licenses)
    files[f"{information}/METADATA"] = METADATA.format(
        version=version, licenses=licenses, readme=options.readme.read_text(encoding="utf-8")
    ).encode()
    files[f"{information}/WHEEL"] = f"Wheel-Version: 1.0\nGenerator: boundaryplot\nRoot-Is-Purelib: false\nTag: {tag}\n".encode()
    record = f"{information}/RECORD"
    lines = []
    for path, contents in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(contents).digest()).rstrip(b"=").decode()
        lines.append(f"{path},sha256={digest},{len(contents)}\n")
    files[record] = ("".join(lines) + f"{record},,\n").encode()

    options.output.mkdir(parents=True, exist_ok=True)
    wheel = options.output / f"{name}-{tag}.whl"
    unfinished = wheel.with_name(f"{wheel.name}.new-{os.getpid()}")
    date = time.gmtime(int(os.environ["SOURCE_DATE_EPOCH"]))[:6]
    try:
        with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for path, contents in files.items():
                entry = zipfile.ZipInfo(path, date)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = (0o100755 if path == command else 0o100644) << 16
                archive.writestr(entry, contents)
        os.replace(unfinished, wheel)
    finally:
        unfinished.unlink(missing_ok=True)
    print(wheel)


main()
