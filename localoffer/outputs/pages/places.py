"""Where and when: places, how to get there, what they have, and the times.

In: one Service. Out: front matter for theme/service.html. A sensitive place
shows its town and nothing else: no name, no street, no postcode, no map.
"""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from localoffer import wording
from localoffer.model import Location, Schedule, Service
from localoffer.outputs.index import Index
from localoffer.outputs.page import Meta
from localoffer.outputs.parts import linked
from localoffer.outputs.view import Feature, Place, TimeRow

MAP = "https://www.openstreetmap.org/search?"
PRIVATE = "This place keeps its address private. Ask, and they will tell you where it is."


def place_facts(service: Service, index: Index) -> Meta:
    """`where` in words, and one group of facts for each place."""
    where = []
    ways = [way for way in service.delivery if way != "venue"]
    if ways:
        words = wording.join(wording.DELIVERIES[way] for way in ways)
        where.append(
            wording.sentence(f"{'you can also have it ' if 'venue' in service.delivery else 'you can have it '}{words}")
        )
    return {"where": where, "places": [_place(place, service, index) for place in service.locations]}


def _place(place: Location, service: Service, index: Index) -> Place:
    several = len(service.locations) > 1
    travel = linked(place.travel) if place.travel else ""
    if place.sensitive:
        return Place(title=place.city, private=PRIVATE, travel=travel, fitted=_fitted(place, index))
    address = ", ".join(part for part in (place.address_1, place.address_2, place.city, place.postal_code) if part)
    times = [time_row(s) for s in service.schedules if several and s.location == place.name]
    return Place(
        title=place.name if several else "",
        name="" if several else place.name,
        address=address,
        map=map_link(place),
        times=times,
        caption="Times here" if times else "",
        travel=travel,
        fitted=_fitted(place, index),
    )


def map_link(place: Location) -> str:
    """A search on OpenStreetMap for the postcode, or the address; never for a sensitive place."""
    if place.sensitive:
        return ""
    query = place.postal_code or ", ".join(part for part in (place.address_1, place.city) if part)
    return MAP + urlencode({"query": query})


def _fitted(place: Location, index: Index) -> list[Feature]:
    """What is known about the place: yes first, then no, then not known."""
    lines = []
    for answer, kind, start in (("yes", "yes", "Yes: "), ("no", "no", "No: "), ("not known", "ask", "Not known: ")):
        for feature in index.catalogue.vocabulary.features.values():
            if place.accessibility.get(feature.id) == answer:
                lines.append(Feature(kind, f"{start}{feature.name}{'. Ask first.' if kind == 'ask' else ''}"))
    return lines


def when_facts(service: Service, today: date) -> Meta:
    """The times that belong to no one place among several, and are not over."""
    names = {place.name for place in service.locations if not place.sensitive} if len(service.locations) > 1 else set()
    shown = [s for s in service.schedules if s.location not in names and not wording.is_past(s, today)]
    rows = [time_row(schedule) for schedule in shown]
    return {"times": rows, "times_caption": "Times"} if rows else {}


def time_row(schedule: Schedule) -> TimeRow:
    """One line of the table of times."""
    notes = [wording.schedule_season(schedule), schedule.description or ""]
    note = " ".join(wording.sentence(part) for part in notes if part)
    return TimeRow(wording.schedule_days(schedule) or "Ask", wording.hours(schedule.opens_at, schedule.closes_at), note)
