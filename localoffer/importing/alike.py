"""Records that may be one and the same, in what came in and beside what is here: told, never merged.

In: a row for each record. Out: pairs with what they share. Comparing is done only among records that share a word that few
share, so that thousands take seconds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from localoffer.letters import folded

CLOSE = 0.88
"""How alike two names are, of 1, to be told where something else is shared too."""
FEW = 12
"""As many records may share a website or phone before it says nothing: a council's own is on hundreds."""


@dataclass(frozen=True)
class Row:
    """What is compared of one record. `where`: its number there, or its listing here."""

    where: str
    name: str
    provider: str
    shares: frozenset[str]
    """Postcodes, web addresses, phone numbers and e-mail addresses, in one form."""
    is_here: bool = False


@dataclass(frozen=True)
class Alike:
    """Two records, and what they share."""

    one: str
    other: str
    name: str
    other_name: str
    why: str


def find_alike(rows: Iterable[Row]) -> list[Alike]:
    """Pairs that a person should look at, each once; two listings that are here already are no news."""
    held = list(rows)
    common = Counter(share for row in held for share in row.shares)
    buckets: dict[str, list[Row]] = {}
    for row in held:
        buckets.setdefault(f"name {folded(row.name) or row.name}", []).append(row)
        for share in row.shares:
            if common[share] <= FEW:
                buckets.setdefault(f"share {share}", []).append(row)
        if row.provider:
            buckets.setdefault(f"provider {folded(row.provider)}", []).append(row)
    found = {(pair.one, pair.other): pair for bucket in buckets.values() for pair in _pairs(bucket)}
    return [found[key] for key in sorted(found)]


def _pairs(bucket: list[Row]) -> Iterator[Alike]:
    if len(bucket) > FEW * 5:
        bucket = [row for row in bucket if row.name][: FEW * 5]
    for one, other in combinations(sorted(bucket, key=lambda row: row.where), 2):
        if (one.is_here and other.is_here) or one.where == other.where:
            continue
        if why := _why(one, other):
            yield Alike(one.where, other.where, one.name, other.name, why)


def _why(one: Row, other: Row) -> str:
    names = _bare(one.name), _bare(other.name)
    shared = ", ".join(sorted(one.shares & other.shares)[:3])
    same_provider = bool(one.provider) and folded(one.provider) == folded(other.provider)
    if not names[0] or not names[1]:
        return ""
    if folded(one.name) == folded(other.name):
        if same_provider:
            return "the same name and the same provider" + (f"; both have {shared}" if shared else "")
        return f"the same name; both have {shared}" if shared else "the same name"
    if not (same_provider or shared) or _differ_by_number(*names):
        return ""
    if SequenceMatcher(None, *names).real_quick_ratio() < CLOSE or SequenceMatcher(None, *names).ratio() < CLOSE:
        return ""
    return "nearly the same name, and " + ("the same provider" if same_provider else f"both have {shared}")


def _bare(name: str) -> str:
    return folded(name).removeprefix("the ")


def _differ_by_number(one: str, other: str) -> bool:
    """`Group 1` and `Group 2`, or ages 5 to 7 and 8 to 11, are two things."""
    return [word for word in one.split() if word.isdigit()] != [word for word in other.split() if word.isdigit()]
