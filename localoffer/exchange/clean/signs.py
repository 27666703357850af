"""Hidden signs, entities and white space of other programs: taken out or read as the signs they stand for.

In: any text at all. Out: a text without signs that cannot be seen; no word is lost.
"""

from __future__ import annotations

import html
import re
import unicodedata

_MOST_TIMES = 4
"""A text that was written out as HTML, and that once more, is read back as often."""
_SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\u0085\x0b\x0c]|_x000[dDaA]_\n?")
_JOINERS = re.compile("(?<=[^\x00-\u024f])[\u200c\u200d](?=[^\x00-\u024f])")
_HIDDEN_KINDS = {"Cc", "Cf", "Cs", "Co", "Cn"}
_PLAIN = re.compile(r"[\n\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u20ac]*")


def seen(text: str) -> str:
    """The text as a reader sees it: one kind of line end and of space, no signs that cannot be seen."""
    text = _SPACES.sub(" ", _LINE_ENDS.sub("\n", text))
    if _PLAIN.fullmatch(text):
        return text
    kept = {found.start() for found in _JOINERS.finditer(text)}
    signs = (
        sign
        for place, sign in enumerate(text)
        if sign == "\n" or place in kept or unicodedata.category(sign) not in _HIDDEN_KINDS
    )
    return unicodedata.normalize("NFC", "".join(signs))


def unescaped(text: str) -> str:
    """`&amp;amp;`, `&#8217;` → the signs they stand for."""
    for _ in range(_MOST_TIMES):
        if "&" not in text:
            break
        before, text = text, html.unescape(text)
        if text == before:
            break
    return text


def one_line(text: str) -> str:
    """A short text on one line, as a name or a place: entities read, tags taken out, white space folded."""
    return " ".join(without_tags(seen(unescaped(text))).split())


_TAG = re.compile(r"<!--.*?(?:-->|\Z)|</?(?!https?:|mailto:|[^\s<>]*@)[a-zA-Z][^<>]{0,2000}>", re.DOTALL)
_BREAK = re.compile(r"</?(?:br|p|div|li|tr|h[1-6])\b", re.IGNORECASE)


def without_tags(text: str) -> str:
    """Without tags; what they parted stays parted."""
    if "<" not in text:
        return text
    return _TAG.sub(lambda found: " " if _BREAK.match(found[0]) else "", text)
