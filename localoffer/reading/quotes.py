"""Quotation marks and apostrophes are written one way in the pages of content/ and of the package: straight.

In: the body of a page or twin. Out: findings, each with the sign to write. Listings are free of it: what people paste
there has signs of every kind, and nobody reads them wrongly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from localoffer.findings import Finding
from localoffer.reading.passages import CODE
from localoffer.reading.place import WHOLE_TEXT, place_in
from localoffer.rulebook import Fault, Put

CURLY_QUOTE = WHOLE_TEXT.declare("curly-quote", "A page writes quotation marks and apostrophes straight: \" and '.")
STRAIGHT = {"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"'}
SIGN = re.compile(f"[{''.join(STRAIGHT)}]")


def check_quotes(body: str, path: str, line: int) -> Iterator[Finding]:
    """Each sign of a body that the other pages write straight; code and addresses stay as they are."""
    text = CODE.sub(lambda found: " " * len(found[0]), body)
    for found in SIGN.finditer(text):
        straight = STRAIGHT[found[0]]
        fault = Fault(f"“{found[0]}” is curly", f"write {straight}", found.start(), put=Put(straight, *found.span()))
        yield CURLY_QUOTE.found_in(body, fault, path, lambda offset: place_in(body, line)(body, offset))
