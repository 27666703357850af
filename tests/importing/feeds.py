"""Feeds as real councils publish them, made up: each defect counted in two public feeds of December 2024, as often as there.

In: nothing (and a number of records, for a smaller one). Out: records in the form of an Open Referral UK 3 list, the ids that
carry each defect, and files of them. The same every time. Nobody in them is real: Marlbrook, 01632 960xxx, MBx, example.org.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

TODAY = date(2026, 11, 22)
FIRST, SECOND = "first", "second"
SIZES = {FIRST: 819, SECOND: 681}

#: How many of 819 and of 738 records had each defect.
COUNTED: dict[str, dict[str, int]] = {
    FIRST: {
        "of": 819,
        "name_blank": 1,
        "name_long": 6,
        "description_empty": 8,
        "html": 769,
        "headings": 127,
        "h1": 25,
        "img": 6,
        "style": 86,
        "data_uri": 2,
        "table": 8,
        "long": 29,
        "click_here": 15,
        "url_without_scheme": 59,
        "url_malformed": 5,
        "email_nbsp": 4,
        "organization_missing": 7,
        "duplicate_id": 1,
        "duplicate_name": 14,
        "assured_missing": 15,
        "assured_old": 595,
        "assured_new": 83,
        "phone_in_text": 118,
        "postcode_in_text": 46,
        "assurer_email": 804,
        "for_children": 146,
    },
    SECOND: {
        "of": 738,
        "name_long": 4,
        "description_empty": 2,
        "html": 736,
        "headings": 49,
        "h1": 5,
        "img": 2,
        "style": 79,
        "table": 1,
        "long": 14,
        "click_here": 3,
        "url_without_scheme": 15,
        "duplicate_name": 14,
        "assured_old": 9,
        "assured_new": 433,
        "phone_in_text": 134,
        "postcode_in_text": 48,
        "assurer_email": 738,
        "for_children": 67,
    },
}
#: A defect is found only in records that have (or have not) another.
ONLY_IN = dict.fromkeys(("headings", "img", "style", "table", "click_here", "data_uri"), "html") | {"h1": "headings"}
NEVER_WITH = {
    "html": ("description_empty",),
    "long": ("description_empty",),
    "phone_in_text": ("description_empty",),
    "postcode_in_text": ("description_empty",),
    "url_malformed": ("url_without_scheme",),
    "name_long": ("name_blank",),
    "duplicate_name": ("name_blank", "name_long"),
    "duplicate_id": ("name_blank", "name_long", "duplicate_name"),
    "assured_old": ("assured_missing",),
    "assured_new": ("assured_missing", "assured_old"),
}
MALFORMED = ("http:www.marl-cricket.example.org", "Marl Community Centre")

PLACES = (
    "Marl",
    "North Wick",
    "Stanbridge",
    "Oldfield",
    "Hay Green",
    "Marlbrook",
    "Fenby",
    "Queens Park",
    "Lower Ash",
    "Thornley",
)
HALLS = (
    "Village Hall",
    "Library",
    "Methodist Church",
    "Sports Centre",
    "Community Centre",
    "Old School",
    "Riverside Rooms",
)
FOR_CHILDREN = (
    ("Autism Family Group", "families of autistic children"),
    ("Youth Club", "young people"),
    ("Stay and Play", "babies and toddlers with their parents"),
    ("Short Breaks", "disabled children and young people"),
    ("Speech and Language Drop In", "children with speech and language needs"),
    ("Inclusive Swimming", "children with special educational needs"),
    ("Children's Centre", "families with children under five"),
    ("Buddies", "teenagers with a learning disability"),
)
FOR_ADULTS = (
    ("Gardening Club", "people over 50"),
    ("Memory Cafe", "people with dementia and their carers"),
    ("Amateur Theatre", "anyone who likes to be on a stage"),
    ("Lunch Club", "older people who live alone"),
    ("Credit Union", "people who live or work here"),
    ("Walking Football", "men who no longer run"),
    ("Choir", "singers of any standard"),
    ("Repair Cafe", "people with things to mend"),
    ("Bowls Club", "beginners and old hands"),
    ("History Society", "people who are curious about the past"),
    ("Carers Meeting", "people who care for a husband or wife"),
    ("Allotments", "growers of vegetables and flowers"),
)
SENTENCES = (
    "We meet in the {hall} and everybody gets a warm welcome.",
    "You can come as often or as seldom as you like, and you can bring a friend.",
    "Our volunteers have many years of experience, and new ones are always welcome.",
    "There is tea, coffee and a biscuit in the break.",
    "The {hall} is a short walk from the bus stop, and there is some parking at the back.",
    "The group was set up in 1998 by a few neighbours & has grown ever since.",
    "It's a friendly place — nobody is ever turned away.",
    "Please look at our website for what is on, as dates change through the year.",
    "We work together with the council, with local shops and with other groups in {place}.",
    "Activities change with the seasons, from crafts in winter to trips out in summer.",
    "Some events are run jointly with our friends in the next village, in which case there may be a place on the minibus for "
    "those who book early enough and who let us know what they need on the way there and on the way back.",
    "A small committee looks after things, and it meets on the first Monday.",
)


@dataclass
class Feed:
    """Records in their order, and under each defect the places (from 0) of the records that have it."""

    records: list[dict[str, Any]] = field(default_factory=list)
    having: dict[str, set[int]] = field(default_factory=dict)


def make_feed(which: str, size: int | None = None) -> Feed:
    """The first or the second feed; `size` other than its own keeps the proportions."""
    size = SIZES[which] if size is None else size
    dice = random.Random(f"{which} {size}")
    having = _share_out(COUNTED[which], size, dice)
    records = [_record(which, at, having, random.Random(f"{which} {at}")) for at in range(size)]
    for place in sorted(having.get("duplicate_name", ())):
        records[place]["name"] = records[_other(place, having, size)]["name"]
    for place in sorted(having.get("duplicate_id", ())):
        records[place]["id"] = records[_other(place, having, size)]["id"]
    return Feed(records, having)


def pages(feed: Feed, size: int = 100) -> Iterator[dict[str, Any]]:
    """The feed as the pages of an Open Referral UK 3 list."""
    parts = [feed.records[at : at + size] for at in range(0, len(feed.records), size)] or [[]]
    for number, part in enumerate(parts, 1):
        yield {
            "total_items": len(feed.records),
            "total_pages": len(parts),
            "page_number": number,
            "size": len(part),
            "first_page": number == 1,
            "last_page": number == len(parts),
            "empty": not part,
            "contents": part,
        }


def write_feed(folder: Path, which: str, size: int | None = None) -> Path:
    """The feed as files of pages in `folder`/services; gives that folder."""
    target = folder / f"{which}-services"
    target.mkdir(parents=True)
    for page in pages(make_feed(which, size)):
        path = target / f"services-{page['page_number']:03}.json"
        path.write_text(json.dumps(page, ensure_ascii=False), encoding="utf-8")
    return target


def _share_out(counted: dict[str, int], size: int, dice: random.Random) -> dict[str, set[int]]:
    """Which records have which defect: as many as were counted, in proportion; one at least of each that was found."""
    having: dict[str, set[int]] = {}
    for name, count in counted.items():
        if name == "of":
            continue
        may = having[ONLY_IN[name]] if name in ONLY_IN else set(range(size))
        may = may.difference(*(having.get(other, set()) for other in NEVER_WITH.get(name, ())))
        many = min(len(may), max(1, round(count * size / counted["of"])))
        having[name] = set(dice.sample(sorted(may), many))
    return having


def _other(place: int, having: dict[str, set[int]], size: int) -> int:
    """A record whose name and id are its own."""
    not_own = set().union(
        *(having.get(name, set()) for name in ("duplicate_name", "duplicate_id", "name_blank", "name_long"))
    )
    return next(at % size for at in range(place + 1, place + size) if at % size not in not_own)


def _record(which: str, at: int, having: dict[str, set[int]], dice: random.Random) -> dict[str, Any]:
    has = {name for name, places in having.items() if at in places}
    own = UUID(int=random.Random(f"id {which} {at}").getrandbits(128), version=4)
    what, whom = dice.choice(FOR_CHILDREN if "for_children" in has else FOR_ADULTS)
    place, hall = dice.choice(PLACES), dice.choice(HALLS)
    host = f"www.{what.lower().replace(' ', '-').replace(chr(39), '')}-{at}.example.org"
    return {
        "id": str(own),
        "name": _name(f"{place} {what}", at, has),
        "description": _description(has, dice, f"{place} {hall}", place, what, whom),
        "url": _url(host, has, dice),
        "email": _email(f"hello@{host.removeprefix('www.')}", has, dice),
        "status": "active",
        "fees": "",
        "accreditations": "",
        "minimum_age": None,
        "assured_date": _assured(has, dice),
        "assurer_email": f"pat.checker{at % 9}@council.example.org" if "assurer_email" in has else "",
        "alert": "",
        "last_modified": f"{TODAY - timedelta(days=dice.randint(1, 900))}T10:00:00Z",
        "organization": {"id": "", "name": "", "description": "", "website": ""}
        if "organization_missing" in has
        else _organization(f"{place} {what}", at),
    }


def _organization(name: str, at: int) -> dict[str, str]:
    """Eleven records in twelve have an organisation of their own; the others share a few."""
    own = f"{name} Society" if at % 12 else ("Marlbrook Council", "Marl Trust", "North Wick Churches Together")[at % 3]
    return {
        "id": str(UUID(int=random.Random(own).getrandbits(128), version=4)),
        "name": own,
        "description": "",
        "website": "",
    }


def _name(name: str, at: int, has: set[str]) -> str:
    if "name_blank" in has:
        return ""
    if "name_long" in has:
        return f"{name} and Friends of the Old Railway, the Canal and the Meadows beside it (Registered Charity) {at}"
    return f"{name} {at}"


def _url(host: str, has: set[str], dice: random.Random) -> str:
    if "url_malformed" in has:
        return MALFORMED[0] if dice.random() < 0.8 else MALFORMED[1]
    if "url_without_scheme" in has:
        return host
    return dice.choice((f"https://{host}", f"http://{host}/", f"https://{host}/what?utm_source=feed&page=2", ""))


def _email(email: str, has: set[str], dice: random.Random) -> str:
    if "email_nbsp" in has:
        return f"{email}\u00a0"
    return email if dice.random() < 0.7 else ""


def _assured(has: set[str], dice: random.Random) -> str:
    if "assured_missing" in has:
        return ""
    days = (366, 2500) if "assured_old" in has else (0, 89) if "assured_new" in has else (95, 360)
    return (TODAY - timedelta(days=dice.randint(*days))).isoformat()


def _description(has: set[str], dice: random.Random, hall: str, place: str, what: str, whom: str) -> str:
    if "description_empty" in has:
        return dice.choice(("", "<p>&nbsp;</p>", "<br />", " "))
    first = f"{what} is for {whom} in {place} and the villages around it."
    many = dice.randint(60, 75) if "long" in has else dice.randint(1, 8)
    said = [first, *(dice.choice(SENTENCES).format(hall=hall, place=place) for _ in range(many))]
    if "phone_in_text" in has:
        said.append(f"To find out more ring 01632 960{dice.randint(0, 999):03}.")
    if "postcode_in_text" in has:
        said.append(
            f"Find us at {dice.randint(1, 90)} Long Lane, {place}, MB{dice.randint(1, 9)} {dice.randint(1, 9)}AB."
        )
    paragraphs = [" ".join(said[start : start + 4]) for start in range(0, len(said), 4)]
    return _html(paragraphs, has, dice, what) if "html" in has else "\r\n\r\n".join(paragraphs)


def _html(paragraphs: list[str], has: set[str], dice: random.Random, what: str) -> str:
    """Paragraphs as a council's editor writes them, with the defects asked for."""
    look = ' style="font-family: Calibri; font-size: 11pt; color: #1f497d;"' if "style" in has else ""
    parts = [f"<p{look}>{text.replace('&', '&amp;').replace('—', '&mdash;')}</p>" for text in paragraphs]
    if "headings" in has:
        level = "h1" if "h1" in has else dice.choice(("h2", "h3", "h4"))
        parts.insert(0, f"<{level}>{what}</{level}>")
        parts.insert(2, f"<{level}><strong>What we do</strong></{level}>")
    if dice.random() < 0.4:
        parts.append("<ul><li>Tea&nbsp;and cake</li><li>A raffle</li><li><strong>Friends</strong></li></ul>")
    if "table" in has:
        parts.append("<table><tr><th>Day</th><th>Hall</th></tr><tr><td>Monday</td><td>Main hall</td></tr></table>")
    if "img" in has:
        parts.append('<p><img src="https://www.example.org/photo.jpg" width="300"></p>')
    if "data_uri" in has:
        parts.append('<p><a href="data:text/plain;base64,aGVsbG8=">A note</a></p>')
    if "click_here" in has:
        parts.append(
            '<p>To join <a href="https://www.example.org/join?utm_source=x" target="_blank">click here</a>.</p>'
        )
    return "\n".join(parts)
