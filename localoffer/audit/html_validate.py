"""html-validate (Node) as a checker of every page: which of its rules are asked, and how its result is read."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from localoffer.audit.checkers import Checker, Complaint
from localoffer.findings import ERROR, WARNING
from localoffer.system.carried import NODE_MODULES

_PROGRAM = Path(__file__).with_suffix(".mjs")
_INSTALLED = NODE_MODULES / "html-validate" / "package.json"

#: Rules of html-validate we do not ask for, each with its reason.
RULES: dict[str, Any] = {
    "root": True,
    "extends": ["html-validate:recommended"],
    "rules": {
        "long-title": "off",  # the site's name ends every title, and search engines cut titles as they like
        "tel-non-breaking": "off",  # the stylesheet keeps phone numbers in one line
        "no-inline-style": "off",  # our own rule style-attribute says it at the source
        "no-trailing-whitespace": "off",  # white space is no fault of a page
        "require-sri": "off",  # every script is the site's own
        "no-raw-characters": "off",  # HTML 5 allows them; the Nu checker finds those that matter
        "attribute-boolean-style": "off",
        "doctype-style": "off",
        "void-style": "off",
        "attr-quotes": "off",
        "valid-id": ["error", {"relaxed": True}],  # HTML 5 allows an id to begin with a digit
        "form-dup-name": ["error", {"shared": ["radio", "checkbox", "submit", "button", "reset"]}],  # groups of boxes
        "wcag/h32": "off",  # reading settings work at once and send nothing, so their form has no button to send
        "svg-focusable": "off",  # only Internet Explorer needed it
    },
}

RESULT = "result.json"
"""Where its result is written, as its own JSON format has it."""


_ROOM = "--max-semi-space-size=64"
"""Megabytes for what is thrown away soon: pages come and go, and tidying up after each cost a seventh of the time."""


def _command(folder: Path, files: list[Path]) -> list[str]:
    given = (_PROGRAM, _INSTALLED, folder / ".htmlvalidate.json", folder / RESULT, *files)
    return ["node", _ROOM, *map(str, given)]


_LIST_THAT_SAYS_SO = re.compile('Redundant role "list" on <[uo]l>')
"""Safari takes a list without dots for no list unless it says so. Two rules complain of that: this one says where it is."""
_OF_ROLES = ("no-redundant-role", "prefer-native-element")


def _read(_errors: str, folder: Path) -> dict[str, list[Complaint]]:
    found: dict[str, list[Complaint]] = {}
    for page in json.loads((folder / RESULT).read_text(encoding="utf-8")):
        messages = page["messages"]
        lists = {said["selector"] for said in messages if _LIST_THAT_SAYS_SO.fullmatch(said["message"])}
        found[Path(page["filePath"]).as_posix()] = [
            Complaint(ERROR if said["severity"] == 2 else WARNING, said["ruleId"], said["message"], said["line"])
            for said in messages
            if said["ruleId"] not in _OF_ROLES or said["selector"] not in lists
        ]
    return found


HTML_VALIDATE = Checker(
    "html-validate",
    "html-validate",
    "node",
    _INSTALLED,
    "Install Node 20 or newer, then: npm ci --ignore-scripts",
    _command,
    _read,
    json.dumps(RULES),
)
