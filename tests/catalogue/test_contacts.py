"""An address that is one slip from the offer's own is told, and no other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localoffer.catalogue.contacts import is_slip
from tests.offer import CLUB, LentSite

OURS = "localoffer@tinybrook.example"
LETTERS = st.sampled_from("abcdefghijklmnopqrstuvwxyz.-")
ADDRESSES = st.from_regex(r"[a-z][a-z.]{1,12}@[a-z]{2,8}\.(org|gov)\.uk", fullmatch=True)


@given(ADDRESSES, st.data())
def test_every_single_slip_is_seen(address: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(address) - 2))
    letter = data.draw(LETTERS)
    slips = [
        address[:at] + address[at + 1 :],
        address[:at] + letter + address[at:],
        address[:at] + letter + address[at + 1 :],
        address[:at] + address[at + 1] + address[at] + address[at + 2 :],
    ]
    for slip in slips:
        assert is_slip(slip, address) == (slip != address)


@given(ADDRESSES, ADDRESSES)
def test_a_slip_goes_both_ways_and_no_address_is_a_slip_of_itself(one: str, other: str) -> None:
    assert is_slip(one, other) == is_slip(other, one)
    assert not is_slip(one.upper(), one)


@pytest.mark.parametrize(
    "other", ["localoffer1@a.uk", "localoffer2@a.uk", "office@a.uk", "local.offers@a.uk", "localoffer@a.uk."]
)
def test_another_team_is_no_slip(other: str) -> None:
    assert not is_slip(other, "localoffer@a.uk")


@pytest.mark.parametrize(
    ("file", "find", "put"),
    [
        (CLUB, "email: club@marl-trust.example", "email: localofer@tinybrook.example"),
        ("providers/marl-trust/provider.yml", "email: hello@marl-trust.example", "email: localoffer@tinybrok.example"),
        ("content/guides/short-breaks.md", "It gives carers a rest.", "Write to lcoaloffer@tinybrook.example."),
        ("content/guides/short-breaks.easy.md", "Your family gets a rest.", "Write to localoffer@tinybrook.exampl."),
    ],
)
def test_it_is_told_wherever_it_stands_with_the_address_that_was_meant(
    lent: LentSite, file: str, find: str, put: str
) -> None:
    path = lent.root / file
    before = path.read_text(encoding="utf-8")
    assert find in before
    path.write_text(before.replace(find, put), encoding="utf-8")
    (found,) = [one for one in lent.read()[1] if one.rule == "email-nearly-ours"]
    assert found.path == file
    assert OURS in found.fix
    assert found.edit
    line = path.read_text(encoding="utf-8").split("\n")[found.line - 1]
    assert line[found.column - 1 :].startswith(put.removeprefix("email: ").removeprefix("Write to ").rstrip("."))
