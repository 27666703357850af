"""How good a feed is, for the council that keeps it: everything to look at, record by record.

In: a `Result` in which every record was looked at. Out: rows, and a table of them; `quality_page` makes a page. A private address is shown by its first letter and its host; a checker's is only counted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from localoffer.exchange.taking.addresses import WHY_PRIVATE
from localoffer.importing.account import short
from localoffer.importing.prepare import PROPOSED, Made
from localoffer.importing.run import Result
from localoffer.reports.files import spreadsheet

COLUMNS = ("What", "Number", "Name", "For the Local Offer", "Field", "Value", "More")
OLD_AFTER_MONTHS = 12


@dataclass(frozen=True)
class Row:
    """One thing to look at in one record."""

    what: str
    number: str
    name: str
    field: str
    value: str
    more: str = ""


FIELDS: dict[str, tuple[str, Callable[[dict[str, Any]], bool]]] = {
    "summary": ("A summary", lambda fields: bool(fields.get("summary"))),
    "description": ("What it is, in its own words", lambda fields: _known(fields.get("description"))),
    "ages": ("For which ages", lambda fields: _has_ages(fields.get("eligibility"))),
    "needs": ("For which needs", lambda fields: _known(_part(fields, "eligibility", "needs"))),
    "route": ("How to get it", lambda fields: _known(_part(fields, "access", "route"))),
    "cost": (
        "What it costs",
        lambda fields: _known(_part(fields, "cost", "free")) or bool(_part(fields, "cost", "cost_options")),
    ),
    "delivery": ("Where or how it happens", lambda fields: _known(fields.get("delivery"))),
    "place": ("An address or postcode", lambda fields: bool(fields.get("locations"))),
    "area": ("Which area it is for", lambda fields: _known(fields.get("service_areas"))),
    "times": ("Days and times", lambda fields: bool(fields.get("schedules"))),
    "phone": ("A phone number", lambda fields: _has_contact(fields, "phone")),
    "email": ("An e-mail address", lambda fields: _has_contact(fields, "email")),
    "url": ("A website", lambda fields: _has_contact(fields, "url") or bool(fields.get("links"))),
    "checked": ("When it was last checked", lambda fields: isinstance(fields.get("last_checked"), dict)),
    "topics": (
        "What it is about, from a list",
        lambda fields: _known(fields.get("topics")) and not fields.get("topics_proposed"),
    ),
}
"""What families ask of every service → how it is called here, and whether a record says it."""


def _known(value: Any) -> bool:
    return value not in (None, "", [], {}, "not known", ["not known"], ["not sorted"])


def _part(fields: dict[str, Any], name: str, inner: str) -> Any:
    held = fields.get(name)
    return held.get(inner) if isinstance(held, dict) else None


def _has_ages(who: Any) -> bool:
    return isinstance(who, dict) and (who.get("any_age") == "yes" or "minimum_age" in who or "maximum_age" in who)


def _has_contact(fields: dict[str, Any], name: str) -> bool:
    held = fields.get("contacts")
    return isinstance(held, list) and any(isinstance(part, dict) and part.get(name) for part in held)


# What there is to say


def rows_of(result: Result) -> list[Row]:
    """Everything, record by record."""
    return [row for made in result.made.values() for row in _rows(made, result)]


def _rows(made: Made, result: Result) -> Iterator[Row]:
    if why := _why_not(made, result):
        yield Row("cannot be published", made.number, made.name, "", "", why)
        return
    for name, (_title, is_there) in FIELDS.items():
        if not is_there(made.fields):
            yield Row("missing", made.number, made.name, name, "")
    for change in made.changed:
        what = "proposed" if change.why == PROPOSED else "mended"
        yield Row(what, made.number, made.name, change.field, short(change.was), f"{change.why}: {short(change.now)}")
    for lost in made.lost:
        if lost.why.startswith(WHY_PRIVATE):
            shown = lost.why.removeprefix(WHY_PRIVATE).strip(" ()")
            yield Row("private-looking e-mail", made.number, made.name, lost.path, shown, WHY_PRIVATE)
        else:
            yield Row("held back or lost", made.number, made.name, lost.path, "", lost.why)
    for field, address in _addresses(made.fields, "url"):
        if why := why_dead(address):
            yield Row("dead-looking address", made.number, made.name, field, address, why)
    if old := _old_check(made.fields, result.today):
        yield Row("old check", made.number, made.name, "checked", old[0], old[1])


def _why_not(made: Made, result: Result) -> str:
    outcome = next((one for one in (result.plan.outcomes.get(made.number),) if one), None)
    is_taken = result.choices[made.number].is_taken
    if made.left_out:
        return made.left_out
    return (outcome.why if outcome and is_taken and not outcome.path else "") or result.faults.get(made.number, "")


def _addresses(fields: dict[str, Any], name: str) -> Iterator[tuple[str, str]]:
    """Every web or e-mail address of a record, with its place."""
    for group in ("contacts", "links"):
        held = fields.get(group)
        for number, part in enumerate(held if isinstance(held, list) else []):
            if isinstance(part, dict) and isinstance(part.get(name), str):
                yield f"{group}.{number}.{name}", part[name]


def _old_check(fields: dict[str, Any], today: date) -> tuple[str, str] | None:
    day = _part(fields, "last_checked", "date")
    try:
        checked = date.fromisoformat(str(day))
    except ValueError:
        return None
    months = (today.year - checked.year) * 12 + today.month - checked.month - (today.day < checked.day)
    return (
        (checked.isoformat(), f"{months // 12} years ago" if months >= 24 else f"{months} months ago")
        if months >= OLD_AFTER_MONTHS
        else None
    )


# The table


def as_csv(result: Result) -> str:
    """Every row, for a spreadsheet."""
    rows = rows_of(result)
    alike = [
        Row("may be the same", pair.one, pair.name, "", pair.other, f"{pair.other_name}: {pair.why}")
        for pair in result.alike
    ]
    return spreadsheet(
        COLUMNS,
        (
            (row.what, row.number, row.name, _is_ours(result, row.number), row.field, row.value, row.more)
            for row in [*rows, *alike]
        ),
    )


def _is_ours(result: Result, number: str) -> str:
    choice = result.choices.get(number)
    return "" if choice is None else "yes" if choice.is_taken else "no"


# Web addresses that can hardly be alive, without asking the network


GONE = {
    "plus.google.com": "Google+ closed in 2019",
    "geocities.com": "GeoCities closed in 2009",
    "direct.gov.uk": "Directgov closed in 2012",
    "nhsdirect.nhs.uk": "NHS Direct closed in 2014",
    "businesslink.gov.uk": "Business Link closed in 2012",
    "hometown.aol.com": "AOL has closed its pages of customers",
    "periscope.tv": "Periscope closed in 2021",
    "vine.co": "Vine closed in 2017",
}
"""Hosts that are known to have closed, with what lies below them."""
EXAMPLES = re.compile(r"(?:^|\.)(?:example|test|invalid|localhost|local|internal|intranet)$|^(?:\d+\.){3}\d+$")
NOT_FOUND = re.compile(
    r"/(?:404|not[-_]?found|page[-_]not[-_]found|errors?|parked|under[-_]construction)(?:\.\w+)?/?$", re.IGNORECASE
)


def why_dead(address: str) -> str:
    """Why a web address looks dead; it is told to people, never acted upon."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").lower().removeprefix("www.")
    except ValueError:
        return "it is no web address"
    if not host or " " in address.strip():
        return "it is no web address"
    if EXAMPLES.search(host):
        return "nothing outside can reach it"
    if "." not in host or not re.fullmatch(r"[a-z]{2,}|xn--[a-z0-9-]+", host.rpartition(".")[2]):
        return "its ending is none that there is"
    if ".." in host or host.startswith("-") or re.search(r"\b(?:http|https|www)\b", host):
        return "it has a slip in it"
    for gone, why in GONE.items():
        if host == gone or host.endswith(f".{gone}"):
            return why
    return "it leads to a page for what is not found" if NOT_FOUND.search(parts.path) else ""
