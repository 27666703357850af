"""What people type for an extension or a menu, and the one form it is kept in."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from localoffer.model import Contact


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("204", "204"),
        ("ext 204", "204"),
        ("ext. 204", "204"),
        ("Extension 204", "204"),
        ("x204", "204"),
        ("option 2", "option 2"),
        ("Option 2.", "option 2"),
        ("press 2", "option 2"),
        ("choose option 2", "option 2"),
        ("option 2 then 1", "option 2, then 1"),
        ("option 2, then option 1, then 4", "option 2, then 1, then 4"),
    ],
)
def test_an_extension_is_taken_as_meant(typed: str, kept: str) -> None:
    assert Contact.model_validate({"phone": "01632 960 114", "extension": typed}).extension == kept


@pytest.mark.parametrize("typed", ["ask for Dana", "204 or 205", "option two", "1234567"])
def test_what_is_no_extension_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError, match="is not an extension"):
        Contact.model_validate({"phone": "01632 960 114", "extension": typed})
