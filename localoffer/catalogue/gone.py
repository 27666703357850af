"""A service or page that is named but not there: where it went, who names it, how its address is kept.

In: all files, and the name. Out: the end of a sentence and a way out. Nobody is sent to another service: it may be the wrong
one for the child.
"""

from __future__ import annotations

from typing import NamedTuple

from localoffer.addresses import content_url, service_url
from localoffer.catalogue.files import Files
from localoffer.findings import MAYBE, SURE
from localoffer.records.names import nearest

MOST_NAMED = 3


class Gone(NamedTuple):
    """What to say of a name that leads nowhere. `meant`: the name to write instead, and how sure that is."""

    hint: str
    fix: str
    meant: str = ""
    how_sure: str = MAYBE


def look_for(name: str, path: str, files: Files) -> Gone:
    """Moved, misspelt, or gone."""
    if moved := moved_to(name, files):
        return Gone(f" It is called {moved} now.", f"write {moved}.", moved, SURE)
    if name not in files.meant:
        files.meant[name] = nearest(name, [*files.listings, *files.pages])
    if meant := files.meant[name]:
        return Gone(f" Did you mean {meant}?", f"write {meant}.", meant)
    others = sorted(_who_names(name, files) - {path})
    hint = f" It is named in {_listed(others)} too." if others else ""
    kind = "service (provider/service)" if name.count("/") == 1 and name.partition("/")[0] in files.folders else "page"
    fix = (
        f"if it is gone, take this out. If it has another name now, write that; and if it was a service, add "
        f"moved_from: [{name}] to its listing, so that its old address still works."
        if kind != "page"
        else "name a service (provider/service) or a page (guides/…) of this offer, or take this out."
    )
    return Gone(hint, fix)


def moved_to(name: str, files: Files) -> str:
    """The service that says it had this name."""
    found = files.moved_to.get(name, [])
    return found[0] if len(found) == 1 else ""


def _listed(paths: list[str]) -> str:
    shown = ", ".join(paths[:MOST_NAMED])
    more = len(paths) - MOST_NAMED
    return f"{shown} and {more} more" if more > 0 else shown


def _who_names(name: str, files: Files) -> set[str]:
    """Every file that names it, as a field or as a link."""
    ways = (name, f"](/{service_url(name)}", f"](/{content_url(name)}")
    return set[str]().union(*(files.named_in.get(way, ()) for way in ways))
