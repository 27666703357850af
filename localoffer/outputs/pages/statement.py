"""The accessibility statement, its easy-read twin and the page of results: they say what a test did, and never more.

In: the Index, whose vocabulary holds the evidence of the last whole audit, and the kinds of page this site has. Out:
Pages. The headings are those of the UK government's model statement (Public Sector Bodies (Websites and Mobile
Applications) (No. 2) Accessibility Regulations 2018, regulation 8).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from localoffer import wording
from localoffer.addresses import RESULTS, STATEMENT
from localoffer.easyread import EasyReadPage, Idea
from localoffer.easyread.page import Section
from localoffer.facts.contacts import how_to_ask
from localoffer.facts.voice import by_email, idea, link, name, phone, say
from localoffer.model.evidence import EVIDENCE, Evidence, OpenIssue
from localoffer.outputs.index import Index
from localoffer.outputs.markdown import render
from localoffer.outputs.page import Meta, Page, new_page
from localoffer.outputs.pages.content import label_cells
from localoffer.wording.reckoning import add_months

GOOD_FOR = 12
"""Months for which a test says something."""

Compliance = Literal["not yet tested", "partially compliant", "fully compliant"]


@dataclass(frozen=True)
class Standing:
    """How far the site may call itself accessible, and why no further."""

    compliance: Compliance
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Claim:
    """Something readers can do here. It is said only when every one of `checks` was made and none of `rules` is open."""

    words: str
    checks: tuple[str, ...]
    rules: tuple[str, ...]


CLAIMS = (
    Claim("zoom in to 400% and read everything without scrolling sideways", ("reflow",), ("too-wide", "text-cut", "text-on-text")),
    Claim(
        "make text twice as big, and space it wider, in your own browser", ("double-text", "text-spacing"),
        ("text-does-not-grow", "too-wide", "text-cut", "text-on-text"),
    ),
    Claim(
        "read it in light or dark, or in the high-contrast colours of your own device", ("contrast", "forced-colours"),
        ("text-faint", "edge-faint", "lost-in-forced-colours", "axe-color-contrast"),
    ),
    Claim(
        "get to everything with only a keyboard, in a sensible order, and see where you are",
        ("tab-stops", "keyboard-reach", "focus-ring", "escape-closes"),
        (
            "keyboard-trap", "focus-out-of-view", "focus-covered", "focus-order", "focus-not-seen", "not-by-keyboard",
            "escape-does-not-close", "opener-not-a-button",
        ),
    ),
    Claim("skip the top of each page and go straight to the main part", ("skip-link-first",), ("skip-link-missing",)),
    Claim(
        "read every page without JavaScript", ("without-javascript",),
        ("search-needs-javascript", "words-need-javascript", "dead-without-javascript"),
    ),
    Claim(
        "print a page with every fact, phone number and web address on it", ("print-complete",),
        ("not-printed", "phone-not-printed", "address-not-printed", "cut-on-paper"),
    ),
)  # fmt: skip


def standing_of(index: Index, kinds: Collection[str]) -> Standing:
    """How far the evidence goes today for a site with these kinds of page."""
    evidence, today = index.catalogue.vocabulary.evidence, index.catalogue.today
    if evidence is None:
        return Standing("not yet tested", ("Nobody has tested it yet.",))
    reasons = list(_gaps(evidence, kinds))
    if add_months(evidence.tested, GOOD_FOR) < today:
        reasons.append("The last test is more than 12 months old.")
    if not any(add_months(test.date, GOOD_FOR) >= today for test in evidence.by_people):
        reasons.append(
            "In the last 12 months no disabled people have tested it with their own tools. Programs find only some faults."
        )
    return Standing("partially compliant" if reasons else "fully compliant", tuple(reasons))


def _gaps(evidence: Evidence, kinds: Collection[str]) -> Iterator[str]:
    if evidence.issues:
        yield f"We know of {wording.count(len(evidence.issues), 'fault')} that we have not put right yet."
    missing = sorted(set(kinds) - set(evidence.kinds))
    if missing:
        yield f"Some kinds of page have not been tested: {', '.join(missing)}."
    claimed = {check for claim in CLAIMS for check in claim.checks}
    if not claimed <= set(evidence.checks):
        yield "Some of our checks have not been made."
    if evidence.pages > evidence.tested_pages + evidence.alike_pages + evidence.left_pages:
        yield "Some pages have not been tested."


def claims_of(evidence: Evidence | None) -> list[str]:
    """What readers can do here, as far as it was tested and found right."""
    if evidence is None:
        return []
    broken = {issue.rule for issue in evidence.issues}
    return [
        claim.words for claim in CLAIMS if set(claim.checks) <= set(evidence.checks) and not broken & set(claim.rules)
    ]


def statement_pages(index: Index, kinds: Collection[str]) -> list[Page]:
    """The statement and the results."""
    standing = standing_of(index, {*kinds, "statement", "about"})
    return [_statement(index, standing), _results(index, standing)]


def _statement(index: Index, standing: Standing) -> Page:
    site, evidence = index.catalogue.site, index.catalogue.vocabulary.evidence
    meta: Meta = {
        "title": "How accessible this site is",
        "summary": "Our accessibility statement: what works, what does not, and how to tell us.",
    }
    body = render(
        "statement.md.j2",
        site_name=site.site_name or "this website",
        site_url=site.site_url or "",
        council=site.council,
        help=site.help,
        phone=wording.phone_chunks(site.help.phone) if site.help.phone else "",
        interpreters=wording.interpreters(index.catalogue.local.promises),
        text_relay=wording.phone_chunks(site.help.text_relay) if site.help.text_relay else "",
        standing=standing,
        claims=claims_of(evidence),
        **_evidence_in_words(evidence),
        made=wording.day_date(evidence.tested if evidence else index.catalogue.today),
        by_people=[
            {"day": wording.day_date(test.date), "by": test.by, "how": test.how, "found": test.found or ""}
            for test in (evidence.by_people if evidence else [])
        ],
        tools=[f"{tool.name} {tool.version}" for tool in (evidence.tools if evidence else [])],
    )
    source = EVIDENCE if evidence else "localoffer/templates/statement.md.j2"
    return new_page("statement", STATEMENT, meta, source, label_cells(body))


def _evidence_in_words(evidence: Evidence | None) -> Meta:
    if evidence is None:
        return {"evidence": None, "tested": "", "issues": []}
    issues = [_issue(issue) for issue in evidence.issues]
    return {"evidence": evidence, "tested": wording.day_date(evidence.tested), "issues": issues}


def _issue(issue: OpenIssue) -> dict[str, str]:
    return {
        "what": issue.what,
        "wcag": f"WCAG criterion {issue.wcag}" if issue.wcag and issue.wcag[0].isdigit() else "good practice",
        "kind": issue.kind or "",
        "since": wording.day_date(issue.since),
        "rule": issue.rule,
    }


def _results(index: Index, standing: Standing) -> Page:
    evidence = index.catalogue.vocabulary.evidence
    meta: Meta = {
        "title": "Results of our accessibility tests",
        "summary": "What was tested, when, with what, and what was found. For people who want the detail.",
    }
    body = render(
        "results.md.j2",
        standing=standing,
        **_evidence_in_words(evidence),
        checks=[check.replace("-", " ") for check in (evidence.checks if evidence else [])],
    )
    source = EVIDENCE if evidence else "localoffer/templates/results.md.j2"
    return new_page("about", RESULTS, meta, source, label_cells(body))


def easy_statement(index: Index, kinds: Collection[str]) -> EasyReadPage:
    """The statement in easy read."""
    site = index.catalogue.site
    email = site.help.email if site.help.phone else None
    standing = standing_of(index, {*kinds, "statement", "about"})
    evidence = index.catalogue.vocabulary.evidence
    sections = [
        Section("What we want", (
            idea("computer", say("We want all people to use this website."), say("Some parts may still be hard to use.")),
        )),
        Section("How good is it now?", tuple(_easy_standing(standing, evidence))),
        Section("Tell us", (
            idea("warning", say("Is something hard to use?"), say("Please tell us."), say("You will not be in trouble.")),
            idea("phone", say("You can phone us on ", phone(site.help.phone), ".") if site.help.phone else how_to_ask(site)),
            *([idea("email", by_email(email))] if email else []),
            idea("letter", say("We can also send you the words in another way."), say("You can ask for big print.")),
        )),
        Section("If you are not happy", (
            idea("complain", say("Are you not happy with our answer?"), say("You can talk to another group."),
                 say("They are the ", name("Equality Advisory and Support Service"), ".")),
            idea("phone", say("You can phone them on ", phone("0808 800 0082"), "."), say("It is free.")),
        )),
    ]  # fmt: skip
    return EasyReadPage(
        "How easy this website is to use",
        STATEMENT,
        tuple(sections),
        EVIDENCE if evidence else "localoffer/outputs/pages/statement.py",
    )


def _easy_standing(standing: Standing, evidence: Evidence | None) -> Iterator[Idea]:
    if evidence is None:
        yield idea("not-known", say("We have not tested it yet."), say("We do not know how good it is."))
        return
    yield idea(
        "check", say("We tested it on ", name(wording.day_date(evidence.tested)), "."), say("We used computer tests.")
    )
    if standing.compliance == "fully compliant":
        yield idea("readers", say("People tested it too."), say("We did not find anything that is wrong."))
        return
    if evidence.issues:
        yield idea("warning", say("Some things are still wrong."), say("We will put them right."))
    if not evidence.by_people:
        yield idea("no-readers", say("Disabled people have not tested it yet."), say("We want to ask them."))
    yield idea("list", say("You can read more on ", link("the full page", STATEMENT), "."))
