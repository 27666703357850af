"""Easy read of where and when a service is, and what the place is like.

In: a service and the catalogue. Out: ideas. A sensitive place is told by its town only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from localoffer import wording
from localoffer.easyread.page import Idea, Sentence, extra, idea, in_threes, link, name, say
from localoffer.model import Location, Schedule, Service
from localoffer.vocabulary import Feature, Vocabulary

MOST_PLACES = 3
MOST_TIMES = 6
"""More places or times than this are left to the full page."""

DELIVERIES: dict[str, tuple[str, Sentence]] = {
    "home": ("home", say("We can come to your home.")),
    "school": ("school", say("We can come to your school.")),
    "online": ("online", say("You can do this online.")),
    "phone": ("phone", say("You can do this by phone.")),
    "text": ("text-message", say("You can do this by text message.")),
}


def where_ideas(service: Service, today: date) -> Iterator[Idea]:
    """The places, and the other ways it happens; then the days and times."""
    places = service.locations if "venue" in service.delivery else []
    for place in places[:MOST_PLACES]:
        yield _place(place)
    yield from (idea(*DELIVERIES[way]) for way in service.delivery if way in DELIVERIES)
    more = [f"{len(places)} places"] if len(places) > MOST_PLACES else []
    yield from _when_ideas(service, today)
    if any(place.travel and not place.sensitive for place in places):
        yield extra(
            idea("bus", say("The full page says ", link("how to get there", f"services/{service.id}/#where"), "."))
        )
    for what in more:
        yield idea("map", say("The full page shows ", link(f"all {what}", f"services/{service.id}/#where"), "."))


def _place(place: Location) -> Idea:
    if place.sensitive:
        return idea(
            "map", say("It is in ", name(place.city), "."), say("The address is private."), say("Ask us where to go.")
        )
    lines = [line for line in (place.address_1, place.address_2, place.city, place.postal_code) if line]
    return idea("building", say("Come to ", name(place.name), "."), say("It is at ", name(", ".join(lines)), "."))


def _when_ideas(service: Service, today: date) -> Iterator[Idea]:
    times = [schedule for schedule in service.schedules if not wording.is_past(schedule, today)]
    for number, schedule in enumerate(times[:MOST_TIMES]):
        ideas = _schedule_ideas(schedule, service, today)
        yield from ideas if number < 2 else map(extra, ideas)
    if len(times) > MOST_TIMES:
        yield idea("calendar", say("The full page shows ", link("all the times", f"services/{service.id}/#where"), "."))


def _schedule_ideas(schedule: Schedule, service: Service, today: date) -> Iterator[Idea]:
    sentences = list(_days(schedule, today))
    hours = wording.hours(schedule.opens_at, schedule.closes_at)
    if hours:
        sentences.append(
            say(f"The time is {hours}." if schedule.opens_at and schedule.closes_at else f"It is {hours}.")
        )
    if schedule.term_time_only:
        sentences.append(say("It is in school term time."))
    if schedule.holidays_only:
        sentences.append(say("It is in the school holidays."))
    if schedule.valid_from and schedule.valid_from > today:
        sentences.append(say(f"It starts on {wording.day_date(schedule.valid_from)}."))
    if schedule.valid_to:
        sentences.append(say(f"It ends on {wording.day_date(schedule.valid_to)}."))
    if schedule.location and len(service.locations) > 1 and not _is_sensitive(schedule.location, service):
        sentences.append(say("This is at ", name(schedule.location), "."))
    yield from in_threes("calendar", sentences)


def _is_sensitive(place: str, service: Service) -> bool:
    return any(location.sensitive and location.name == place for location in service.locations)


def _days(schedule: Schedule, today: date) -> Iterator[Sentence]:
    """`It is on Saturday.`, `It is on the first Saturday of each month.`, single days to come."""
    if schedule.dates:
        yield from (say(f"It is on {wording.day_date(day)}.") for day in sorted(schedule.dates) if day >= today)
    elif schedule.every == "month" and schedule.byday:
        which = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "last"}.get(schedule.week_of_month or 0)
        day = wording.days(schedule.byday)
        yield say(f"It is on the {which} {day} of each month." if which else f"It is on {day} each month.")
    elif len(schedule.byday) == 7:
        yield say("It is every day.")
    elif schedule.byday:
        yield from _weekly(schedule.byday)


def _weekly(byday: Sequence[str]) -> Iterator[Sentence]:
    named = wording.days(byday)
    if " to " in named or named.count(",") < 2:
        yield say(f"It is on {named}.")
        return
    order = sorted(set(byday), key=list(wording.WEEKDAYS).index)
    yield say(f"It is on {wording.days(order[:3])}.")
    yield say(f"It is also on {wording.join(wording.WEEKDAYS[day] for day in order[3:])}.")


def place_ideas(service: Service, vocabulary: Vocabulary) -> Iterator[Idea]:
    """What the place is like: a sentence for each yes and no; what is not known is said to be so."""
    known = _known_features(service)
    told = [
        (feature, say(words))
        for feature_id, answer in known.items()
        if (feature := vocabulary.features.get(feature_id)) and (words := _feature_words(feature, answer))
    ]
    essential = [idea(feature.picture or "building", sentence) for feature, sentence in told if feature.essential]
    yield from essential[:3]
    yield from map(extra, essential[3:])
    yield from map(extra, in_threes("building", [sentence for feature, sentence in told if not feature.essential]))
    if service.bsl == "yes":
        yield extra(idea("sign-language", say("Staff can use sign language.")))
    if service.interpreter == "yes":
        yield extra(
            idea(
                "interpreter", say("You can have an interpreter."), say("An interpreter says things in your language.")
            )
        )
    yield from map(
        extra, in_threes("speak", [say("Staff speak ", name(language), ".") for language in service.languages])
    )
    if "venue" in service.delivery and any(
        feature.essential and feature_id not in known for feature_id, feature in vocabulary.features.items()
    ):
        yield extra(idea("not-known", say("We do not know all about this place."), say("Ask us about what you need.")))


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
