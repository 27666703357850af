"""Web addresses inside a text or its Markdown: where each stands, and the text with those that were meant.

In: text. Out: places; the same text, in which only addresses have changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from localoffer.webaddress.meant import Meant, blind_wrapper, meant_address

WEB = r"(?<![^\W_])(?<![@/.:=%-])(?:https?://|www\.)(?:[^\s<>\"“”{}|\\^`\[\]]|\[\d{0,2}\](?==)){3,4000}"
"""A web address in a text; Facebook puts brackets into its own."""
_WEB = re.compile(WEB, re.IGNORECASE)
_LAST = ".,;:!?'’\"*~"


class Copied(NamedTuple):
    """An address of a text that is not yet the one that was meant. `blind`: the host of a wrapper that cannot be read."""

    start: int
    end: int
    typed: str
    meant: Meant
    blind: str = ""


def trimmed(typed: str, before: str = "") -> str:
    """An address without what the sentence has put behind it. `before`: the sign in front of it."""
    last = f"{_LAST}_" if before == "_" else _LAST
    bare = typed.rstrip(last)
    while bare.endswith(")") and bare.count(")") > bare.count("("):
        bare = bare[:-1].rstrip(last)
    return bare


def addresses_in(text: str) -> Iterator[tuple[int, str]]:
    """Each web address of a text: its offset, and what was typed."""
    if "://" not in text and "www." not in text.lower():
        return
    for found in _WEB.finditer(text):
        start = found.start()
        yield start, trimmed(_up_to_its_bracket(found[0], text, start), text[max(0, start - 1) : start])


def _up_to_its_bracket(typed: str, text: str, start: int) -> str:
    """Behind `](`, the address ends at the bracket that closes it."""
    if text[max(0, start - 2) : start] != "](":
        return typed
    depth = 0
    for place, sign in enumerate(typed):
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return typed[:place]
    return typed


def copied_addresses(text: str) -> Iterator[Copied]:
    """The addresses of a text that follow people, or lead through a program that does."""
    for start, typed in addresses_in(text):
        meant = _meant(typed)
        blind = blind_wrapper(meant.address)
        if meant.is_changed or blind:
            yield Copied(start, start + len(typed), typed, meant, blind)


def _meant(typed: str) -> Meant:
    """Without https:// where it was typed without; no bracket that could end a link, where one was hidden in a wrapper."""
    if typed[:4].lower() != "http":
        meant = meant_address(f"https://{typed}")
        return meant if meant.wrapped_in else meant._replace(address=meant.address.removeprefix("https://"))
    meant = meant_address(typed)
    if not meant.wrapped_in:
        return meant
    return meant._replace(address=meant.address.replace("(", "%28").replace(")", "%29"))


def meant_text(text: str) -> str:
    """The text with each of its addresses as it was meant."""
    pieces, done = [], 0
    for copied in copied_addresses(text):
        pieces += [text[done : copied.start], copied.meant.address]
        done = copied.end
    return "".join([*pieces, text[done:]]) if pieces else text
