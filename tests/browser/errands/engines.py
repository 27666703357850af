"""One window at 360 × 740 in each of three engines, with the same few things that a person does in it.

In: what is installed here. Out: a `Window`. Chromium is driven by Playwright, as in all browser tests; Firefox (firefox-esr,
WebDriver BiDi) and WebKit (WebKitWebDriver and MiniBrowser, on a screen of its own) by bridge.mjs. Where one of them is not
installed, `missing` says what and how to get it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import Browser, Page

from localoffer.system.carried import NODE_MODULES
from localoffer.system.process_tree import kill_family

BRIDGE = Path(__file__).with_name("bridge.mjs")
SIZE = {"width": 360, "height": 740}
ENGINES = ("chromium", "firefox", "webkit")
NO_BORDERS = "* { min-width: 0; padding: 0; margin: 0; border-width: 0; font-size: 4px; }"
"""MiniBrowser's own buttons, made so small that its window can be as narrow as a phone."""


class Window(Protocol):
    """What a person does in a browser, and one way to look at the page."""

    def open(self, address: str) -> None:
        """Go to an address."""

    def run(self, script: str) -> Any:
        """The value of an expression in the page; a promise is waited for."""

    def press(self, key: str) -> None:
        """Press Tab, Enter or Space."""

    def type(self, text: str) -> None:
        """Type into what has the focus."""

    def click(self, place: tuple[float, float]) -> None:
        """Press this place of the screen."""


def missing(engine: str) -> str:
    """What is not here, in words; empty where the engine can be driven."""
    if engine == "chromium":
        return ""
    library = {"firefox": "puppeteer-core", "webkit": "selenium-webdriver"}[engine]
    if not shutil.which("node") or not (NODE_MODULES / library).is_dir():
        return f"{engine} is driven by {library}, which is not installed: run `make test`, which installs it"
    if engine == "firefox":
        return "" if _firefox() else "no Firefox here: apt install firefox-esr"
    if not shutil.which("WebKitWebDriver") or not _mini_browser():
        return "no WebKit here: apt install webkit2gtk-driver"
    return "" if shutil.which("Xvfb") else "WebKit needs a screen that nobody sees: apt install xvfb"


def _firefox() -> str | None:
    return shutil.which("firefox-esr") or shutil.which("firefox")


def _mini_browser() -> str:
    found = sorted(Path("/usr").glob("lib*/**/webkit2gtk-4.*/MiniBrowser"))
    return str(found[0]) if found else ""


class _Playwright:
    """Chromium."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def open(self, address: str) -> None:
        self.page.goto(address)

    def run(self, script: str) -> Any:
        return self.page.evaluate(script)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def click(self, place: tuple[float, float]) -> None:
        self.page.mouse.click(*place)


class _Bridge:
    """Firefox or WebKit, behind bridge.mjs."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self._answer("the browser does not start")

    def _answer(self, otherwise: str) -> Any:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        answer = json.loads(line) if line else {"error": otherwise}
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer["value"]

    def _do(self, what: str, given: object = None) -> Any:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"do": what, "with": given}) + "\n")
        self.process.stdin.flush()
        return self._answer("the browser has gone away")

    def open(self, address: str) -> None:
        self._do("open", address)

    def run(self, script: str) -> Any:
        return self._do("run", script)

    def press(self, key: str) -> None:
        self._do("press", key)

    def type(self, text: str) -> None:
        self._do("type", text)

    def click(self, place: tuple[float, float]) -> None:
        self._do("click", place)

    def close(self) -> None:
        self._do("close")


@contextmanager
def chromium_window(browser: Browser) -> Iterator[Window]:
    """A window of the browser that other tests use."""
    context = browser.new_context(viewport=SIZE, has_touch=True)  # type: ignore[arg-type]
    yield _Playwright(context.new_page())
    context.close()


@contextmanager
def other_window(engine: str, folder: Path) -> Iterator[Window]:
    """Firefox or WebKit, for as long as the block lasts; what it keeps is kept in `folder`."""
    if engine == "firefox":
        with _bridge(["firefox", _firefox() or ""], {"HOME": str(folder)}) as window:
            yield window
        return
    style = folder / "gtk-3.0" / "gtk.css"
    style.parent.mkdir(parents=True)
    style.write_text(NO_BORDERS, encoding="utf-8")
    driver = shutil.which("WebKitWebDriver") or ""
    with _screen() as display:
        kept = {"DISPLAY": display, "XDG_CONFIG_HOME": str(folder), "WEBKIT_DISABLE_COMPOSITING_MODE": "1"}
        with _bridge(["webkit", _mini_browser(), driver], kept) as window:
            yield window


@contextmanager
def _bridge(arguments: list[str], more: dict[str, str]) -> Iterator[_Bridge]:
    command, environment = ["node", str(BRIDGE), *arguments], {**os.environ, **more}
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdin=pipe, stdout=pipe, text=True, env=environment, start_new_session=True
    ) as process:
        try:
            bridge = _Bridge(process)
            yield bridge
            bridge.close()
        finally:
            kill_family(process.pid)


@contextmanager
def _screen() -> Iterator[str]:
    """A screen that nobody sees, with a number that nobody has."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stdout is not None
            yield f":{process.stdout.readline().strip()}"
        finally:
            process.terminate()
