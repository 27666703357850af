"""A finished sample site, served with its policy in force, and browsers that look at it.

`sample_site` is built once for all workers, into build/test-sample; `new_page`, `open_page` and `new_context` report everything that
goes wrong in a page: script errors, refused policies, requests that leave the host.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, BrowserContext, Page, expect

from localoffer.site import build_site
from localoffer.system.server import serving
from tests.browser.windows import Window, Windows

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "build" / "test-sample"
TODAY = date(2026, 11, 22)
OpenPage = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs Chromium and the sample. The whole audit takes longest, so it begins first; then this folder,
    so that one worker alone waits for the site while the others begin with what needs none."""
    here = [item for item in items if item.nodeid.startswith("tests/browser/")]
    for item in here:
        item.add_marker(pytest.mark.browser)
        item.add_marker(pytest.mark.sample)
    first = ("tests/browser/test_audit.py", "tests/browser/", "")
    items.sort(key=lambda item: next(place for place, start in enumerate(first) if item.nodeid.startswith(start)))


expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def sample_site() -> Path:
    """The whole sample offer, built by the first worker that asks. What has not changed since the last run is not done again."""
    SAMPLE.mkdir(parents=True, exist_ok=True)
    root, built_in, run = SAMPLE / "root", SAMPLE / "run", os.environ.get("PYTEST_XDIST_TESTRUNUID", "")
    with FileLock(SAMPLE / "lock"):
        if not run or not built_in.is_file() or built_in.read_text(encoding="utf-8") != run:
            for name in ("providers", "content"):
                _bring(ROOT / name, root / name)
            _bring_file(ROOT / "mkdocs.yml", root / "mkdocs.yml")
            result = build_site(root, TODAY)
            assert result.site, "\n".join(str(finding) for finding in result.findings if finding.is_error)
            built_in.write_text(run, encoding="utf-8")
    return (root / "build" / "site").resolve()


def _bring(folder: Path, into: Path) -> None:
    """The same files, with the times of those that did not change kept, so that a build knows them again."""
    wanted = {path.relative_to(folder): path for path in folder.rglob("*") if path.is_file()}
    for name, path in wanted.items():
        _bring_file(path, into / name)
    for path in [path for path in into.rglob("*") if path.is_file()]:
        if path.relative_to(into) not in wanted:
            path.unlink()


def _bring_file(path: Path, target: Path) -> None:
    if not target.exists() or target.read_bytes() != path.read_bytes():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)


@pytest.fixture(scope="session")
def server(sample_site: Path) -> Iterator[str]:
    """The address of the sample site, without a slash at the end."""
    with serving(sample_site) as address:
        yield address


@pytest.fixture
def new_context(browser: Browser, server: str) -> Iterator[Callable[..., BrowserContext]]:
    """Makes a window of this test's own, where a clock is set, scripts are put in or something is allowed: `width`, `dark`, `js`,
    `touch`, and anything Playwright takes. Faults fail the test."""
    windows: list[Window] = []

    def make(
        *, width: int = 1280, dark: bool = False, js: bool = True, touch: bool = False, **options: Any
    ) -> BrowserContext:
        windows.append(Window(browser, server, width=width, dark=dark, js=js, touch=touch, **options))
        return windows[-1].context

    yield make
    for window in windows:
        window.context.close()
    faults = [fault for window in windows for fault in window.faults]
    assert not faults, "\n".join(faults)


@pytest.fixture(scope="session")
def windows(browser: Browser, server: str) -> Windows:
    """Those that tests use one after another."""
    return Windows(browser, server)


@pytest.fixture
def new_page(windows: Windows) -> Iterator[OpenPage]:
    """`new_page(width=360, dark=True, js=False, touch=True)` → an empty page in a window that no other page of this test is in and
    where nothing is stored. Faults fail the test."""

    def make(*, width: int = 1280, dark: bool = False, js: bool = True, touch: bool = False) -> Page:
        return windows.lend(js=js, touch=touch).page(width=width, dark=dark)

    yield make
    faults = windows.take_back()
    assert not faults, "\n".join(faults)


@pytest.fixture
def open_page(new_page: OpenPage) -> OpenPage:
    """`open_page("/find/?q=swim", width=360, dark=True)` → the page at this address."""

    def open_at(address: str, **options: object) -> Page:
        page = new_page(**options)
        page.goto(address)
        return page

    return open_at


def headings(page: Page) -> list[str]:
    """The names of the results that are shown, once they are there."""
    page.wait_for_function(
        "() => document.querySelector('.lo-result a[href^=\"/\"]') !== null || document.querySelector('[data-lo-find-none]:not([hidden])') !== null"
    )
    page.wait_for_function("() => !document.querySelector('.lo-result[hidden]')")
    return [heading.inner_text() for heading in page.locator(".lo-result h3").all()]
