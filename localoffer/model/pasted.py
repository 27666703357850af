"""Signs that other programs leave in a text → the text a person meant.

In: text as it was pasted. Out: entities of HTML as the signs they stand for, no soft hyphens, no line ends written out by
Excel, no quotation marks doubled by a table, addresses on the web without what follows readers about. What would become markup stays, and is refused as HTML.
"""

from __future__ import annotations

import html
import re

from localoffer.webaddress import meant_text

_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_MARKUP = re.compile(r"[<>&`*_\[\]{}#|\\\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_LINE_END = re.compile(r"_x000[dDaA]_\n?")
_DOUBLED = re.compile(r'(?<!")""(?!")')
_HARD_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u00ad": None})


def as_meant(text: str) -> str:
    """The text without what programs left in it."""
    if "&" in text:
        text = _ENTITY.sub(_sign, text)
    if "_x000" in text:
        text = _LINE_END.sub("\n", text)
    if '""' in text:
        text = _DOUBLED.sub('"', text)
    return meant_text(text.translate(_HARD_SPACES))


def _sign(found: re.Match[str]) -> str:
    """`&nbsp;` → a space, `&amp;` → &; an entity that nobody knows, or that would be markup, stays."""
    if found[0].lower() in {"&amp;", "&#38;"}:
        return "&"
    sign = html.unescape(found[0])
    return found[0] if sign == found[0] or _MARKUP.search(sign) else sign
