"""What a service is, in a line: for lists, search results and embeds.

In: a service. Out: plain text without a full stop.
"""

from __future__ import annotations

import re

from localoffer.model import Service

LONGEST_LINE = 60
LEAST_OF_IT = 20
"""A line is not cut before so many letters: less would say nothing."""
_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")


def one_line(service: Service) -> str:
    """The record's own short words, else the first sentence of its summary, cut at a comma or a word where it is long."""
    if service.in_short is not None:
        return service.in_short
    first = _SENTENCE_ENDS.split(service.summary or "", maxsplit=1)[0]
    if len(first) <= LONGEST_LINE:
        return first.rstrip(".")
    start = first[:LONGEST_LINE]
    clause = start.rpartition(", ")[0]
    words = clause if len(clause) >= LEAST_OF_IT else start.rpartition(" ")[0] or start
    return f"{words.rstrip(',;:- ')} …"
