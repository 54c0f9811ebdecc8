"""Takes the screenshot of the README: python Tests/Page/screenshot.py report.html output/report.png

The page is that of the command beside the picture."""
import sys
import time

from reader import Reader

page, picture = sys.argv[1:]
with Reader(1500, 1170) as reader:
    reader.open(page, "#hidden=20&lambda=0.0001&pin-hidden=2&pin-lambda=0.01")
    time.sleep(1)
    reader.browser.save_screenshot(picture)
