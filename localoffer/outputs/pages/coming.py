"""What is on this weekend and in the coming days, for the whole area and for each part of it; and its easy-read twin.

In: the Index: schedules, school terms, bank holidays, and today. Out: list Pages. Each build works them out again, the one of
each night too; a script hides days that are over. What nobody can be sure of stands apart, and is to be asked first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from localoffer import wording
from localoffer.addresses import AREAS, TOPICS, area_url, coming_url
from localoffer.catalogue import fit
from localoffer.easyread import EasyReadPage, Section
from localoffer.facts.brief import FACTS, facts_line, who_and_cost
from localoffer.facts.easy_card import easy_lines
from localoffer.facts.voice import idea, say
from localoffer.model import Service
from localoffer.outputs.index import Index
from localoffer.outputs.page import Page
from localoffer.outputs.pages import lists
from localoffer.outputs.pages.easy_lists import whole_page
from localoffer.outputs.pages.lists import ListPage
from localoffer.outputs.view import Box, Card, Group, Link, Notice
from localoffer.wording.coming import Session, is_event, sessions

TITLE = "This weekend and the coming days"
DAYS = 7
SATURDAY = 5
OPEN_TO_COME = frozenset({"self-referral", "drop-in", "appointment", "membership"})
"""Ways in by which a family can come in the coming days, or ask if it can."""
EASY_DAYS = 4


@dataclass(frozen=True)
class Coming:
    """One time of one service in the coming days, and the areas where it is."""

    service: Service
    session: Session
    areas: frozenset[str]


def make_pages(index: Index) -> Iterator[Page]:
    """The whole area, then each part of it."""
    found = coming_sessions(index)
    yield from lists.list_pages(coming_list(found, index))
    for area in index.catalogue.vocabulary.areas:
        yield from lists.list_pages(coming_list(found, index, area))


def coming_sessions(index: Index) -> list[Coming]:
    """Every time of the next seven days at which a family can be there, in order."""
    today, year = index.catalogue.today, index.catalogue.year
    last = today + timedelta(days=DAYS - 1)
    found = [
        Coming(service, session, frozenset(_areas_of(service, session, index)))
        for service in index.shown
        if _can_be_there(service)
        for session in sessions(filter(is_event, service.schedules), today, last, year)
        if session.schedule.opens_at
    ]
    return sorted(found, key=lambda coming: coming.session.order)


def _can_be_there(service: Service) -> bool:
    is_somewhere = not {"venue", "online"}.isdisjoint(service.delivery)
    is_for_families = not fit.is_for_staff(service) and not OPEN_TO_COME.isdisjoint(service.access.route)
    wait = service.waiting_time.typical if service.waiting_time else None
    has_room = not (wait and wait.number) and service.spaces not in {"waiting list", "full"}
    is_open = has_room or "drop-in" in service.access.route
    return service.status == "active" and is_somewhere and is_for_families and is_open


def _areas_of(service: Service, session: Session, index: Index) -> Iterator[str]:
    districts = {code: area.id for area in index.catalogue.vocabulary.areas.values() for code in area.postcodes}
    for place in service.locations:
        is_here = session.schedule.location in (None, place.name)
        if is_here and place.postal_code and not place.sensitive:
            yield districts.get(place.postal_code.split()[0], "")


def coming_list(found: Sequence[Coming], index: Index, area_id: str = "") -> ListPage:
    """Saturday and Sunday first, then the other days; of one area only what is there."""
    areas, today = index.catalogue.vocabulary.areas, index.catalogue.today
    here = [coming for coming in found if not area_id or area_id in coming.areas]
    name = areas[area_id].name if area_id else index.place
    links = [Link(f"All of {index.place}", coming_url()), *(Link(areas[area].name, coming_url(area)) for area in areas)]
    none = Notice(
        "warm", f"We do not know of anything in {name} in these days.", "Look at another day or place, or phone us."
    )
    return ListPage(
        "coming-area" if area_id else "coming",
        coming_url(area_id),
        areas[area_id].path if area_id else index.source_of("topics"),
        f"This weekend in {name}" if area_id else TITLE,
        f"Clubs, groups and drop-ins in {name}, as on {wording.day_date(today)}.",
        crumbs=[Link(TITLE, coming_url())] if area_id else [],
        intro="We work this out every night, from what each one has told us. Times can change: ask before you go.",
        notices=[] if here else [none],
        pills=lists.pills(links, coming_url(area_id)) if areas else (),
        groups=list(_by_day(here, index)),
        missing=replace(lists.what_is_missing(""), title="Do you know of something that is not here?"),
        side=[
            Box("Look further", [*([Link(f"All services in {name}", area_url(area_id))] if area_id else []), *_WAYS])
        ],
        more={"made": today.isoformat(), "pills_name": "Areas"},
    )


_WAYS = (Link("Topics", TOPICS), Link("Areas", AREAS))


def _by_day(found: Iterable[Coming], index: Index) -> Iterator[Group]:
    """A group for each day, the weekend first; then what is to be asked first."""
    rows = list(found)
    days = sorted({coming.session.day for coming in rows if coming.session.is_sure}, key=weekend_first)
    for day in days:
        cards = [_card(coming, index) for coming in rows if coming.session.day == day and coming.session.is_sure]
        yield Group(f"day-{day.isoformat()}", _day_words(day), cards, day=day.isoformat())
    unsure = [_card(coming, index, with_day=True) for coming in rows if not coming.session.is_sure]
    words = "It is a bank holiday, or we do not know the school holidays. Ask if these are on."
    yield from lists.filled_groups(Group("ask-first", "Ask first", unsure, words))


def weekend_first(day: date) -> tuple[bool, date]:
    """Saturday and Sunday before the other days."""
    return day.weekday() < SATURDAY, day


def _day_words(day: date) -> str:
    return f"{wording.weekday(day)} {day.day} {wording.MONTHS[day.month - 1]}"


def _card(coming: Coming, index: Index, *, with_day: bool = False) -> Card:
    service, schedule, day = coming.service, coming.session.schedule, coming.session.day
    areas = index.catalogue.vocabulary.areas
    names = [areas[area].name for area in areas if area in coming.areas]
    cities = dict.fromkeys(place.city for place in service.locations) if "venue" in service.delivery else ["online"]
    hours = wording.hours(schedule.opens_at, schedule.closes_at)
    is_late = wording.ends_next_day(schedule.opens_at, schedule.closes_at)
    ends = schedule.closes_at if schedule.closes_at and not is_late else None
    is_news = service.alert and service.alert.until >= day
    own = facts_line(
        f"{_day_words(day)}, {hours}" if with_day else hours,
        f"{day.isoformat()}@{ends:%H%M}" if ends else f"{day.isoformat()}@",
        who_and_cost(service, index.catalogue, wording.join(names or cities)),
    )
    card = index.card(service)
    return replace(
        card,
        line=f"Read first: {service.alert.text}" if service.alert and is_news else card.line,
        says=tuple(own if line.look == FACTS else line for line in card.says),
    )


# Easy read


def easy_coming(index: Index) -> EasyReadPage:
    """The weekend, then the next days, in easy read: who, when, and that it is good to ask first."""
    today = index.catalogue.today
    rows = [coming for coming in coming_sessions(index) if coming.session.is_sure]
    days = sorted({coming.session.day for coming in rows}, key=weekend_first)[:EASY_DAYS]
    about = Section(
        "What this is about",
        (
            idea("calendar", say("This is what is on soon."), say(f"We made this list on {wording.day_date(today)}.")),
            idea("phone", say("Times can change."), say("Ask before you go.")),
        ),
    )
    nothing = Section(
        "", (idea("not-known", say("We do not know what is on in the next days."), say("You can ask us.")),)
    )
    sections = [
        Section(_day_words(day), (), tuple(_easy_card(coming, index) for coming in rows if coming.session.day == day))
        for day in days
    ]
    return whole_page(TITLE, coming_url(), index.source_of("topics"), about, *(sections or [nothing]))


def _easy_card(coming: Coming, index: Index) -> Card:
    service, schedule = coming.service, coming.session.schedule
    hours = wording.hours(schedule.opens_at, schedule.closes_at)
    return replace(index.easy_card(service), says=easy_lines(service, f"The time is {hours}." if hours else ""))
