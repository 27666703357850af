"""A field that changes elsewhere is put in place here: notes, order and every other byte stay as a person left them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localoffer.yamlfile.putting import NotPut, put, read_values
from localoffer.yamlfile.whole import as_read, yaml_text
from tests.yamlfile.test_whole import NAMES, RECORDS, VALUES

LISTING = """\
# Our own note.
name: Saturday club  # the short name
summary: Games and art.

description: |
  Come and play.

  Bring a friend.
# ages are right: we asked
eligibility: {minimum_age: 8, maximum_age: 18}
cost:
  free: no
  cost_options:
    # asked in May
    - {option: One day, amount: 4}
    - option: Ten days
      amount: 35   # cheaper
contacts:
  - role: Office
    phone: 01632 960 114
topics: [clubs,
         art]
"""
ORDER = ("name", "also_known_as", "summary", "description", "topics", "eligibility", "cost", "schedules", "contacts")

CHANGES: list[tuple[str, tuple[str, ...], Any, str, str]] = [
    ("a text", ("summary",), "Games, art: and tea.", "summary: Games and art.", 'summary: "Games, art: and tea."'),
    ("a text with a note beside it", ("name",), "Sunday club", "name: Saturday club  #", "name: Sunday club  #"),
    (
        "words of several lines",
        ("description",),
        "Come.\n\nStay.",
        "  Come and play.\n\n  Bring a friend.",
        "  Come.\n\n  Stay.",
    ),
    ("an age inside brackets", ("eligibility", "minimum_age"), "5", "minimum_age: 8", "minimum_age: 5"),
    ("an age that goes", ("eligibility", "maximum_age"), None, ", maximum_age: 18", ""),
    ("the first of two that goes", ("eligibility", "minimum_age"), None, "minimum_age: 8, ", ""),
    ("an age more", ("eligibility", "any_age"), "no", "maximum_age: 18}", "maximum_age: 18, any_age: no}"),
    (
        "a price in a list with notes",
        ("cost", "cost_options"),
        [{"option": "One day", "amount": "5"}, {"option": "Ten days", "amount": "40"}],
        "amount: 4}\n    - option: Ten days\n      amount: 35 ",
        "amount: 5}\n    - option: Ten days\n      amount: 40 ",
    ),
    (
        "an address more for a contact",
        ("contacts",),
        [{"role": "Office", "phone": "01632 960 114", "email": "a@b.example", "url": "https://b.example"}],
        "114\n",
        "114\n    email: a@b.example\n    url: https://b.example\n",
    ),
    ("a list in brackets", ("topics",), ["clubs", "art", "sport"], "[clubs,\n         art]", "[clubs, art, sport]"),
    (
        "a field that was not there",
        ("schedules",),
        [{"byday": ["SA"], "opens_at": "09:30"}],
        "# cheaper\n",
        "# cheaper\nschedules:\n  - {byday: [SA], opens_at: 09:30}\n",
    ),
    ("a field that goes", ("summary",), None, "summary: Games and art.\n", ""),
    ("the last field that goes", ("topics",), None, "topics: [clubs,\n         art]\n", ""),
    (
        "a part of a group that was not there",
        ("access", "route"),
        ["drop-in"],
        "art]\n",
        "art]\naccess: {route: [drop-in]}\n",
    ),
]


@pytest.mark.parametrize(
    ("where", "value", "old", "new"), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES]
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["our line ends", "Windows line ends"])
def test_only_the_field_changes(where: tuple[str, ...], value: Any, old: str, new: str, ending: str) -> None:
    assert LISTING.count(old) == 1
    order = ORDER if len(where) == 1 else ()
    got = put("\ufeff" + LISTING.replace("\n", ending), where, value, order)
    assert got == "\ufeff" + LISTING.replace(old, new).replace("\n", ending)


def test_notes_among_lines_that_would_go_are_not_lost() -> None:
    with pytest.raises(NotPut, match="notes"):
        put(LISTING, ("cost", "cost_options"), [{"option": "One day", "amount": "5"}])
    with pytest.raises(NotPut, match="notes"):
        put(LISTING, ("name",), None)


def test_a_file_that_cannot_be_read_stays() -> None:
    for broken in ("a: [1", "- a\n- b\n", ""):
        assert put(broken, ("a",), "2") == broken


@given(RECORDS, NAMES, VALUES, st.booleans())
def test_any_field_of_a_file_we_wrote_can_be_changed(
    fields: dict[str, Any], name: str, value: Any, takes_out: bool
) -> None:
    held = as_read({"first": "x", **fields}) or {}
    new = None if takes_out and name in held else as_read(value)
    wanted = as_read({**held, name: new})
    try:
        assert read_values(put(yaml_text(held), (name,), new)) == wanted
    except NotPut:
        assert any("#" in text or "\n" in text for text in (yaml_text(held), str(new)))
