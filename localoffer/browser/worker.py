"""One browser, in a program of its own: pages come in, what was found on them goes out.

In: a connection to the `supervisor`, which sends `Orders` once and then a `Job` for each page. Out: an `Outcome` of each.
A page can stop the browser, and the browser this program, so no time limit is kept here: the supervisor watches the clock
and kills this program with all that it started. When the supervisor itself is gone, this program does that by itself.
"""

from __future__ import annotations

import os
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from localoffer.browser.windows import Windows, open_browser
from localoffer.system.process_tree import kill_family

Fact = tuple[str, ...]
"""Something that was measured once and holds for all pages."""


@dataclass(frozen=True)
class Orders:
    """What is the same for every page: the browser's path, and `look`, which finds what there is to find on a page. Its
    set holds the facts known so far; what it adds is told to the other workers."""

    browser: str
    look: Callable[[Windows, Any, set[Fact]], Any]


@dataclass(frozen=True)
class Job:
    """One page; `facts` are those that others have measured since the last job."""

    page: Any
    facts: frozenset[Fact]


@dataclass(frozen=True)
class Outcome:
    """What was found, the new facts, and the browser's version. `failed`: why the browser could not show the page.
    `error`: a mistake in `look`, or a missing tool, which ends everything."""

    found: Any = None
    facts: frozenset[Fact] = frozenset()
    version: str = ""
    failed: str = ""
    error: Exception | None = None


def work(handle: int) -> None:
    """Answer jobs until there are none; `handle` is this program's end of the connection."""
    threading.Thread(target=_end_with_the_supervisor, daemon=True).start()
    with Connection(handle) as supervisor:
        orders: Orders = supervisor.recv()
        try:
            with open_browser(orders.browser) as browser:
                _answer_jobs(supervisor, orders, browser)
        except EOFError:
            return
        except Exception as error:  # whatever it is, the supervisor must hear of it
            supervisor.send(Outcome(error=error))


def _answer_jobs(supervisor: Connection, orders: Orders, browser: Any) -> None:
    windows, facts = Windows(browser), set[Fact]()
    while (job := supervisor.recv()) is not None:
        facts |= job.facts
        supervisor.send(_look(orders, windows, job.page, facts, str(browser.version)))


def _look(orders: Orders, windows: Windows, page: Any, facts: set[Fact], version: str) -> Outcome:
    from playwright.sync_api import Error

    before = frozenset(facts)
    try:
        found = orders.look(windows, page, facts)
        windows.empty()
    except Error as error:
        lines = error.message.strip().splitlines() or ["it gives no reason"]
        return Outcome(failed=f"the browser says “{lines[0][:160]}”")
    except Exception as error:
        error.add_note(traceback.format_exc())
        return Outcome(error=error)
    return Outcome(found, frozenset(facts) - before, version)


def _end_with_the_supervisor() -> None:
    """Standard input ends when the supervisor does, however it ends."""
    while os.read(0, 1):
        pass
    kill_family(os.getpid())
