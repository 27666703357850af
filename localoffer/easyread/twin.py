"""The easy-read twin of a hand-written page: `page.easy.md` → sections, ideas and their pictures.

In: the twin's Markdown body: `## ` headings, and ideas that each start with a picture line `![](picture:phone)` and hold one
sentence a line. Out: `EasyReadPage`, and findings where the form is not kept, each at its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from localoffer.addresses import NEEDS, SERVICES, STAGES, TOPICS, content_url, easy_url
from localoffer.catalogue import Catalogue
from localoffer.easyread.page import EasyReadPage, Section
from localoffer.easyread.source_hash import text_hash
from localoffer.facts.voice import Idea, Part, Sentence
from localoffer.findings import ERROR, Finding
from localoffer.model import ContentPage, EasyPage

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
        sections=tuple(_sections(easy, catalogue)),
        source=easy.path,
        checked_by=easy.checked_by or "",
        is_out_of_date=easy.written_from != page_hash(page),
    )


def page_hash(page: ContentPage) -> str:
    """The hash of the body a twin is written from."""
    return text_hash(page.body)


def _sections(easy: EasyPage, catalogue: Catalogue) -> Iterator[Section]:
    heading, ideas = "", list[Idea]()
    for block in blocks(easy.body, easy.body_line):
        if block.lines[0].startswith("#"):
            if ideas:
                yield Section(heading, tuple(ideas))
            heading, ideas = block.lines[0].lstrip("# ").strip(), []
        elif found := PICTURE_LINE.match(block.lines[0]):
            picture = "" if found["picture"] == "none" else found["picture"]
            sentences = tuple(parts(LIST_MARK.sub("", line), catalogue) for line in block.lines[1:])
            ideas.append(Idea(picture, sentences, alt=found["alt"], why=found["why"] or ""))
    if ideas:
        yield Section(heading, tuple(ideas))


def parts(line: str, catalogue: Catalogue) -> Sentence:
    """A line of easy read as text, hard words in bold, and links."""
    found_parts, place = [], 0
    for found in INLINE.finditer(line):
        if found.start() > place:
            found_parts.append(Part(line[place : found.start()]))
        if found["term"]:
            found_parts.append(Part(found["term"], is_term=True))
        else:
            found_parts.append(Part(found["label"], href=easy_address(found["href"], catalogue)))
        place = found.end()
    if place < len(line):
        found_parts.append(Part(line[place:]))
    return tuple(found_parts)


def easy_address(href: str, catalogue: Catalogue) -> str:
    """A page of the offer leads to its easy-read twin where it has one; other addresses stay as they are."""
    if not href.startswith("/"):
        return href
    path, _, fragment = href.strip("/").partition("#")
    url = f"{path.rstrip('/')}/"
    page = url.rstrip("/").removeprefix(SERVICES)
    guide = catalogue.content.get(page) or catalogue.content.get(f"{page}/index")
    has_twin = (
        page in catalogue.services or page in catalogue.providers or (guide is not None and guide.easy is not None)
    )
    if has_twin or url.startswith((TOPICS, NEEDS, STAGES)):
        return easy_url(url)
    return f"{url}#{fragment}" if fragment else url


def check_twin_form(easy: EasyPage) -> Iterator[Finding]:
    """Each idea of an easy-read page starts with its picture, or `none` with a reason. `catalogue` knows which pictures
    there are."""
    for block in blocks(easy.body, easy.body_line):
        first = block.lines[0]
        if first.startswith("## "):
            continue
        if first.startswith("#"):
            yield _finding(
                easy,
                block.line,
                "easy-heading",
                f"“{first}” is not a heading easy read knows",
                "start it with ## and a space.",
            )
            continue
        found = PICTURE_LINE.match(first)
        if not found:
            yield _finding(
                easy,
                block.line,
                "easy-picture-missing",
                "this idea has no picture",
                'put a line above it such as ![](picture:phone), or ![](picture:none "why there is none").',
            )
        elif len(block.lines) == 1:
            yield _finding(
                easy,
                block.line,
                "easy-words-missing",
                "this picture has no words",
                "write the sentence on the line below it, without an empty line between.",
            )
        elif found["picture"] == "none" and not found["why"]:
            yield _finding(
                easy,
                block.line,
                "easy-picture-missing",
                "this idea has no picture, and does not say why",
                'choose a picture, or write ![](picture:none "why there is none").',
            )


def _finding(easy: EasyPage, line: int, rule: str, message: str, fix: str) -> Finding:
    return Finding(easy.path, line, 1, ERROR, rule, message, fix)
