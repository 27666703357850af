"""The foot of a hand-written page: what the law says that it speaks of, each statement with its source, and how sure it is.

In: a page and its statements. Out: front matter for theme/guide.html: the oldest day somebody looked, and the statements by
how sure they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from localoffer import wording
from localoffer.model.law import LawFact
from localoffer.outputs.page import Meta, filled

HOW_SURE = {
    "read": "Read in the law, or where a public body or a charity quotes it:",
    "known": "Well known, but not read in the law again yet:",
    "to check": "Still to be checked. Ask before you rely on it:",
}


def law_foot(facts: Sequence[LawFact]) -> Meta:
    """`{date, words, groups}`; nothing where a page speaks of no statement."""
    if not facts:
        return {}
    day = min(fact.as_at for fact in facts)
    groups = [{"words": words, "lines": list(_lines(facts, how_sure, day))} for how_sure, words in HOW_SURE.items()]
    return {
        "date": day.isoformat(),
        "words": wording.day_date(day),
        "groups": [group for group in groups if group["lines"]],
    }


def _lines(facts: Sequence[LawFact], how_sure: str, oldest: date) -> Iterator[Meta]:
    for fact in facts:
        if fact.sure == how_sure:
            day = wording.day_date(fact.as_at) if fact.as_at != oldest else ""
            yield filled(
                {
                    "says": wording.law_statement(fact),
                    "source": wording.law_source(fact),
                    "href": fact.url,
                    "as_at": day,
                }
            )
