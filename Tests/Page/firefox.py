"""A reader of a report in Firefox, by Mozilla's own client; Debian has no geckodriver, which Selenium needs."""
import base64
import types

import reader
from marionette_driver.marionette import Actions, Marionette


class Browser(Marionette):
    """Firefox with the names of Selenium that the tests use."""

    def execute_script(self, script, *arguments, **settings):
        settings.setdefault("script_args", arguments)
        return super().execute_script(script, new_sandbox=False, **settings)

    def execute_async_script(self, script, *arguments):
        return super().execute_async_script(script, new_sandbox=False, script_args=arguments)

    @property
    def current_url(self):
        return self.get_url()

    def chrome(self, script, *arguments):
        """Runs a script in the window around the page."""
        with self.using_context("chrome"):
            return self.execute_script(script, *arguments)

    @property
    def switch_to(self):
        return types.SimpleNamespace(active_element=self.get_active_element())

    def print_page(self):
        return self._send_message("WebDriver:Print", {"background": True}, key="value")

    def save_screenshot(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.screenshot(full=False)))

    def quit(self):
        super().quit()
        self.cleanup()
        self.instance = None  # So that the profile is removed now, not when Python ends.


class Reader(reader.Reader):
    """A browser window of a size; `scripted` false turns JavaScript off."""

    def __init__(self, width=1280, height=900, dark=False, scripted=True, downloads=None):
        preferences = {"javascript.enabled": scripted, "ui.useOverlayScrollbars": 1}
        if downloads:
            preferences.update({"browser.download.folderList": 2, "browser.download.dir": downloads})
        self.browser = Browser(bin="/usr/bin/firefox-esr", app="fxdesktop", headless=True, prefs=preferences)
        self.browser.start_session()
        self.browser.set_window_rect(width=2000, height=1400)
        self.browser.chrome("""
            window.asked = [];
            Services.obs.addObserver((subject) => {
              const channel = subject.QueryInterface(Ci.nsIChannel);
              if (channel.loadInfo.browsingContextID !== 0) window.asked.push(channel.URI.spec);
            }, 'http-on-modify-request');""")
        self.resize(width, height)
        if dark:
            self.darken()

    def resize(self, width, height):
        self.browser.chrome("""
            for (const [side, length] of [['width', arguments[0]], ['height', arguments[1]]]) {
              for (const name of [side, `min-${side}`, `max-${side}`]) {
                gBrowser.selectedBrowser.style.setProperty(name, `${length}px`);
              }
            }""", width, height)

    def darken(self):
        self.browser.set_pref("layout.css.prefers-color-scheme.content-override", 0)

    def open(self, path, fragment=""):
        self.browser.navigate("about:blank")
        self.browser.chrome("Services.console.reset(); window.asked = [];")
        self.browser.navigate("file://" + reader.os.path.abspath(path) + fragment)

    def click(self, selector):
        element = self.find(selector)
        self.run("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element)
        Actions(self.browser).sequence("pointer", "mouse", {"pointerType": "mouse"}).click(element).perform()

    def messages(self):
        return self.browser.chrome("""
            return Services.console.getMessageArray()
              .filter((message) => message instanceof Ci.nsIScriptError && /^(file|blob):/.test(message.sourceName))
              .map((message) => message.errorMessage);""")

    def requests(self):
        return self.browser.chrome("return window.asked")
