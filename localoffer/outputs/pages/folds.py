"""Which parts of a long page written by hand fold away, and what of them never does (decision 078).

In: the page, and what nobody may miss. Out: whether it folds, and its Markdown with marks that `site.finish` goes by. What
stands before the second heading never folds, unless it is one of several letters; nor does a part that is the first to give a
number of urgent help. A date that the family must keep stands below the heading of the folded part that says it first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from localoffer.addresses import is_guide
from localoffer.model import ContentPage
from localoffer.model.law import LawFact
from localoffer.model.urgent import Call
from localoffer.outputs.markdown import escape_markdown
from localoffer.outputs.page import NOT_FOLDED, STAYS_OPEN
from localoffer.outputs.pages.urgent import URGENT
from localoffer.records.markdown import without_code
from localoffer.wording.law import law_statement

LONG = 2_800
"""Characters of a page that has about eight screens of a phone; a guide is always longer with what stands below it."""
FEWEST = 3
"""Parts of a page that folds."""
NEVER = frozenset({"about/contact"})
"""Pages that are nothing but whom to call."""
DAY_AND_NIGHT = "day and night"

_PART = re.compile(r"^##(?!#)[ \t]*\S.*$", re.MULTILINE)
_CALL = re.compile(r"\]\(((?:tel|sms):[^()\s]+)\)")
_LETTER = "!!! lo-letter"
_LAW = re.compile(r"\{law:([a-z0-9-]+)")


class Seen(NamedTuple):
    """What nobody may miss, and in which part of the page it stands; 0 is before the first heading."""

    part: int
    number: str = ""
    law: str = ""


def is_folded(page: ContentPage) -> bool:
    """True for guides and other long pages with several parts; never for urgent help."""
    if page.id in NEVER or page.template == URGENT:
        return False
    return (is_guide(page.id) or len(page.body) > LONG) and len(_headings(page.body)) >= FEWEST


def marked_parts(body: str, page: ContentPage, law: Mapping[str, LawFact], calls: Sequence[Call]) -> str:
    """The page's Markdown, `body`, with a mark on each heading whose part stays open, and the dates of the others."""
    must_be_seen = list(_must_be_seen(page, law, calls))
    stays = {
        *_first_part(page),
        *{found.number: found.part for found in reversed(must_be_seen) if found.number}.values(),
    } - {0}
    shown = {found.law for found in must_be_seen if found.part in {0, *stays}}
    dates = {found.law: found.part for found in reversed(must_be_seen) if found.law and found.law not in shown}
    for part, heading in reversed(list(enumerate(_headings(body), start=1))):
        lines = [law_statement(law[name]) for name, place in reversed(dates.items()) if place == part]
        marked = _marked(heading[0]) if part in stays else heading[0] + _not_folded(lines)
        body = body[: heading.start()] + marked + body[heading.end() :]
    return body


def _first_part(page: ContentPage) -> set[int]:
    """The first part, unless it is one of several letters to choose from."""
    starts = [heading.start() for heading in _headings(page.body)]
    return set() if _LETTER in page.body[starts[0] : starts[1]] else {1}


def _marked(heading: str) -> str:
    line = heading.rstrip()
    return f"{line[:-1].rstrip()} .{STAYS_OPEN} }}" if line.endswith("}") else f"{line} {{ .{STAYS_OPEN} }}"


def _not_folded(lines: Sequence[str]) -> str:
    if not lines:
        return ""
    name = "A date to keep." if len(lines) == 1 else "Dates to keep."
    return f"\n\n**{name}** {escape_markdown(' '.join(lines))}\n{{ .{NOT_FOLDED} }}\n"


def _must_be_seen(page: ContentPage, law: Mapping[str, LawFact], calls: Sequence[Call]) -> Iterator[Seen]:
    """Each number that answers day and night, and each date of the family's own."""
    starts = [heading.start() for heading in _headings(page.body)]
    urgent = {href for call in calls if call.hours == DAY_AND_NIGHT for href in (call.href, call.also_href)}

    def part(offset: int) -> int:
        return sum(start <= offset for start in starts)

    for found in _CALL.finditer(page.body):
        if found[1] in urgent:
            yield Seen(part(found.start()), number=found[1])
    for begin, origin, end in page.filled.pieces if page.filled else ():
        name = _LAW.match(page.filled.source, origin) if origin == end else None
        if name and name[1] in law and law[name[1]].yours:
            yield Seen(part(begin), law=name[1])


def _headings(body: str) -> list[re.Match[str]]:
    """The headings of parts; none of them inside code."""
    return list(_PART.finditer(without_code(body)))
