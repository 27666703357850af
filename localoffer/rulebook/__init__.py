"""The rulebook: the one shape of a rule, the groups of rules, and the samples that prove them.

In: nothing. Out: `Rules` for the rooms above to declare theirs in; the published text of each group.
"""

from __future__ import annotations

from localoffer.rulebook.rule import START, Fault, Position, Put, Rule, Rules
from localoffer.system.carried import as_called_here, carried

__all__ = ["GROUPS", "START", "Fault", "Position", "Put", "Rule", "Rules", "published_groups"]


PAGES = carried("schema") / "checks"
GROUPS = {
    "file": "The file",
    "fields": "Fields and what they hold",
    "fields-that-agree": "Fields that must agree",
    "words-and-links": "Words and links",
    "whole-offer": "The offer as a whole",
    "reading": "Plain words",
    "easy-read": "Easy read",
    "alt-text": "Words for pictures",
    "files": "Pictures and other files",
    "colours": "Colours",
    "built-page": "Each built page",
    "whole-site": "The built site as a whole",
    "browser": "What a browser does with a page",
    "other-tools": "Other people's checkers, and links to elsewhere",
}
"""Groups in the order of the pages: name of the file in schema/checks and in addresses → title."""


def published_groups() -> dict[str, tuple[str, str]]:
    """Every group of rules as committed: its name in addresses → its title, and Markdown from ## down."""
    return {name: _published(name) for name in GROUPS}


def _published(name: str) -> tuple[str, str]:
    title, _, body = (
        as_called_here((PAGES / f"{name}.md").read_text(encoding="utf-8")).removeprefix("# ").partition("\n\n")
    )
    return title, body
