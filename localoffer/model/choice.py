"""A field with a choice of words: what each of them means, and other plain ways to write it.

In: what a person typed. Out: the word of the choice, or a refusal that says what is allowed and what each means. A word is
taken in any case, with spaces, hyphens or underscores; other ways only where they can mean nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from localoffer.findings import MAYBE
from localoffer.model import rules
from localoffer.model.form import short
from localoffer.model.near import misspelt
from localoffer.model.rules import refuse
from localoffer.model.taken import same_name
from localoffer.model.taken.text import any_case


@dataclass(frozen=True, eq=False)
class Choice:
    """The words of one choice. `means`: word → its meaning in a few words. `also`: other ways to write it → word."""

    means: Mapping[str, str]
    also: Mapping[str, str] = field(default_factory=dict)

    def standard(self, text: str) -> str | None:
        """The word that is meant; None where it could be another, or none."""
        return self._ways.get(same_name(text))

    @cached_property
    def _ways(self) -> Mapping[str, str]:
        known = {same_name(word): word for word in self.means}
        return {**{same_name(other): word for other, word in self.also.items()}, **known}

    def listed(self) -> str:
        """`self-referral (families ask for themselves), drop-in (…)`."""
        return ", ".join(f"{word} ({meaning})" if meaning else word for word, meaning in self.means.items())

    def check(self, value: Any) -> Any:
        """The word, or a refusal."""
        if not isinstance(value, str):
            return value
        word = self.standard(value)
        if word is None:
            near = misspelt(value, self.means)
            message = f"it cannot be “{short(value)}”"
            if near:
                refuse(rules.NOT_A_CHOICE, f"{message}. Did you mean {near}?", f"write {near}.", near, MAYBE)
            refuse(rules.NOT_A_CHOICE, message, f"write one of these: {self.listed()}.")
        return word

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """What editors' tools complete, with meanings; then the other ways that are taken."""
        loose = "|".join(sorted(_pattern(word) for word in {*self.means, *self.also}))
        shown = {"enum": list(self.means), "enumDescriptions": list(self.means.values())}
        typed = [{"type": "boolean"}] if {"yes", "no"} & {*self.means, *self.also} else []
        return {"anyOf": [shown, {"type": "string", "pattern": rf"^\s*(?:{loose})\.?\s*$"}, *typed]}


def _pattern(word: str) -> str:
    """`drop-in` in any case, with a space or a low line too."""
    return "[-_ ]+".join(any_case(part) for part in word.replace("-", " ").replace("_", " ").split())
