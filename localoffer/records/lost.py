"""Words that YAML throws away: what stands after a space and # beside a text.

In: the plain values of a file, and the model. Out: findings that show the words, with quotation marks as the way out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel, BeforeValidator

from localoffer.findings import MAYBE, SURE, WARNING, Edit, Finding
from localoffer.model.forms import TEXTS, told_of
from localoffer.records.names import model_at
from localoffer.records.plain import Plain
from localoffer.yamlfile import rules as file_rules
from localoffer.yamlfile.writing import as_yaml


def check_lost_words(plain: Plain, model: type[BaseModel]) -> Iterator[Finding]:
    """Words beside a text that nobody would see. A number sign before its number is an error; what looks like a note, a warning."""
    for name, words in plain.lost.items():
        if not is_text(name, model):
            continue
        line, column = words.range.end_line, words.range.end_column
        shown = words.lost.strip()
        is_note = shown.startswith("# ")
        message = f"“{shown if len(shown) < 60 else shown[:57] + '…'}” is thrown away: after a space, # begins a note to yourself"
        whole = as_yaml(words.value + words.lost.rstrip(), in_brackets=words.in_brackets)
        fix = (
            f"put quotation marks round the whole text: {whole}"
            if len(whole) < 80
            else "put quotation marks round the whole text."
        )
        place = words.range._replace(end_column=column + len(words.lost.rstrip()))
        is_one_line = words.is_plain and words.range.line == line
        edit = Edit(plain.path, place, whole, MAYBE if is_note else SURE) if is_one_line else None
        at = (line, column + len(words.lost) - len(words.lost.lstrip()))
        rule = file_rules.WORDS_AFTER_HASH
        yield rule.finding(plain.path, message, fix, at, WARNING if is_note else "", edit)


def is_text(name: str, model: type[BaseModel]) -> bool:
    """True for a field that people read, and for a member of a list of such."""
    parts = [int(part) if re.fullmatch(r"\d+", part) else part for part in name.split(".")]
    while parts and isinstance(parts[-1], int):
        parts.pop()
    group = model_at(model, tuple(parts[:-1])) if parts else None
    info = group.model_fields.get(str(parts[-1])) if group and parts else None
    return info is not None and any(isinstance(part, BeforeValidator) and part.func in TEXTS for part in told_of(info))
