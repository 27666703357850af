"""A text that YAML cannot read → the edit that puts quotation marks round it.

In: a complaint about a file, and the file's text. Out: a sure edit, only where the text is on one line by itself and nothing up
to there is wrong any more once it has its marks; None otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from localoffer.findings import Edit, Finding, Range
from localoffer.yamlfile import rules
from localoffer.yamlfile.writing import as_yaml

QUOTABLE = frozenset(rule.id for rule in (rules.YAML_COLON, rules.YAML_QUOTES, rules.YAML_TAG))
ONE_LINE = re.compile(r"(?P<before>(?P<margin> *)(?:- +)*[A-Za-z][\w-]*: +)(?P<words>[^ |>#\n].*?) *")
FOR_COMPUTERS = re.compile(r"!!|![\w.-]+$|%(?:YAML|TAG)\b")
Wrong = Callable[[str], list[Finding]]


def with_quotation_marks(finding: Finding, text: str, first_line: int, wrong: Wrong) -> Finding:
    """The complaint with its edit, where there is one. `wrong`: what is wrong with a text."""
    lines = text.split("\n")
    number = finding.line - first_line
    if finding.rule not in QUOTABLE or not 0 <= number < len(lines):
        return finding
    found = ONE_LINE.fullmatch(lines[number])
    if not found or not _is_whole(found, lines[number + 1 : number + 2]):
        return finding
    words, start = found["words"], len(found["before"])
    written = as_yaml(words)
    mended = [*lines[:number], found["before"] + written, *lines[number + 1 :]]
    if any(other.line <= finding.line for other in wrong("\n".join(mended))):
        return finding
    place = Range(finding.line, start + 1, finding.line, start + len(words) + 1)
    return replace(finding, edit=Edit(finding.path, place, written))


def _is_whole(found: re.Match[str], after: list[str]) -> bool:
    """No note behind the words, no more of them on the next line, and nothing that is meant for computers."""
    words = found["words"]
    goes_on = bool(after and after[0].strip() and len(after[0]) - len(after[0].lstrip()) > len(found["margin"]))
    marks = words.count(words[0]) if words[0] in "\"'" else 0
    is_closed = marks == 2 and words[-1] == words[0]
    return not (goes_on or " #" in words or is_closed or marks % 2 or FOR_COMPUTERS.match(words))
