"""Each word that an editor pastes into a listing is on its page once, in both versions, or is named as left out.

Word, Facebook, HTML mail and CSV each have a strategy of their own (tests/prose/pasting.py). The pages are those that are published.
"""

from __future__ import annotations

import json
import logging
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from localoffer.model import Service
from localoffer.outputs.index import Index
from localoffer.outputs.page import Page
from localoffer.outputs.pages.easy import easy_service_pages
from localoffer.outputs.pages.service import service_page
from localoffer.records import read_record_text
from tests.easyread.council import PLAIN, council
from tests.outputs.pages.conftest import html_of
from tests.prose.pasting import SOURCES, words_in

pytestmark = pytest.mark.sample
FEW = settings(
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # a page is dear: what fails is shown as it is found
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


def main_text(page: Page) -> str:
    """What stands between the header and the footer of the published page."""
    main = LexborHTMLParser(html_of(page)).css_first("main")
    assert main is not None
    return main.text()


def known(text: str, words: list[str]) -> list[str]:
    """Those of these words that the page says, as they follow each other."""
    return [word for word in words_in(text) if word in words]


def accepted(description: str, **others: Any) -> Service:
    """The listing; where its description is refused for its headings, the listing after the editor did what check says."""

    def read(text: str) -> tuple[Service | None, set[str]]:
        record = {**PLAIN, **others, "description": text}
        path = "providers/marl-trust/test-club.yml"
        made, findings = read_record_text(json.dumps(record, ensure_ascii=False), path, Service)
        return made, {finding.rule for finding in findings if finding.is_error}

    service, refused = read(description)
    if service is None:
        assert refused == {"big-heading"}
        lines = description.replace("_x000D_", "\n")  # which is a new line, as spreadsheets write it
        lines = re.sub(r"^ {0,3}(=+|-+) *$", "", lines, flags=re.M)
        smaller = re.sub(r"^[ \t]*#{1,2}(?!#) ?", "### ", lines, flags=re.M)
        service, refused = read(smaller)
    assert service is not None, refused
    return service


@pytest.mark.parametrize("source", SOURCES)
@given(data=st.data())
@FEW
def test_each_word_pasted_into_a_listing_is_on_both_pages_once_or_named_as_left_out(
    source: str, data: st.DataObject
) -> None:
    logging.disable(logging.WARNING)
    description, told = data.draw(SOURCES[source](1, 8), "description")
    rule, ruled = data.draw(SOURCES[source](1001, 1), "a rule on who can come")
    point, own = data.draw(SOURCES[source](2001, 1), "an easy-read point of the editor's own")
    service = accepted(
        f"{description}\n\nSee you there.",
        eligibility={**PLAIN["eligibility"], "criteria": [rule]},
        easy_read={"points": [{"text": point, "picture": "none", "why": "No picture shows it."}]},
    )
    index = Index(council())

    text = main_text(service_page(service, index))
    assert known(text, told) == told
    assert known(text, ruled) == ruled
    assert not known(text, own), "only easy read says an editor's own points"

    text = " ".join(map(main_text, easy_service_pages(service, index)))
    assert known(text, own) == own
    assert known(text, ruled) == ruled or "There is one more rule." in text
    assert not known(text, told), "the easy words stand for the description"
