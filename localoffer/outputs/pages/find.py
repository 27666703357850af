"""Find help: the search form, what results can be narrowed by, and without JavaScript the way to every list.

In: the Index. Out: the Page for theme/find.html. Field names and values are those of the address
(`?q=&topic=&need=&stage=&near=&sort=`) and of the filters in localoffer/outputs/search/facets.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from localoffer import wording
from localoffer.addresses import (
    A_TO_Z,
    AREAS,
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
from localoffer.outputs.index import Index
from localoffer.outputs.page import Meta, Page, new_page
from localoffer.outputs.pages import languages
from localoffer.outputs.pages.topics import topic_cards
from localoffer.outputs.search.facets import service_filters
from localoffer.outputs.view import Box, Card, Choice, Link

GOOD_TO_KNOW = {
    "no-diagnosis": "No diagnosis needed", "no-plan": "No EHC plan needed", "no-wait": "No wait",
    "places-now": "Places free now", "bsl": "Staff sign (BSL)", "interpreter": "You can have an interpreter",
}  # fmt: skip
COST = {"free": "Free", "to-pay": "You pay", "personal-budget": "You can use a personal budget"}
ROUTE = {
    "self-referral": "Ask them yourself", "drop-in": "Just turn up", "appointment": "Book a time", "membership": "Join as a member",
    "professional-referral": "Somebody who helps you asks for you", "assessment": "After an assessment", "panel": "A panel decides",
}  # fmt: skip
DELIVERY = {
    "venue": "At a place you go to", "home": "At your home", "school": "At school",
    "online": "Online", "phone": "By phone", "text": "By text message",
}  # fmt: skip
EVERYWHERE = "whole-area"
"""A service for the whole area answers to each part of it."""


def make_pages(index: Index) -> list[Page]:
    """The one page that searches."""
    meta: Meta = {
        "title": "Find help",
        "summary": "Search all services by your own words, by age, need, place and cost.",
        "filters": list(filter_groups(index)),
        "example": _example_postcode(index),
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
    """Each group of choices that narrows anything: a name, a title, and choices with how many services they have."""
    counts = Counter(name for service in index.shown for name in set(service_filters(service, index)))
    for name, title, is_open, choices in _choices(index):
        extra = {"need": counts["need:all"], "area": counts[f"area:{EVERYWHERE}"]}.get(name, 0)
        rows = []
        for value, words in choices:
            own = counts[f"{name}:{value}"]
            shared = 0 if value in {"national", "outside-the-area"} else extra
            if own + shared:
                rows.append(Choice(value, words, own + shared))
        if rows:
            yield {"name": name, "title": title, "open": is_open, "choices": rows}


def _choices(index: Index) -> Iterator[tuple[str, str, bool, Iterable[tuple[str, str]]]]:
    words = index.catalogue.vocabulary
    yield "stage", "Age", True, [(stage.id, stage.name) for stage in words.stages.values()]
    yield "know", "Good to know", True, GOOD_TO_KNOW.items()
    yield "topic", "Topic", False, [(topic.id, topic.name) for topic in words.topics.values() if not topic.parents]
    yield "need", "Need", False, [(need.id, need.name.split(" (")[0]) for need in words.needs.values() if need.parents]
    places = [(area.id, area.name) for area in words.areas.values()]
    places += [("national", "All over the country"), ("outside-the-area", f"Outside {index.place}")]
    yield "area", "Where you live", False, places
    yield "cost", "Cost", False, COST.items()
    yield "route", "How you get it", False, ROUTE.items()
    yield "delivery", "Where it happens", False, DELIVERY.items()
    features = [(feature.id, wording.first_capital(feature.name)) for feature in words.features.values()]
    yield "feature", "What the building has", False, features


def _example_postcode(index: Index) -> str:
    rows = index.catalogue.vocabulary.postcodes
    return rows[0].postcode if rows else ""


def _lists(index: Index) -> list[Card]:
    return [
        Card("The whole list", SERVICES, f"All {wording.count(len(index.shown), 'service')}, by name"),
        Card("A to Z", A_TO_Z, "By the first letter of the name"),
        Card("Topics", TOPICS, "By what it is about"),
        Card("Needs", NEEDS, "By need; you do not need a diagnosis"),
        Card("Ages", STAGES, "From birth to 25"),
        Card("Areas", AREAS, f"By part of {index.place}"),
        Card("Who runs services", PROVIDERS, "Schools, charities, the NHS and council teams"),
    ]


def _link_groups(index: Index) -> list[Box]:
    """The topics, also for a search without an answer; the other lists stand above them."""
    links = [Link(card.name, card.href) for card in topic_cards(index)]
    return [Box("Topics", links, "by-topic")] if links else []
