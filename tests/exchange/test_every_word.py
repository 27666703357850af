"""Every word of a text stays, or is named as left out; whatever markup stands round it, none of it survives."""

from __future__ import annotations

import re

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from localoffer.exchange.clean.prose import LONGEST, as_markdown
from localoffer.prose import mend_markdown
from localoffer.records.markdown import check_markdown
from tests.exchange.of_one import draft, listing

OPENING = st.sampled_from(
    """<p>|<div>|<b>|<strong>|<i>|<span class="x">|<ul>|<ol>|<li>|<h1>|<h2>|<h3>|<h6>|<table>|<tr>|<td>|<th>|<br>|<hr>|<blockquote>
    |<dl>|<dt>|<dd>|<pre>|<font>|<o:p>|<section>|<a>|<form>|<button>|<label>|<center>|<caption>|<fieldset>|<u>|<sup>
    |<a href="https://marl.example/x">|<a href="javascript:x">|<a href="/page">|<a href="mailto:info@marl.example">""".split(
        "|"
    )
)
CLOSING = st.sampled_from(
    "</p> </div> </b> </strong> </ul> </ol> </li> </h1> </h3> </table> </tr> </td> </a> </span> </pre> </dl> </x> <!-- --> <![endif]>".split()
)
BETWEEN = st.sampled_from(
    [
        " ",
        " ",
        " ",
        "&nbsp;",
        " * ",
        " _ ",
        " | ",
        " # ",
        "\n",
        "\n\n",
        " 1. ",
        " - ",
        " [ ",
        " ] ",
        " { ",
        " } ",
        " < ",
        " > ",
        " &lt; ",
        " `",
        "` ",
        "~~~",
        " = ",
    ]
)
EXTENSIONS = ["toc", "tables", "admonition", "attr_list", "def_list", "sane_lists", "footnotes", "pymdownx.details"]
"""As mkdocs.yml has them."""
NAMES = st.integers(0, 10_000_000).map(lambda number: f"wort{number}")
TEXTS = st.lists(st.one_of(NAMES, OPENING, CLOSING, BETWEEN), max_size=40)


@given(TEXTS)
@example(["<table>", "<tr>", "<td>", "wort1", "<td>", "wort2", "<tr>", "<td>", "<ul>", "<li>", "wort3"])
@example(["<ul>", "<ul>", "<li>", "<h1>", "wort1", "<li>", "<b>", "wort2"])
def test_every_word_stays_or_is_named(pieces: list[str]) -> None:
    one = draft()
    found = as_markdown(" ".join(pieces), "description", one)
    named = " ".join(entry.why for entry in one.account.lost)
    for word in re.findall(r"wort\d+", re.sub("<!--.*?-->", "", " ".join(pieces))):  # a comment is never shown
        assert word in found or word in named
    assert not list(check_markdown(found))
    assert not re.search(r"</?[a-z]+[^<>]*>", found)
    shown = markdown.markdown(mend_markdown(found), extensions=EXTENSIONS)
    assert not [word for word in re.findall(r"wort\d+", found) if word not in shown]
    assert not [sign for sign in ("&lt;p", "&lt;/", "&lt;b", "**") if sign in shown]


@given(st.text(max_size=200))
def test_any_text_at_all_breaks_no_rule_of_ours(text: str) -> None:
    assert not list(check_markdown(as_markdown(text, "description", draft())))


@given(st.text(alphabet="<>/&;#!-\"'= abpli[](){}*_`~\n:.|\\1", max_size=120))
def test_signs_of_markup_break_no_rule_of_ours(text: str) -> None:
    assert not list(check_markdown(as_markdown(text, "description", draft())))


BOMBS = {
    "elements in each other": "<div>" * 200_000 + "word",
    "heavy letters in each other": "<b>" * 100_000 + "word",
    "lists in each other": "<ul><li>" * 60_000 + "word",
    "tables in each other": "<table><tr><td>" * 40_000 + "word",
    "a table of many cells": "<table>" + "<tr><td>word</td></tr>" * 10_000,
    "comments that never end": "<!--" * 100_000 + "word",
    "quotation marks that never end": "<a \"'" * 100_000 + "word",
    "drawings that never end": "<svg>" * 100_000 + "word",
    "brackets": "[" * 300_000 + "word",
    "pictures that never end": "![" * 150_000 + "word",
    "links that never end": "[](" * 100_000 + "word",
    "entities": "&amp;" * 100_000 + "word",
    "stars": "*" * 300_000 + "word",
    "addresses": "http://" * 50_000 + "word",
    "signs of mail": "a@" * 150_000 + "word",
    "rows of signs": "a\n=" * 100_000 + "word",
    "digits": "0" * 300_000 + " word",
}  # fmt: skip


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_text_made_to_break_readers_is_read(bomb: str) -> None:
    one = draft()
    found = as_markdown(BOMBS[bomb], "description", one)
    is_cut = len(BOMBS[bomb]) > LONGEST
    assert is_cut or "word" in found
    assert is_cut == any("signs" in entry.why for entry in one.account.lost)


def test_what_is_longer_than_a_page_is_named_word_for_word() -> None:
    text = "\n\n".join(f"Paragraph wort{number} of a very long text." for number in range(800))
    found = listing(description=text)
    kept, named = found.fields["description"], " ".join(entry.why for entry in found.lost)
    assert len(kept) <= 20_000
    assert all(f"wort{number} " in kept or f"wort{number} " in named for number in range(800))
