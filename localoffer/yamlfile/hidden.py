"""Signs that cannot be seen: those that say nothing are left out of what is read, and told; those that turn or end text are refused.

In: the text of a file. Out: findings with an edit; a text without the signs that say nothing. Joiners that emoji and other
alphabets need stay.
"""

from __future__ import annotations

import re

from localoffer.findings import MAYBE, WARNING, Edit, Finding, Range
from localoffer.webaddress import sign_name
from localoffer.yamlfile import rules

# Control characters, hidden ones and those that turn text round (Unicode TR 36); tabs have a rule of their own.
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_SAYS_NOTHING = re.compile("(?<=[A-Za-z])[\u200b-\u200d\u2060\ufeff]+(?=[A-Za-z])|[\u200b\u2060\ufeff]+")
"""Joiners say nothing between two letters of ours, other such signs nowhere."""
_BESIDE_OUR_LETTERS = re.compile(
    "(?<=[A-Za-z])[\u200b-\u200d\u2060\ufeff\u202a\u202c\u2066\u2068\u2069]+(?=[A-Za-z])"
    "|[\u200b\u2060\ufeff\u202a\u202c\u2066\u2068\u2069]+"
)
"""What a list of contacts or a mail program puts round a number: it turns nothing where all is read from left to right."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\u200f\u202b\u202d\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")  # fmt: skip
_ANY = re.compile("[\u200b-\u200d\u2060\ufeff\u202a\u202c\u2066\u2068\u2069]")
MOST = 20


def check_hidden(text: str, name: str) -> list[Finding]:
    """What is said of signs that cannot be seen; one finding a line, twenty at most."""
    if not HIDDEN.search(text) and not _ANY.search(text):
        return []
    lines = enumerate(text.split("\n"), 1)
    return [found for number, line in lines if (found := _in_line(line, name, number))][:MOST]


def _in_line(line: str, name: str, number: int) -> Finding | None:
    nothing = _nothing_in(line)
    if refused := HIDDEN.search(nothing.sub("", line)):
        column = line.index(refused[0]) + 1
        message = f"there is {sign_name(refused[0])} here"
        fix = "delete it: take out the letters around it and type them again."
        edit = Edit(name, Range(number, column, number, column + 1), "", MAYBE, refused[0])
        return rules.HIDDEN_CHARACTER.finding(name, message, fix, (number, column), edit=edit)
    found = list(nothing.finditer(line))
    if not found:
        return None
    first, last, gone = found[0].start(), found[-1].end(), sum(len(run[0]) for run in found)
    message = f"there is {sign_name(found[0][0][0])} here, which nobody sees; pages leave it out"
    edit = Edit(
        name,
        Range(number, first + 1, number, last + 1),
        nothing.sub("", line)[first : last - gone],
        was=line[first:last],
    )
    fix = "take out the letters around it and type them again."
    return rules.HIDDEN_CHARACTER.finding(name, message, fix, (number, first + 1), WARNING, edit)


def _nothing_in(line: str) -> re.Pattern[str]:
    return _SAYS_NOTHING if _RIGHT_TO_LEFT.search(line) else _BESIDE_OUR_LETTERS


def without_hidden(text: str) -> str:
    """The text without the signs that say nothing."""
    if text.isascii() or not _ANY.search(text):
        return text
    return "\n".join(_nothing_in(line).sub("", line) for line in text.split("\n"))
