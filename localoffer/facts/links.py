"""Plain words in which addresses and phone numbers are links.

In: an editor's words. Out: `Words`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from localoffer.facts.view import Link, Words
from localoffer.prose import contacts_in

_LINK = re.compile(
    r"(?<!!)\[(?P<words>[^\[\]]+)\]\((?P<href>https?://[^\s()]+|mailto:[^\s()]+|(?:tel|sms):\+?[\d ]+|/(?!/)[\w#/.-]*)\)"
)


def linked(text: str) -> Words:
    """Plain words in which `[words](address)` and phone numbers are links; everything else stays text."""
    found = list(_parts(text))
    return text if len(found) == 1 and isinstance(found[0], str) else found


def _parts(text: str) -> Iterator[str | Link]:
    end = 0
    for link in _LINK.finditer(text):
        yield from _contacts(text[end : link.start()])
        yield Link(link["words"], link["href"].removeprefix("/") or ".")
        end = link.end()
    yield from _contacts(text[end:])


def _contacts(text: str) -> Iterator[str | Link]:
    end = 0
    for contact in contacts_in(text):
        if contact.start > end:
            yield text[end : contact.start]
        yield Link(contact.label, contact.href)
        end = contact.end
    if text[end:]:
        yield text[end:]
