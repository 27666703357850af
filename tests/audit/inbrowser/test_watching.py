"""Nothing that a page, a browser or a worker does can make the audit hang, pass a page that was not tested, or leave a
browser behind."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from localoffer.audit.choose import BuiltPage
from localoffer.audit.visit import Check, visit_page
from localoffer.browser.installed import find_browser
from localoffer.browser.supervisor import Seen, look_at_pages
from localoffer.browser.visit import Served, serve_twice
from localoffer.browser.worker import Orders
from localoffer.system.failures import ToolMissing
from localoffer.system.process_tree import family_of, kill_family
from tests.audit.inbrowser import looks

pytestmark = pytest.mark.browser

SHORT, LONG = 2.5, 120.0
"""Seconds for a page that will hang, and for one that will not."""
PAGE = "<!doctype html><title>{0}</title><main><h1>{0}</h1><a href='/'>Home</a>{1}</main>"
LOOPS_ON_LOAD = PAGE.format("Loops", "<script>while (true) {}</script>")
LOOPS_ON_FOCUS = PAGE.format("Loops", "<script>addEventListener('focusin', () => { while (true) {} })</script>")
GOOD = PAGE.format("Good", "")


@pytest.fixture
def note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where looks say what they do. Afterwards no worker nor anything it started may be left."""
    path = tmp_path / "note"
    monkeypatch.setenv(looks.NOTE, str(path))
    yield path
    until = time.monotonic() + 20  # a process that was killed goes when the machine comes to it
    while workers_left(path) and time.monotonic() < until:
        time.sleep(0.05)
    assert workers_left(path) == []


def workers_left(note: Path) -> list[int]:
    pids = {int(line.split()[1]) for line in note.read_text().splitlines()} if note.exists() else set()
    return [pid for worker in pids for pid in family_of(worker) if not is_dead(pid)]


def is_dead(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()[0] in (b"Z", b"X")
    except OSError:
        return True


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    site = tmp_path / "site"
    site.mkdir()
    pages = {"good": GOOD, "load": LOOPS_ON_LOAD, "focus": LOOPS_ON_FOCUS, "other": GOOD}
    for name, content in pages.items():
        (site / f"{name}.html").write_text(content, encoding="utf-8")
    with serve_twice(site) as served:
        yield served


def orders_for(served: Served, check: Check, browser: str = "") -> Orders:
    return Orders(browser or find_browser(), partial(visit_page, check, served))


def seen(
    served: Served, look: Check, *names: str, seconds: float = SHORT, workers: int = 2
) -> dict[str, Seen[BuiltPage]]:
    pages = [BuiltPage(f"{name}.html", "page", name) for name in names]
    found = look_at_pages(pages, orders_for(served, look), workers=workers, seconds=seconds)
    return {one.page.digest: one for one in found}


def test_a_good_page_is_looked_at_once(served: Served, note: Path) -> None:
    (one,) = seen(served, looks.looks, "good", seconds=LONG).values()
    assert [fault.message for fault in one.outcome.found] == ["Good"]
    assert (one.tries, one.outcome.failed) == (1, "")
    assert one.outcome.version


@pytest.mark.parametrize(
    ("look", "page"),
    [
        (looks.looks, "load"),
        (looks.presses_tab, "focus"),
        (looks.hangs_itself, "good"),
        (looks.kills_the_browser, "good"),
        (looks.stops_the_browser, "good"),
        (looks.ends_itself, "good"),
    ],
)
def test_what_hangs_or_breaks_is_tried_twice_and_not_tested(look: Check, page: str, served: Served, note: Path) -> None:
    (one,) = seen(served, look, page).values()
    assert one.tries == 2
    assert one.outcome.failed
    assert not one.outcome.found


def test_other_pages_are_tested_beside_one_that_breaks(served: Served, note: Path) -> None:
    found = seen(served, looks.kills_the_browser_on_focus, "good", "focus", "other", seconds=LONG)
    assert found["focus"].outcome.failed
    assert [found[name].outcome.found[0].message for name in ("good", "other")] == ["Good", "Good"]


def test_a_page_that_succeeds_at_the_second_try_is_tested(served: Served, note: Path) -> None:
    (one,) = seen(served, looks.kills_the_browser_once, "good", seconds=LONG).values()
    assert one.tries == 2
    assert [fault.message for fault in one.outcome.found] == ["Good"]


def test_a_mistake_of_ours_is_no_pass(served: Served, note: Path) -> None:
    with pytest.raises(ValueError, match="a mistake of ours") as mistake:
        seen(served, looks.makes_a_mistake, "good", seconds=LONG)
    assert "looks.py" in "".join(mistake.value.__notes__)


def test_a_browser_that_does_not_start_ends_the_audit(served: Served, note: Path) -> None:
    orders = orders_for(served, looks.looks, "/bin/false")
    with pytest.raises(ToolMissing, match="does not start"):
        list(look_at_pages([BuiltPage("good.html", "page")], orders))


def test_what_one_measured_the_others_know(served: Served, note: Path) -> None:
    found = seen(served, looks.remembers, "good", "focus", "other", seconds=LONG, workers=1)
    assert [one.outcome.found[0].message for one in found.values()] == ["", "good.html", "focus.html good.html"]


def test_stopping_early_leaves_no_browser(served: Served, note: Path) -> None:
    pages = [BuiltPage("good.html", "page"), BuiltPage("focus.html", "page")]
    with closing(look_at_pages(pages, orders_for(served, looks.presses_tab), workers=2)) as found:
        assert next(found).page.address == "good.html"


# A shell that starts the tests in the background lets them, and so this child, ignore Ctrl-C.
SCRIPT = """
import signal
from functools import partial
from localoffer.browser.installed import find_browser
from localoffer.audit.choose import BuiltPage
from localoffer.audit.visit import visit_page
from localoffer.browser.visit import Served
from localoffer.browser.supervisor import look_at_pages
from localoffer.browser.worker import Orders
from tests.audit.inbrowser import looks
signal.signal(signal.SIGINT, signal.default_int_handler)
orders = Orders(find_browser(), partial(visit_page, looks.never_ends, Served({0!r}, {0!r})))
list(look_at_pages([BuiltPage("good.html", "page")], orders))
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_an_audit_that_is_ended_leaves_no_browser(number: signal.Signals, served: Served, note: Path) -> None:
    audit = subprocess.Popen([sys.executable, "-c", SCRIPT.format(served.base)], stderr=subprocess.DEVNULL)
    try:
        until(lambda: note.exists() and bool(note.read_text()))
        audit.send_signal(number)
        assert audit.wait(60) != 0
    finally:
        audit.kill()
        audit.wait(60)
    until(lambda: not workers_left(note))


def until(is_so: object, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not is_so():  # type: ignore[operator]
        assert time.monotonic() < end, "it never came to be"
        time.sleep(0.05)


def test_a_family_is_a_program_and_all_it_started() -> None:
    starts = "import subprocess, sys; held = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'], start_new_session=True); print('on', flush=True); import time; time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", starts], stdout=subprocess.PIPE, start_new_session=True) as program:
        try:
            assert program.stdout
            assert program.stdout.readline() == b"on\n"
            family = family_of(program.pid)
        finally:
            kill_family(program.pid)
    assert program.pid in family
    assert len(family) == 2
    until(lambda: all(is_dead(pid) for pid in family))
