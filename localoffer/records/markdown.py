"""Rules for Markdown that contributors write: what it may hold.

In: Markdown text. Out: faults with the offset of the sign at fault. What links are held to stands in `links`.
"""

from __future__ import annotations

import re
from functools import partial

from localoffer.findings import MAYBE, SURE, Finding
from localoffer.records.links import WORDS, Complaints, check_copied, check_false_signs, check_links
from localoffer.rulebook import Fault, Position, Put

HTML = WORDS.declare("html", "Text holds no HTML.")
BIG_HEADING = WORDS.declare(
    "big-heading",
    "Headings in a description begin with ###, in a page with ##: the bigger ones are the page's own.",
)
PICTURE_IN_TEXT = WORDS.declare("picture-in-text", "A description holds no pictures; they stand under images.")
CURLY_BRACKETS = WORDS.declare("curly-brackets", "Text holds no curly brackets that change how the page looks.")
INCLUDE = WORDS.declare("include", "Text holds no signs that pull in other files.")
FRONT_MATTER = WORDS.declare("front-matter", "A page begins with its title and summary between two lines of ---.")
TAG = re.compile(
    r"<(?!(?:https?://|mailto:)[^\s<>]*>)[a-zA-Z/!?]|&(?:#x?[0-9a-f]{2,}|(?:colon|Tab|NewLine|lt|gt));?", re.IGNORECASE
)
BIG = re.compile(r"^ {0,3}#{1,2}(?!#)(?=\s|$|\w)", re.MULTILINE)
UNDERLINED_HEADING = re.compile(r"^ {0,3}\S.*\n {0,3}(=+|-+)[ ]*$", re.MULTILINE)
ANY_HEADING = re.compile(r"^ {0,3}(#{1,6})(?=\s|$|\w)", re.MULTILINE)
FIRST_HEADING = re.compile(r"^ {0,3}#(?!#)", re.MULTILINE)
FIRST_UNDERLINED = re.compile(r"^ {0,3}\S.*\n {0,3}=+[ ]*$", re.MULTILINE)
ATTRIBUTES = re.compile(r"\{[ ]*:|\{[ ]*[.#][\w-]|\{[^{}\n]*=[^{}\n]*\}")
PULLS_IN = re.compile(r"-{2,}8<-{2,}|\{\{|\{%")
IMAGE = re.compile(r"!\[")


def check_markdown(text: str) -> Complaints:
    """A description's Markdown."""
    yield from _check_html(text)
    big = [*BIG.finditer(text), *UNDERLINED_HEADING.finditer(text)]
    for match in big:
        message = "this heading is as big as the page's own title"
        yield BIG_HEADING, _smaller(message, "###", match, text)
    for match in IMAGE.finditer(text):
        yield (
            PICTURE_IN_TEXT,
            Fault("a description holds no pictures", "put the picture under images: with its alt.", match.start()),
        )
    yield from _check_signs(text)
    yield from check_links(text)


def _smaller(message: str, mark: str, found: re.Match[str], text: str) -> Fault:
    """A heading further down. It is sure where it is the only size there is: no heading below it would come to stand beside it."""
    words = found[0].partition("\n")[0].strip()
    is_underlined = "\n" in found[0]
    put = f"{mark} {words}" if is_underlined else mark if text[found.end() : found.end() + 1].isspace() else f"{mark} "
    sizes = {len(one[1]) for one in ANY_HEADING.finditer(text)}
    sizes |= {1 if one[1].startswith("=") else 2 for one in UNDERLINED_HEADING.finditer(text)}
    other = _other_meaning(found, text)
    how_sure = SURE if len(sizes) == 1 and (not is_underlined or words[0].isalnum()) and not other else MAYBE
    fix = f"begin it with {mark} and a space{other}."
    return Fault(message, fix, found.start(), put=Put(put, found.start(), found.end(), how_sure))


def _other_meaning(found: re.Match[str], text: str) -> str:
    """What else it may be, which people paste: a hashtag, the -- above a signature in a mail."""
    if found[0].strip() == "#" and text[found.end() : found.end() + 1].isalpha():
        return "; where it is a hashtag, take out the #"
    if re.search(r"\n {0,3}--[ ]*$", found[0]):
        return "; where the -- below it begins a signature, take out the --"
    return ""


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
        yield BIG_HEADING, _smaller("a page has one main heading: its title", "##", match, text)
    yield from check_links(text)


def check_page_body(body: str, path: str, first_line: int) -> list[Finding]:
    """The rules of a page's Markdown as findings."""
    place = partial(body_position, body, first_line=first_line)
    complaints = [*check_page_markdown(body), *check_copied(body), *check_false_signs(body)]
    return [rule.found_in(body, fault, path, place) for rule, fault in complaints if not _to_a_fact(body, fault)]


_TO_A_FACT = re.compile(r"\[[^\[\]\n]*\]\(\{(?:role|document):[a-z0-9-]+\.page\}\)")


def _to_a_fact(body: str, fault: Fault) -> bool:
    """True for a link to whoever has a role here, or to a document: its address is put in later (`catalogue.local`)."""
    return isinstance(fault.where, int) and _TO_A_FACT.match(body, fault.where) is not None


def body_position(body: str, offset: int, first_line: int) -> Position:
    """The line and column in the file of a character of a body."""
    before = body[:offset]
    return first_line + before.count("\n"), offset - (before.rfind("\n") + 1) + 1
