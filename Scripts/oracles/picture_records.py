"""Picture files of other programs with a record in them, for the reader of PictureRecords."""

import base64
import io
import json
import xml.dom.minidom
import xml.etree.ElementTree as ElementTree

import fixtures
import matplotlib
import PIL
from matplotlib.figure import Figure
from PIL import Image, PngImagePlugin

RECORDS = {
    "ascii": json.dumps({"path": "a (b) \\ c", "theta": [0.5, -1e-9]}),
    "latin": json.dumps({"title": "café · ½ ÿ"}, ensure_ascii=False),
    "unicode": json.dumps({"title": "λ 漢字 👩‍🔬 <&>\"' ]]> \u2028 \U0010ffff"}, ensure_ascii=False),
    "long": json.dumps({"theta": [round(0.37 * i % 1, 6) for i in range(300)]}),
}


def png(record, add):
    info = PngImagePlugin.PngInfo()
    info.add_text("Title", "another text")
    add(info, record)
    file = io.BytesIO()
    Image.new("RGB", (3, 2), "white").save(file, "PNG", pnginfo=info)
    return file.getvalue()


def svg(record):
    root = ElementTree.Element("svg", xmlns="http://www.w3.org/2000/svg", width="9", height="9")
    ElementTree.SubElement(root, "title").text = "<metadata>"
    ElementTree.SubElement(root, "metadata").text = record
    ElementTree.SubElement(root, "path", d="m0 0h9")
    return root


def pretty(record):
    text = ElementTree.tostring(svg(record), encoding="unicode")
    return xml.dom.minidom.parseString(text).toprettyxml(encoding="UTF-8")


def prefixed(record):
    namespace = "http://www.w3.org/2000/svg"
    ElementTree.register_namespace("s", namespace)
    root = ElementTree.Element(f"{{{namespace}}}svg")
    ElementTree.SubElement(root, f"{{{namespace}}}metadata").text = record
    return ElementTree.tostring(root, encoding="us-ascii", xml_declaration=True)


def is_latin(record):
    return all(ord(character) < 256 for character in record)


WRITERS = {
    "PNG, plain iTXt": lambda record: png(record, lambda info, text: info.add_itxt("boundaryplot", text, "en", "plot")),
    "PNG, compressed iTXt": lambda record: png(record, lambda info, text: info.add_itxt("boundaryplot", text, zip=True)),
    "PNG, tEXt": lambda record: png(record, lambda info, text: info.add_text("boundaryplot", text)),
    "PNG, zTXt": lambda record: png(record, lambda info, text: info.add_text("boundaryplot", text, zip=True)),
    "SVG of ElementTree": lambda record: ElementTree.tostring(svg(record), encoding="utf-8"),
    "SVG of minidom, indented": pretty,
    "SVG with a prefix, in ASCII": prefixed,
}  # fmt: skip


def cases():
    for writer, write in WRITERS.items():
        for record in RECORDS.values():
            # For other texts Pillow takes iTXt.
            if is_latin(record) or writer not in ("PNG, tEXt", "PNG, zTXt"):
                yield {"writer": writer, "record": record, "file": base64.b64encode(write(record)).decode("ascii")}


def foreign_svg():
    """A file whose metadata are not ours."""
    file = io.BytesIO()
    matplotlib.rcParams["svg.hashsalt"] = "0"
    Figure(figsize=(1, 1)).savefig(file, format="svg", metadata={"Date": None, "Keywords": ["moons"]})
    return base64.b64encode(file.getvalue()).decode("ascii")


fixtures.write_json(
    "PictureRecords",
    "files.json",
    {"pillow": PIL.__version__, "files": list(cases()), "foreignSVG": foreign_svg()},
)
