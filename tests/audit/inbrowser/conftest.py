"""A browser and small sites for the checks that need one: a page without fault, and pages with one planted fault each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from localoffer.audit.choose import BuiltPage
from localoffer.audit.faults import BrowserFault
from localoffer.audit.visit import PageVisit
from localoffer.browser.visit import Served, serve_twice
from localoffer.browser.windows import Windows

FRAME = """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>A page: a small site</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">{head}
</head>
<body>
<a class="skip" href="#main">Skip to main content</a>
<header><p><a class="big" href="/">A small site</a></p></header>
<main id="main">
<h1>A page</h1>
{main}
</main>
<footer><p><a class="big" href="/">Home</a></p></footer>
</body>
</html>
"""
STYLE = """
html { color-scheme: light dark; }
body { margin: 0; padding: 0 1rem; font: 1.1875rem/1.5 sans-serif; overflow-wrap: anywhere; }
a { color: #00429d; } body { color: #111; background: #fff; }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #121212; } a { color: #9ecbff; } }
.big { display: inline-block; padding: .6rem; min-width: 2rem; }
.skip:not(:focus) { position: absolute; left: -99rem; }
button, input, select { font: inherit; padding: .7rem; min-height: 3rem; min-width: 3rem; border: 2px solid #767676; background: transparent; color: inherit; }
:focus-visible { outline: 3px solid #111; box-shadow: 0 0 0 6px #fff; outline-offset: 0; }
@media (prefers-color-scheme: dark) { :focus-visible { outline-color: #fff; box-shadow: 0 0 0 6px #111; } }
@media print { a[href^="http"]::after { content: " (" attr(href) ")"; } }
"""

MakePage = Callable[..., PageVisit]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What asks for a browser is marked as such."""
    for item in items:
        if item.nodeid.startswith("tests/audit/inbrowser/") and "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.node)


@pytest.fixture(scope="session")
def chromium(browser: Browser) -> Browser:
    return browser


@pytest.fixture(scope="session")
def all_windows(chromium: Browser) -> Iterator[Windows]:
    """Two windows for all tests, emptied after each, as the audit itself goes from page to page: opening one costs more than
    most checks."""
    windows = Windows(chromium)
    yield windows
    windows.close()


@pytest.fixture
def windows(all_windows: Windows) -> Iterator[Windows]:
    """Empty windows."""
    yield all_windows
    all_windows.empty()


@pytest.fixture
def look_at(windows: Windows, tmp_path: Path) -> Iterator[MakePage]:
    """`look_at("<p>words</p>", style="p { … }")` → a visit to that page. Styles and scripts are files of their own."""
    stack: list[Any] = []

    def make(main: str = "", *, head: str = "", style: str = "", script: str = "", whole: str = "") -> PageVisit:
        (tmp_path / "style.css").write_text(STYLE + style, encoding="utf-8")
        (tmp_path / "script.js").write_text(script, encoding="utf-8")
        head += '<script src="/script.js" defer></script>' if script else ""
        (tmp_path / "index.html").write_text(whole or FRAME.format(head=head, main=main), encoding="utf-8")
        serving = serve_twice(tmp_path)
        served = serving.__enter__()
        stack.append(serving)
        windows.empty()
        return PageVisit(windows, served, "", BuiltPage("index.html", "home"))

    yield make
    for serving in stack:
        serving.__exit__(None, None, None)


def rules(faults: Iterator[BrowserFault]) -> set[str]:
    """The rules that were broken."""
    return {fault.rule for fault in faults}


__all__ = ["FRAME", "STYLE", "Served", "rules"]
