"""Figures of the law in words: `6 weeks`, `15 school days`, `£6,000`, `15 February`, `16`."""

from __future__ import annotations

from localoffer.model.law import LawFact

COUNTED = frozenset(
    {"days", "school days", "working days", "weeks", "months", "years", "hours", "minutes", "miles", "times"}
)
"""Units that stand behind their figure, and lose their s behind 1."""


def law_figure(value: str, unit: str) -> str:
    """A figure with its unit, as a sentence says it."""
    if unit == "pounds":
        return " to ".join(f"£{number}" for number in value.split(" to "))
    if unit == "school year":
        return f"year {value}"
    if unit in COUNTED:
        return f"{value} {unit.removesuffix('s') if value == '1' else unit}"
    return value


def law_statement(fact: LawFact) -> str:
    """What a statement says, with its figure in it."""
    figure = law_figure(fact.value, fact.unit) if fact.value else ""
    return fact.says.replace("{it}", figure).replace("{number}", fact.value or "")


def law_source(fact: LawFact) -> str:
    """`SEND Regulations 2014, regulation 5(1)`."""
    return f"{fact.source}, {fact.paragraph}" if fact.paragraph else fact.source
