"""Each word of each text of a random listing is on its page once, in both versions, or is named as left out.

The pages are those that are published: the same functions make them, MkDocs and the theme make their HTML.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from localoffer import wording
from localoffer.facts.plain import has_long, sentences_of
from localoffer.model import Service
from localoffer.outputs.index import Index
from localoffer.outputs.page import Page
from localoffer.outputs.pages.easy import easy_service_pages
from localoffer.outputs.pages.service import service_page
from localoffer.records.lost import is_text
from tests.easyread.council import council, make
from tests.easyread.strategies import listings
from tests.offer import TODAY
from tests.outputs.pages.conftest import html_of

pytestmark = pytest.mark.sample
FEW = settings(
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # a page is dear: what fails is shown as it is found
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
SPAN = {"counted_from": "the day you ask", "counted_to": "your first visit"}
NOTE = {"byday": ["SA"], "opens_at": "21:00", "closes_at": "02:00", "description": "Ring the bell."}

#: A text that may stand on the full page more than once → where else.
SAID_AGAIN = {
    "name": "what to say when something is wrong",
    "contacts.role": "below the button that calls",
    "contacts.name": "below the button that calls",
    "contacts.hours.description": "below the button that calls",
    "locations.name": "the words of the link to the map",
    "locations.address_1": "the words of the link to the map",
    "locations.address_2": "the words of the link to the map",
    "locations.city": "the words of the link to the map, and where it happens",
}
#: A text that easy read does not say → why.
LEFT_OUT = {
    "description": "the easy words, or the summary, stand for it; the switch leads to it",
    "waiting_time.source": "the day on which it was true is told",
    "last_checked.by": "that it was checked is told, and when",
    "easy_read.points.why": "for editors: why an idea has no picture",
}
#: A text that another one stands for → where that is so.
INSTEAD = {
    "summary": "easy_read",
    "cost.cost_options.amount_description": "cost.free: yes",
    "cost.cost_options.option": "cost.free: yes",
}
#: What a private place keeps to itself, on both pages.
PRIVATE = {"locations.name", "locations.address_1", "locations.address_2"}


class Marked:
    """A record with a word of its own at the end of each of its texts, and the field of each word. `long`: words of sentences that
    are too long for easy read, which says something else in their place."""

    def __init__(self, record: dict[str, Any]) -> None:
        self.fields: dict[str, str] = {}
        self.private: set[str] = set()
        self.long: set[str] = set()
        self.record = self._mark(record, "", False)

    def _mark(self, value: Any, path: str, is_private: bool) -> Any:
        if isinstance(value, dict):
            is_private |= value.get("sensitive") == "yes"
            return {key: self._mark(part, f"{path}.{key}" if path else key, is_private) for key, part in value.items()}
        if isinstance(value, list):
            return [self._mark(part, f"{path}.{number}", is_private) for number, part in enumerate(value)]
        if not isinstance(value, str) or not is_text(path, Service):
            return value
        word, field = f"Wo{len(self.fields)}rd", re.sub(r"\.\d+", "", path)
        self.fields[word] = field
        if is_private and field in PRIVATE:
            self.private.add(word)
        text = f"{value.rstrip('.')} {word}." if value.endswith(".") else f"{value} {word}"
        self.long |= {word for sentence in sentences_of(text) if word in sentence and has_long(sentence)}
        return text


@st.composite
def whole_listings(draw: st.DrawFn) -> dict[str, Any]:
    """A listing with more texts: notes on times and hours, people with consent, links, a school, an editor's own points."""
    record = draw(listings())
    for schedule in record.get("schedules", []):
        schedule["description"] = "Ask first"
    for number, contact in enumerate(record["contacts"]):
        contact["hours"] = [dict(NOTE)]
        if number == 0 and draw(st.booleans()):
            contact |= {"name": "Dana Marsh", "consent_to_publish": "yes", "role": "Club leader"}
    for place in record.get("locations", []):
        place["address_2"] = "Far End"
    if draw(st.booleans()):
        record["eligibility"]["description"] = "For people who like games."
        record |= {"links": [{"text": "Join the club (form)", "url": "https://www.marl.example/join"}]}
    record |= {"schedules": [*record.get("schedules", []), dict(NOTE)][:3], "status": "active"}
    if draw(st.booleans()):
        record |= {"school": {"senco": "Ask the office", "resource_base": "A base for 12 pupils"}}
    if "waiting_time" in record:
        record["waiting_time"] = {**record["waiting_time"], **SPAN, "source": "Our own records"}
    if draw(st.booleans()):
        points = [{"text": "You can play here.", "picture": "none", "why": "No picture shows it."}]
        record |= {"easy_read": {"points": points}}
    return record


def shown(*pages: Page) -> tuple[str, Counter[str]]:
    """The words of a page in all its parts; how often each marked one stands between its header and its footer. What every
    part repeats, the title and whom to call, counts once."""
    said, words = "", Counter[str]()
    for number, page in enumerate(pages):
        tree = LexborHTMLParser(html_of(page))
        main = tree.css_first("main")
        assert main is not None
        for again in main.css("h1, .lo-answer") if number else ():
            again.decompose()
        words += Counter(re.findall(r"\bWo\d+rd\b", main.text(separator=" ")))
        said += " ".join(tree.body.text(separator=" ").split()) if tree.body else ""
    return said, words


def service_of(marked: Marked) -> Service:
    service = make(marked.record)
    assume(service is not None)
    assert service is not None
    assume(not any(wording.is_past(schedule, TODAY) for schedule in service.schedules))
    for option in service.cost.cost_options:
        assume(not option.valid_from or option.valid_from <= TODAY)
    return service


def wrong_on_the_page(marked: Marked, counts: Counter[str]) -> Iterator[tuple[str, str, int]]:
    for word, field in marked.fields.items():
        most = 3 if field in SAID_AGAIN else 1
        least = 0 if word in marked.private or field in HIDDEN else 1
        if not least <= counts[word] <= most:
            yield word, field, counts[word]


HIDDEN = {"easy_read.points.text", "easy_read.points.why"}
"""What only the easy-read page says, and the reason for editors why an idea has no picture."""


@given(whole_listings())
@FEW
def test_each_word_of_a_listing_is_on_both_pages_or_stands_in_the_short_list_of_what_easy_read_leaves_out(
    record: dict[str, Any],
) -> None:
    logging.disable(logging.WARNING)
    marked = Marked(record)
    service, index = service_of(marked), Index(council())
    _text, counts = shown(service_page(service, index))
    assert list(wrong_on_the_page(marked, counts)) == []
    text, counts = shown(*easy_service_pages(service, index))
    for word, field in marked.fields.items():
        if word in marked.private:
            assert counts[word] == 0, (field, word)
        elif field not in {"name", *LEFT_OUT} and not is_instead(field, service) and word not in marked.long:
            assert counts[word] >= 1, (field, word, text)


def is_instead(field: str, service: Service) -> bool:
    """True where the easy words stand for the summary, or where it is free whatever a price list says."""
    return {"easy_read": bool(service.easy_read), "cost.free: yes": service.cost.free == "yes"}.get(
        INSTEAD.get(field, ""), False
    )
