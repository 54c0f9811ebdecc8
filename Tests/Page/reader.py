"""A reader of a report in Chromium."""
import json
import os
import time

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys


class Reader:
    """A browser window of a size; `scripted` false turns JavaScript off."""

    def __init__(self, width=1280, height=900, dark=False, scripted=True, downloads=None):
        options = webdriver.ChromeOptions()
        for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars",
                         # A frame in a process of its own keeps its messages and requests from the log.
                         "--disable-features=IsolateSandboxedIframes"):
            options.add_argument(argument)
        preferences = {}
        if not scripted:
            preferences["profile.managed_default_content_settings.javascript"] = 2
        if downloads:
            preferences["download.default_directory"] = downloads
        options.add_experimental_option("prefs", preferences)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.browser = webdriver.Chrome(options, webdriver.ChromeService("/usr/bin/chromedriver"))
        self.resize(width, height)
        if dark:
            self.darken()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.browser.quit()

    def resize(self, width, height):
        # Windows are not narrower than 500 pixels, but devices are.
        self.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})

    def darken(self):
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "features": [{"name": "prefers-color-scheme", "value": "dark"}]})

    def open(self, path, fragment=""):
        self.browser.get("about:blank")
        self.browser.get_log("performance")
        self.browser.get("file://" + os.path.abspath(path) + fragment)

    def find(self, selector):
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def text(self, selector):
        return self.find(selector).text

    def run(self, script, *arguments):
        return self.browser.execute_script(script, *arguments)

    def press(self, selector, *keys):
        self.find(selector).send_keys(*keys)

    def click(self, selector):
        element = self.find(selector)
        self.run("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element)
        webdriver.ActionChains(self.browser).move_to_element(element).click().perform()

    def wait(self, condition, *arguments, seconds=20):
        """Waits until an expression of JavaScript is true, and returns its value."""
        deadline = time.time() + seconds
        while not (value := self.run("return " + condition, *arguments)):
            if time.time() > deadline:
                raise AssertionError(f"{condition} is not true after {seconds} s")
            time.sleep(0.02)
        return value

    def wait_for_engine(self):
        self.wait("!document.getElementById('trainer').hidden")

    def wait_for_training(self):
        """Waits until the training that was asked for has ended; changes of controls are debounced."""
        self.run("return new Promise((resolve) => setTimeout(resolve, 60))")
        self.wait("document.getElementById('trainer').getAttribute('aria-busy') === 'false'", seconds=60)

    def fill(self, name, value):
        """Gives a control of the panel a value, as typing or choosing does."""
        self.run("""const control = document.getElementById('train-' + arguments[0]);
            control.value = arguments[1];
            control.dispatchEvent(new Event('input', { bubbles: true }));""", name, str(value))

    def train(self, **values):
        for name, value in values.items():
            self.fill(name.replace("_", "-"), value)
        self.wait_for_training()

    def data(self):
        return json.loads(self.run("return document.getElementById('run').textContent"))

    def messages(self):
        """Everything on the console, violations of the policy included."""
        return [entry["message"] for entry in self.browser.get_log("browser")]

    def requests(self):
        """Addresses that the page asked for, beside itself."""
        found = []
        for entry in self.browser.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                address = message["params"]["request"]["url"]
                if not address.startswith(("data:", "blob:", "about:")):
                    found.append(address)
        return [address for address in found if not (address.startswith("file:") and ".html" in address)]


UP, DOWN, LEFT, RIGHT, HOME, TAB = Keys.UP, Keys.DOWN, Keys.LEFT, Keys.RIGHT, Keys.HOME, Keys.TAB
