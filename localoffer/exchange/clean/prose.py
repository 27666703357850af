"""A text of any kind, HTML, Markdown or plain, → Markdown that our pages may hold. Every word stays, or is named as left out."""

from __future__ import annotations

import re

from localoffer.exchange.clean.blocks import blocks_of
from localoffer.exchange.clean.escape import escaped, without_tracking
from localoffer.exchange.clean.links import link
from localoffer.exchange.clean.personal import without_people
from localoffer.exchange.clean.render import markdown_of
from localoffer.exchange.clean.signs import one_line, seen, unescaped
from localoffer.exchange.clean.tokens import IS_HTML, read_back
from localoffer.exchange.draft import Draft
from localoffer.records.links import INLINE
from localoffer.records.markdown import check_markdown

LONGEST = 300_000
"""Of a longer text the beginning is read; the rest is named."""


def as_markdown(text: str, path: str, draft: Draft) -> str:
    """The text as Markdown; `path`: what it is called there."""
    if not text.strip():
        return ""
    if len(text) > LONGEST:
        draft.account.lose(path, f"only the first {LONGEST:,} signs of {len(text):,} were read")
        text = text[:LONGEST]
    text = _without_tracking(read_back(text), draft)
    words = _from_html(text, path, draft) if IS_HTML.search(text) else _from_plain(text, path, draft)
    return without_people(words, path, draft).strip()


def as_line(text: str, path: str, draft: Draft) -> str:
    """A short text on one line, as a note or a role; what points at one person is left out."""
    line = one_line(text)
    return without_people(_without_tracking(line, draft), path, draft).strip() if line else ""


def _from_html(text: str, path: str, draft: Draft) -> str:
    def leave_out(what: str) -> None:
        draft.account.lose(path, f"{what} is left out: our descriptions hold words only")

    found = markdown_of(blocks_of(text, leave_out), lambda words, target: link(words, target, path, draft))
    return found if _is_safe(found) else _mended(found)


def _from_plain(text: str, path: str, draft: Draft) -> str:
    """Markdown stays as it is where our pages may hold it; anything else is words."""
    text = seen(unescaped(text)).strip()
    text = re.sub(r"[ ]+$", "", text, flags=re.MULTILINE) if "  \n" not in text else text
    if _is_safe(text) and not _leads_to_pages(text, draft):
        return text
    found = _from_markdown(text, path, draft)
    return found if _is_safe(found) else _mended(text)


def _leads_to_pages(text: str, draft: Draft) -> bool:
    """True where a link leads to a page of some offer that is not one of ours."""
    return any(found[3].startswith("/") and found[3] not in draft.pages for found in INLINE.finditer(text))


def _is_safe(text: str) -> bool:
    return next(check_markdown(text), None) is None


_PICTURE = re.compile(r"!\[([^\[\]\n]{0,300})\]\(([^()\s]{0,2000})[^()\n]{0,300}\)")
_BIG = re.compile(r"^ {0,3}#{1,2}(?=[ ]+\S)", re.MULTILINE)
_UNDERLINED = re.compile(r"^ {0,3}(\S.*)\n {0,3}(?:=+|-+)[ ]*$", re.MULTILINE)


def _from_markdown(text: str, path: str, draft: Draft) -> str:
    """Markdown with headings of our size, safe links and no pictures."""
    for found in _PICTURE.finditer(text):
        draft.account.lose(path, f"a picture “{found[1]}” is left out: our descriptions hold words only")
    text = _PICTURE.sub("", text)
    text = _UNDERLINED.sub(r"### \1", _BIG.sub("###", text))
    pieces, done = [], 0
    for found in INLINE.finditer(text):
        if text[found.end() : found.end() + 1] == ")":
            pieces += [text[done : found.start()], link(found[2], found[3].strip("<>"), path, draft)]
            done = found.end() + 1
    return "".join([*pieces, text[done:]])


def _mended(text: str) -> str:
    """Words alone: whatever still was a sign of markup is shown as a sign, or taken out."""
    found = escaped(text)
    if _is_safe(found):
        return found
    return re.sub(r"[<>{}\[\]#&]|(?m:^[ ]*[-=]+[ ]*$)", " ", found)


def _without_tracking(text: str, draft: Draft) -> str:
    kept, changed = without_tracking(text)
    for was, now in changed:
        draft.account.change("description", was, now, "what follows readers about was taken off")
    return kept


def cut_at_paragraph(text: str, most: int) -> tuple[str, str]:
    """What fits, and the rest."""
    if len(text) <= most:
        return text, ""
    cut = text.rfind("\n\n", 0, most)
    cut = cut if cut > 0 else text.rfind(" ", 0, most) if " " in text[:most] else most
    return text[:cut].rstrip(), text[cut:].strip()
