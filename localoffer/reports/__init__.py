"""Tables for the people who run the offer: files in build/reports, as HTML, CSV and JSON.

A report is a row of `REPORTS` and a module of its name, whose `table(catalogue)` works it out. The command line, its help
and the documentation are derived from the rows.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Report:
    """One report: its name on the command line, the heading of its page, and what it says in a few words."""

    id: str
    title: str
    says: str


REPORTS = (
    Report("freshness", "Listings to check again", "listings whose check is overdue, by provider"),
    Report("asking", "What we do not know yet", "what our pages do not say, by provider, with a letter that asks it"),
    Report(
        "coverage", "What the law asks for, and what is here", "each thing the law asks for, with what answers it here"
    ),
    Report(
        "schools",
        "Which schools link to the Local Offer",
        "which schools' websites link to the offer: looks at each, writes down what it found, with letters",
    ),
    Report("reading", "How easy our pages are to read", "pages from the hardest to read to the easiest"),
)
