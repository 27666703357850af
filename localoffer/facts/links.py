"""Plain words in which addresses and phone numbers are links.

In: an editor's words. Out: `Words`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from localoffer import wording
from localoffer.facts.view import Link, Words

_LINK = re.compile(
    r"(?<!!)\[(?P<words>[^\[\]]+)\]\((?P<href>https?://[^\s()]+|mailto:[^\s()]+|tel:\+?[\d ]+|/(?!/)[\w#/.-]*)\)"
)
_PHONE = re.compile(r"(?<![\w/£.])0\d{2,4}[  ]?\d{3}[  ]?\d{3,4}(?!\w)")


def linked(text: str) -> Words:
    """Plain words in which `[words](address)` and phone numbers are links; everything else stays text."""
    found = list(_parts(text))
    return text if len(found) == 1 and isinstance(found[0], str) else found


def _parts(text: str) -> Iterator[str | Link]:
    end = 0
    for link in _LINK.finditer(text):
        yield from _phones(text[end : link.start()])
        yield Link(link["words"], link["href"].removeprefix("/") or ".")
        end = link.end()
    yield from _phones(text[end:])


def _phones(text: str) -> Iterator[str | Link]:
    end = 0
    for phone in _PHONE.finditer(text):
        if phone.start() > end:
            yield text[end : phone.start()]
        digits = re.sub(r"\D", "", phone[0])
        yield Link(wording.phone_chunks(digits), wording.phone_link(digits))
        end = phone.end()
    if text[end:]:
        yield text[end:]
