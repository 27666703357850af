"""Addresses in the values of a file as they were copied: told, and shown without what follows readers about.

In: the plain values of a file, and the model. Out: findings with a sure edit where the address itself can be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from pydantic import BaseModel

from localoffer.findings import Finding
from localoffer.records.links import check_copied, check_false_signs
from localoffer.records.lost import is_text
from localoffer.records.plain import Plain, at


def check_copied_values(plain: Plain, model: type[BaseModel]) -> Iterator[Finding]:
    """The addresses in every value. A field that is an address refuses a false sign by itself."""
    for name, text in _texts(plain.values, ""):
        place = partial(_place, plain, name)
        for rule, fault in check_copied(text):
            yield rule.found_in(text, fault, plain.path, place)
        if not text.isascii() and is_text(name, model):
            for rule, fault in check_false_signs(text):
                yield rule.found_in(text, fault, plain.path, place)


def _place(plain: Plain, name: str, offset: int) -> tuple[int, int]:
    return plain.spots[name].at(offset)


def _texts(value: Any, name: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        if not value.isascii() or "://" in value or "www." in value:
            yield name, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, at(name, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _texts(inner, at(name, number))
