"""Whatever an editor pastes, each word of it is shown, once: Word, Facebook, HTML mail and tables, each by its own strategy."""

from __future__ import annotations

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from localoffer.facts.voice import own_sentences
from localoffer.model.pasted import as_meant
from localoffer.outputs.markdown import neutral_markdown
from tests.prose.pasting import SOURCES, words_in


def shown(text: str) -> list[str]:
    """The words of a description as a reader sees them."""
    html = markdown.markdown(neutral_markdown(as_meant(text)), extensions=["sane_lists", "tables", "attr_list"])
    body = LexborHTMLParser(f"<body>{html}</body>").body
    return words_in(body.text() if body else "")


def test_a_line_of_stars_is_no_beginning_of_bold_words() -> None:
    assert shown("¯\\_(ツ)_/¯ Wo1rd\n***\n*** WO2RD ***\nWo3rd\n***") == ["Wo1rd", "WO2RD", "Wo3rd"]


@pytest.mark.parametrize("source", SOURCES)
@given(data=st.data())
def test_each_word_of_a_pasted_text_is_shown_once_and_in_order(source: str, data: st.DataObject) -> None:
    text, words = data.draw(SOURCES[source](1, 8))
    assert shown(text) == words


@pytest.mark.parametrize("source", SOURCES)
@given(data=st.data())
def test_each_word_of_an_editors_own_point_is_shown_once(source: str, data: st.DataObject) -> None:
    text, words = data.draw(SOURCES[source](1, 8))
    said = " ".join("".join(part.text for part in sentence) for sentence in own_sentences(as_meant(text)))
    assert words_in(said) == words
    assert said.count("!!!") == text.count("!!!")
