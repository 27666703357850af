"""Easy read of where and when a service is, and what the place is like.

In: a service and the catalogue. Out: ideas. A sensitive place is told by its town only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from localoffer import wording
from localoffer.easyread.page import Idea, Sentence, extra, extras, idea, in_threes, link, name, say
from localoffer.model import Location, Schedule, Service
from localoffer.model.vocabulary import Feature, Vocabulary

MOST_PLACES = 3
MOST_TIMES = 4
MOST_DATES = 3
"""More places, times or single days than this are left to the full page."""

TO_YOU = {"home": "at home", "school": "at school"}
FROM_AFAR = {"phone": ("phone", "phone"), "text": ("text-message", "text message"), "online": ("online", "online")}


def where_ideas(service: Service, today: date) -> Iterator[Idea]:
    """The places, and the other ways it happens; then the days and times."""
    places = service.locations if "venue" in service.delivery else []
    shown = [_place(place) for place in places[:MOST_PLACES]]
    yield from shown[:1]
    yield from extras(shown[1:], 2)
    yield from extras(_other_ways(service), 1 if not shown else 2)
    yield from _when_ideas(service, today)
    where = f"services/{service.id}/#where"
    if len(places) > MOST_PLACES:
        yield extra(idea("map", say("The full page shows ", link(f"all {len(places)} places", where), ".")), 2)
    if any(place.travel and not place.sensitive for place in places):
        yield extra(idea("bus", say("The full page says ", link("how to get there", where), ".")))


def _place(place: Location) -> Idea:
    if place.sensitive:
        return idea(
            "map", say("It is in ", name(place.city), "."), say("The address is private."), say("Ask where to go.")
        )
    lines = [line for line in (place.address_1, place.address_2, place.city, place.postal_code) if line]
    return idea("building", say("Come to ", name(place.name), "."), say("It is at ", name(", ".join(lines)), "."))


def _other_ways(service: Service) -> Iterator[Idea]:
    """`You can get this at home or at school.` `You can do this by phone or online.`"""
    near = [way for way in TO_YOU if way in service.delivery]
    if near:
        yield idea(near[0], say(f"You can get this {wording.join((TO_YOU[way] for way in near), 'or')}."))
    far = [way for way in FROM_AFAR if way in service.delivery]
    if far:
        words = [FROM_AFAR[way][1] for way in far]
        by = "" if far == ["online"] else "by "
        yield idea(FROM_AFAR[far[0]][0], say(f"You can do this {by}{wording.join(words, 'or')}."))


# Days and times


def _when_ideas(service: Service, today: date) -> Iterator[Idea]:
    times = [schedule for schedule in service.schedules if not wording.is_past(schedule, today)]
    for number, schedule in enumerate(times[:MOST_TIMES]):
        ideas = in_threes("calendar", list(_schedule(schedule, service, today)))
        yield from extras(ideas[:1], 1 if number < 2 else 2)
        yield from extras(ideas[1:], 2)
    is_longer = len(times) > MOST_TIMES or any(len(schedule.dates) > MOST_DATES for schedule in times)
    if is_longer:
        everything = link("all the times", f"services/{service.id}/#where")
        yield extra(idea("calendar", say("The full page shows ", everything, ".")), 2)


def _schedule(schedule: Schedule, service: Service, today: date) -> Iterator[Sentence]:
    """Days, time, place; then the first and the last day."""
    days, season = list(_days(schedule, today)), _season(schedule)
    yield from days[:MOST_DATES] if schedule.dates else days
    hours = wording.hours(schedule.opens_at, schedule.closes_at)
    if hours == "all day and night":
        yield say("It is open all day and night.")
    elif schedule.opens_at and schedule.closes_at:
        yield say(f"The time is {hours}.")
    elif schedule.opens_at:
        yield say(f"It starts at {wording.clock(schedule.opens_at)}.")
    elif schedule.closes_at:
        yield say(f"It ends at {wording.clock(schedule.closes_at)}.")
    if schedule.location and len(service.locations) > 1 and not _is_sensitive(schedule.location, service):
        yield say("This is at ", name(schedule.location), ".")
    if season and not _is_weekly(schedule):
        yield say(f"It is {season}.")
    if schedule.valid_from and schedule.valid_from > today:
        yield say(f"The first day is {wording.day_date(schedule.valid_from)}.")
    if schedule.valid_to:
        yield say(f"The last day is {wording.day_date(schedule.valid_to)}.")


def _is_sensitive(place: str, service: Service) -> bool:
    return any(location.sensitive and location.name == place for location in service.locations)


def _days(schedule: Schedule, today: date) -> Iterator[Sentence]:
    """`It is on Saturdays in term time.`, `It is on the first Saturday of each month.`, single days to come."""
    if schedule.dates:
        yield from (say(f"It is on {wording.day_date(day)}.") for day in sorted(schedule.dates) if day >= today)
    elif _is_weekly(schedule):
        yield from _weekly(schedule.byday, _season(schedule))
    elif schedule.byday:
        yield from _monthly(schedule)


def _is_weekly(schedule: Schedule) -> bool:
    return bool(schedule.byday) and schedule.every == "week" and not schedule.dates


def _season(schedule: Schedule) -> str:
    if schedule.term_time_only:
        return "in term time"
    return "in school holidays" if schedule.holidays_only else ""


def _monthly(schedule: Schedule) -> Iterator[Sentence]:
    which = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "last"}.get(schedule.week_of_month or 0)
    for day in _in_order(schedule.byday):
        yield say(f"It is on the {which} {day} of each month." if which else f"It is on 1 {day} each month.")


def _weekly(byday: Sequence[str], season: str) -> Iterator[Sentence]:
    named = _in_order(byday)
    end = f" {season}." if season else "."
    if len(named) == len(wording.WEEKDAYS):
        yield say(f"It is every day{end}")
    elif len(named) > 2 and " to " in wording.days(byday):
        yield say(f"The days are {wording.days(byday)}{end}")
    elif len(named) == len(wording.WEEKDAYS) - 1:
        free_day = next(name for name in wording.WEEKDAYS.values() if name not in named)
        yield say(f"It is every day but {free_day}{end}")
    else:
        yield say(f"It is on {wording.join(f'{day}s' for day in named[:3])}{end}")
        if named[3:]:
            yield say(f"It is also on {wording.join(f'{day}s' for day in named[3:])}{end}")


def _in_order(byday: Sequence[str]) -> list[str]:
    return [name for code, name in wording.WEEKDAYS.items() if code in byday]


# What the place is like


def place_ideas(service: Service, vocabulary: Vocabulary) -> Iterator[Idea]:
    """What the place is like: a sentence for each yes and no; what is not known is said to be so."""
    known = _known_features(service)
    told = [
        (feature, say(words))
        for feature_id, answer in known.items()
        if (feature := vocabulary.features.get(feature_id)) and (words := _feature_words(feature, answer))
    ]
    essential = [idea(feature.picture or "building", sentence) for feature, sentence in told if feature.essential]
    yield from extras(essential[:2], 1)
    yield from extras(essential[2:], 2)
    if service.bsl == "yes":
        yield extra(idea("sign-language", say("Staff can use sign language.")), 2)
    if service.interpreter == "yes":
        meaning = say("An interpreter says things in your language.")
        yield extra(idea("interpreter", say("You can have an interpreter."), meaning), 2)
    yield from extras(in_threes("speak", [say("Staff speak ", name(words), ".") for words in service.languages]))
    yield from _unknown_place(service, known, vocabulary)
    others = [(feature.picture or "building", sentence) for feature, sentence in told if not feature.essential]
    yield from extras((idea(picture, sentence) for picture, sentence in others), 4)


def _unknown_place(service: Service, known: dict[str, str], vocabulary: Vocabulary) -> Iterator[Idea]:
    essential = [feature_id for feature_id, feature in vocabulary.features.items() if feature.essential]
    if "venue" in service.delivery and any(feature_id not in known for feature_id in essential):
        yield extra(idea("not-known", say("We do not know all about this place."), say("Ask about what you need.")))


def _known_features(service: Service) -> dict[str, str]:
    """Features that every shown place answers the same way: yes or no. Places that differ are left to the full page."""
    if "venue" not in service.delivery or not service.locations:
        return {}
    first, *others = [place.accessibility for place in service.locations]
    return {
        feature: answer
        for feature, answer in first.items()
        if answer != "not known" and all(other.get(feature) == answer for other in others)
    }


def _feature_words(feature: Feature, answer: str) -> str | None:
    return feature.easy_yes if answer == "yes" else feature.easy_no
