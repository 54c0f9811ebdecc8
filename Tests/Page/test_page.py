"""Tests of the pages large.html, hostile.html and classes.html in the folder that the argument names."""
import base64
import glob
import os
import sys
import tempfile
import time
import unittest

from axe_core_python.selenium import Axe
from reader import DOWN, HOME, LEFT, RIGHT, Reader

if os.environ.get("BOUNDARYPLOT_BROWSER") == "firefox":
    from firefox import Reader

folder = sys.argv.pop(1)
LARGE, HOSTILE, CLASSES = (os.path.join(folder, name) for name in ("large.html", "hostile.html", "classes.html"))


def number(text):
    return float(text.replace("−", "-"))


def read(path):
    with open(path, "rb") as file:
        return file.read()


class Exploring(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.downloads = tempfile.mkdtemp()
        cls.reader = Reader(downloads=cls.downloads)

    @classmethod
    def tearDownClass(cls):
        cls.reader.browser.quit()

    def setUp(self):
        self.reader.open(LARGE, "#hidden=3&lambda=0.001")
        self.reader.wait_for_engine()

    def tearDown(self):
        self.assertEqual(self.reader.messages(), [])
        self.assertEqual(self.reader.requests(), [])

    def check_shown(self, size, light):
        reader = self.reader
        data = reader.data()
        index = next(i for i, e in enumerate(data["entries"]) if e.get("hidden") == size and e["lambda"] == light)
        entry = data["entries"][index]
        self.assertEqual(reader.text("#shown"), entry["name"])
        self.assertEqual(reader.find("#regions").get_attribute("href"), f"#e{index}")
        self.assertIn(entry["sentence"], reader.text("#sentence"))
        self.assertEqual(reader.text("#size-value"), size)
        self.assertEqual(reader.text("#lambda-value"), light)
        self.assertEqual(reader.find(".place.shown").get_attribute("data-entry"), str(index))
        self.assertEqual(reader.find(".errors [aria-pressed=true]").get_attribute("data-entry"), str(index))
        self.assertEqual(reader.run("return location.hash"), f"#hidden={size}&lambda={light}")
        mistakes = sum(a != b for a, b in zip(entry["classes"], data["labels"]))
        self.assertEqual(reader.find("#mistakes").get_attribute("d").count("M"), mistakes)
        return index

    def test_sliders_come_first_and_take_arrow_keys(self):
        self.check_shown("3", "0.001")
        self.assertEqual(self.reader.find("input").get_attribute("id"), "size")
        self.reader.press("#size", RIGHT, RIGHT)
        self.check_shown("5", "0.001")
        self.reader.press("#lambda", RIGHT)
        self.check_shown("5", "0.01")
        self.reader.press("#size", HOME)
        self.check_shown("0", "0.01")

    def test_clicks_on_map_and_curve_select(self):
        data = self.reader.data()
        index = next(i for i, e in enumerate(data["entries"]) if e["hidden"] == "20" and e["lambda"] == "0.1")
        self.reader.click(f".errors button[data-entry='{index}']")
        self.check_shown("20", "0.1")
        index = next(i for i, e in enumerate(data["entries"]) if e["hidden"] == "2" and e["lambda"] == "0.1")
        self.reader.click(f".place[data-entry='{index}'] .target")
        self.check_shown("2", "0.1")

    def test_arrow_keys_move_over_the_map(self):
        self.reader.press(".errors [aria-pressed=true]", DOWN)
        self.reader.press(".errors [aria-pressed=true]", LEFT)
        self.check_shown("4", "0.0001")

    def test_keyboard_alone_reaches_every_control(self):
        names = set()
        for _ in range(14):
            self.reader.browser.switch_to.active_element.send_keys("\ue004")
            names.add(self.reader.run("return document.activeElement.id || document.activeElement.className"))
        for name in ("size", "lambda", "show-held-out", "show-mistakes", "pin", "copy", "save-svg", "save-png", "picture"):
            self.assertIn(name, names)

    def test_switches_hide_points_and_mistakes(self):
        data = self.reader.data()
        entry = next(e for e in data["entries"] if e["hidden"] == "3" and e["lambda"] == "0.001")
        missed = [a != b for a, b in zip(entry["classes"], data["labels"])][:data["trainCount"]]
        self.reader.click("#show-held-out")
        self.assertFalse(self.reader.find("#held-out").is_displayed())
        self.assertEqual(self.reader.find("#mistakes").get_attribute("d").count("M"), sum(missed))
        self.reader.click("#show-mistakes")
        self.assertEqual(self.reader.find("#mistakes").get_attribute("d"), "")

    def test_comparison_counts_and_shades_differences(self):
        reader = self.reader
        reader.click("#pin")
        self.assertIn("Pinned: ", reader.text("#comparison"))
        reader.press("#size", LEFT, LEFT)
        data = reader.data()
        found = {e["hidden"]: e for e in data["entries"] if e["lambda"] == "0.001"}
        differing = [i for i, (a, b) in enumerate(zip(found["1"]["classes"], found["3"]["classes"])) if a != b]
        train = sum(i < data["trainCount"] for i in differing)
        self.assertIn(f"differ at {train} of {data['trainCount']} training points", reader.text("#comparison"))
        tests = len(data["labels"]) - data["trainCount"]
        self.assertIn(f"differ at {len(differing) - train} of {tests} held-out points", reader.text("#comparison"))
        # The shaded area contains exactly the points at which classes differ, but for roundings at a boundary.
        shaded = reader.run("""
            const points = JSON.parse(document.getElementById('run').textContent).places;
            const paths = [...document.querySelectorAll('#difference path')].map((p) => new Path2D(p.getAttribute('d')));
            const context = document.createElement('canvas').getContext('2d');
            return Array.from({ length: points.length / 2 }, (_, p) => p).filter((p) =>
              paths.some((path) => context.isPointInPath(path, points[2 * p], points[2 * p + 1], 'evenodd')));""")
        self.assertLessEqual(len(set(shaded) ^ set(differing)), 1)
        self.assertIn("pin-hidden=3", reader.run("return location.hash"))
        reader.open(LARGE, "#hidden=20&lambda=0.1&pin-hidden=1&pin-lambda=1")
        self.assertIn("1 hidden unit, λ 1 ", reader.text("#comparison"))
        reader.click("#pin")
        self.assertFalse(reader.find("#comparison").is_displayed())

    def test_pointer_and_keys_read_coordinates_and_class(self):
        reader = self.reader
        data = reader.data()
        entry = next(e for e in data["entries"] if e["hidden"] == "3" and e["lambda"] == "0.001")
        wrong = 0
        for point in range(0, len(data["labels"]), 5):
            reader.run("""
                const picture = document.getElementById('picture');
                const place = new DOMPoint(arguments[0], arguments[1]).matrixTransform(picture.getScreenCTM());
                picture.dispatchEvent(new PointerEvent('pointermove', { clientX: place.x, clientY: place.y }));""",
                       *data["places"][2 * point:2 * point + 2])
            read = reader.text("#readout")
            x = number(read.split(",")[0].split()[-1])
            low, high = data["limits"][0], data["limits"][2]
            self.assertAlmostEqual(x, low + data["places"][2 * point] / 640 * (high - low), delta=(high - low) / 500)
            wrong += f": class {data['classNames'][int(entry['classes'][point])]} (" not in read
        self.assertLessEqual(wrong, 1)
        before = reader.text("#readout")
        reader.press("#picture", RIGHT)
        self.assertNotEqual(reader.text("#readout"), before)

    def test_exports(self):
        reader = self.reader
        reader.click("#pin")
        reader.press("#size", RIGHT)
        reader.click("#save-svg")
        reader.click("#save-png")
        deadline = time.time() + 10
        while len(glob.glob(self.downloads + "/*[gp][gn]*")) < 2 and time.time() < deadline:
            time.sleep(0.1)
        picture = read(glob.glob(self.downloads + "/*.svg")[0]).decode()
        self.assertNotIn("<use", picture)
        self.assertNotIn("var(", picture)
        self.assertIn("hatch", picture)
        self.assertTrue(read(glob.glob(self.downloads + "/*.png")[0]).startswith(b"\x89PNG"))
        reader.click("#copy")
        self.assertEqual(reader.text("#done"), "Copied.")

    def test_address_may_be_wrong(self):
        for fragment in ("#hidden=999&lambda=0.1", "#hidden", "#%E0%A4%A", "#classifier=nobody", "#pin-hidden=3"):
            self.reader.open(LARGE, fragment)
            self.assertIn("hidden unit", self.reader.text("#shown"))


class Appearance(unittest.TestCase):
    def check(self, reader, path):
        reader.open(path)
        self.assertEqual(reader.run("return document.documentElement.scrollWidth - innerWidth"), 0, "it scrolls sideways")
        violations = Axe().run(reader.browser)["violations"]
        self.assertEqual([(v["id"], v["nodes"][0]["html"][:200]) for v in violations], [])
        self.assertEqual(reader.messages(), [])
        self.assertEqual(reader.requests(), [])

    def test_no_violations_at_any_width_in_light_and_dark(self):
        with Reader() as reader:
            for dark in (False, True):
                if dark:
                    reader.darken()
                for width, height in ((360, 800), (800, 1000), (1280, 900), (1920, 1080)):
                    reader.resize(width, height)
                    self.check(reader, LARGE)
                    if "BOUNDARYPLOT_SCREENSHOTS" in os.environ:
                        name = f"{width}{'-dark' if dark else ''}.png"
                        reader.browser.save_screenshot(os.path.join(os.environ["BOUNDARYPLOT_SCREENSHOTS"], name))
                self.check(reader, CLASSES)
                self.check(reader, HOSTILE)

    def test_without_script(self):
        with Reader(scripted=False) as reader:
            reader.open(LARGE)
            self.assertEqual(len(reader.all(".panels li")), 65)
            self.assertEqual(len(reader.all(".scores tbody tr")), 65)
            self.assertTrue(all(curve.is_displayed() for curve in reader.all(".curve")))
            self.assertEqual(len(reader.all(".curve")), 5)
            self.assertFalse(reader.find("#size").is_displayed())
            self.assertTrue(reader.find("#regions").is_displayed())
            self.assertIn("held out", reader.text("#sentence"))

    def test_prints(self):
        with Reader() as reader:
            reader.open(LARGE)
            page = base64.b64decode(reader.browser.print_page())
            self.assertTrue(page.startswith(b"%PDF") and len(page) > 50_000)
            if "BOUNDARYPLOT_SCREENSHOTS" in os.environ:
                open(os.path.join(os.environ["BOUNDARYPLOT_SCREENSHOTS"], "print.pdf"), "wb").write(page)


class Names(unittest.TestCase):
    def test_hostile_names_stay_text(self):
        with Reader() as reader:
            reader.open(HOSTILE)
            self.assertEqual(reader.browser.title, "</title><script>alert(2)</script>")
            names = reader.run("return Array.from(document.scripts, (script) => script.id)")
            self.assertEqual(names, ["engine", "engine-source", "worker-source", "run", ""])
            self.assertEqual(len(reader.all("img, b script, figcaption script")), 0)
            self.assertIn("</script><script>", reader.text("#picture"))
            self.assertIn("javascript:alert(1)", reader.text(".legend"))
            self.assertNotIn("\u202e", reader.run("return document.documentElement.outerHTML"))
            addresses = reader.run("return Array.from(document.querySelectorAll('a'), (a) => a.href)")
            self.assertTrue(addresses and all(address.startswith("file:") for address in addresses))
            self.assertEqual(reader.messages(), [])
            self.assertEqual(reader.requests(), [])

    def test_other_classifiers_are_entries(self):
        with Reader() as reader:
            reader.open(CLASSES)
            reader.click(".others button")
            self.assertEqual(reader.text("#shown"), "Half plane")
            self.assertIn("cannot be retrained", reader.text("#sentence"))
            self.assertIn("classifier=Half+plane", reader.run("return location.hash"))
            address = reader.run("return location.hash")
            reader.open(CLASSES, address)
            self.assertEqual(reader.text("#shown"), "Half plane")
            reader.press("#size", RIGHT)
            self.assertIn("hidden unit", reader.text("#shown"))
            self.assertEqual(reader.messages(), [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
