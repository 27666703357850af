"""The schools and settings of an area, and what was found on their websites.

In: content/_data/schools.yml and school_links.yml. Out: one frozen model each.
"""

from __future__ import annotations

from typing import Annotated

from localoffer.model.base import Record, says
from localoffer.model.choices import SchoolLinkFound
from localoffer.model.forms import Day, Email, Fact, Id, Line, Name, WebAddress, Words, whole_number


class LocalSchool(Record):
    """A school or setting of the area, whether or not it has a listing."""

    id: Id = says("Short name.", "mill-lane-primary")
    name: Name = says("Its name.", "Mill Lane Primary School", "title")
    kind: Line = says("What sort of school.", "mainstream primary", "type")
    url: WebAddress | None = says("Its website.", "https://www.mill-lane.example.org", "website", default=None)
    urn: Annotated[int, whole_number(100_000, 999_999, "the school's six-digit number")] | None = says(
        "Its number in the national register.", "123456", default=None
    )
    provider: Id | None = says("Its folder in providers/.", "mill-lane-primary", default=None)
    must_link: Fact = says(
        "Does the law ask its SEN information report to say where the offer is? Yes for maintained schools, maintained "
        "nursery schools and academies of this area.",
        "yes",
        "by_law",
        default="not known",
    )
    sen_page: WebAddress | None = says(
        "Its page about special educational needs, or its SEN information report.",
        "https://www.mill-lane.example.org/send",
        "sen_report_url",
        "send_page",
        default=None,
    )
    email: Email | None = says("Its office.", "office@mill-lane.example.org", "mail", "e-mail", default=None)
    address: Words | None = says("Where it is.", "Mill Lane, Marlbrook", default=None)


class SchoolLink(Record):
    """What was found on a school's website: written by `build.py report schools`."""

    id: Id = says("The school's short name in schools.yml.", "mill-lane-primary", "school")
    found: SchoolLinkFound = says("What was found.", "linked", "result")
    date: Day = says("The day somebody looked.", "2026-11-26", "on")
    why: Words = says("What was seen, in one sentence.", "Its SEND page leads here.", "reason")
    page: WebAddress | None = says(
        "The page of the school that was seen.", "https://www.mill-lane.example.org/send", default=None
    )
    leads_to: WebAddress | None = says(
        "Where its link leads.", "https://localoffer.marlbrook.example.org/", "link", default=None
    )
    pages: Annotated[int, whole_number(0, 99, "a number of pages")] = says(
        "How many pages were seen.", "4", "looked_at", default=0
    )
