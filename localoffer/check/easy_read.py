"""What `check` says about easy read: words, pictures, how many ideas, whether it is still true, who has checked it.

In: the catalogue. Out: findings at the file, line and column a person can edit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from localoffer.catalogue import Catalogue
from localoffer.check.picture_meanings import check_meanings, check_points
from localoffer.check.vocabulary_words import check_vocabulary_words
from localoffer.check.words import prose_of
from localoffer.easyread import rules
from localoffer.easyread.compared import lost_facts
from localoffer.easyread.lines import long_texts
from localoffer.easyread.meanings import Meanings
from localoffer.easyread.service import easy_service, is_out_of_date
from localoffer.easyread.source_hash import source_hash
from localoffer.easyread.twin import blocks, check_twin_form, page_hash, written_sections
from localoffer.facts.plain import MOST_WORDS
from localoffer.facts.reader import TO_A_PARENT, page_is_for, reader_of
from localoffer.findings import MAYBE, Finding
from localoffer.model import ContentPage, EasyPage, Service
from localoffer.reading import FindingsCache, WordLists, check_grade, check_passage, place_in
from localoffer.reading.cache import Kept
from localoffer.reading.passages import EASY, Passage, mask_markup
from localoffer.reading.quotes import check_quotes
from localoffer.reading.terms import first_uses, is_explained
from localoffer.rulebook import Position, Put

MOST_IDEAS = 8
"""Ideas in one part of a page (CONTENT_RULES, UK and DH)."""


def check_easy_read(catalogue: Catalogue, words: WordLists, cache: FindingsCache | None = None) -> Iterator[Finding]:
    """Everything about easy read, over listings and twins."""
    cache = cache or FindingsCache(None, words)
    yield from cache.all_found(easy_read_checks(catalogue, words, cache))
    yield from check_easy_pages(catalogue)


def easy_read_checks(catalogue: Catalogue, words: WordLists, cache: FindingsCache) -> list[Kept]:
    """What is kept from run to run: of the lists, of each listing, of each twin."""
    checks: list[Kept] = [
        (cache.key(catalogue.digest, ("lists",)), lambda: check_vocabulary_words(catalogue, words)),
    ]
    named = (catalogue.services.get(role.service or "") for role in catalogue.local.roles)
    advice = [helper.origin.digest for helper in named if helper]
    checks.append((cache.key(catalogue.digest, _seen_by_pictures(catalogue)), lambda: check_meanings(catalogue)))
    meanings = Meanings(catalogue.vocabulary.all_pictures)
    for each in catalogue.services.values():
        key = cache.key(each.origin.digest, _made_from(each, catalogue, advice))
        checks.append((key, partial(_check_listing, each, catalogue, meanings)))
    for page in catalogue.content.values():
        if page.easy:
            checks.append((cache.key(page.easy.origin.digest, ()), partial(_check_twin_words, page.easy, words)))
    return checks


def check_easy_pages(catalogue: Catalogue) -> Iterator[Finding]:
    """Whether each page has a twin, as new as itself and with no part too long."""
    for page in catalogue.content.values():
        if page.easy:
            yield from _check_twin(page, page.easy, catalogue)
        elif not (page.easy_read == "none" and page.why):
            fix = (
                f"write {page.path.removesuffix('.md')}.easy.md beside it. Where families do not read the page, "
                "write easy_read: none and why: with the reason."
            )
            yield rules.EASY_TWIN_MISSING.finding(page.path, "this page has no easy-read version", fix)


def _seen_by_pictures(catalogue: Catalogue) -> Iterator[str]:
    """What stands beside pictures on pages; local facts are in it."""
    yield "meanings"
    for page in catalogue.content.values():
        yield from (page.origin.digest, page.title, page.summary)
        if page.easy:
            yield from (page.easy.origin.digest, page.easy.title, page.easy.body)


def _made_from(service: Service, catalogue: Catalogue, advice: list[str]) -> list[str]:
    """What a listing's easy-read page says of other records, and what all pages share. `advice`: digests of the listings that
    have a role."""
    provider = catalogue.providers.get(service.provider_id)
    helpers = advice if service.access.decision else []
    return ["facts", catalogue.digest, provider.origin.digest if provider else "", *helpers, *service.while_you_wait]


def _check_listing(service: Service, catalogue: Catalogue, meanings: Meanings) -> Iterator[Finding]:
    """All that is said of the easy read of one listing: kept as long as the listing and what all pages share are the same."""
    yield from _check_points(service)
    yield from check_points(service, meanings)
    yield from _check_page(service, catalogue)


def _check_page(service: Service, catalogue: Catalogue) -> Iterator[Finding]:
    """Facts that the easy-read page leaves out, texts that have no easy line yet, and lines to another reader."""
    for lost in lost_facts(service, easy_service(service, catalogue), catalogue):
        message = f"the easy-read page does not say “{lost.any_of[0].removeprefix('href:')}”"
        fix = "please report this as a fault of the program; nothing in your file is wrong."
        yield rules.EASY_FACT_LOST.in_field(service, lost.field, message, fix)
    for long in long_texts(service):
        message = f"a sentence here has more than {MOST_WORDS} words, so easy read cannot put it in"
        fix = f"write the same in short sentences under {long.line}." if long.line else "write it in fewer words."
        yield rules.EASY_LINE_MISSING.in_field(service, long.field, message, fix)
    yield from check_reader_of_lines(service)


def _check_points(service: Service) -> Iterator[Finding]:
    easy = service.easy_read
    if not easy:
        return
    yield from _check_count(len(easy.points), service.path, service.origin.position("easy_read"))
    if is_out_of_date(service):
        yield _out_of_date(service, "easy_read.written_from", source_hash(service), "under easy_read")
    if not easy.checked_by:
        yield _unchecked(service.path, service.origin.key_position("easy_read"))


def _check_twin_words(easy: EasyPage, words: WordLists) -> Iterator[Finding]:
    yield from check_twin_form(easy)
    yield from check_words(easy, words)
    yield from check_reader(easy, words)


def _check_twin(page: ContentPage, easy: EasyPage, catalogue: Catalogue) -> Iterator[Finding]:
    for section in written_sections(easy, catalogue):  # notes that many pages share apart
        yield from _check_count(len(section.ideas), easy.path, _heading_at(easy, section.heading), section.heading)
    if easy.written_from != (new := page_hash(page)):
        yield _out_of_date(easy, "written_from", new, "between the two lines of ---")
    if not easy.checked_by:
        yield _unchecked(easy.path, (2, 1))


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
    yield from check_quotes(easy.body, easy.path, easy.body_line)
    yield from check_grade("\n\n".join(said), EASY, easy.path, easy.body_line)


def check_reader(easy: EasyPage, words: WordLists) -> Iterator[Finding]:
    """One reader a page: the first line says who it is, and “you” is nobody else further down."""
    if not easy.reader:
        fix = (
            "add a line between the two lines of ---, such as  reader: This page is for you if you are 16 or over.  "
            "or  reader: This page is for parents."
        )
        yield rules.EASY_READER_MISSING.finding(easy.path, "this page does not say whom it speaks to", fix, (2, 1))
        return
    at = easy.origin.position("reader")
    passage = Passage(easy.reader.removeprefix(FORMULA), EASY)
    yield from check_passage(passage, words, easy.path, lambda _source, _offset: at)
    if FOR_PARENTS.search(easy.reader):
        return
    for number, line in enumerate(easy.body.split("\n"), easy.body_line):
        if found := TO_A_PARENT.search(line):
            message = f"“{found[0]}” speaks to a parent, and the page says: {easy.reader}"
            fix = "write it to the reader of the page; or, where parents read it, write  reader: This page is for parents."
            yield rules.EASY_READER_CHANGES.finding(easy.path, message, fix, (number, found.start() + 1))


def check_reader_of_lines(service: Service) -> Iterator[Finding]:
    """The easy lines of a listing speak to the reader its page is for, whom the points, the ages and `for_whom` decide."""
    if reader_of(service).who == "parent":
        return
    for text in prose_of(service):
        if "easy_read" in text.field and (found := TO_A_PARENT.search(text.text)):
            message = f"“{found[0]}” speaks to a parent, and the easy-read page says: {page_is_for(service)}"
            fix = "write this line to the reader of the page, as in: You can bring a friend."
            at = text.position(found.start())
            yield rules.EASY_READER_CHANGES.finding(service.path, message, fix, at)


FORMULA = "This page is for you if "
"""Begins most such lines, our own too; only what follows is counted."""
FOR_PARENTS = re.compile(r"\b(?:parents?|carers?|your (?:child|baby|son|daughter))\b", re.IGNORECASE)
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
                message = f"“{found[0]}” stands here first, and the next sentence does not explain it"
                fix = f"add the sentence: {term.easy_read or term.meaning}"
                yield rules.GLOSSARY_FIRST_USE.finding(easy.path, message, fix, (number, found.start() + 1))


def _heading_at(easy: EasyPage, heading: str) -> Position:
    """Where a heading stands; the first line of the text where there is none."""
    lines = (block for block in blocks(easy.body, easy.body_line) if block.lines[0].startswith("#"))
    found = next((block.line for block in lines if block.lines[0].lstrip("# ").strip() == heading), easy.body_line)
    return found, 1


def _check_count(number: int, path: str, at: Position, heading: str = "What it is") -> Iterator[Finding]:
    if number > MOST_IDEAS:
        message = f"the part “{heading}” of the easy-read page has {number} ideas, and {MOST_IDEAS} is the most"
        fix = "put a heading in the middle, or say less at once."
        yield rules.EASY_TOO_MANY_IDEAS.finding(path, message, fix, at)


def _out_of_date(record: Service | EasyPage, field: str, new: str, where: str) -> Finding:
    """A person who has only a browser can write the new value; it stands for the text as it is now. Only who has compared the
    two knows that it is true."""
    message = "the text has changed since this easy read was written from it"
    fix = f'compare the two and put the easy read right. Then write {where}:  written_from: "{new}"'
    return rules.EASY_OUT_OF_DATE.in_field(record, field, message, fix, Put(new, how_sure=MAYBE))


def _unchecked(path: str, at: Position) -> Finding:
    message = "no one with a learning disability has checked this yet"
    fix = "ask a group to read it, then write who they are under checked_by."
    return rules.EASY_NOT_CHECKED.finding(path, message, fix, at)
