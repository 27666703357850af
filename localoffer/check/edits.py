"""Edits that were worked out from words, held against the file: one that would not fit, or would break the file, is not offered.

In: findings, and the root. Out: the same findings, with the edits that are true.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from localoffer.findings import Edit, Finding
from localoffer.overlay import LISTS, base_of, file_of, name_in_layer
from localoffer.yamlfile import parse_yaml
from localoffer.yamlfile.edits import Lines, apply_edits, fits
from localoffer.yamlfile.source import read_bytes

HARMLESS = re.compile(r"[\w £%’.-]*")
"""Signs that mean nothing to YAML in the middle of a text."""


def true_edits(findings: Iterable[Finding], root: Path) -> Iterator[Finding]:
    """The findings, those with an edit that does not hold without it. Each file is read once."""
    known: dict[str, str | None] = {}
    for finding in findings:
        if finding.edit is None or finding.edit.was is None:
            yield finding
            continue
        path = finding.edit.path
        if path not in known:
            known[path] = _text_of(file_of(path, root), base_of(path, root))
        yield finding if _is_true(finding.edit, known[path]) else replace(finding, edit=None)


def _text_of(path: Path, root: Path) -> str | None:
    raw = read_bytes(path, root)[0]
    return None if raw is None else raw.decode("utf-8", "replace")


def _is_true(edit: Edit, text: str | None) -> bool:
    if text is None or not fits(edit, Lines(text)):
        return False
    is_yaml = edit.path.startswith("providers/") or name_in_layer(edit.path).startswith(f"{LISTS}/")
    if not is_yaml or HARMLESS.fullmatch(edit.text):
        return True
    new = apply_edits(text, [edit])[0].removeprefix("\ufeff")
    tree, wrong = parse_yaml(new.replace("\r\n", "\n").replace("\r", "\n"), edit.path)
    return tree is not None and not wrong
