"""Lists, numbers and sentences in words.

In: words and numbers. Out: plain text, never markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_KEEPS_SMALL = re.compile(r"https?://|www\.|\S+@\S+\.\S|[a-z][A-Z]")


def join(words: Iterable[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    given = list(words)
    if len(given) < 2:
        return "".join(given)
    return f"{', '.join(given[:-1])} {last} {given[-1]}"


def count(number: int, one: str, many: str = "") -> str:
    """`1 service`, `1,200 services`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def first_capital(words: str) -> str:
    """The first letter a capital, the rest as it is; an address and a name such as iPad stay as they are."""
    return words if _KEEPS_SMALL.match(words) else words[:1].upper() + words[1:]


def in_sentence(name: str) -> str:
    """A name inside a sentence: EHC plans stays, Short breaks becomes short breaks."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def sentence(words: str) -> str:
    """A capital at the start and a full stop at the end, where there is none."""
    text = first_capital(words.strip())
    return text if not text or text[-1] in ".!?…" else text + "."


def in_list(name: str) -> str:
    """What is called `the short breaks statement` in a sentence, by itself: `Short breaks statement`."""
    return first_capital(name.removeprefix("the "))
