"""Find help: the search form, what results can be narrowed by, and without JavaScript the way to every list.

In: the Index. Out: the Page for theme/find.html. Field names and values are those of the address
(`?q=&age=&day=&topic=&need=&near=&sort=`) and of localoffer/facts/choices.py. How many each choice would leave is worked out
by the page's script, which takes away those that would leave none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from localoffer import wording
from localoffer.addresses import (
    A_TO_Z,
    AREAS,
    COMING,
    FIND,
    LANGUAGES,
    LANGUAGES_GUIDE,
    NEEDS,
    PROVIDERS,
    SERVICES,
    STAGES,
    TOPICS,
    content_url,
)
from localoffer.facts.choices import TIMES
from localoffer.outputs.index import Index
from localoffer.outputs.page import Meta, Page, new_page
from localoffer.outputs.pages import languages
from localoffer.outputs.pages.topics import topic_cards
from localoffer.outputs.view import Box, Card, Choice, Link

GOOD_TO_KNOW = {
    "no-diagnosis": "No diagnosis needed", "no-plan": "No EHC plan needed", "no-wait": "No wait",
    "places-now": "Places free now", "bsl": "Staff sign (BSL)", "bsl-video": "Film in sign language (BSL)", "interpreter": "You can have an interpreter",
}  # fmt: skip
COST = {"free": "Free, or free for some", "to-pay": "You pay", "personal-budget": "You can use a personal budget"}
ROUTE = {
    "self-referral": "Ask them yourself", "drop-in": "Just turn up", "appointment": "Book a time", "membership": "Join as a member",
    "professional-referral": "Somebody who helps you asks for you", "assessment": "After an assessment", "panel": "A panel decides",
}  # fmt: skip
DELIVERY = {
    "venue": "At a place you go to", "home": "At your home", "school": "At school",
    "online": "Online", "phone": "By phone", "text": "By text message",
}  # fmt: skip
LONG = {"need": "Need", "feature": "What the place has"}
"""Groups whose choices come with the index (`localoffer.outputs.search`)."""
DAY = {code: name[:3] for code, name in wording.WEEKDAYS.items()}
TIME = {name: wording.first_capital(name) for name in TIMES}


def make_pages(index: Index) -> list[Page]:
    """The one page that searches."""
    meta: Meta = {
        "title": "Find help",
        "summary": "Search all services by your own words, by age, need, day, place and cost.",
        "filters": list(filter_groups(index)),
        "districts": sorted({row.postcode.split()[0] for row in index.catalogue.vocabulary.postcodes}),
        "lists": _lists(index),
        "groups": _link_groups(index),
        **_languages(index),
    }
    return [new_page("find", FIND, meta, index.source_of("topics"))]


def _languages(index: Index) -> Meta:
    """The way on for a question in another language: nearly all that search knows is English."""
    if index.catalogue.languages:
        return {"languages": Link(languages.TITLE, LANGUAGES)}
    page = index.catalogue.content.get(LANGUAGES_GUIDE.strip("/"))
    return {"languages": Link(page.title, content_url(page.id))} if page else {}


def filter_groups(index: Index) -> Iterator[Meta]:
    """Each group of choices: a name, a title, whether it is open and in columns, and the choices. Long groups come with the
    index, at first use: the page is lighter by them."""
    for name, title, look, choices in _choices(index):
        rows = [Choice(value, words) for value, words in choices]
        yield {"name": name, "title": title, "look": look, "choices": rows}
    for name, title in LONG.items():
        yield {"name": name, "title": title, "look": "", "choices": []}


def _choices(index: Index) -> Iterator[tuple[str, str, str, Iterable[tuple[str, str]]]]:
    words = index.catalogue.vocabulary
    yield "day", "Day", "columns", DAY.items()
    yield "time", "Time of day", "columns", TIME.items()
    yield "cost", "Cost", "open", COST.items()
    yield "know", "Good to know", "open", GOOD_TO_KNOW.items()
    yield "topic", "Topic", "", [(topic.id, topic.name) for topic in words.topics.values() if not topic.parents]
    places = [(area.id, area.name) for area in words.areas.values()]
    places += [("national", "All over the country"), ("outside-the-area", f"Outside {index.place}")]
    yield "area", "Where you live", "", places
    yield "route", "How you get it", "", ROUTE.items()
    yield "delivery", "Where it happens", "", DELIVERY.items()


def _lists(index: Index) -> list[Card]:
    return [
        Card("The whole list", SERVICES, f"All {wording.count(len(index.shown), 'service')}, by name"),
        Card("A to Z", A_TO_Z, "By the first letter of the name"),
        Card("Topics", TOPICS, "By what it is about"),
        Card("Needs", NEEDS, "By need; you do not need a diagnosis"),
        Card("Ages", STAGES, "From birth to 25"),
        Card("Areas", AREAS, f"By part of {index.place}"),
        Card("This weekend", COMING, "Clubs, groups and drop-ins in the coming days"),
        Card("Who runs services", PROVIDERS, "Schools, charities, the NHS and council teams"),
    ]


def _link_groups(index: Index) -> list[Box]:
    """The topics, also for a search without an answer; the other lists stand above them."""
    links = [Link(card.name, card.href) for card in topic_cards(index)]
    return [Box("Topics", links, "by-topic")] if links else []
