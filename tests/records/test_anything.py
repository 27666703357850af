"""Hypothesis: no text and no bytes, in any file, ever raise."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from localoffer.findings import format_github, format_json, format_text
from localoffer.model import ContentPage, EasyPage, Provider, Service, SiteFacts
from localoffer.model.vocabulary import Topic
from localoffer.records import read_members, read_record_text, texts
from localoffer.records.links import find_links
from localoffer.records.markdown import check_markdown, check_page_markdown
from localoffer.records.pagefile import read_page
from localoffer.yamlfile import parse_yaml
from localoffer.yamlfile.source import read_raw
from tests.offer import CLUB, SITE

GOOD = (SITE / CLUB).read_text(encoding="utf-8")
PIECES = st.sampled_from(
    [
        "name",
        ":",
        " ",
        "\n",
        "- ",
        "[",
        "]",
        "{",
        "}",
        "'",
        '"',
        "|",
        ">",
        "&a",
        "*a",
        "!",
        "%",
        "#",
        "---",
        "\t",
        "yes",
        "2026-02-30",
        "eligibility",
        "  ",
        "\\",
        "é",
        "🦊",
        "<b>",
        "](",
        "`",
    ]
)
SOUP = st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=200)


@given(st.binary(max_size=300))
def test_any_bytes(raw: bytes) -> None:
    text, findings = read_raw(raw, "x.yml")
    assert (text is None) == bool(findings)


@given(SOUP)
@example("? [a]\n: b")
@example("a: !!binary x")
def test_any_text_is_a_record_or_findings(text: str) -> None:
    for model in (Service, Provider, SiteFacts):
        record, findings = read_record_text(text, "x.yml", model)
        assert record is not None or findings
    tree, _ = parse_yaml(text, "x.yml")
    read_members(tree, "x.yml", Topic)
    for page in (ContentPage, EasyPage):
        read_page(f"---\ntitle: x\n---\n{text}", "x.md", page)
        read_page(f"---\n{text}\n---\nx", "x.md", page)


@given(st.integers(0, len(GOOD)), st.integers(0, 40), SOUP)
def test_any_edit_of_a_good_listing(start: int, length: int, text: str) -> None:
    edited = GOOD[:start] + text + GOOD[start + length :]
    record, findings = read_record_text(edited, CLUB, Service)
    lines = edited.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for finding in findings:
        assert 1 <= finding.line <= len(lines)
        assert finding.column >= 1
        assert finding.message
        assert finding.fix
    format_text(findings, lambda _path, line: lines[line - 1])
    format_github(findings)
    format_json(findings)
    if record is not None:
        for published in texts(record):
            line, _ = published.position(len(published.text) // 2)
            assert 1 <= line <= len(lines)


@given(SOUP)
def test_any_markdown(text: str) -> None:
    for _rule, fault in [*check_markdown(text), *check_page_markdown(text)]:
        assert 0 <= fault.where <= len(text)
    find_links(text)


@given(st.text(alphabet="jJaAvVsScCrRiIpPtT:&#x6;() \n\t<>[]", max_size=40))
def test_no_link_but_a_safe_one_passes(target: str) -> None:
    text = f"See [the page]({target}) now."
    complaints = list(check_markdown(text))
    links = [link.target for link in find_links(text)]
    if not complaints:
        assert all(link.lower().startswith(("http://", "https://", "mailto:", "tel:", "/")) for link in links)


@pytest.mark.parametrize("day", [date(2026, 11, 22), date(2027, 11, 21), date(2046, 1, 1)])
def test_time_makes_no_errors(day: date) -> None:
    from localoffer.catalogue import read_catalogue

    catalogue, findings = read_catalogue(SITE, day)
    assert catalogue is not None
    assert not [finding for finding in findings if finding.is_error]
    assert bool(findings) == (day.year > 2026)
