"""A finished sample site, served with its policy in force, and browsers that look at it.

`sample_site` is built once for all workers, into build/test-sample; `page` and `open_page` report everything that goes
wrong in a page: script errors, refused policies, requests that fail or leave the host.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, BrowserContext, Page, expect

from localoffer.site import build_site
from localoffer.system.server import serving

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "build" / "test-sample"
TODAY = date(2026, 11, 22)
OpenPage = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs Chromium and the sample. The whole audit takes longest, so it begins first."""
    here = [item for item in items if item.nodeid.startswith("tests/browser/")]
    for item in here:
        item.add_marker(pytest.mark.browser)
        item.add_marker(pytest.mark.sample)
    items.sort(key=lambda item: not item.nodeid.startswith("tests/browser/test_audit.py"))


SLOWEST = 120_000
"""Milliseconds before a wait counts as a failure: a busy machine is slow, and no test measures time."""
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
    """Makes a window of its own: `width`, `dark`, `js`, `touch`, and anything Playwright takes. Faults fail the test."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def make(
        *, width: int = 1280, dark: bool = False, js: bool = True, touch: bool = False, **options: object
    ) -> BrowserContext:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if dark else "light",
            java_script_enabled=js,
            has_touch=touch,
            is_mobile=touch,
            base_url=server,
            **options,  # type: ignore[arg-type]
        )
        context.on("weberror", lambda fault: faults.append(f"script: {fault.error}"))
        context.on(
            "console",
            lambda message: (
                faults.append(f"console: {message.text}")
                if message.type == "error" and "404" not in message.text
                else None
            ),
        )
        context.on(
            "request",
            lambda request: (
                faults.append(f"leaves the site: {request.url}")
                if not request.url.startswith((server, "data:", "blob:"))
                else None
            ),
        )
        context.set_default_timeout(SLOWEST)
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()
    assert not faults, "\n".join(faults)


@pytest.fixture
def open_page(new_context: Callable[..., BrowserContext]) -> OpenPage:
    """`open_page("/find/?q=swim", width=360, dark=True)` → a page in a new window."""

    def open_at(address: str, **options: object) -> Page:
        page = new_context(**options).new_page()
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
