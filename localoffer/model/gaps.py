"""What nobody knows yet, written as such: an honest gap may be published, an invented fact never.

In: what was typed for a whole field. Out: the value that stands for the gap. A gap is written, never left to be understood: a
field that must be there is there, and says `not known`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from localoffer.model.form import text_of
from localoffer.model.taken import standard_fact
from localoffer.model.taken.answers import UNKNOWN_FORM

NOT_KNOWN = "not known"
"""The gap, where a word of a choice or the name of a list stands."""
NOT_SORTED = "not sorted"
"""Instead of topics: nobody has looked what it is about."""


@dataclass(frozen=True, eq=False)
class OrNotKnown:
    """`not known` is an answer of its own for this field, which then holds `becomes`."""

    becomes: Any = None

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        def check(value: Any, inner: Any) -> Any:
            alone = value[0] if isinstance(value, list) and len(value) == 1 else value
            return self.becomes if is_not_known(alone) else inner(value)

        return core_schema.no_info_wrap_validator_function(check, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        inner = handler(core)
        alone = {"type": "array", "items": {"enum": [NOT_KNOWN]}, "maxItems": 1}
        in_list = [alone] if isinstance(self.becomes, list) else []
        return {"anyOf": [inner, {"enum": [NOT_KNOWN]}, text_of(UNKNOWN_FORM), *in_list]}


def is_not_known(value: Any) -> bool:
    """True for `not known`, and for other ways to write it."""
    return isinstance(value, str) and standard_fact(value) == NOT_KNOWN


def known(names: Iterable[str]) -> list[str]:
    """The names of a list without the one that stands for a gap."""
    return [name for name in names if name not in (NOT_KNOWN, NOT_SORTED)]
