"""Tests of a report in a notebook's frame, as `boundaryplot.report` of the Python module shows it.

The command is that of BOUNDARYPLOT_COMMAND.
"""
import functools
import glob
import http.server
import os
import tempfile
import threading
import time
import unittest

import boundaryplot as bp
from reader import LEFT, RIGHT, Reader


class Server(http.server.SimpleHTTPRequestHandler):
    """A server of a folder, without a log."""

    def log_message(self, *_):
        pass


class Framed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.page = bp.report("moons", hidden=[0, 1, 2], lambda_=[0.01, 0.1], restarts=1, test_fraction=0.3,
                             classifiers={"A rule": lambda points: points[:, 0] > 0.5})
        with open(os.path.join(cls.folder.name, "notebook.html"), "w", encoding="utf-8") as file:
            file.write(f"""<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Notebook</title><link rel="icon" href="data:,">
                <h1 id="shown">Notebook</h1>{cls.page._repr_html_()}</html>""")
        handler = functools.partial(Server, directory=cls.folder.name)
        cls.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=cls.server.serve_forever, daemon=True).start()
        cls.address = f"http://127.0.0.1:{cls.server.server_port}/notebook.html"
        cls.reader = Reader(height=1200, downloads=cls.folder.name)

    @classmethod
    def tearDownClass(cls):
        cls.reader.browser.quit()
        cls.server.shutdown()
        cls.server.server_close()
        cls.folder.cleanup()

    def setUp(self):
        self.reader.browser.get("about:blank")
        self.reader.messages()
        self.reader.browser.get(self.address)
        self.reader.browser.switch_to.frame(self.reader.find("iframe"))

    def tearDown(self):
        self.assertEqual(self.reader.messages(), [])
        self.assertEqual(set(self.reader.requests()), {self.address})

    def test_frame_is_isolated_and_its_script_runs(self):
        reader = self.reader
        self.assertEqual(reader.run("return origin"), "null")
        self.assertEqual(reader.run("try { return parent.document.title } catch (error) { return error.name }"), "SecurityError")
        self.assertTrue(reader.run("return document.documentElement.classList.contains('scripted')"))
        self.assertEqual(reader.run("return document.documentElement.scrollWidth - innerWidth"), 0, "it scrolls sideways")
        # The picture is in sight.
        self.assertLess(reader.run("return document.getElementById('picture').getBoundingClientRect().bottom - innerHeight"), 0)
        reader.browser.switch_to.default_content()
        frame = reader.find("iframe")
        self.assertEqual(frame.get_attribute("title"), "Decision boundaries of 7 classifiers")
        self.assertEqual(frame.size["width"], reader.run("return document.querySelector('h1').offsetWidth"))

    def test_sliders_and_map_change_the_network(self):
        reader = self.reader
        reader.press("#size", LEFT, LEFT, RIGHT)
        self.assertEqual(reader.text("#shown"), "1 hidden unit, λ 0.01")
        reader.press("#lambda", RIGHT)
        self.assertEqual(reader.text("#shown"), "1 hidden unit, λ 0.1")
        reader.click("#pin")
        reader.click(".errors button[data-entry='4']")
        self.assertEqual(reader.text("#shown"), "2 hidden units, λ 0.01")
        self.assertIn("Pinned: 1 hidden unit, λ 0.1", reader.text("#comparison"))

    def test_links_stay_on_the_page(self):
        reader = self.reader
        for index in (0, 3):
            reader.click(f".panels li:nth-child({index + 1}) a")
            time.sleep(0.2)
            self.assertEqual(reader.run("return document.URL"), "about:srcdoc")
            self.assertEqual(reader.find("#regions").get_attribute("href"), f"#e{index}")

    def test_command_of_another_classifier_cannot_be_copied(self):
        self.reader.click(".others button")
        self.assertEqual(self.reader.text("#shown"), "A rule")
        self.assertFalse(self.reader.find("#copy").is_displayed())
        self.assertFalse(self.reader.find("#command").find_element("xpath", "..").is_displayed())
        self.reader.press("#size", RIGHT)
        self.assertTrue(self.reader.find("#copy").is_displayed())

    def test_exports(self):
        reader = self.reader
        reader.click("#copy")
        reader.run("return new Promise((done) => setTimeout(done, 300))")
        self.assertEqual(reader.text("#done"), "Copied.")
        reader.click("#save-svg")
        reader.click("#save-png")
        deadline = time.time() + 10
        while len(glob.glob(self.folder.name + "/boundary-*.[sp][vn]g")) < 2 and time.time() < deadline:
            time.sleep(0.1)
        self.assertEqual(
            sorted(os.path.splitext(name)[1] for name in os.listdir(self.folder.name) if name.startswith("boundary-")), [".png", ".svg"])

    def test_narrow_notebook(self):
        self.reader.browser.switch_to.default_content()
        self.reader.resize(420, 1200)
        self.reader.browser.switch_to.frame(self.reader.find("iframe"))
        self.assertEqual(self.reader.run("return document.documentElement.scrollWidth - innerWidth"), 0)
        self.reader.resize(1280, 1200)


if __name__ == "__main__":
    unittest.main(verbosity=2)
