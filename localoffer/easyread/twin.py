"""The easy-read twin of a hand-written page: `page.easy.md` → sections, ideas and their pictures.

In: the twin's Markdown body: `## ` headings, and ideas that each start with a picture line `![](picture:phone)` and hold one
sentence a line. Out: `EasyReadPage`, and findings where the form is not kept, each at its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from localoffer.addresses import content_url
from localoffer.catalogue import Catalogue
from localoffer.easyread import rules
from localoffer.easyread.links import easy_address
from localoffer.easyread.page import EasyReadPage, Section
from localoffer.easyread.source_hash import text_hash
from localoffer.facts.features import signed_idea
from localoffer.facts.voice import Idea, Part, Sentence, own_sentence, own_sentences
from localoffer.findings import Edit, Finding, Range
from localoffer.model import ContentPage, EasyPage
from localoffer.model.pasted import as_meant
from localoffer.wording.dates import day_date

PICTURE_LINE = re.compile(r"!\[(?P<alt>[^\]]*)\]\(picture:(?P<picture>[a-z0-9-]+)(?:\s+\"(?P<why>[^\"]*)\")?\)\s*$")
INLINE = re.compile(r"\*\*(?P<term>[^*]+)\*\*|\[(?P<label>[^\]]+)\]\((?P<href>[^()\s]+)\)")
LIST_MARK = re.compile(r"^(?:[-*+]|\d+[.)])\s+")


@dataclass(frozen=True)
class Block:
    """One paragraph of the twin's body: its first line's number in the file, and its lines."""

    line: int
    lines: tuple[str, ...]


def blocks(body: str, first_line: int) -> Iterator[Block]:
    """The paragraphs of a body; a heading is a paragraph of its own."""
    held: list[str] = []
    start = first_line
    for number, line in enumerate([*body.split("\n"), ""], first_line):
        is_heading = line.startswith("#")
        if held and (not line.strip() or is_heading):
            yield Block(start, tuple(held))
            held = []
        if is_heading:
            yield Block(number, (line,))
        elif line.strip():
            start = start if held else number
            held.append(line.strip())


def easy_twin(page: ContentPage, easy: EasyPage, catalogue: Catalogue) -> EasyReadPage:
    """The twin of a page of content/."""
    return EasyReadPage(
        title=easy.title,
        full_page=content_url(page.id),
        sections=(
            *_signed(page),
            *written_sections(easy, catalogue),
            *_coming_changes(page, catalogue),
            *_law(page, catalogue),
        ),
        source=easy.path,
        checked_by=easy.checked_by or "",
        lead=easy.reader or "",
        is_out_of_date=easy.written_from != page_hash(page),
    )


def _signed(page: ContentPage) -> Iterator[Section]:
    """The film in British Sign Language, where the page has one."""
    if page.bsl_video:
        yield Section("", (signed_idea(page.bsl_video),))


def _coming_changes(page: ContentPage, catalogue: Catalogue) -> Iterator[Section]:
    """What is to change in the law, where the page shows it."""
    for change in catalogue.vocabulary.coming_changes.values() if page.coming_changes else ():
        ideas = (Idea(idea.picture, own_sentences(idea.text)) for idea in change.easy_read)
        yield Section(change.title, tuple(ideas))


def _law(page: ContentPage, catalogue: Catalogue) -> Iterator[Section]:
    """When somebody looked at the law that the page speaks of, and where the full page says which."""
    if facts := catalogue.law_of(page):
        looked = f"This is the law as at {day_date(min(fact.as_at for fact in facts))}."
        which = (Part("See which law, on the full page", href=f"{content_url(page.id)}#the-law"), Part("."))
        yield Section("The law", (Idea("rights", ((Part(looked),), which)),))


def page_hash(page: ContentPage) -> str:
    """The hash of the body a twin is written from."""
    return text_hash(page.written_body)


def written_sections(easy: EasyPage, catalogue: Catalogue) -> Iterator[Section]:
    """The parts that stand in the file, without the notes that many pages share."""
    heading, ideas = "", list[Idea]()
    for block in blocks(easy.body, easy.body_line):
        if block.lines[0].startswith("#"):
            if ideas:
                yield Section(heading, tuple(ideas))
            heading, ideas = as_meant(block.lines[0]).lstrip("# ").strip(), []
        elif found := PICTURE_LINE.match(block.lines[0]):
            picture = "" if found["picture"] == "none" else found["picture"]
            sentences = tuple(parts(LIST_MARK.sub("", line), catalogue) for line in block.lines[1:])
            ideas.append(Idea(picture, sentences, alt=as_meant(found["alt"]), why=as_meant(found["why"] or "")))
    if ideas:
        yield Section(heading, tuple(ideas))


def parts(line: str, catalogue: Catalogue) -> Sentence:
    """A line of easy read as text, hard words in bold, and links: those that are written, and phone numbers and addresses."""
    line, place = as_meant(line), 0
    found_parts = list[Part]()
    for found in INLINE.finditer(line):
        found_parts += own_sentence(line[place : found.start()])
        if found["term"]:
            found_parts.append(Part(found["term"], is_term=True))
        else:
            found_parts.append(Part(found["label"], href=easy_address(found["href"], catalogue)))
        place = found.end()
    return (*found_parts, *own_sentence(line[place:]))


def check_twin_form(easy: EasyPage) -> Iterator[Finding]:
    """Each idea of an easy-read page starts with its picture, or `none` with a reason. `catalogue` knows which pictures
    there are."""
    for block in blocks(easy.body, easy.body_line):
        first, found = block.lines[0], PICTURE_LINE.match(block.lines[0])
        at = (block.line, 1)
        if first.startswith("#"):
            if not first.startswith("## "):
                message = f"“{first}” is not a heading easy read knows"
                marks = first[: len(first) - len(first.lstrip("#"))]
                put = "##" if first[len(marks) :].startswith(" ") else "## "
                edit = Edit(easy.path, Range(block.line, 1, block.line, len(marks) + 1), put, was=marks)
                yield rules.EASY_HEADING.finding(easy.path, message, "start it with ## and a space.", at, edit=edit)
        elif not found:
            fix = 'put a line above it such as ![](picture:phone), or ![](picture:none "why there is none").'
            yield rules.EASY_PICTURE_MISSING.finding(easy.path, "this idea has no picture", fix, at)
        elif len(block.lines) == 1:
            fix = "write the sentence on the line below it, without an empty line between."
            yield rules.EASY_WORDS_MISSING.finding(easy.path, "this picture has no words", fix, at)
        elif found["picture"] == "none" and not found["why"]:
            message = "this idea has no picture, and does not say why"
            fix = 'choose a picture, or write ![](picture:none "why there is none").'
            yield rules.EASY_PICTURE_MISSING.finding(easy.path, message, fix, at)
