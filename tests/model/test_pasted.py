"""What programs leave in a text, and the text a person meant."""

from __future__ import annotations

import pytest

from localoffer.model.pasted import as_meant


@pytest.mark.parametrize(
    ("pasted", "meant"),
    [
        ("Fish&nbsp;&amp;&nbsp;chips", "Fish & chips"),
        ("It&rsquo;s free", "It’s free"),
        ("It&#39;s free", "It's free"),
        ("Caf&eacute; &pound;3", "Café £3"),
        ("Marl\u00adbrook", "Marlbrook"),
        ("One_x000D_\nTwo", "One\nTwo"),
        ('The ""quiet"" room', 'The "quiet" room'),
    ],
)
def test_signs_of_programs_are_what_they_mean(pasted: str, meant: str) -> None:
    assert as_meant(pasted) == meant


@pytest.mark.parametrize(
    "text", ["&lt;b&gt;", "R&D; fun", "&#42;bold&#42;", "AT&T", "&#x202e;x", "Tom & Jerry", "&unknownthing;"]
)
def test_what_would_be_markup_or_is_no_entity_stays(text: str) -> None:
    assert as_meant(text) == text
