"""No text may become markup, be evaluated, or be lost; whatever it is and wherever it stands."""

from __future__ import annotations

import re
import unicodedata

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from localoffer.outputs.markdown import environment, escape_markdown, neutral_markdown
from tests.outputs.pages.conftest import mkdocs_config

PIECES = [
    "<script>alert(1)</script>",
    "<b>",
    "</p>",
    "&lt;",
    "&#42;",
    "**bold**",
    "_it_",
    "`code`",
    "[a](b)",
    "![a](b)",
    "{ .c #i onclick=x }",
    "{: onclick=x }",
    "# one",
    "## two",
    "### three",
    "- x",
    "+ x",
    "1. x",
    "1) x",
    "> q",
    "| a | b |",
    "|---|---|",
    "---",
    "===",
    '=== "tab"',
    "!!! note",
    "??? note",
    ":smile:",
    ":material-account:",
    "[^1]",
    "[^1]: x",
    "*[a]: b",
    "[a]: javascript:x",
    "[x](javascript:alert(1))",
    "[x](data:text/html,y)",
    "[x](<javascript:y>)",
    "[x]( javascript:y)",
    "[x](java&#115;cript:y)",
    "[x](//evil.example)",
    "{{ 7*7 }}",
    "{% raw %}",
    "${x}",
    "\\",
    "\\*",
    "~~s~~",
    "```",
    "~~~",
    "    code",
    "\t",
    "\n",
    "\n\n",
    ": d",
    "http://a.b",
    "<http://a.b>",
    "a@b.c",
    "%%",
    "^^x^^",
    "==m==",
    "--8<--",
    "...",
    "\u2028",
    "\x0b",
    "\ufeff",
    "a  \nb",
    "::: x",
    "\u200b",
    "(c)",
    "H~2~O",
    "[TOC]",
    "$x$",
    "<!-- c -->",
    "<?php ?>",
    "&copy;",
]
HOSTILE = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=8).map("".join)


def to_html(text: str) -> LexborHTMLParser:
    config = mkdocs_config()
    return LexborHTMLParser(
        markdown.markdown(text, extensions=config["markdown_extensions"], extension_configs=config["mdx_configs"] or {})
    )


def folded(text: str) -> str:
    """As a page shows it: controls left out, white space folded."""
    kept = (
        "".join(c for c in text if unicodedata.category(c) not in {"Cc", "Cs"} or c.isspace())
        .replace("\ufeff", "")
        .replace("\ufffe", "")
        .replace("\uffff", "")
    )
    return " ".join(kept.split())


def tags_of(tree: LexborHTMLParser) -> set[str]:
    return {node.tag for node in tree.css("body *")}


@given(HOSTILE, HOSTILE)
@example("]", "(javascript:x)")
@example("1.", "x")
@example("*", "*")
def test_an_escaped_value_is_shown_as_it_was_written_and_is_never_markup(one: str, other: str) -> None:
    template = environment().from_string("{{ one }}\n\n**Then** {{ other }} and {{ one }}{{ other }}\n\n- {{ one }}\n")
    tree = to_html(template.render(one=one, other=other))
    a, b = folded(one), folded(other)
    assert tags_of(tree) <= {"p", "strong", "ul", "li"}
    assert not [node for node in tree.css("body *") if node.attributes]
    shown = "".join(tree.body.text().split()) if tree.body else ""
    assert shown == "".join(f"{a} Then {b} and {a}{b} {a}".split())


@given(HOSTILE)
def test_an_escaped_value_may_stand_in_a_table_a_heading_and_a_link(value: str) -> None:
    template = environment().from_string(
        "## {{ v }} x\n\n| a{{ v }} | b |\n|---|---|\n| [c{{ v }}](../x/) | {{ v }}d |\n"
    )
    tree = to_html(template.render(v=value))
    assert tags_of(tree) <= {"h2", "table", "thead", "tbody", "tr", "th", "td", "a"}
    assert [node.attributes["href"] for node in tree.css("a")] == ["../x/"]
    assert "".join(tree.css("td")[1].text().split()) == "".join(folded(value).split()) + "d"


def test_a_value_is_escaped_by_default_and_prose_is_not_doubly() -> None:
    template = environment().from_string("{{ a }} {{ a | prose }}")
    assert template.render(a="**x**") == "&#42;&#42;x&#42;&#42; **x**"
    assert escape_markdown("after-school, 5 to 18 (Mill Lane)") == "after-school, 5 to 18 (Mill Lane)"


ALLOWED = {
    "p",
    "ul",
    "ol",
    "li",
    "strong",
    "em",
    "a",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "code",
    "pre",
    "br",
    "hr",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "div",
    "span",
    "dl",
    "dt",
    "dd",
}


@given(HOSTILE)
@example("[x](javascript:alert(1))")
@example("<img src=x onerror=alert(1)>")
@example("a\n===\nb\n---\n")
@example("x {: onclick=alert(1) }")
@example("[a]: javascript:x\n\n[a]")
def test_a_description_holds_paragraphs_lists_and_safe_links_only(text: str) -> None:
    tree = to_html(neutral_markdown(text))
    assert tags_of(tree) <= ALLOWED
    for node in tree.css("body *"):
        allowed = (
            {"href", "title"}
            if node.tag == "a"
            else {"id"}
            if node.tag in {"h3", "h4", "h5", "h6"}
            else {"class"}
            if node.tag in {"div", "span", "code", "pre", "a"}
            else {"align", "start"}
        )
        assert set(node.attributes) <= allowed, node.html
        href = (node.attributes.get("href") or "").strip().lower()
        assert not re.match(r"(javascript|data|vbscript|//)", href), node.html


@given(HOSTILE)
@example("[TOC]")
def test_no_word_of_a_description_is_lost(text: str) -> None:
    shown = to_html(neutral_markdown(text)).html or ""
    for word in re.findall(r"[^\W\d_]{2,}", folded(text)):
        assert word in shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("### What to bring\n\n- a towel\n- a *friend*", "<h3>"),
        ("Read [the guide](/guides/travel/).", '<a href="/guides/travel/">the guide</a>'),
        ("Write to [us](mailto:a@b.example).", 'href="mailto:a@b.example"'),
        ("1. One\n2. Two", "<ol>"),
    ],
)
def test_good_markdown_of_a_description_works(written: str, shown: str) -> None:
    html = to_html(neutral_markdown(written)).body
    assert html is not None
    assert shown in re.sub(r' id="[^"]*"', "", html.html or "")
