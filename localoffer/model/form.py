"""The shape of a form: how a value is written, what is taken as meant, what editors' tools are told.

In: what a person typed. Out: the value, or a `PydanticCustomError` whose type is the rule id, whose message is a plain
sentence, and whose context holds `fix`, what to do about it. YAML's own guesses are never used (DESIGN section 3).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

BLANK_MARK = "x-may-be-blank"
"""Tells the writer of schemas that N/A and the like mean nothing is given."""


@dataclass(frozen=True, eq=False)
class Form:
    """One form. It stands in the type of a field: `Annotated[date, Form(…)]`.

    `read`: text → value, or a refusal. `standard`: text → the same in standard form, None where it is no such value.
    `shown`: the JSON Schema of what `read` takes. `comma`: may one value hold a comma? `blank`: do N/A and the like mean
    that nothing is given?
    """

    read: Callable[[str], Any]
    standard: Callable[[str], str | None]
    shown: Mapping[str, Any]
    comma: bool = False
    blank: bool = False

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        def check(value: Any) -> Any:
            return self.read(value) if isinstance(value, str) else value

        return core_schema.no_info_before_validator_function(check, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**self.shown, **({BLANK_MARK: True} if self.blank else {})}


def fold(text: str) -> str:
    """White space of any kind becomes one space; none at the ends."""
    return " ".join(text.split())


def short(value: str) -> str:
    """What was typed, for a message: no longer than 60 letters."""
    text = fold(value)
    return text if len(text) <= 60 else text[:57] + "…"


def text_of(*patterns: str) -> dict[str, Any]:
    """A text of one of these forms, for editors' tools: `^\\s*` and `\\s*$` let white space stand round it."""
    if len(patterns) == 1:
        return {"type": "string", "pattern": patterns[0]}
    return {"type": "string", "anyOf": [{"pattern": pattern} for pattern in patterns]}


def whole(pattern: str) -> re.Pattern[str]:
    """A pattern of digits we know, compiled."""
    return re.compile(pattern, re.ASCII)
