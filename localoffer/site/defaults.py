"""The settings of MkDocs that every offer has in common, so that a council's mkdocs.yml is about the council.

In: the text of an offer's mkdocs.yml. Out: the settings it leaves out, as YAML text with its tags as they are.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

DEFAULTS = Path(__file__).with_name("mkdocs.yml")
_KEY = re.compile(r"^([A-Za-z_]+)\s*:", re.MULTILINE)


@cache
def default_settings() -> dict[str, str]:
    """Setting → its lines."""
    text = DEFAULTS.read_text(encoding="utf-8")
    starts = [(found[1], found.start()) for found in _KEY.finditer(text)]
    ends = [start for _key, start in starts[1:]] + [len(text)]
    return {key: text[start:end] for (key, start), end in zip(starts, ends, strict=True)}


def missing_settings(config: str) -> str:
    """The settings that this mkdocs.yml leaves out."""
    stated = set(_KEY.findall(config))
    return "".join(lines for key, lines in default_settings().items() if key not in stated)
