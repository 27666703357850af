"""A file that YAML cannot read → the edit that puts quotation marks round a text, or spaces in the place of tabs.

In: a complaint about a file, and the file's text. Out: the complaint with a sure edit. Marks: only where the text is on one line
by itself and nothing up to there is wrong any more once it has them. Spaces: only where every width of a tab says the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from localoffer.findings import Edit, Finding, Range
from localoffer.yamlfile import rules
from localoffer.yamlfile.tree import Fields, Members, Tree, Words
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


TAB_WIDTHS = (2, 4, 8)
"""How far a tab leads, in the programs people write with."""
Parse = Callable[[str], tuple["Tree | None", list[Finding]]]


def with_spaces(finding: Finding, text: str, first_line: int, parse: Parse) -> Finding:
    """The complaint about tabs with its edit: spaces in the place of every tab a line begins with. It is sure where the file can
    be read in no more than one way, however wide a tab is."""
    if finding.rule != rules.TAB.id:
        return finding
    lines = text.split("\n")
    ways: dict[str, list[str]] = {}
    for width in TAB_WIDTHS:
        spaced = [_spaced(line, width) for line in lines]
        tree, wrong = parse("\n".join(spaced))
        if tree is not None and not wrong:
            ways.setdefault(repr(said(tree)), spaced)
    if len(ways) != 1:
        return finding
    spaced = next(iter(ways.values()))
    tabbed = [number for number, line in enumerate(lines) if line != spaced[number]]
    first, last = tabbed[0], tabbed[-1]
    place = Range(first + first_line, 1, last + first_line, len(lines[last]) + 1)
    was, put = "\n".join(lines[first : last + 1]), "\n".join(spaced[first : last + 1])
    return replace(finding, edit=Edit(finding.path, place, put, was=was))


def _spaced(line: str, width: int) -> str:
    margin = re.match(r"[ \t]*", line)
    start = margin[0] if margin else ""
    return start.replace("\t", " " * width) + line[len(start) :]


def said(tree: Tree) -> object:
    """What a tree says, without its places."""
    if isinstance(tree, Words):
        return tree.value
    if isinstance(tree, Members):
        return [said(member) for member in tree.values]
    return [(name, said(value)) for name, value in tree.values.items()] if isinstance(tree, Fields) else None
