"""What was tested for accessibility, when, with what, and what was found: the evidence the statement rests on.

In: content/_data/accessibility.yml, written by `build.py audit --record`; its `by_people` part is written by hand.
Out: one `Evidence`. Nothing here judges it: that is the statement's work.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import WithJsonSchema

from localoffer.model.base import Part, Record, says
from localoffer.model.forms import Day, Id, Line, Paragraph, WebAddress, Words, whole_number

EVIDENCE = "content/_data/accessibility.yml"
Pages = Annotated[
    int, whole_number(0, 10_000_000, "a number of pages"), WithJsonSchema({"type": "integer", "minimum": 0})
]


class Tool(Part):
    """A program that tested pages."""

    name: Line = says("Its name.", "axe-core")
    version: Line = says("Its version.", "4.14.1")


class OpenIssue(Part):
    """A fault that is known and not yet put right."""

    rule: Id = says("The rule it breaks.", "text-faint")
    what: Paragraph = says("What is wrong, in plain words.", "The map's labels are too faint.", "reason")
    wcag: Line | None = says("The WCAG criterion.", "1.4.3", default=None)
    kind: Line | None = says("The kind of page it is on.", "service", default=None)
    since: Day = says("The day it was found.", "2026-11-22", "date")


class TestByPeople(Part):
    """A test by people, not programs."""

    __test__ = False

    date: Day = says("The day of the test.", "2026-10-12")
    by: Line = says("Who tested: a group or a role.", "six parents and two young people who use screen readers")
    how: Words = says("With what and how.", "NVDA, VoiceOver and keyboard only, ten tasks")
    found: Paragraph | None = says("What they found.", "All ten tasks could be done.", default=None)


class Evidence(Record):
    """The last whole audit, and tests by people."""

    site: WebAddress | None = says(
        "The address of the site that was tested.", "https://localoffer.marlbrook.example.org/", default=None
    )
    tested: Day = says("The day of the audit.", "2026-11-22")
    pages: Pages = says("How many pages the site had.", "1225")
    tested_pages: Pages = says("How many of them were tested in a browser, one by one.", "45")
    alike_pages: Pages = says("How many were not, because they are made like pages that were.", "1176")
    left_pages: Pages = says("How many cannot be tested, because they lead to another page at once.", "4", default=0)
    kinds: list[Line] = says("The kinds of page that were tested.", "[home, service]", "kind")
    checks: list[Id] = says("What was checked in the browser.", "[reflow, focus-ring]", "check")
    tools: list[Tool] = says("The programs that tested.", "[{name: axe-core, version: 4.14.1}]", "tool")
    issues: list[OpenIssue] = says("What is known to be wrong.", "[]", "issue", default=[])
    by_people: list[TestByPeople] = says("Tests by people; written by hand.", "[]", "people", default=[])
