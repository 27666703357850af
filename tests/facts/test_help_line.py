"""A council that has not filled in its help line promises none, and every page still says whom to ask."""

from __future__ import annotations

import pytest

from localoffer.facts.contacts import how_to_ask
from localoffer.model import SiteFacts
from localoffer.records import read_record_text

COUNCIL = "council: {name: Marlbrook Council, place: Marlbrook}\n"


def site(ways: str) -> SiteFacts:
    found, findings = read_record_text(COUNCIL + ways, "mkdocs.yml", SiteFacts)
    assert found is not None, findings
    return found


@pytest.mark.parametrize(
    ("ways", "said"),
    [
        ("help: {phone: 01632 960 100, email: a@marlbrook.example.org}", "Phone us on 01632 960 100."),
        ("help: {email: a@marlbrook.example.org}", "Email us at a@marlbrook.example.org."),
        ("", "Ask Marlbrook Council."),
    ],
)
def test_the_first_way_there_is_is_named(ways: str, said: str) -> None:
    assert "".join(part.text for part in how_to_ask(site(ways))) == said
