"""What is told of a file's values as they were typed: words that YAML throws away, which stand after a space and #, and addresses as
they were copied, with what follows readers about.

In: the plain values of a file, and the model. Out: findings; with quotation marks, or the address that was meant, as the way out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from pydantic import BaseModel, BeforeValidator

from localoffer.findings import MAYBE, SURE, WARNING, Edit, Finding
from localoffer.model.form import short
from localoffer.model.forms import TEXTS, told_of
from localoffer.records.links import check_copied, check_false_signs
from localoffer.records.names import model_at
from localoffer.records.plain import Plain, at
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
        message = f"“{short(shown)}” is thrown away: after a space, # begins a note to yourself"
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


# Addresses


def check_copied_values(plain: Plain, model: type[BaseModel]) -> Iterator[Finding]:
    """The addresses in every value. A field that is an address refuses a false sign by itself."""
    for name, text in _texts(plain.values, "", []):
        place = partial(_place, plain, name)
        for rule, fault in check_copied(text):
            yield rule.found_in(text, fault, plain.path, place)
        if not text.isascii() and is_text(name, model):
            for rule, fault in check_false_signs(text):
                yield rule.found_in(text, fault, plain.path, place)


def _place(plain: Plain, name: str, offset: int) -> tuple[int, int]:
    return plain.spots[name].at(offset)


def _texts(value: Any, name: str, found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The texts in which an address may stand, or a sign that is not what it looks like: few of a file's many."""
    if isinstance(value, dict):
        parts: Iterable[tuple[str | int, Any]] = value.items()
    elif isinstance(value, list):
        parts = enumerate(value)
    else:
        return found
    for key, inner in parts:
        if not isinstance(inner, str):
            _texts(inner, at(name, key), found)
        elif not inner.isascii() or "://" in inner or "www." in inner:
            found.append((at(name, key), inner))
    return found
