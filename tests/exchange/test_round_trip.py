"""Our record → the shape of everybody else → our record: nothing is lost that may be told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from localoffer.catalogue import Catalogue
from localoffer.exchange.draft import OURS
from localoffer.exchange.listing import to_listing
from localoffer.exchange.shape import Incoming, Origin, Term
from localoffer.exchange.telling.carried import as_told, carry
from localoffer.exchange.telling.listing import from_listing
from localoffer.exchange.telling.offer import offer_files
from localoffer.importing.source import read_source
from localoffer.model import Service
from localoffer.model.vocabulary import Vocabulary
from tests.easyread.council import council
from tests.offer import TODAY, tiny_council

ROOT = Path(__file__).resolve().parents[2]
STAYS_HERE = {"images", "easy_read", "source", "moved_from", "topics_proposed"}
"""Written by other hands, or only for us."""


class Pages:
    def __contains__(self, page: object) -> bool:
        return str(page).startswith("/")


def catalogue() -> Catalogue:
    found, findings = tiny_council()
    assert found is not None, findings
    return found


def read_again(incoming: Incoming, offer: Catalogue) -> Service:
    place = offer.site.council.place
    found = to_listing(incoming, offer.vocabulary, system="Export", today=TODAY, place=place, pages=Pages())  # type: ignore[arg-type]
    assert not found.left_out
    return Service.model_validate(found.fields)


def differences(service: Service, back: Service) -> Iterator[str]:
    told = as_told(service, TODAY)
    for name in Service.model_fields:
        if name not in STAYS_HERE and getattr(told, name) != getattr(back, name):
            yield f"{service.id} {name}: {getattr(told, name)!r} became {getattr(back, name)!r}"


def all_differences(offer: Catalogue) -> list[str]:
    found = []
    for service in offer.services.values():
        provider = offer.providers.get(service.provider_id)
        place = offer.site.council.place
        incoming = from_listing(service, provider, offer.vocabulary, today=TODAY, place=place)
        carry(incoming, service, offer.vocabulary, today=TODAY, place=place)
        found += differences(service, read_again(incoming, offer))
    return found


def test_the_tiny_council_comes_back_as_it_went() -> None:
    assert all_differences(catalogue()) == []


@pytest.mark.sample
def test_every_listing_of_the_sample_comes_back_as_it_went() -> None:
    assert all_differences(council()) == []


def test_files_of_open_referral_come_back_as_they_went(tmp_path: Path) -> None:
    offer = catalogue()
    for path, text in offer_files(offer):
        if path.startswith("api/services/"):
            target = tmp_path / path.replace("/", "-")
            target.write_text(text, encoding="utf-8")
    found = []
    names = {service.name: service for service in offer.services.values()}
    for incoming in read_source(str(tmp_path)).records:
        service = names[incoming.name]
        found += [one for one in differences(service, read_again(incoming, offer)) if " description: " not in one]
    assert found == []


def test_what_a_stranger_carries_is_no_way_in_for_names_and_private_addresses() -> None:
    contacts = [{"role": "Leader", "name": "Jane Smith", "consent_to_publish": "yes", "email": "jane.smith@gmail.com"}]
    carried = Term("contacts", "contacts", OURS, json.dumps(contacts))
    incoming = Incoming("1", Origin("x"), name="Saturday club", description="Come and play with us.", terms=[carried])
    found = to_listing(incoming, Vocabulary(), system="Feed", today=TODAY)
    assert "jane" not in json.dumps(found.fields).lower()
    Service.model_validate(found.fields)
