"""An abbreviation leads to its meaning where it first stands, and nothing else of a text changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localoffer.kinds import kind_of
from localoffer.outputs.cross_links import link_terms, term_places
from localoffer.outputs.pages import Page
from localoffer.reading import Term, WordLists

WORDS = WordLists(
    terms=(
        Term("EHC plan", "education, health and care plan", "A paper.", id="ehc-plan"),
        Term("SENCO", "special educational needs co-ordinator", "A teacher.", id="senco"),
        Term("panel", meaning="People who decide.", id="panel"),
    )
)
PLACES = {"ehc-plan": "/glossary/#ehc-plan", "senco": "/glossary/page/2/#senco"}


@pytest.mark.parametrize(
    ("body", "linked"),
    [
        ("Ask the SENCO. The SENCO knows.", "Ask the [SENCO](/glossary/page/2/#senco). The SENCO knows."),
        ("An EHC plan helps.", "An [EHC plan](/glossary/#ehc-plan) helps."),
        ("## The SENCO\n\nThe SENCO is here.", "## The SENCO\n\nThe [SENCO](/glossary/page/2/#senco) is here."),
        ("An **EHC plan** is a paper. An EHC plan helps.", "An **EHC plan** is a paper. An EHC plan helps."),
        ("[Ask the SENCO](/x/) now.", "[Ask the SENCO](/x/) now."),
        ("`SENCO` and https://x.example/SENCO", "`SENCO` and https://x.example/SENCO"),
        ("| SENCO | x |\n|---|---|\n| EHC plan | y |", "| SENCO | x |\n|---|---|\n| EHC plan | y |"),
        ("The panel meets.", "The panel meets."),
        ("SENCOs and aSENCO", "SENCOs and aSENCO"),
    ],
)
def test_first_use_is_a_link(body: str, linked: str) -> None:
    assert link_terms(body, WORDS, PLACES) == linked


@given(
    st.lists(st.sampled_from([*"[]()*`#|<>{}\n ", "SENCO", "EHC plan", "a", "**", "!!! "]), max_size=40).map("".join)
)
def test_taking_the_links_away_gives_the_text_back(body: str) -> None:
    linked = link_terms(body, WORDS, PLACES)
    for place in PLACES.values():
        linked = linked.replace(f"]({place})", "\ue001")
    assert linked.replace("\ue001", "").count("SENCO") == body.count("SENCO")
    assert len(linked.replace("\ue001", "")) - linked.count("\ue001") == len(body)


def test_every_term_of_the_glossary_has_a_place(pages: dict[str, Page]) -> None:
    places = term_places(list(pages.values()))
    assert places
    assert all(place.startswith("/glossary/") and f"#{name}" in place for name, place in places.items())


def test_pages_lead_to_the_glossary(pages: dict[str, Page]) -> None:
    linked = [page for page in pages.values() if kind_of(page.kind).is_prose and "](/glossary/" in page.body]
    assert linked
    assert all(page.body.count("](/glossary/#ehc-plan)") <= 1 for page in linked)
