"""What every test may use, and what it may not: `--golden` rewrites golden files; the sample is read by its own tests only."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

from localoffer.browser.installed import browser_path
from localoffer.outputs import for_schools, qr, share
from localoffer.system.gc_paused import SELDOM
from tests.offer import LentSite

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# No test is timed: the machine may be busy with others.
# Fifty new examples of each property in every run; where one is dear, its test says fewer.
settings.register_profile("untimed", max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("again", settings.get_profile("untimed"), derandomize=True, database=None)
# A landing is judged by the same examples each time; everybody else's run looks for new ones.
settings.load_profile("again" if os.environ.get("CI") else "untimed")

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = tuple(str(ROOT / name) + os.sep for name in ("providers", "content"))
"""The listings and pages of this repository: only tests that are marked `sample` may read them."""
_refuses: list[bool] = []
"""For the test that runs, if any: may it not read the sample?"""
IS_SAMPLE = "place: Marlbrook\n" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
"""False where the repository holds a council's own offer: then what is said of the sample cannot be tested."""


def pytest_configure() -> None:
    sys.addaudithook(_refuse_the_sample)
    gc.set_threshold(SELDOM)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Last, since folders mark their tests here too."""
    for item in items:
        if not IS_SAMPLE and item.get_closest_marker("sample"):
            item.add_marker(pytest.mark.skip(reason="this repository holds another offer than the sample"))


def _refuse_the_sample(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open" and _refuses and _refuses[-1] and str(arguments[0]).startswith(SAMPLE):
        raise AssertionError(f"{arguments[0]} is the sample's: use tests/council, or mark this test `sample`")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    _refuses.append(item.get_closest_marker("sample") is None)
    try:
        return (yield)
    finally:
        _refuses.pop()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="rewrite the golden files; then look at the diff")


@pytest.fixture(scope="session", autouse=True)
def drawn_once() -> Iterator[None]:
    """Of the same words and colours the same picture, of the same address the same code: most of the time of making pages."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (share, for_schools):
            patch.setattr(module, "picture", cache(module.picture))
        patch.setattr(qr, "draw_code", cache(qr.draw_code))
        yield


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a worker: a second one would be refused, and each start costs a second."""
    from localoffer.browser.windows import open_browser

    path = browser_path()
    if not path:
        pytest.skip("no Chromium here: run `make test`, which installs one")
    with open_browser(path) as browser:
        yield browser


@pytest.fixture(scope="session")
def only_site(tmp_path_factory: pytest.TempPathFactory) -> LentSite:
    return LentSite(tmp_path_factory.mktemp("lent"))


@pytest.fixture
def lent(only_site: LentSite) -> Iterator[LentSite]:
    """The tiny council to break, put right after the test."""
    yield only_site
    only_site.mend()


@pytest.fixture
def root(lent: LentSite) -> Path:
    """The folder of the tiny council to break, put right after the test."""
    return lent.root


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares with a golden file, or rewrites it when asked to."""
    return Golden(bool(request.config.getoption("--golden")))


class Golden:
    def __init__(self, rewrite: bool) -> None:
        self.rewrite = rewrite

    def check(self, path: Path, text: str) -> None:
        if self.rewrite:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"{path.name} is missing; run the tests with --golden once"
        assert text == path.read_text(encoding="utf-8"), f"{path.name} differs; if that was meant, run with --golden"
