"""Ways to look at a page that stand in for our checks: well, or in a way that stops a browser or its program."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

from localoffer.audit.faults import BrowserFault
from localoffer.audit.visit import PageVisit
from localoffer.browser.installed import find_browser
from localoffer.rulebook import Rules
from localoffer.system.process_tree import family_of

RULES = Rules("browser")
TITLE, NEVER, KNOWN = (RULES.declare(id, "A look says something.") for id in ("title", "never", "known"))

NOTE = "LOCALOFFER_TEST_NOTE"
"""Names the file in which a look says what it does: a line for each page, and its own process."""


def looks(visit: PageVisit) -> Iterator[BrowserFault]:
    """Finds the page's title."""
    page = visit.show()
    _note(visit)
    yield visit.fault(TITLE, page.title())


def presses_tab(visit: PageVisit) -> Iterator[BrowserFault]:
    """Presses Tab, as our checks do: that has no time limit of its own."""
    page = visit.show()
    _note(visit)
    page.keyboard.press("Tab")
    yield visit.fault(TITLE, page.title())


def never_ends(visit: PageVisit) -> Iterator[BrowserFault]:
    """Waits for ever in the browser's own program."""
    page = visit.show()
    _note(visit)
    page.evaluate("() => new Promise(() => {})")
    yield visit.fault(TITLE, page.title())


def hangs_itself(visit: PageVisit) -> Iterator[BrowserFault]:
    """Our own program hangs; the browser does not."""
    visit.show()
    _note(visit)
    time.sleep(600)
    yield visit.fault(NEVER)


def kills_the_browser(visit: PageVisit) -> Iterator[BrowserFault]:
    """The browser is killed in the middle."""
    visit.show()
    _note(visit)
    _signal_browser(signal.SIGKILL)
    yield visit.fault(TITLE, visit.show().title())


def kills_the_browser_on_focus(visit: PageVisit) -> Iterator[BrowserFault]:
    """The browser is killed in the middle of one of the pages."""
    page = visit.show()
    _note(visit)
    if visit.built.digest == "focus":
        _signal_browser(signal.SIGKILL)
    yield visit.fault(TITLE, page.title())


def stops_the_browser(visit: PageVisit) -> Iterator[BrowserFault]:
    """The browser answers nobody any more."""
    page = visit.show()
    _note(visit)
    _signal_browser(signal.SIGSTOP)
    yield visit.fault(TITLE, page.title())


def kills_the_browser_once(visit: PageVisit) -> Iterator[BrowserFault]:
    """The browser is killed at the first try."""
    page = visit.show()
    _note(visit)
    if len(Path(os.environ[NOTE]).read_text().splitlines()) == 1:
        _signal_browser(signal.SIGKILL)
    yield visit.fault(TITLE, page.title())


def ends_itself(visit: PageVisit) -> Iterator[BrowserFault]:
    """Our own program is killed, as by a machine short of memory."""
    visit.show()
    _note(visit)
    os.kill(os.getpid(), signal.SIGKILL)
    yield visit.fault(NEVER)


def makes_a_mistake(visit: PageVisit) -> Iterator[BrowserFault]:
    """A mistake in a check of ours."""
    visit.show()
    _note(visit)
    raise ValueError("a mistake of ours")
    yield


def remembers(visit: PageVisit) -> Iterator[BrowserFault]:
    """Says what others measured before."""
    visit.show()
    yield visit.fault(KNOWN, " ".join(sorted(one for (one,) in visit.good)))
    visit.good.add((visit.built.address,))


def _note(visit: PageVisit) -> None:
    with Path(os.environ[NOTE]).open("a") as note:
        note.write(f"{visit.built.address} {os.getpid()}\n")


def _signal_browser(number: signal.Signals) -> None:
    name = Path(find_browser()).resolve().name
    for pid in family_of(os.getpid()):
        command = Path(f"/proc/{pid}/cmdline").read_bytes()
        if name.encode() in command.partition(b"\0")[0] or b"--remote-debugging-pipe" in command:
            os.kill(pid, number)
