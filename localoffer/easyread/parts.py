"""A long easy-read page in pages of its own: no page is long to scroll, and nothing is left out.

In: one `EasyReadPage`. Out: one, or several, each with the same links to all parts. How high a page will be on a phone is
reckoned from its words; a test in a browser compares the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate
from math import ceil

from localoffer.addresses import easy_url, part_url
from localoffer.easyread.page import EasyReadPage, Section
from localoffer.facts.view import Card, Link
from localoffer.facts.voice import Idea

SCREEN, MOST_SCREENS = 740, 6
"""Pixels of a phone's screen, and how many of them a page may be high (CONTENT_RULES, easy read of every listing)."""
FRAME = 1560
"""What stands above and below the parts: title, whom to call, the foot of the page."""
PAGER = 150
"""The ways to the other parts of a list, below it."""
LINK, HEADING, PICTURE, LINE, SPACE = 26, 82, 94, 28, 12
LETTERS, BOLD, WIDE = 20, 18, 26
"""Letters in a line beside a picture, also in bold, and in one that is as wide as the page, as long words leave it."""
MORE = ": more"
FEW = 3
"""So many parts on one page are seen at once, and need no links."""


def in_parts(page: EasyReadPage, below: int = 0) -> list[EasyReadPage]:
    """The page, or several that are no longer than `MOST_SCREENS`, each with links to all parts; `below`: what else each holds."""
    named = _named(page.sections)
    room = (
        SCREEN * MOST_SCREENS - FRAME - below - LINK * sum(max(1, _lines(section.heading, WIDE)) for section in named)
    )
    held = list(_packed([piece for section in named for piece in _pieces(section, room)], room))
    where = {section.id: number for number, sections in enumerate(held, 1) for section in sections}
    url = easy_url(page.begins)
    links = [
        Link(section.heading, f"{part_url(url, where[section.id])}#{section.id}")
        for section in named
        if section.heading
    ]
    shown = tuple(links) if len(links) > (1 if len(held) > 1 else FEW) else ()
    return [
        replace(page, sections=tuple(sections), part=number, of=len(held), links=shown)
        for number, sections in enumerate(held, 1)
    ]


def _named(sections: Iterable[Section]) -> list[Section]:
    """Each section with an id that no other has."""
    taken = set[str]()
    named = []
    for number, section in enumerate(sections, 1):
        slug = re.sub(r"[^a-z]+", "-", section.heading.lower()).strip("-")
        name = next(one for one in (section.id, slug, f"part-{number}") if one and one not in taken)
        taken.add(name)
        named.append(replace(section, id=name))
    return named


def _packed(sections: Iterable[Section], room: int) -> Iterator[list[Section]]:
    held: list[Section] = []
    left = room
    for section in sections:
        rest = section
        while height(rest) > left:
            shown = _rows_that_fit(rest, left)
            if shown:
                held.append(replace(rest, rows=rest.rows[:shown]))
                rest = _more_rows(rest, shown)
            elif not held:
                break
            yield held
            held, left = [], room
        held.append(rest)
        left -= height(rest)
    if held:
        yield held


def _rows_that_fit(section: Section, left: int) -> int:
    """How many rows of a list stand on this page, where it goes on on the next; none rather than one or two."""
    left -= height(replace(section, rows=()))
    ends = list(accumulate(map(row_height, section.rows)))
    shown = sum(end <= left for end in ends)
    return shown if FEW <= shown < len(ends) else 0


def _more_rows(section: Section, shown: int) -> Section:
    heading, name = (
        f"{words.removesuffix(end)}{end}" for words, end in ((section.heading, MORE), (section.id, "-more"))
    )
    return replace(section, ideas=(), rows=section.rows[shown:], heading=heading if section.heading else "", id=name)


def _pieces(section: Section, room: int) -> Iterator[Section]:
    """A section that fits one page; of a longer one as many as are needed."""
    ideas: list[Idea] = []
    left, number = room - HEADING, 1
    for idea in section.ideas:
        if ideas and idea_height(idea) > left:
            yield _piece(section, ideas, number)
            ideas, left, number = [], room - HEADING, number + 1
        ideas.append(idea)
        left -= idea_height(idea)
    yield replace(_piece(section, ideas, number), rows=section.rows)


def _piece(section: Section, ideas: list[Idea], number: int) -> Section:
    if number == 1:
        return replace(section, ideas=tuple(ideas), rows=())
    return replace(
        section, ideas=tuple(ideas), rows=(), heading=f"{section.heading}{MORE}", id=f"{section.id}-{number}"
    )


def height(section: Section) -> int:
    """How high a section is on a phone, in pixels."""
    return HEADING + sum(map(idea_height, section.ideas)) + sum(map(row_height, section.rows))


@lru_cache(maxsize=1 << 14)  # a service stands in many lists
def row_height(row: Card) -> int:
    """How high a row of a list is on a phone, in pixels: a picture with words, or a name and a line."""
    if row.icon:
        lines = sum(_lines(words, LETTERS) for words in (row.line, *(line.words for line in row.says)))
        return max(PICTURE, 2 * SPACE + LINE * (lines + _lines(row.name, BOLD)))
    return 2 * SPACE + LINE * (_lines(row.name, BOLD) + _lines(row.line, LETTERS))


def idea_height(idea: Idea) -> int:
    """How high an idea is on a phone, in pixels: its picture, or its words where they are higher."""
    lines = sum(_lines("".join(part.text for part in sentence), LETTERS) for sentence in idea.sentences)
    return max(PICTURE, LINE * lines + SPACE)


def _lines(words: str, letters: int) -> int:
    return ceil(len(words) / letters)
