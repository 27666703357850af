"""Any listing that our model allows → Open Referral UK as text → a listing again: nothing is lost that may be told."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import jsonschema
from hypothesis import example, given
from hypothesis import strategies as st

from localoffer.catalogue import Catalogue
from localoffer.exchange.document import Document
from localoffer.exchange.forms.listed import listed
from localoffer.exchange.forms.record import read_record
from localoffer.exchange.jsontext import read_json
from localoffer.exchange.shape import Origin
from localoffer.exchange.telling.carried import as_told, carry
from localoffer.exchange.telling.listing import from_listing
from localoffer.exchange.writing.oruk import service_record
from localoffer.model import Service
from tests.exchange.test_round_trip import catalogue, differences, read_again
from tests.offer import TODAY

SCHEMA = Path(__file__).resolve().parents[2].parent / "shared/data/oruk/schema/compiled/service_with_definitions.json"
WORDS = "club music calm Saturday swim hall ramp £3 50% 8–18 “quiet” O'Neil's & café naïve Łódź autism (art) a/b e.g. 1:1 the".split()
Fields = dict[str, Any]

words = st.lists(st.sampled_from(WORDS), min_size=2, max_size=6).map(" ".join)
sentence = words.map(lambda text: f"We have {text}.")
answer = st.sampled_from(["yes", "no", "not known"])
day = st.dates(date(2026, 1, 1), date(2028, 1, 1)).map(date.isoformat)
clock = st.times().map(lambda time: time.strftime("%H:%M"))
phone = st.integers(0, 999).map(lambda number: f"01632 960{number:03}")
mail = st.sampled_from(["club@marl-trust.example", "office@marl-trust.example"])
address = st.sampled_from(["https://www.marl-trust.example/club", "https://www.marl-trust.example/a?b=c&d=%C3%A9"])


def some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Fields]:
    """Any of these fields, or none."""
    return st.fixed_dictionaries({}, optional=fields)


def with_(must: Fields, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Fields]:
    return st.fixed_dictionaries(
        {name: st.just(each) if isinstance(each, str) else each for name, each in must.items()}, optional=fields
    )


places = st.lists(
    with_(
        {"name": words, "city": "Tinybrook"}, address_1=words, address_2=words, postal_code=st.just("MB1 2AB"),
        travel=sentence, sensitive=st.sampled_from(["yes", "no"]),
        accessibility=st.dictionaries(st.sampled_from(["step-free-entrance", "accessible-toilet"]), answer, max_size=2),
    ), max_size=2, unique_by=lambda place: place["name"],
)  # fmt: skip
times = st.lists(
    some(
        byday=st.lists(st.sampled_from(["MO", "WE", "SA"]), max_size=2, unique=True), opens_at=clock, closes_at=clock, description=sentence,
        every=st.sampled_from(["week", "month"]), dates=st.lists(day, max_size=2, unique=True), valid_from=day, valid_to=day,
        term_time_only=st.sampled_from(["yes", "no"]), not_bank_holidays=st.sampled_from(["yes", "no"]),
    ).filter(bool), max_size=2,
)  # fmt: skip
contacts = st.lists(
    with_({"role": words}, phone=phone, email=mail, sms=phone, url=address, extension=st.just("12")),
    min_size=1,
    max_size=3,
)
prices = st.lists(
    with_({"option": words, "amount": st.decimals(0, 99, places=2).map(str)}, amount_description=words, valid_from=day),
    max_size=2,
)
forms = st.integers(0, 2)
ages = st.tuples(st.integers(0, 25), st.integers(0, 25)).map(sorted)
steps = st.lists(with_({"text": sentence}, title=words), max_size=2)


eligibilities = with_(
    {"needs": st.sampled_from([["all"], ["autism"], ["not known"]])}, description=sentence, ehc_plan_needed=answer,
    criteria=st.lists(sentence, min_size=1, max_size=2), diagnosis_needed=answer,
)  # fmt: skip
whole = st.fixed_dictionaries(
    {
        "name": words, "description": st.lists(sentence, min_size=1, max_size=3).map("\n\n".join), "topics": st.just(["short-breaks"]),
        "status": st.sampled_from(["active", "temporarily closed", "closed", "planned"]),
        "access": with_(
            {"route": st.sampled_from([["self-referral"], ["drop-in"], ["not known"]])}, steps=steps, who_can_refer=sentence,
            form_url=address, bring=st.lists(words, max_size=2),
        ),
        "cost": with_({"free": answer}, cost_options=prices, personal_budget=answer),
        "delivery": st.sampled_from([["venue"], ["home", "online"], ["not known"]]),
        "service_areas": st.sampled_from([["whole area"], ["national"], ["not known"]]),
        "contacts": contacts, "last_checked": st.sampled_from(["not known", {"date": "2026-10-12", "by": "Officer", "how": "phone"}]),
    },
    optional={
        "summary": sentence, "also_known_as": st.lists(words, max_size=2, unique=True), "locations": places, "schedules": times,
        "languages": st.sampled_from([["Polish"], ["Welsh", "English"]]), "bsl": answer, "interpreter": answer,
        "for_whom": st.sampled_from([["child"], ["parent or carer", "sibling"]]), "only_for": sentence,
        "links": st.lists(st.fixed_dictionaries({"text": words, "url": address}), max_size=1), "added": day,
        "waiting_time": with_({"typical": st.just({"number": 6, "unit": "weeks"}), "as_at": day}), "spaces": st.sampled_from(["open", "full"]),
    },
)  # fmt: skip


@st.composite
def listings(draw: st.DrawFn) -> Fields:
    low, high = draw(ages)
    known = [{"minimum_age": low, "maximum_age": high}, {"any_age": "yes"}, {"any_age": "not known"}]
    return {**draw(whole), "eligibility": {**draw(eligibilities), **known[draw(forms)]}}


PLAIN: Fields = {
    "name": "Saturday club", "description": "Come and play.", "topics": ["short-breaks"], "status": "active", "eligibility":
    {"any_age": "yes", "needs": ["all"]}, "access": {"route": ["drop-in"]}, "cost": {"free": "yes"}, "delivery": ["venue"],
    "service_areas": ["whole area"], "contacts": [{"role": "Leader", "phone": "01632 960111"}], "last_checked": "not known",
}  # fmt: skip


def told_as_text(service: Service, offer: Catalogue) -> str:
    provider, place = offer.providers["marl-trust"], offer.site.council.place
    incoming = from_listing(service, provider, offer.vocabulary, today=TODAY, place=place)
    carry(incoming, service, offer.vocabulary, today=TODAY, place=place)
    return json.dumps(service_record(incoming), ensure_ascii=False)


@given(listings())
@example({**PLAIN, "locations": [{"name": "Hall", "address_2": "North Wick", "city": "Tinybrook"}]})
def test_any_listing_comes_back_as_it_went(fields: Fields) -> None:
    offer = catalogue()
    service = Service.model_validate(fields)
    text = told_as_text(service, offer)
    found = listed(read_json(Document("record.json", lambda: BytesIO(text.encode()))))
    assert found is not None
    back = read_again(read_record(found.records[0], Origin("record.json")), offer)
    assert list(differences(service, back)) == []
    hidden = [each for each in service.locations if each.sensitive]
    assert not [place for place in hidden if place.address_1 and f'"address_1": "{place.address_1}"' in text]
    if SCHEMA.is_file():
        jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(json.loads(text))
    assert as_told(service, TODAY).name == back.name
