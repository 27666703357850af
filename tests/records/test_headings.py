"""Headings that are too big, and what looks like one: advice is sure only where it can mean one thing."""

from __future__ import annotations

import pytest

from localoffer.findings import MAYBE, SURE
from localoffer.records.markdown import check_markdown


@pytest.mark.parametrize(
    ("text", "advice", "how_sure"),
    [
        ("Come.\n\n# Opening times", "begin it with ### and a space.", SURE),
        ("Come.\n\n##Opening times", "begin it with ### and a space.", SURE),
        ("Opening times\n=====", "begin it with ### and a space.", SURE),
        ("Opening times\n-----", "begin it with ### and a space.", SURE),
        ("Come.\n#Autism #MarlTrust", "begin it with ### and a space; where it is a hashtag, take out the #.", MAYBE),
        ("#N/A and more", "begin it with ### and a space; where it is a hashtag, take out the #.", MAYBE),
        (
            "Thank you\n-- \nThe office",
            "begin it with ### and a space; where the -- below it begins a signature, take out the --.",
            MAYBE,
        ),
    ],
)
def test_a_heading_is_made_smaller_only_where_it_can_be_nothing_else(text: str, advice: str, how_sure: str) -> None:
    [(rule, fault)] = check_markdown(text)
    assert rule.id == "big-heading"
    assert fault.fix == advice
    assert fault.put is not None
    assert fault.put.how_sure == how_sure
