"""What `check` says about easy read: words, pictures, how many ideas, whether it is still true, who has checked it.

In: the catalogue. Out: findings at the file, line and column a person can edit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from localoffer.catalogue import Catalogue
from localoffer.easyread.page import EasyReadPage
from localoffer.easyread.service import easy_service, is_out_of_date
from localoffer.easyread.twin import blocks, check_twin_form, easy_twin, page_hash, unknown_picture
from localoffer.findings import ERROR, WARNING, Finding
from localoffer.model import ContentPage, EasyPage, Service
from localoffer.reading import WordLists, check_passage
from localoffer.reading.passages import EASY, Passage

IDEAS = (20, 40)
"""Ideas on one page: more than the first is a warning, more than the second an error (CONTENT_RULES, UK and DH)."""


def check_easy_read(catalogue: Catalogue, words: WordLists) -> Iterator[Finding]:
    """Everything about easy read, over listings and twins."""
    for service in catalogue.services.values():
        yield from _check_listing(service, catalogue)
    for page in catalogue.content.values():
        if page.easy:
            yield from _check_twin(page, page.easy, catalogue, words)
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


def _check_listing(service: Service, catalogue: Catalogue) -> Iterator[Finding]:
    easy = service.easy_read
    if not easy:
        return
    for number, point in enumerate(easy.points):
        line, column = service.origin.position(f"easy_read.points.{number}.picture")
        if point.picture == "none" and not point.why:
            yield Finding(
                service.path,
                line,
                column,
                ERROR,
                "easy-picture-missing",
                "this idea has no picture, and does not say why",
                "choose a picture, or add why: and the reason.",
            )
        elif point.picture not in ("none", *catalogue.vocabulary.pictures):
            yield unknown_picture(service.path, line, column, point.picture, catalogue)
    yield from _check_count(easy_service(service, catalogue), *service.origin.position("easy_read"))
    if is_out_of_date(service):
        line, column = service.origin.position("easy_read.written_from")
        yield _out_of_date(service.path, line, column)
    if not easy.checked_by:
        line, column = service.origin.key_position("easy_read")
        yield _unchecked(service.path, line, column)


def _check_twin(page: ContentPage, easy: EasyPage, catalogue: Catalogue, words: WordLists) -> Iterator[Finding]:
    yield from check_twin_form(easy, catalogue)
    yield from check_words(easy, words)
    yield from _check_count(easy_twin(page, easy, catalogue), easy.body_line, 1)
    if easy.written_from != page_hash(page):
        line, column = easy.origin.position("written_from")
        yield _out_of_date(easy.path, line, column)
    if not easy.checked_by:
        yield _unchecked(easy.path, 2, 1)


def check_words(easy: EasyPage, words: WordLists) -> Iterator[Finding]:
    """The reading rules over a twin's sentences; each idea is a block."""
    for block in blocks(easy.body, easy.body_line):
        lines = [line for line in block.lines if not line.startswith(("![", "#"))]
        first = block.line + len(block.lines) - len(lines)
        passage = Passage("\n".join(lines), EASY)
        yield from check_passage(passage, words, easy.path, _place_in(first))


def _place_in(first: int) -> Callable[[str, int], tuple[int, int]]:
    def place(source: str, offset: int) -> tuple[int, int]:
        before = source[:offset]
        return first + before.count("\n"), offset - (before.rfind("\n") + 1) + 1

    return place


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
