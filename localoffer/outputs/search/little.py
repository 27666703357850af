"""Words that no phrase needs, left out of phrases here and of questions in words.js, which has the same list (a test holds
both to it).

In: folded text. Out: its words.
"""

from __future__ import annotations

from localoffer.letters import folded

TINY = frozenset(
    """a am an and are as at be been being but by can could did do does for from had has have he her him his how i id im in is
    it its ive me my of on or our she so that the their them then there these they this those to us was we were will with would
    you your""".split()
)


def phrase_of(text: str) -> str:
    """`Children who are deaf` → `children who deaf`; the whole where there is nothing else."""
    words = folded(text).split()
    return " ".join([word for word in words if word not in TINY] or words)
