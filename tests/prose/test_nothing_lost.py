"""Whatever an editor pastes, each word of it is shown, once: Word, Facebook, HTML mail and tables as strategies."""

from __future__ import annotations

import re
from collections.abc import Callable

import markdown
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from localoffer.facts.voice import own_sentences
from localoffer.model.pasted import as_meant
from localoffer.outputs.markdown import neutral_markdown

FEW = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
BULLETS = ["•", "·", "–", "-", "*", "▪", "1)", "2)", "3.", "a)", "b)", "2026.", "  -", "    •", ""]
AROUND: list[Callable[[str], str]] = [
    lambda word: word,
    lambda word: f"“{word}”",
    lambda word: f'""{word}""',
    lambda word: f"&nbsp;{word}&nbsp;&amp;",
    lambda word: f"{word}_x000D_",
    lambda word: f"😀 {word}!!!",
    lambda word: f"**{word}**",
    lambda word: f"{word} #9",
    lambda word: f"(01632 960 114) {word}",
    lambda word: f"{word} https://www.marl.example/?{word}x",
    lambda word: f"{word} {word}x@marl.example,",
]


@st.composite
def pasted(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A text of several lines, and the words that stand in it once each."""
    number, lines, words = 0, [], []
    for _ in range(draw(st.integers(1, 8))):
        found = []
        for around in draw(st.lists(st.sampled_from(AROUND), min_size=1, max_size=6)):
            number += 1
            words.append(f"Wo{number}rd")
            found.append(around(words[-1]))
        lines.append(f"{draw(st.sampled_from(BULLETS))} {' '.join(found)}".rstrip())
        lines += [""] * draw(st.integers(0, 1))
    return "\n".join(lines), words


def shown(text: str) -> list[str]:
    """The words of a description as a reader sees them."""
    html = markdown.markdown(neutral_markdown(as_meant(text)), extensions=["sane_lists", "tables", "attr_list"])
    body = LexborHTMLParser(f"<body>{html}</body>").body
    return re.findall(r"\bWo\d+rd\b", body.text() if body else "")


@given(pasted())
@FEW
def test_each_word_of_a_pasted_text_is_shown_once_and_in_order(made: tuple[str, list[str]]) -> None:
    text, words = made
    assert shown(text) == words


@given(pasted())
@FEW
def test_each_word_of_an_editors_own_point_is_shown_once(made: tuple[str, list[str]]) -> None:
    text, words = made
    said = " ".join("".join(part.text for part in sentence) for sentence in own_sentences(as_meant(text)))
    assert re.findall(r"\bWo\d+rd\b", said) == words
    assert said.count("!!!") == text.count("!!!")
