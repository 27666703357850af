"""Did you mean …? — only where a word is plainly misspelt.

A near word may say the opposite: minimum and maximum, active and inactive, Tuesday and Thursday, 5-to-10 and 5-to-11. So a
word is misspelt only when the same words stand in the same order, each begins with the same letter, digits are the same,
at most one of them differs by a slip of the hand, and no other word is as near.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache


def misspelt(written: str, known: Iterable[str]) -> str | None:
    """The one word that was meant; None where nothing is near, or two are as near."""
    wanted = plain_words(written)
    found = sorted((slips, word) for word in known if (slips := count_slips(wanted, plain_words(word))) is not None)
    if not found or (len(found) > 1 and found[0][0] == found[1][0]):
        return None
    return found[0][1]


@lru_cache(maxsize=1 << 14)  # each fault asks the same names again
def plain_words(text: str) -> tuple[str, ...]:
    """Small letters; hyphens, low lines and slashes part words."""
    return tuple(re.findall(r"[^\W_]+", text.casefold()))


def count_slips(wanted: Sequence[str], known: Sequence[str]) -> int | None:
    """How many slips of the hand lead from one to the other; None where they are other words."""
    if "".join(wanted) == "".join(known):
        return 0 if wanted == known else 1
    if len(wanted) != len(known):
        return _left_out(wanted, known)
    different = [(mine, theirs) for mine, theirs in zip(wanted, known, strict=True) if mine != theirs]
    return 1 if len(different) == 1 and is_slip(*different[0]) else None


def _left_out(wanted: Sequence[str], known: Sequence[str]) -> int | None:
    """A little word that is left out or put in: need-break for need-a-break."""
    longer, shorter = sorted((wanted, known), key=len, reverse=True)
    rest = [word for word in longer if word not in LITTLE]
    return 1 if rest == [word for word in shorter if word not in LITTLE] else None


LITTLE = {"a", "an", "the", "and", "of", "for", "in", "is"}


def is_slip(mine: str, theirs: str) -> bool:
    """One letter too many, too few, wrong, or two changed round; two in a long word. Never the first one, never a digit."""
    if min(len(mine), len(theirs)) < 4 or mine[0] != theirs[0] or re.sub(r"\D", "", mine) != re.sub(r"\D", "", theirs):
        return False
    if re.sub(r"(.)\1", r"\1", mine) == re.sub(r"(.)\1", r"\1", theirs):  # refferal for referral
        return True
    if sorted(mine) == sorted(theirs) and mine[-1] == theirs[-1]:
        return True
    if len(mine) == len(theirs) == 4:  # text and test, home and hope: other words
        return False
    return distance(mine, theirs) <= (2 if min(len(mine), len(theirs)) >= 9 else 1)


def distance(one: str, other: str) -> int:
    """Letters to put in, take out, change, or swap with their neighbour."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, mine in enumerate(one, 1):
        line = [row]
        for column, theirs in enumerate(other, 1):
            step = min(last[column] + 1, line[-1] + 1, last[column - 1] + (mine != theirs))
            if row > 1 and column > 1 and mine == other[column - 2] and one[row - 2] == theirs:
                step = min(step, before[column - 2] + 1)
            line.append(step)
        before, last = last, line
    return last[-1]
