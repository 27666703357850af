"""The accessibility statement says what the evidence shows, and never more."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from localoffer.audit import behaviour
from localoffer.audit.choose import BuiltPage, Choice
from localoffer.audit.faults import BrowserFault
from localoffer.audit.known_issues import KnownIssue
from localoffer.audit.results import (
    Results,
    evidence_text,
    read_evidence,
    record_evidence,
    results_as_json,
    tool_versions,
    write_results,
)
from localoffer.catalogue import Catalogue, read_catalogue
from localoffer.model.evidence import EVIDENCE, Evidence, OpenIssue, TestByPeople, Tool
from localoffer.outputs.index import Index
from localoffer.outputs.pages import Page, write_pages
from localoffer.outputs.pages.statement import CLAIMS, claims_of, easy_statement, standing_of, statement_pages

ROOT = Path(__file__).resolve().parents[3]
TODAY = date(2026, 11, 22)
KINDS = ("home", "service", "statement", "about")
HEADINGS = [
    "How accessible this website is",
    "Feedback and contact information",
    "Reporting accessibility problems with this website",
    "Enforcement procedure",
    "Contacting us by phone or visiting us in person",
    "Technical information about this website's accessibility",
    "Compliance status",
    "Non-accessible content",
    "Non-compliance with the accessibility regulations",
    "Disproportionate burden",
    "Content that's not within the scope of the accessibility regulations",
    "What we're doing to improve accessibility",
    "Preparation of this accessibility statement",
]
PEOPLE = TestByPeople(date=date(2026, 10, 12), by="six parents", how="NVDA, ten tasks", found="All could be done.")
WHOLE = Evidence(
    tested=TODAY,
    pages=10,
    tested_pages=4,
    alike_pages=5,
    left_pages=1,
    kinds=list(KINDS),
    checks=list(behaviour.rule_sentences()),
    tools=[Tool(name="axe-core", version="4.14.1")],
    by_people=[PEOPLE],
)
ISSUE = OpenIssue(
    rule="text-faint", what="The words on the map are too faint.", wcag="1.4.3", kind="service", since=TODAY
)


@pytest.fixture(scope="module")
def offer() -> Catalogue:
    catalogue, findings = read_catalogue(ROOT / "tests" / "council", TODAY)
    assert catalogue, findings
    return catalogue


def index(offer: Catalogue, evidence: Evidence | None) -> Index:
    return Index(replace(offer, vocabulary=replace(offer.vocabulary, evidence=evidence)))


def statement(offer: Catalogue, evidence: Evidence | None) -> str:
    return html.unescape(statement_pages(index(offer, evidence), KINDS)[0].body)


def changed(**fields: object) -> Evidence:
    return WHOLE.model_copy(update=fields)


def test_without_a_test_nothing_is_claimed(offer: Catalogue) -> None:
    body = statement(offer, None)
    assert standing_of(index(offer, None), KINDS).compliance == "not yet tested"
    assert "We do not know yet" in body
    assert "has not yet been tested" in body
    assert "We have tested that you can" not in body
    assert not re.search(r"(fully|partially) compliant", body)


def test_only_whole_and_fresh_evidence_with_no_issue_and_tests_by_people_is_fully_compliant(offer: Catalogue) -> None:
    assert standing_of(index(offer, WHOLE), KINDS).compliance == "fully compliant"
    assert "is fully compliant with" in statement(offer, WHOLE)


@pytest.mark.parametrize(
    ("evidence", "why"),
    [
        (changed(issues=[ISSUE]), "We know of 1 fault"),
        (changed(tested=date(2025, 11, 21)), "The last test is more than 12 months old"),
        (changed(kinds=["home", "statement", "about"]), "Some kinds of page have not been tested: service"),
        (changed(checks=["reflow"]), "Some of our checks have not been made"),
        (changed(pages=11), "Some pages have not been tested"),
        (changed(by_people=[]), "no disabled people have tested it"),
        (
            changed(by_people=[PEOPLE.model_copy(update={"date": date(2025, 1, 1)})]),
            "no disabled people have tested it",
        ),
    ],
)
def test_anything_less_is_partially_compliant_and_says_why(evidence: Evidence, why: str, offer: Catalogue) -> None:
    standing = standing_of(index(offer, evidence), KINDS)
    assert standing.compliance == "partially compliant"
    assert [reason for reason in standing.reasons if why in reason]
    body = statement(offer, evidence)
    assert "is partially compliant with" in body
    assert "fully compliant" not in body
    assert why in body


def test_an_open_issue_is_listed_with_its_criterion_and_day(offer: Catalogue) -> None:
    body = statement(offer, changed(issues=[ISSUE]))
    assert "The words on the map are too faint. This does not meet WCAG criterion 1.4.3" in body
    assert "Sunday 22 November 2026" in body


@pytest.mark.parametrize("evidence", [None, WHOLE, changed(issues=[ISSUE])])
def test_the_headings_are_those_of_the_model_statement(evidence: Evidence | None, offer: Catalogue) -> None:
    assert re.findall(r"^#{2,3} (.+)$", statement(offer, evidence), re.M) == HEADINGS


@pytest.mark.parametrize("evidence", [None, WHOLE])
def test_who_to_ask_and_who_enforces_the_law_are_named(evidence: Evidence | None, offer: Catalogue) -> None:
    body = statement(offer, evidence)
    person = offer.site.help
    assert f"tel:{person.phone}" in body
    assert person.email.partition("@")[2] in body
    assert "Equality and Human Rights Commission" in body
    assert "https://www.equalityadvisoryservice.com/" in body
    assert "This statement was prepared on Sunday 22 November 2026" in body


def test_a_claim_is_made_only_when_its_checks_were_made_and_found_nothing() -> None:
    assert claims_of(WHOLE) == [claim.words for claim in CLAIMS]
    assert claims_of(changed(checks=["reflow"])) == [CLAIMS[0].words]
    lost = set(claims_of(WHOLE)) - set(claims_of(changed(issues=[ISSUE])))
    assert lost == {claim.words for claim in CLAIMS if "text-faint" in claim.rules}


def test_every_check_and_rule_of_a_claim_exists() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "localoffer" / "audit").rglob("*.py"))
    for claim in CLAIMS:
        assert set(claim.checks) <= set(behaviour.rule_sentences())
        assert [rule for rule in claim.rules if f'"{rule}"' not in code and not rule.startswith("axe-")] == []


def test_the_results_page_tells_the_detail(offer: Catalogue) -> None:
    body = html.unescape(statement_pages(index(offer, changed(issues=[ISSUE])), KINDS)[1].body)
    for part in ("axe-core", "4.14.1", "home, service", "too faint", "six parents", "skip link first"):
        assert part in body
    assert "has not been tested yet" in statement_pages(index(offer, None), KINDS)[1].body


@pytest.mark.parametrize("evidence", [None, WHOLE, changed(issues=[ISSUE]), changed(by_people=[])])
def test_the_easy_read_twin_says_the_same_in_short_sentences(evidence: Evidence | None, offer: Catalogue) -> None:
    page = easy_statement(index(offer, evidence), KINDS)
    sentences = [
        "".join(part.for_rules for part in sentence).split() for found in page.ideas for sentence in found.sentences
    ]
    assert max(len(words) for words in sentences) <= 10
    assert all(found.picture for found in page.ideas)
    says = " ".join(found.words for found in page.ideas)
    assert ("We have not tested it yet." in says) is (evidence is None)
    assert ("Some things are still wrong." in says) is bool(evidence and evidence.issues)


def test_the_statement_the_results_and_the_twin_are_pages_of_the_site(offer: Catalogue) -> None:
    pages: dict[str, Page] = {page.path: page for page in write_pages(offer)}
    assert pages["about/accessibility.md"].meta["easy"] == "easy-read/about/accessibility/"
    assert {"about/results.md", "easy-read/about/accessibility.md"} <= set(pages)


# What is kept of an audit

CHOICE = Choice(
    (BuiltPage("find/index.html", "find"), BuiltPage("index.html", "home")), {"a": "b"}, ("c",), {"old": "moved"}
)
FAULT = BrowserFault("index.html", "home", "text-faint", "p", "“Hello” stands out 3:1", wcag="1.4.6")
KNOWN = KnownIssue(
    rule="too-wide", selector="table", kind="find", reason="The table: it's wide.", date=TODAY, wcag="1.4.10"
)
RESULTS = Results(TODAY, CHOICE, ["reflow"], tools={"axe-core": "4.14.1"})


def test_what_is_recorded_reads_back_as_evidence(tmp_path: Path) -> None:
    found = BrowserFault("find/index.html", "find", "too-wide", "table", "sticks out")
    path = record_evidence(replace(RESULTS, new=[FAULT], known=[(found, KNOWN)]), tmp_path)
    assert path == tmp_path / EVIDENCE
    evidence = read_evidence(path)
    assert evidence
    assert (evidence.tested, evidence.pages, evidence.tested_pages, evidence.alike_pages, evidence.left_pages) == (
        TODAY,
        5,
        2,
        2,
        1,
    )
    assert [(issue.rule, issue.what, issue.wcag) for issue in evidence.issues] == [
        ("too-wide", "The table: it's wide.", None),
        ("text-faint", "“Hello” stands out 3:1", "1.4.6"),
    ]
    assert evidence.kinds == ["find", "home"]


def test_recording_again_keeps_what_people_tested(tmp_path: Path) -> None:
    path = record_evidence(RESULTS, tmp_path)
    hand = '  - {date: 2026-10-12, by: six parents, how: "NVDA, ten tasks"}'
    path.write_text(path.read_text(encoding="utf-8").replace("by_people: []", f"by_people:\n{hand}"), encoding="utf-8")
    record_evidence(RESULTS, tmp_path)
    evidence = read_evidence(path)
    assert evidence
    assert [test.by for test in evidence.by_people] == ["six parents"]


def test_the_same_audit_gives_the_same_bytes() -> None:
    assert evidence_text(RESULTS) == evidence_text(RESULTS)


def test_the_report_of_an_audit_names_every_page_and_fault(tmp_path: Path) -> None:
    told = results_as_json(replace(RESULTS, new=[FAULT], retried=["index.html"]))
    assert (told["tested"], told["alike"], told["left_out"]) == (
        ["find/index.html", "index.html"],
        {"a": "b"},
        {"old": "moved"},
    )
    assert (told["retried"], told["faults"][0]["rule"]) == (["index.html"], "text-faint")
    assert write_results(RESULTS, tmp_path).name == "audit.json"


def test_a_program_that_is_not_installed_is_not_named(tmp_path: Path) -> None:
    assert list(tool_versions("", tmp_path)) == ["localoffer"]


@pytest.mark.sample
def test_the_sample_offers_own_evidence_can_be_read() -> None:
    path = ROOT / EVIDENCE
    assert not path.exists() or read_evidence(path)
