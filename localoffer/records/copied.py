"""Addresses in the values of a file as they were copied: told, and shown without what follows readers about.

In: the plain values of a file, and the model. Out: findings with a sure edit where the address itself can be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from pydantic import BaseModel

from localoffer.findings import Finding
from localoffer.records.links import check_copied, check_false_signs
from localoffer.records.lost import is_text
from localoffer.records.plain import Plain, at


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
