"""Propose which column of a table is which, from the names of the columns and from what is in them.

In: a table. Out: the text of a map, which a person reads, changes and gives back. What is not sure is left out, never shown: a
column of notes about families looks like any other.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from localoffer.exchange.document import Document
from localoffer.exchange.forms.targets import LEAVE_OUT, MORE, NEVER, TARGETS, plain_name
from localoffer.exchange.tabletext import read_table

SAMPLE = 300
MOSTLY, HALF = 0.6, 0.5
LONG = 80
MANY_TIMES = frozenset({MORE, NEVER, LEAVE_OUT, "link", "topics", "needs", "phone", "access features"})
#: People's own: no example of these is written into the file.
PERSONAL = frozenset({NEVER, "contact name", "contact e-mail", "contact phone", "e-mail", "phone"})
LOOKS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("e-mail", "an e-mail address", re.compile(r"\S+@\S+\.\S+")),
    ("postcode", "a postcode", re.compile(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}", re.IGNORECASE)),
    ("web address", "a web address", re.compile(r"(https?://|www\.)\S+", re.IGNORECASE)),
    ("phone", "a phone number", re.compile(r"(\+44|\(?0)[\d ()-]{8,14}")),
    ("opens at", "a time", re.compile(r"\d{1,2}[:.]\d{2}(:\d{2})?( ?[ap]m)?", re.IGNORECASE)),
    ("ages", "ages", re.compile(r"\d{1,2}( ?(-|–|to) ?\d{1,2}|\+)( years?| yrs?)?", re.IGNORECASE)),
)
FITS = {target: form for target, _what, form in LOOKS}
HEAD = """\
# Which column of {name} is which in a listing. It was proposed from the names of the columns and what is in them:
# read each line, and change what is wrong. Then run the import again with --map and the name of this file.
#
# After a column may stand:
{targets}
columns:
"""


@dataclass(frozen=True)
class Proposal:
    """What a column may be, why, and how sure that is: 3 by its name, 2 by a part of its name, 1 by what is in it."""

    column: str
    target: str
    why: str
    sure: int
    values: list[str]

    @property
    def different(self) -> float:
        """How many of its values are another than those before: 1.0 where each is."""
        return len(set(self.values)) / len(self.values) if self.values else 0.0

    @property
    def example(self) -> str:
        """A value to know the column by; none of what may be a person's own, or notes that nobody has placed yet."""
        is_private = self.target in PERSONAL or (self.target == LEAVE_OUT and self.different > HALF)
        return "" if is_private or not self.values else _shown(self.values[0])


def suggest_map(document: Document) -> str:
    """The text of a map for this table."""
    lines = [f"#   {target.id}: {target.says}" for target in TARGETS]
    text = HEAD.format(name=document.name.rpartition("/")[2], targets="\n".join(lines))
    return text + "".join(_line(proposal) for proposal in propose(document))


def propose(document: Document) -> list[Proposal]:
    """A proposal for each column, in the order of the table."""
    table = read_table(document)
    rows = list(islice(table.rows, SAMPLE))
    values = {column: [text for row in rows if (text := row.get(column).strip())] for column in table.columns}
    found = [_by_name(column, values[column]) or _by_values(column, values[column]) for column in table.columns]
    return _name_at_least(_each_target_once(found), values)


def _by_name(column: str, values: list[str]) -> Proposal | None:
    plain = plain_name(column)
    for target in TARGETS:
        if plain in target.names:
            return _if_it_fits(Proposal(column, target.id, "by its name", 3, values), values)
    parts = [(name, target) for target in TARGETS for name in target.names if f" {name} " in f" {plain} "]
    if not parts:
        return None
    _name, target = max(parts, key=lambda part: (part[1].id == NEVER, plain.endswith(part[0]), len(part[0])))
    return _if_it_fits(Proposal(column, target.id, "by a part of its name", 2, values), values)


def _if_it_fits(proposal: Proposal, values: list[str]) -> Proposal | None:
    """A name that its values belie is not believed."""
    if proposal.target == "contact e-mail" or proposal.target not in FITS or not values:
        return proposal
    form = FITS[proposal.target]
    return proposal if sum(bool(form.fullmatch(text)) for text in values) >= len(values) / 3 else None


def _by_values(column: str, values: list[str]) -> Proposal:
    if not values:
        return Proposal(column, LEAVE_OUT, "nothing is in it", 0, values)
    for target, what, form in LOOKS:
        if sum(bool(form.fullmatch(text)) for text in values) >= len(values) * MOSTLY:
            return Proposal(column, target, f"what is in it looks like {what}", 1, values)
    if _median(len(text) for text in values) > LONG:
        return Proposal(column, "description", "it holds long texts", 1, values)
    return Proposal(column, LEAVE_OUT, "we cannot say what it is", 0, values)


def _each_target_once(proposals: list[Proposal]) -> list[Proposal]:
    """Of two columns for one thing the surer stays, of two as sure the first; the other is left out, and says why."""
    best: dict[str, Proposal] = {}
    for proposal in sorted(proposals, key=lambda each: (-each.sure, each.target == "name" and -each.different)):
        best.setdefault(proposal.target, proposal)
    return [
        proposal
        if proposal.target in MANY_TIMES or best[proposal.target] is proposal
        else Proposal(
            proposal.column,
            LEAVE_OUT,
            f"it could be {proposal.target}, as {best[proposal.target].column} is",
            0,
            [] if proposal.target in PERSONAL else proposal.values,
        )
        for proposal in proposals
    ]


def _name_at_least(proposals: list[Proposal], values: dict[str, list[str]]) -> list[Proposal]:
    """Without a column of names, the first whose texts are short and each its own."""
    if any(proposal.target == "name" for proposal in proposals):
        return proposals
    for at, proposal in enumerate(proposals):
        texts = values[proposal.column]
        of_words = [text for text in texts if re.search(r"[a-z]{3}", text)]
        if proposal.target == LEAVE_OUT and len(of_words) > len(texts) * MOSTLY and len(set(texts)) > len(texts) * 0.9:
            name = Proposal(proposal.column, "name", "its texts are short, and each is another", 1, texts)
            return [*proposals[:at], name, *proposals[at + 1 :]]
    return proposals


def _line(proposal: Proposal) -> str:
    example = f"; for example {_quoted(proposal.example)}" if proposal.example else ""
    return f"  # {proposal.why}{example}\n  {_quoted(proposal.column)}: {proposal.target}\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _shown(value: str) -> str:
    text = "".join(sign if sign.isprintable() else " " for sign in value)
    return text if len(text) <= 40 else text[:37] + "…"


def _median(sizes: Iterable[int]) -> int:
    ordered = sorted(sizes)
    return ordered[len(ordered) // 2]
