"""Slips whose cause can be seen on the line itself, where the library's complaint would lead astray.

In: the lines of a file, and the line the library stopped at. Out: a rule, what is wrong, a way out, and a column; None where the
complaint must do.
"""

from __future__ import annotations

import re

from localoffer.rulebook import Rule
from localoffer.yamlfile import rules

FIELD = re.compile(r"( *)(- )?([A-Za-z][\w-]*):(?: +(.*))?$")
QUOTED_START = re.compile(r"( *(?:- )?[A-Za-z][\w-]*: +)([\"'])(.*)$")


def known_slip(lines: list[str], number: int) -> tuple[Rule, str, str, int] | None:
    """What a person did on this line."""
    if not 0 <= number < len(lines):
        return None
    line = lines[number]
    return _too_far_in(lines, number) or _quotation_inside(line)


def _too_far_in(lines: list[str], number: int) -> tuple[Rule, str, str, int] | None:
    """A field further in than the field above it, which holds words already."""
    here = FIELD.match(lines[number])
    before = number - 1
    while before >= 0 and (not lines[before].strip() or lines[before].lstrip().startswith("#")):
        before -= 1
    above = FIELD.match(lines[before]) if before >= 0 else None
    if not here or not above or not above[4] or above[4][0] in "|>#":
        return None
    start = len(above[1]) + len(above[2] or "")
    mine = len(here[1])
    if mine <= start or here[2]:
        return None
    message = f"{here[3]} begins {_spaces(mine - start)} too far in"
    fix = (
        f"begin the line with {_spaces(start)}, like {above[3]} above it."
        if start
        else "begin it at the start of the line."
    )
    return rules.YAML_INDENT, message, fix, mine + 1


def _spaces(count: int) -> str:
    return f"{count} space{'' if count == 1 else 's'}"


def _quotation_inside(line: str) -> tuple[Rule, str, str, int] | None:
    """A text that begins with a quotation mark, and goes on after the second one."""
    match = QUOTED_START.match(line)
    if not match or match[3].count(match[2]) < 1:
        return None
    rest = match[3].partition(match[2])[2].strip()
    if not rest or rest.startswith("#"):
        return None
    other = "'" if match[2] == '"' else '"'
    text = match[2] + match[3].rstrip()
    message = "a text that begins with a quotation mark ends at the next one"
    if other in text:
        return (
            rules.YAML_QUOTES,
            message,
            "begin the text with another word, or write the marks as “ and ”.",
            len(match[1]) + 1,
        )
    return rules.YAML_QUOTES, message, f"put other marks round the whole text: {other}{text}{other}", len(match[1]) + 1
