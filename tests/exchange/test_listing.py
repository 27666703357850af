"""One record of another system → the fields of our record: what is known, and honest gaps."""

from __future__ import annotations

from localoffer.exchange.listing import to_provider
from localoffer.exchange.shape import Organization, Phone
from localoffer.model import Provider, Service
from tests.exchange.of_one import listing


def test_a_record_with_a_name_and_a_text_is_a_listing_of_honest_gaps() -> None:
    found = listing()
    service = Service.model_validate(found.fields)
    assert list(found.fields) == [name for name in Service.model_fields if name in found.fields]
    assert not service.eligibility.has_ages
    assert service.is_as_it_came
    assert set(found.unknown) == {
        "topics",
        "eligibility.any_age",
        "eligibility.needs",
        "access.route",
        "cost.free",
        "delivery",
        "service_areas",
        "contacts",
        "last_checked",
    }


def test_a_record_without_a_name_is_left_out_and_says_why() -> None:
    assert "name" in listing(name=" \u200b").left_out


def test_an_organisation_is_a_provider_of_a_kind_that_is_not_known() -> None:
    organization = Organization("Marl Trust", "77", url="www.marl-trust.example", phones=[Phone("01632 960110")])
    found = to_provider(organization, system="Marlbrook feed")
    provider = Provider.model_validate(found.fields)
    assert (provider.name, provider.kind, provider.phone) == ("Marl Trust", "not known", "01632960110")
    assert provider.url == "https://www.marl-trust.example"
