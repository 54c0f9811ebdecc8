"""Writes a wheel of a staged installation: wheel.py ROOT STAGE VERSION PLATFORM."""

import base64
import hashlib
import os
import pathlib
import sys
import time
import zipfile

root, stage = map(pathlib.Path, sys.argv[1:3])
version, platform = sys.argv[3:]
name = f"boundaryplot-{version}"
info = f"{name}.dist-info"

metadata = f"""Metadata-Version: 2.1
Name: boundaryplot
Version: {version}
Summary: Trains small neural networks on two-feature data and draws their decision boundaries
License: MIT
Requires-Python: >=3.9
Requires-Dist: numpy
Description-Content-Type: text/markdown

"""

contents = {
    f"{info}/METADATA": metadata.encode() + (root / "README.md").read_bytes(),
    f"{info}/WHEEL": f"Wheel-Version: 1.0\nGenerator: Scripts/wheel\nRoot-Is-Purelib: false\nTag: py3-none-{platform}\n".encode(),
    f"{info}/LICENSE": (root / "LICENSE").read_bytes(),
    f"{name}.data/scripts/boundaryplot": (stage / "bin/boundaryplot").read_bytes(),
}
for file in (stage / "share").rglob("*"):
    if file.is_file():
        contents[f"{name}.data/data/{file.relative_to(stage)}"] = file.read_bytes()
for file in (root / "Python/boundaryplot").rglob("*"):
    if file.is_file() and "__pycache__" not in file.parts:
        contents[str(file.relative_to(root / "Python"))] = file.read_bytes()

record = "".join(
    f"{path},sha256={base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b'=').decode()},{len(data)}\n"
    for path, data in sorted(contents.items())
)
contents[f"{info}/RECORD"] = (record + f"{info}/RECORD,,\n").encode()

date = time.gmtime(int(os.environ["SOURCE_DATE_EPOCH"]))[:6]
target = root / f"dist/{name}-py3-none-{platform}.whl"
unfinished = target.with_suffix(".new")
with zipfile.ZipFile(unfinished, "w") as wheel:
    # The description of the package comes last, as the format recommends.
    for path in sorted(contents, key=lambda path: (path.startswith(info), path)):
        entry = zipfile.ZipInfo(path, date)
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.create_system = 3
        entry.external_attr = (0o100755 if "/scripts/" in path else 0o100644) << 16
        wheel.writestr(entry, contents[path], compresslevel=9)
unfinished.replace(target)
print(target.relative_to(root))
