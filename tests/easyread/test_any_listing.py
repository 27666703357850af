"""Whatever an editor writes, the sentences we make of it keep every rule, and say only what the record says."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings

from localoffer import wording
from localoffer.easyread import EasyReadPage
from localoffer.facts.easy_getting import who_helps
from localoffer.model import Service
from localoffer.reading.rules.numbers import DATE
from tests.easyread.council import council, faults_of, make, page_of
from tests.easyread.strategies import SECRET, SECRET_CODE, SECRET_STREET, listings, listings_with_gaps
from tests.offer import TODAY

pytestmark = pytest.mark.sample
ANY = listings() | listings_with_gaps().map(lambda found: found[0])
MANY = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


def listing_of(record: dict[str, Any]) -> Service:
    service = make(record)
    assume(service is not None)
    assert service is not None
    return service


def ours(page: EasyReadPage) -> str:
    """Our own words, without names, addresses and the labels of links."""
    return " ".join(
        part.text
        for found in page.ideas
        for sentence in found.sentences
        for part in sentence
        if not part.is_name and not part.href
    )


def our_sentences_keep_every_rule(service: Service, page: EasyReadPage) -> None:
    pictures = council().vocabulary.all_pictures
    assert [fault for found in page.ideas for fault in faults_of(found)] == []
    for found in page.ideas:
        assert found.picture in pictures, f"no picture {found.picture!r}: {found.words}"
        assert 1 <= len(found.sentences) <= 3, found.words
        assert all(
            "".join(part.text for part in sentence).endswith((".", "?", '"', "!", "…")) for sentence in found.sentences
        )


def what_is_not_known_is_never_yes_or_no(service: Service, page: EasyReadPage) -> None:
    said = ours(page)
    plan, diagnosis = service.eligibility.ehc_plan_needed, service.eligibility.diagnosis_needed
    claims = {
        **{f"{you} an EHC plan.": plan == "yes" for you in ("You need", "Your child needs", "The child needs")},
        **{f"{you} not need an EHC plan.": plan == "no" for you in ("You do", "Your child does", "The child does")},
        "We do not know if you need an EHC plan.": plan == "not known",
        "You need a diagnosis.": diagnosis == "yes",
        "You do not need a diagnosis.": diagnosis == "no",
        "We do not know if you need a diagnosis.": diagnosis == "not known",
        "It is free.": service.cost.free == "yes",
        "It costs money.": service.cost.free == "no",
        "We do not know if it is free.": service.cost.free == "not known",
        "personal budget": service.cost.personal_budget == "yes",
        **{f"{who} can stay with": service.access.can_stay == "yes" for who in ("Your parent", "You", "A parent")},
        **{f"{who} cannot stay with": service.access.can_stay == "no" for who in ("Your parent", "You", "A parent")},
        "Staff can use sign language.": service.bsl == "yes",
        "You can have an interpreter.": service.interpreter == "yes",
        "There is no wait.": bool(service.waiting_time)
        and (service.waiting_time.typical is None or service.waiting_time.typical.number == 0),
        "There are places now.": service.spaces == "open" and service.status == "active",
        "It is full now.": service.spaces == "full",
        "You can just come.": service.status == "active" and "drop-in" in service.access.route,
        "any need or disability": "all" in service.eligibility.needs,
        "anywhere in the country": "national" in service.service_areas,
        "of any age": service.eligibility.any_age,
        "in term time": any(found.term_time_only for found in service.schedules),
        "not on bank holidays": any(found.not_bank_holidays for found in service.schedules),
        "every 2 weeks": any(found.every == "fortnight" for found in service.schedules),
        "It ends the next day.": any(
            found.opens_at and found.closes_at and found.closes_at < found.opens_at for found in service.schedules
        ),
        "in school holidays": any(found.holidays_only for found in service.schedules),
        "get this at home": "home" in service.delivery,
        "get this at school": "school" in service.delivery,
        "This has closed.": service.status == "closed",
        "This is closed for now.": service.status == "temporarily closed",
        "It has not started yet.": service.status == "planned",
    }
    assert [claim for claim, is_true in claims.items() if claim in said and not is_true] == []


def features_of_a_place_are_said_as_they_are(service: Service, page: EasyReadPage) -> None:
    of_one = {found for found in page.ideas if any("This is about " in part.text for part in found.sentences[0])}
    of_all = [found for found in page.ideas if found not in of_one]
    said = {"".join(part.text for part in line) for found in of_all for line in found.sentences}
    for feature in council().vocabulary.features.values():
        answers = {place.accessibility.get(feature.id, "not known") for place in service.locations}
        assert feature.easy_yes not in said or answers == {"yes"}
        assert feature.easy_no not in said or answers == {"no"}


def numbers_dates_and_prices_are_the_records_own(service: Service, page: EasyReadPage) -> None:
    said = " ".join(found.words for found in page.ideas)
    prices = {wording.pounds(option.amount) for option in service.cost.cost_options}
    assert set(re.findall(r"£[\d,]+(?:\.\d\d)?", said)) <= prices
    times = [*service.schedules, *(hours for contact in service.contacts for hours in contact.hours)]
    days = {day for found in times for day in (*found.dates, found.valid_from, found.valid_to) if day}
    days |= {service.last_checked.date} if service.last_checked else set()
    days |= {service.waiting_time.as_at} if service.waiting_time else set()
    assert {found[0] for found in DATE.finditer(said) if found["year"]} <= {wording.day_date(day) for day in days}
    for found in times:
        if found.valid_to and found.valid_to < TODAY and not service.contacts:
            assert wording.day_date(found.valid_to) not in said
    links = {part.href for found in page.ideas for line in found.sentences for part in line if part.href}
    provider = council().providers[service.provider_id]
    numbers = {council().site.help.phone, *(contact.phone for contact in service.contacts)}
    if not service.contacts:
        numbers |= {provider.phone, council().site.help.text_relay, council().site.help.sms}
    numbers |= {number for contact in service.contacts for number in (contact.sms, contact.text_relay)}
    numbers |= {"01632960114"} if any("01632960114" in step.text for step in service.access.steps) else set()
    advice = {part.href for found in who_helps(service, council()) for line in found.sentences for part in line}
    links -= advice if service.access.decision else set()
    assert {link[4:].partition(";ext=")[0] for link in links if link.startswith(("tel:", "sms:"))} <= numbers


def a_private_address_is_never_told(service: Service, page: EasyReadPage) -> None:
    everything = repr(page)
    for secret in (SECRET, SECRET_STREET, SECRET_CODE):
        assert secret not in everything


def a_closed_service_tells_only_that(_service: Service, page: EasyReadPage) -> None:
    assert [section.heading for section in page.sections] == [
        "What it is",
        "Other help",
        "Who to ask",
        "Is this page right?",
    ]


OF_EVERY_PAGE = (
    our_sentences_keep_every_rule,
    what_is_not_known_is_never_yes_or_no,
    features_of_a_place_are_said_as_they_are,
    numbers_dates_and_prices_are_the_records_own,
    a_private_address_is_never_told,
)


@given(ANY)
@MANY
def test_what_is_so_of_every_page_is_so_of_any_listing_open_or_closed(record: dict[str, Any]) -> None:
    """Most of the time goes into thinking of listings, so that all is asked of each of them."""
    open_or_not, closed = listing_of(record), listing_of({**record, "status": "closed"})
    for is_so in OF_EVERY_PAGE:
        is_so(open_or_not, page_of(open_or_not))
    a_closed_service_tells_only_that(closed, page_of(closed))
