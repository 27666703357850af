"""Words → Markdown that shows these words: no sign of them becomes markup, and none of our own rules is broken.

In: words as a reader sees them. Out: Markdown. Web addresses stay as they are, without tracking.
"""

from __future__ import annotations

import re

from localoffer.webaddress.in_text import addresses_in, copied_addresses

_BRACKETS = str.maketrans({"[": "(", "]": ")", "{": "(", "}": ")", "`": "'"})
_STARS = re.compile(r"[\\*]|(?<!\w)_|_(?!\w)")
_TAG_LIKE = re.compile(r"<(?=[a-zA-Z/!?])")
_ENTITY_LIKE = re.compile(r"&(?=#?\w{1,30};|#|colon|tab|newline|lt|gt)", re.IGNORECASE)
_INCLUDE = re.compile(r"(?<=-)8<(?=-)")
_RULE = re.compile(r"^[ ]*(?:[-=_~*+.•\\ ]){3,}$", re.MULTILINE)
_BLOCK_SIGN = re.compile(r"^[ ]*(?:(?:!{3,}|\?{3,}\+?|={3,})(?=[ ])|:(?=[ ]))[ ]*", re.MULTILINE)
_FENCE = re.compile(r"^[ ]*~{3,}", re.MULTILINE)
_HEADING = re.compile(r"^[ ]*(?=#)", re.MULTILINE)
_QUOTE = re.compile(r"^[ ]*>[> ]*", re.MULTILINE)
_INDENT = re.compile(r"^[ ]+", re.MULTILINE)
_EMOJI = re.compile(r"(?<=:)(?=[a-z0-9_+-]+:(?!//))")


def escaped(words: str) -> str:
    """The words as Markdown, line by line."""
    pieces, done = [], 0
    for start, typed in addresses_in(words):
        pieces += [_plain(words[done:start]), typed.translate(_BRACKETS)]
        done = start + len(typed)
    return _lines("".join([*pieces, _plain(words[done:])]))


def _plain(words: str) -> str:
    words = words.translate(_BRACKETS)
    words = _STARS.sub(r"\\\g<0>", words)
    words = _ENTITY_LIKE.sub("& ", _TAG_LIKE.sub("< ", words))
    return _EMOJI.sub(" ", _INCLUDE.sub("8 <", words)) if "8<" in words or ":" in words else words


def _lines(text: str) -> str:
    """Signs that mean something at the beginning of a line."""
    for pattern, instead in (
        (_RULE, ""),
        (_FENCE, ""),
        (_QUOTE, ""),
        (_BLOCK_SIGN, ""),
        (_INDENT, ""),
        (_HEADING, "\\\\"),
    ):
        text = pattern.sub(instead, text)
    return text


def without_tracking(text: str) -> tuple[str, list[tuple[str, str]]]:
    """The text with each web address as it was meant, and which were changed."""
    pieces, done, changed = [], 0, []
    for copied in copied_addresses(text):
        if copied.meant.is_changed:
            pieces += [text[done : copied.start], copied.meant.address]
            done = copied.end
            changed.append((copied.typed, copied.meant.address))
    return ("".join([*pieces, text[done:]]) if pieces else text), changed
