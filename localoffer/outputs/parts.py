"""Small parts many pages share: a row of a list, words with links in them, ways to reach someone.

In: models. Out: plain strings and lists for front matter, in the forms
theme/partials/parts.html lays out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from localoffer import wording
from localoffer.addresses import part_url, picture_path, service_url
from localoffer.catalogue import Catalogue
from localoffer.model import NATIONAL, OUTSIDE, Contact, Image, Schedule, Service
from localoffer.outputs.page import Meta
from localoffer.outputs.view import Card, ContactCard, Link, PageLink, Picture, Way, Words

Row = list[str]
"""`[name, address, one line of facts]`: lists that are not views yet."""

LIST_LENGTH = 50
"""Links in one page of a list."""

_LINK = re.compile(
    r"(?<!!)\[(?P<words>[^\[\]]+)\]\((?P<href>https?://[^\s()]+|mailto:[^\s()]+|tel:\+?[\d ]+|/(?!/)[\w#/.-]*)\)"
)
_PHONE = re.compile(r"(?<![\w/£.])0\d{2,4}[  ]?\d{3}[  ]?\d{3,4}(?!\w)")
T = TypeVar("T")


def linked(text: str) -> Words:
    """Plain words in which `[words](address)` and phone numbers are links; everything else stays text."""
    found = list(_parts(text))
    return text if len(found) == 1 and isinstance(found[0], str) else found


def _parts(text: str) -> Iterator[str | Link]:
    end = 0
    for link in _LINK.finditer(text):
        yield from _phones(text[end : link.start()])
        yield Link(link["words"], link["href"].removeprefix("/") or ".")
        end = link.end()
    yield from _phones(text[end:])


def _phones(text: str) -> Iterator[str | Link]:
    end = 0
    for phone in _PHONE.finditer(text):
        if phone.start() > end:
            yield text[end : phone.start()]
        digits = re.sub(r"\D", "", phone[0])
        yield Link(wording.phone_chunks(digits), wording.phone_link(digits))
        end = phone.end()
    if text[end:]:
        yield text[end:]


# Rows


def service_card(service: Service, today: date) -> Card:
    """A service in a list: its name, and who, what it costs and where."""
    return Card(service.name, service_url(service.id), row_line(service, today))


def row_line(service: Service, today: date) -> str:
    """`Ages 5 to 18, free, Marlbrook`; first what a reader must know: planned, or closed for now."""
    facts = [wording.ages_label(service.eligibility), wording.cost_brief(service, today), where_brief(service)]
    line = ", ".join(fact for fact in facts if fact)
    if service.status == "planned":
        return f"Not open yet. {line}"
    return f"Closed for now. {line}" if service.status == "temporarily closed" else line


def where_brief(service: Service) -> str:
    """`Marlbrook`, `All of the country, by phone and online`."""
    cities = list(dict.fromkeys(place.city for place in service.locations))
    near = any(area not in {NATIONAL, OUTSIDE} for area in service.service_areas)
    start = "" if near or NATIONAL not in service.service_areas else "all over the country"
    if cities and "venue" in service.delivery:
        where = wording.join(cities[:2]) if len(cities) < 3 else f"{len(cities)} places"
    else:
        where = wording.delivery(service)
    return f"{start}, {where}" if start else where


def where_words(service: Service) -> str:
    """`in Easton and online`, `at 4 places`, `at your home`."""
    cities = list(dict.fromkeys(place.city for place in service.locations))
    ways = [wording.DELIVERIES[way] for way in service.delivery if way != "venue"]
    if "venue" in service.delivery:
        places = f"in {wording.join(cities)}" if len(cities) < 3 else f"at {len(service.locations)} places"
        ways = [places if cities else wording.DELIVERIES["venue"], *ways]
    return wording.join(ways)


def pages_of(rows: Sequence[T], size: int = LIST_LENGTH) -> list[Sequence[T]]:
    """A long list in pieces; one empty piece for an empty list."""
    return [rows[start : start + size] for start in range(0, len(rows), size)] or [rows]


def pager(url: str, number: int, total: int) -> Meta:
    """Links to the other parts of a long list: first, last, and those close by; nothing for a short list."""
    if total < 2:
        return {}
    near = [n for n in range(1, total + 1) if n in {1, total} or abs(n - number) < 4]
    links = [PageLink("previous", part_url(url, number - 1), "Previous page")] if number > 1 else []
    links += [PageLink("here" if n == number else "page", part_url(url, n), f"Page {n}") for n in near]
    links += [PageLink("next", part_url(url, number + 1), "Next page")] if number < total else []
    return {"pager": links, "part": f"page {number} of {total}"}


# People


def contact_card(contact: Contact, today: date) -> ContactCard:
    """One contact: who, and each way to reach them."""
    who = contact.name if contact.name and contact.consent_to_publish else ""
    title = ", ".join(part for part in (who, contact.role) if part)
    return ContactCard(wording.first_capital(title), list(_ways(contact, today)))


def _ways(contact: Contact, today: date) -> Iterator[Way]:
    hours = opening_hours(contact.hours, today)
    if contact.phone:
        yield Way("phone", wording.phone_chunks(contact.phone), wording.phone_link(contact.phone), hours)
    if contact.sms:
        chunks = wording.phone_chunks(contact.sms)
        yield Way("message", f"Text {chunks}", wording.phone_link(contact.sms).replace("tel:", "sms:"))
    if contact.text_relay:
        yield Way("message", f"Text relay: {wording.phone_chunks(contact.text_relay)}")
    if contact.email:
        yield Way("mail", contact.email, f"mailto:{contact.email}", "" if contact.phone else hours)
    if contact.url:
        yield Way("globe", site_name(contact.url), contact.url)


def opening_hours(schedules: Iterable[Schedule], today: date) -> str:
    """`Monday to Friday, 9am to 5pm; Saturday, 10am to midday`."""
    now = [schedule for schedule in schedules if not wording.is_past(schedule, today)]
    words = [wording.schedule_words(schedule) or schedule.description or "" for schedule in now]
    return "; ".join(line for line in words if line)


def site_name(url: str) -> str:
    """What to call a web address in words: `marl-trust.example.org`."""
    host = url.split("://", 1)[-1].split("/", 1)[0]
    return host.removeprefix("www.")


# Pictures


def shown_pictures(service: Service) -> list[Picture]:
    """The pictures that say something, with the words under them."""
    return [
        Picture(picture_path(service.provider_id, image.file), image.alt or "", _caption(image))
        for image in service.images
        if not image.decorative
    ]


def _caption(image: Image) -> str:
    parts = [image.caption or "", image.contains_text or "", image.credit or ""]
    return " ".join(wording.sentence(part) for part in parts if part)


def static_files(catalogue: Catalogue) -> dict[str, Path]:
    """Address → file of everything a page shows that is not a page: providers' pictures, files beside hand-written pages."""
    found: dict[str, Path] = {}
    for service in catalogue.services.values():
        for image in service.images:
            found[picture_path(service.provider_id, image.file)] = (
                catalogue.root / "providers" / service.provider_id / image.file
            )
    for provider in catalogue.providers.values():
        if provider.logo:
            found[picture_path(provider.id, provider.logo.file)] = (
                catalogue.root / "providers" / provider.id / provider.logo.file
            )
    content = catalogue.root / "content"
    for path in sorted(content.rglob("*")):
        name = path.relative_to(content)
        if path.is_file() and path.suffix != ".md" and not any(part.startswith(("_", ".")) for part in name.parts):
            found[name.as_posix()] = path
    return dict(sorted(found.items()))
