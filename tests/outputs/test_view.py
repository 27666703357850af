"""What templates are given: views are written by name, without their empty parts."""

from __future__ import annotations

import pytest

from localoffer.outputs.page import Page, page_text
from localoffer.outputs.view import Card, Link, plain


def test_a_view_is_written_by_name_and_its_empty_parts_are_left_out() -> None:
    page = Page("x.md", {"cards": [Card("Swim", "services/a/swim/")], "words": ["See ", Link("all", "a-z/")]})
    assert page_text(page).split("\n")[1:3] == [
        'cards: [{"name": "Swim", "href": "services/a/swim/"}]',
        'words: ["See ", {"text": "all", "href": "a-z/"}]',
    ]


def test_what_is_no_view_is_refused() -> None:
    with pytest.raises(TypeError, match="front matter"):
        plain({1, 2})
