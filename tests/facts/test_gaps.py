"""What nobody knows: told once in both versions of a page, with whom to ask; and nothing is stated that no record holds."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings

from localoffer.facts import gaps, service_facts
from localoffer.facts.fact import Gap
from localoffer.facts.gaps import FEW
from localoffer.facts.view import Needed
from localoffer.model import Service
from localoffer.outputs.index import Index
from localoffer.outputs.page import page_text
from localoffer.outputs.pages.service import service_page
from tests.easyread.council import changed, council, make, page_of
from tests.easyread.strategies import listings_with_gaps

pytestmark = pytest.mark.sample
MANY = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
TOLD: dict[str, tuple[Gap, str]] = {
    "ages": (gaps.AGES, "Ages"),
    "needs": (gaps.NEEDS, "Needs"),
    "area": (gaps.AREA, "Where you live"),
    "place": (gaps.PLACE, "Where it is"),
    "papers": (gaps.PAPERS, "What you need first"),
    "cost": (gaps.COST, "Cost"),
    "route": (gaps.ROUTE, "How to get it"),
}
NOTHING: dict[str, Any] = {
    "summary": None,
    "description": "not known",
    "topics": ["not sorted"],
    "for_whom": None,
    "eligibility": {"any_age": "not known", "needs": ["not known"]},
    "access": {"route": ["not known"]},
    "cost": {"free": "not known"},
    "delivery": ["not known"],
    "locations": None,
    "schedules": None,
    "service_areas": ["not known"],
    "contacts": "not known",
    "last_checked": "not known",
    "easy_read": None,
    "source": {"system": "A feed", "id": "1", "digest": "0"},
}


def listing_of(record: dict[str, Any]) -> Service:
    service = make(record)
    assume(service is not None)
    assert service is not None
    return service


def standard_lines(service: Service) -> list[str]:
    """`Ages: 5 to 18`, for each main fact of the page."""
    found = [fact for fact in service_facts(service, council()).values() if fact.id != "description"]
    rests = [f"{fact.question}: {row.rest}" for fact in found for row in fact.rows if isinstance(row, Needed)]
    return [*(f"{fact.question}: {words_of(fact.words)}" for fact in found if fact.words), *rests]


def words_of(words: Any) -> str:
    return words if isinstance(words, str) else "".join(part if isinstance(part, str) else part.text for part in words)


def easy_lines(service: Service) -> list[str]:
    return ["".join(part.text for part in line) for found in page_of(service).ideas for line in found.sentences]


def whole_page(service: Service) -> str:
    offer = replace(council(), services={**council().services, service.id: service})
    page = service_page(service, Index(offer))
    kept = {name: value for name, value in page.meta.items() if name not in ("like", "found", "qr", "by", "crumbs")}
    return page_text(replace(page, meta=kept))


@given(listings_with_gaps())
@MANY
def test_each_gap_is_named_once_in_both_versions(found: tuple[dict[str, Any], set[str]]) -> None:
    record, unknown = found
    service = listing_of(record)
    assume(service.status != "closed")
    standard, easy = standard_lines(service), easy_lines(service)
    together = [line for line in standard if line.startswith("We are still asking: ")]
    for name, (gap, question) in TOLD.items():
        alone = [
            line for line in standard if re.match(rf"{re.escape(question)}: (.*\. )?(We do not know|Perhaps)", line)
        ]
        named = [line for line in together if gap.name.lower() in line.lower()]
        asked = [line for line in easy if line.endswith((f"Ask them {gap.easy}.", f"Ask us {gap.easy}."))]
        said = [line for line in easy if line.startswith("We do not know") and name_in_easy(name, line)]
        if name in unknown:
            assert len(alone) + len(named) == 1, (name, standard)
            most = 1 if named or name != "papers" else 2  # two sentences, which a long page may leave to the full one
            assert len(asked) + len(said) in ({most} if most == 1 else {0, 1, 2}), (name, easy)
        elif name not in ("papers", "cost"):  # which the listing may not know anyway
            assert [*alone, *named, *asked] == [], (name, standard, easy)


def name_in_easy(name: str, line: str) -> bool:
    gap = TOLD[name][0]
    other = {"papers": "if you need", "cost": "if it is free"}.get(name, gap.easy)
    return gap.easy in line or other in line


@given(listings_with_gaps())
@MANY
def test_nothing_is_stated_that_the_record_does_not_hold(found: tuple[dict[str, Any], set[str]]) -> None:
    record, unknown = found
    service = listing_of(record)
    page, easy = whole_page(service), "\n".join(easy_lines(service))
    said = f"{page}\n{easy}".replace("under 5", "")  # the name of a topic
    if "ages" in unknown:
        aged = re.sub("under 5", "", said, flags=re.I) if "under-5" in record["topics"] else said  # the topic's name
        assert not re.search(r"\bAges? \d|\baged \d|All ages|any age\b|\d+ and over|under \d", aged)
    if "cost" in unknown:
        assert not re.search(r"£|\bIt is free|\bFree\b|You pay|costs money", said)
    if "route" in unknown:
        assert not re.search(
            r"ask them yourself|just turn up|just come|do not need to book|join first|refer you", said, re.I
        )
    if "place" in unknown:
        assert not re.search(r"\bMB\d|Mill Lane|Come to|get this at|do this (?:by|online)", easy)
        assert not re.search("MB2 4DT|12 Mill Lane", page)
    if "contacts" in unknown:
        provider, help_line = council().providers[service.provider_id], council().site.help
        known = [provider.phone, help_line.phone, help_line.text_relay, help_line.sms, *texts_in(record)]
        held = [re.sub(r"\D", "", words or "") for words in known]
        for number in re.findall(r"tel:([+\d]+)", page):
            assert any(number in digits for digits in held), number
    if "checked" in unknown:
        assert not re.search(r"Checked on|We checked this on|Who checked", said)


def texts_in(value: Any) -> list[str]:
    """Every text of a record: a number in a step or a note is one that the record holds."""
    if isinstance(value, dict | list):
        return [text for part in (value.values() if isinstance(value, dict) else value) for text in texts_in(part)]
    return [str(value)]


def test_a_page_of_nothing_but_gaps_reads_like_a_page() -> None:
    service = changed(**NOTHING)
    page = whole_page(service)
    assert page.count("We do not know") + page.count("We are still asking") <= 2
    assert "No one has written yet what this is." in page
    assert "Phone first" not in page
    lines = standard_lines(service)
    assert [line.partition(":")[0] for line in lines] == ["We are still asking"]
    headings = [section.heading for section in page_of(service).sections]
    assert headings == ["What it is", "What we do not know yet", "Who to ask", "Is this page right?"]


def test_a_few_gaps_stand_where_the_answer_would_stand() -> None:
    few = changed(
        eligibility={"any_age": "not known", "needs": ["all"], "ehc_plan_needed": "no", "diagnosis_needed": "no"}
    )
    assert "Ages: We do not know yet. Ask them." in standard_lines(few)
    assert FEW == 2


def test_easy_read_of_what_came_in_says_it_in_its_own_words() -> None:
    club = changed(
        topics=["leisure"], topics_proposed="yes", easy_read=None, summary="We put on plays in the old school."
    )
    said = easy_lines(club)
    assert "We put on plays in the old school." in said
    assert not [line for line in said if line.startswith("This is about")]


def test_what_a_program_found_is_perhaps_and_never_so() -> None:
    perhaps = changed(eligibility={"any_age": "yes", "needs": ["autism"], "needs_proposed": "yes"})
    line = next(line for line in standard_lines(perhaps) if line.startswith("Needs"))
    assert line == "Needs: Perhaps Autism. A computer found these words. Ask them."
    assert "It may be for people who are autistic." in easy_lines(perhaps)


@pytest.mark.parametrize(
    ("contacts", "words"),
    [
        ([{"phone": "01632 960 114", "email": "a@marl.example"}], "Phone first to be sure."),
        ([{"email": "a@marl.example", "url": "https://www.marl.example/"}], "Ask them first to be sure."),
    ],
)
def test_phone_first_is_said_only_where_there_is_a_phone(contacts: list[dict[str, str]], words: str) -> None:
    old = changed(contacts=contacts, last_checked={"date": "2020-01-01", "by": "Officer", "how": "phone"})
    assert words in whole_page(old)


def test_who_checked_is_not_made_up() -> None:
    source = {"system": "A feed", "id": "1"}
    came_in = changed(last_checked={"date": "2026-11-01", "by": "not known", "how": "not known"}, source=source)
    page = whole_page(came_in)
    assert "So says the list it came from: A feed." in page
    assert "Who checked" not in page


def test_without_any_contact_the_offer_gives_its_own_help_line() -> None:
    service = changed(contacts="not known")
    alone = replace(council(), providers={**council().providers})
    provider = alone.providers[service.provider_id].model_copy(update={"phone": None, "email": None, "url": None})
    alone = replace(alone, providers={**alone.providers, provider.id: provider})
    card = service_facts(service, alone).rows("contacts")[0]
    assert "Ask us" in card.words  # type: ignore[attr-defined]
    theirs = service_facts(service, council()).rows("contacts")[0]
    assert theirs.title == council().providers[service.provider_id].name  # type: ignore[attr-defined]
