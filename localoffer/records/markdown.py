"""Rules for Markdown that contributors write: what it may hold, and where its links may lead.

In: Markdown text. Out: faults with the offset of the sign at fault. Links are
allowed by list, not refused by list: what is not plainly safe is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from localoffer.findings import Finding
from localoffer.model import Service
from localoffer.rulebook import Fault, Position, Rule, Rules

WORDS = Rules("words-and-links")
HTML = WORDS.declare("html", "Text holds no HTML.")
BIG_HEADING = WORDS.declare(
    "big-heading",
    "Headings in a description begin with ###, in a page with ##: the bigger ones are the page's own.",
)
PICTURE_IN_TEXT = WORDS.declare("picture-in-text", "A description holds no pictures; they stand under images.")
CURLY_BRACKETS = WORDS.declare("curly-brackets", "Text holds no curly brackets that change how the page looks.")
INCLUDE = WORDS.declare("include", "Text holds no signs that pull in other files.")
LINK_UNSAFE = WORDS.declare("link-unsafe", "No link runs a program.")
LINK_FORM = WORDS.declare(
    "link-form", "A link begins with https://, mailto: or tel:, or with / for a page of this offer."
)
FRONT_MATTER = WORDS.declare("front-matter", "A page begins with its title and summary between two lines of ---.")
Complaints = Iterator[tuple[Rule, Fault]]
"""Each rule that is broken, and how; the fault's place is an offset in the text."""


class FoundLink(NamedTuple):
    """A link or picture of a text."""

    offset: int
    words: str
    target: str
    is_image: bool


TAG = re.compile(
    r"<(?!(?:https?://|mailto:)[^\s<>]*>)[a-zA-Z/!?]|&(?:#x?[0-9a-f]{2,}|(?:colon|Tab|NewLine|lt|gt));?", re.IGNORECASE
)
BIG = re.compile(r"^ {0,3}#{1,2}(?!#)(?=\s|$|\w)", re.MULTILINE)
UNDERLINED_HEADING = re.compile(r"^ {0,3}\S.*\n {0,3}(=+|-+)[ ]*$", re.MULTILINE)
FIRST_HEADING = re.compile(r"^ {0,3}#(?!#)", re.MULTILINE)
FIRST_UNDERLINED = re.compile(r"^ {0,3}\S.*\n {0,3}=+[ ]*$", re.MULTILINE)
ATTRIBUTES = re.compile(r"\{[ ]*:|\{[ ]*[.#][\w-]|\{[^{}\n]*=[^{}\n]*\}")
PULLS_IN = re.compile(r"-{2,}8<-{2,}|\{\{|\{%")
IMAGE = re.compile(r"!\[")
INLINE = re.compile(
    r"(!?)\[((?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.)*\])*)\]\(\s*(<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)"
)
ANY_TARGET = re.compile(r"\]\s?\(\s*<?([^\s)>]*)")
DEFINITION = re.compile(r"^ {0,3}\[([^\]\n]+)\]:\s*<?(\S*?)>?(?:\s|$)", re.MULTILINE)
AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]*)>")
SAFE = re.compile(r"(?:https?://[^\s/?#]+\.[^\s]*|mailto:[^\s@:/]+@[^\s]+|tel:\+?[\d-]+)", re.IGNORECASE)
PAGE = re.compile(r"/(?!/)[A-Za-z0-9/_.-]*(?:\?[^\s#\\]*)?(?:#[\w.:-]*)?", re.ASCII)
DANGEROUS = re.compile(r"[\s\x00-\x20]*(?:javascript|data|vbscript|file|blob)\s*:", re.IGNORECASE)

VAGUE = re.compile(
    r"(?:please )?(?:click|tap|press)?\s*(?:(?:on )?(?:this|the)? ?)?(?:here|link|page|website|web ?site)|(?:read|find out|learn|see|more) ?(?:more|info|information|details)?|more|info|details|this|go|continue|download|www\..*|https?:.*",
    re.IGNORECASE,
)


@Rules("fields-that-agree").rule("link-words", reads=("links",))
def check_link_words(service: Service) -> Iterator[Fault]:
    """A link's words say where it goes, even when read alone."""
    for number, link in enumerate(service.links):
        if VAGUE.fullmatch(link.text.strip(" .!>»→")):
            fix = "write what people will find there, such as Join the swim club (form)."
            yield Fault(f"“{link.text}” does not say where the link goes", fix, f"links.{number}.text")


def check_markdown(text: str) -> Complaints:
    """A description's Markdown."""
    yield from _check_html(text)
    for match in [*BIG.finditer(text), *UNDERLINED_HEADING.finditer(text)]:
        yield (
            BIG_HEADING,
            Fault("this heading is as big as the page's own title", "begin it with ### and a space.", match.start()),
        )
    for match in IMAGE.finditer(text):
        yield (
            PICTURE_IN_TEXT,
            Fault("a description holds no pictures", "put the picture under images: with its alt.", match.start()),
        )
    yield from _check_signs(text)
    for link in find_links(text):
        if not link.is_image:
            yield from _check_link(link)


_NAME = re.compile(r"</?([a-z][\w:-]*)", re.IGNORECASE)


def _check_html(text: str) -> Complaints:
    """Every piece of HTML; the end of an element that has begun is part of it."""
    begun: set[str] = set()
    for found in TAG.finditer(text):
        tag = _NAME.match(text, found.start())
        name = tag[1].lower() if tag else ""
        if text.startswith("</", found.start()) and name in begun:
            continue
        begun.add(name)
        yield (
            HTML,
            Fault(
                "this is HTML, which is not used here",
                "write plain words; for bold use **two stars**, for a list begin lines with a hyphen. If you mean the sign <, write “less than”.",
                found.start(),
            ),
        )


def _check_signs(text: str) -> Complaints:
    if match := ATTRIBUTES.search(text):
        yield (
            CURLY_BRACKETS,
            Fault("curly brackets like these change how the page looks", "take them out.", match.start()),
        )
    if match := PULLS_IN.search(text):
        yield (INCLUDE, Fault("this sign is for computers and is not used here", "take it out.", match.start()))


def find_links(text: str) -> list[FoundLink]:
    """Every link and picture of a text: [words](target), [name]: target, <https://…>."""
    found = {
        match.end(): FoundLink(match.start(), match[2], match[3].strip("<>"), match[1] == "!")
        for match in INLINE.finditer(text)
    }
    links = list(found.values())
    seen = [(match.start(), match.end()) for match in INLINE.finditer(text)]
    for match in ANY_TARGET.finditer(text):
        if not any(start <= match.start() < end for start, end in seen):
            links.append(FoundLink(match.start(), "…", match[1], False))
    links += [
        FoundLink(match.start(), "…", match[2], False)
        for match in DEFINITION.finditer(text)
        if not match[1].startswith("^")
    ]
    links += [FoundLink(match.start(), "…", match[1], False) for match in AUTOLINK.finditer(text)]
    return sorted(links)


def _check_link(link: FoundLink) -> Complaints:
    target = link.target
    if DANGEROUS.match(target):
        yield (
            LINK_UNSAFE,
            Fault(
                "this link could run a program",
                "link to a web address that begins with https://, or take the link out.",
                link.offset,
            ),
        )
    elif not SAFE.fullmatch(target) and not PAGE.fullmatch(target):
        yield (LINK_FORM, Fault(f"“{target[:60]}” is not a link that can work", _link_fix(target), link.offset))
    elif PAGE.fullmatch(target) and not re.split(r"[?#]", target)[0].endswith("/"):
        path, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", target).groups()  # type: ignore[union-attr]
        if "." not in path.rpartition("/")[2]:
            yield (
                LINK_FORM,
                Fault(
                    f"the address of a page of this offer ends in /, and {target[:60]} does not",
                    f"write {path}/{mark}{rest}",
                    link.offset,
                ),
            )
    if VAGUE.fullmatch(link.words.strip(" .!>»→*_")):
        yield (
            check_link_words,
            Fault(
                f"“{link.words}” does not say where the link goes", "write what people will find there.", link.offset
            ),
        )


def _link_fix(target: str) -> str:
    if re.fullmatch(r"[^\s@:/]+@[^\s@/]+\.\w+", target):
        return f"write mailto:{target}"
    if target.endswith(".md"):
        return "write the page's address as seen in the browser, such as /guides/short-breaks/."
    if re.match(r"www\.", target):
        return f"write https://{target}"
    return "begin it with https://, mailto:, tel: or, for a page of this offer, with /."


FENCE = re.compile(r"^( *)(```+|~~~+)[^\n]*\n.*?(?:^\1\2[ ]*$|\Z)", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"(`+)(?!`)[^\n]*?(?<!`)\1(?!`)")


def without_code(text: str) -> str:
    """The text with code blanked out: same length, same lines."""

    def blank(match: re.Match[str]) -> str:
        return re.sub(r"[^\n]", " ", match[0])

    return CODE.sub(blank, FENCE.sub(blank, text))


def check_page_markdown(body: str) -> Complaints:
    """A page's Markdown: no HTML, no main heading of its own, safe links. Pictures and code are allowed."""
    text = without_code(body)
    yield from _check_html(text)
    for match in [*FIRST_HEADING.finditer(text), *FIRST_UNDERLINED.finditer(text)]:
        yield (
            BIG_HEADING,
            Fault("a page has one main heading: its title", "begin this one with ## and a space.", match.start()),
        )
    for link in find_links(text):
        if not link.is_image:
            yield from _check_link(link)


def check_page_body(body: str, path: str, first_line: int) -> list[Finding]:
    """The rules of a page's Markdown as findings."""
    return [
        rule.found(fault, path, body_position(body, fault.where, first_line))
        for rule, fault in check_page_markdown(body)
    ]


def body_position(body: str, offset: int, first_line: int) -> Position:
    """The line and column in the file of a character of a body."""
    before = body[:offset]
    return first_line + before.count("\n"), offset - (before.rfind("\n") + 1) + 1
