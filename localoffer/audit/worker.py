"""One browser, in a program of its own: pages come in, what was found on them goes out.

In: a connection to the audit (`watching`), which sends `Orders` once and then a `Job` for each page. Out: an `Answer` to
each. Nothing here has a time limit that can be trusted, because a page may stop the browser and the browser us: the audit
watches the clock and ends the whole family. When the audit itself is gone, we end our family ourselves.
"""

from __future__ import annotations

import os
import threading
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from localoffer.audit import behaviour
from localoffer.audit.axe import check_with_axe, read_axe
from localoffer.audit.browser import open_browser
from localoffer.audit.choose import BuiltPage
from localoffer.audit.faults import Fault
from localoffer.audit.looking import Remembered, Served, Visit
from localoffer.audit.windows import Windows
from localoffer.system.process_tree import kill_family

Look = Callable[[Visit], Iterator[Fault]]


def look_at_page(visit: Visit) -> Iterator[Fault]:
    """All of our checks on one page."""
    yield from check_with_axe(visit, read_axe())
    yield from behaviour.check_behaviour(visit)


@dataclass(frozen=True)
class Orders:
    """What is the same for every page: the browser's path, where the site is served, and how a page is looked at."""

    browser: str
    served: Served
    look: Look = look_at_page


@dataclass(frozen=True)
class Job:
    """One page; `remembered` is what others have measured since the last job and need not be measured again."""

    page: BuiltPage
    remembered: Remembered


@dataclass(frozen=True)
class Answer:
    """What was found, what was measured once for all, and the browser's version. `failed`: why the browser could not
    test the page. `error`: a mistake of ours, or a missing tool, which ends the audit."""

    faults: tuple[Fault, ...] = ()
    remembered: Remembered = frozenset()
    version: str = ""
    failed: str = ""
    error: Exception | None = None


def work(handle: int) -> None:
    """Answer jobs until there are none; `handle` is our end of the connection."""
    threading.Thread(target=_end_with_the_audit, daemon=True).start()
    with Connection(handle) as audit:
        orders: Orders = audit.recv()
        try:
            with open_browser(orders.browser) as opened:
                _answer_jobs(audit, orders, opened)
        except EOFError:
            return
        except Exception as error:  # whatever it is, the audit must hear of it
            audit.send(Answer(error=error))


def _answer_jobs(audit: Connection, orders: Orders, opened: Any) -> None:
    windows, remembered = Windows(opened), set[tuple[str, ...]]()
    while (job := audit.recv()) is not None:
        remembered |= job.remembered
        visit = Visit(windows, orders.served, job.page, set(remembered))
        answer = _look(orders.look, visit, str(opened.version))
        remembered |= answer.remembered
        audit.send(answer)


def _look(look: Look, visit: Visit, version: str) -> Answer:
    from playwright.sync_api import Error

    before = frozenset(visit.remembered)
    try:
        faults = tuple(look(visit))
        visit.windows.empty()
    except Error as error:
        lines = error.message.strip().splitlines() or ["it gives no reason"]
        return Answer(failed=f"the browser says “{lines[0][:160]}”")
    except Exception as error:
        error.add_note(traceback.format_exc())
        return Answer(error=error)
    return Answer(faults, frozenset(visit.remembered) - before, version)


def _end_with_the_audit() -> None:
    """Our standard input ends when the audit does, however it ends: then nothing of ours may go on."""
    while os.read(0, 1):
        pass
    kill_family(os.getpid())
