"""What `check` says about easy read: words, pictures, how many ideas, whether it is still true, who has checked it.

In: the catalogue. Out: findings at the file, line and column a person can edit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from localoffer.catalogue import Catalogue
from localoffer.check.vocabulary_words import check_vocabulary_words
from localoffer.easyread.page import EasyReadPage
from localoffer.easyread.service import easy_service, is_out_of_date
from localoffer.easyread.twin import blocks, check_twin_form, easy_twin, page_hash
from localoffer.findings import ERROR, WARNING, Finding
from localoffer.model import ContentPage, EasyPage, Service
from localoffer.reading import FindingsCache, WordLists, check_grade, check_passage, place_in
from localoffer.reading.passages import EASY, Passage, mask_markup
from localoffer.reading.terms import first_uses, is_explained

IDEAS = (20, 40)
"""Ideas on one page: more than the first is a warning, more than the second an error (CONTENT_RULES, UK and DH)."""


def check_easy_read(catalogue: Catalogue, words: WordLists, cache: FindingsCache | None = None) -> Iterator[Finding]:
    """Everything about easy read, over listings and twins."""
    cache = cache or FindingsCache(None, words)
    yield from check_vocabulary_words(catalogue, words)
    for service in catalogue.services.values():
        yield from _check_listing(service, catalogue)
    for page in catalogue.content.values():
        if page.easy:
            yield from _check_twin(page, page.easy, catalogue, words, cache)
        elif not (page.easy_read == "none" and page.why):
            yield Finding(
                page.path,
                1,
                1,
                ERROR,
                "easy-twin-missing",
                "this page has no easy-read version",
                f"write {page.path.removesuffix('.md')}.easy.md beside it. Where families do not read the page, "
                "write easy_read: none and why: with the reason.",
            )


FEW_POINTS = 6
"""With so few points of an editor's own, the facts are cut to fit, and the page is not made only to be counted."""


def _check_listing(service: Service, catalogue: Catalogue) -> Iterator[Finding]:
    easy = service.easy_read
    if not easy:
        return
    if len(easy.points) > FEW_POINTS:
        yield from _check_count(easy_service(service, catalogue), *service.origin.position("easy_read"))
    if is_out_of_date(service):
        line, column = service.origin.position("easy_read.written_from")
        yield _out_of_date(service.path, line, column)
    if not easy.checked_by:
        line, column = service.origin.key_position("easy_read")
        yield _unchecked(service.path, line, column)


def _check_twin(
    page: ContentPage, easy: EasyPage, catalogue: Catalogue, words: WordLists, cache: FindingsCache
) -> Iterator[Finding]:
    def check() -> Iterator[Finding]:
        yield from check_twin_form(easy)
        yield from check_words(easy, words)

    yield from cache.findings(easy, (), check)
    yield from _check_count(easy_twin(page, easy, catalogue), easy.body_line, 1)
    if easy.written_from != page_hash(page):
        line, column = easy.origin.position("written_from")
        yield _out_of_date(easy.path, line, column)
    if not easy.checked_by:
        yield _unchecked(easy.path, 2, 1)


def check_words(easy: EasyPage, words: WordLists) -> Iterator[Finding]:
    """The reading rules over a twin's sentences, its headings and its title; each idea is a block."""
    said: list[str] = []
    for block in blocks(easy.body, easy.body_line):
        lines = [line for line in block.lines if not line.startswith("![")]
        first = block.line + len(block.lines) - len(lines)
        if lines and lines[0].startswith("#"):
            lines[0] = " " * len(found[0]) + lines[0][len(found[0]) :] if (found := HEADING.match(lines[0])) else ""
        else:
            said += lines
        passage = Passage("\n".join(lines), EASY)
        yield from check_passage(passage, words, easy.path, place_in(passage.source, first))
    yield from check_first_use(easy, words)
    yield from check_grade("\n\n".join(said), EASY, easy.path, easy.body_line)


HEADING = re.compile(r"#+ ?")


def check_first_use(easy: EasyPage, words: WordLists) -> Iterator[Finding]:
    """An abbreviation is explained where it first stands: in its own sentence, or in the next."""
    lines = [
        (block.line + number, line)
        for block in blocks(easy.body, easy.body_line)
        for number, line in enumerate(block.lines)
        if not line.startswith(("![", "#"))
    ]
    seen = set[str]()
    for place, (number, line) in enumerate(lines):
        text = mask_markup(line)
        for found in first_uses(text, words, seen):
            after = lines[place + 1][1] if place + 1 < len(lines) else ""
            if not is_explained(text, found[0], mask_markup(after)):
                term = words.short_terms[found[0]]
                yield Finding(
                    easy.path,
                    number,
                    found.start() + 1,
                    WARNING,
                    "glossary-first-use",
                    f"“{found[0]}” stands here first, and the next sentence does not explain it",
                    f"add the sentence: {term.easy_read or term.meaning}",
                )


def _check_count(easy: EasyReadPage, line: int, column: int) -> Iterator[Finding]:
    number, (warn, stop) = len(easy.ideas), IDEAS
    if number > warn:
        severity = ERROR if number > stop else WARNING
        yield Finding(
            easy.source,
            line,
            column,
            severity,
            "easy-too-many-ideas",
            f"the easy-read page has {number} ideas, and {stop if severity == ERROR else warn} is the most",
            "leave out what people can ask about, or make two pages.",
        )


def _out_of_date(path: str, line: int, column: int) -> Finding:
    return Finding(
        path,
        line,
        column,
        WARNING,
        "easy-out-of-date",
        "the text has changed since this easy read was written from it",
        f"compare the two, put the easy read right, then run: python build.py easy-read --accept {path}",
    )


def _unchecked(path: str, line: int, column: int) -> Finding:
    return Finding(
        path,
        line,
        column,
        WARNING,
        "easy-not-checked",
        "no one with a learning disability has checked this yet",
        "ask a group to read it, then write who they are under checked_by.",
    )
