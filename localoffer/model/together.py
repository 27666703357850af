"""Fields of one group that are written in one of them: `minimum_age: 0-25`, `minimum_age: all ages`.

In: the fields of a group as typed. Out: the fields as meant; what does not fit together stays as typed, for the forms to refuse.
"""

from __future__ import annotations

from typing import Any

from localoffer.model.taken import tidy
from localoffer.model.taken.amounts import ALL_AGES, age_from, age_range, age_up_to, standard_age

LOW, HIGH, ANY = "minimum_age", "maximum_age", "any_age"


def ages_as_meant(values: Any) -> Any:
    """Ages as two numbers, or any_age."""
    if not isinstance(values, dict) or not any(isinstance(values.get(name), str) for name in (LOW, HIGH, ANY)):
        return values
    found = dict(values)
    _take_all_ages(found)
    _take_range(found)
    for name, read in ((LOW, age_from), (HIGH, age_up_to)):
        if isinstance(found.get(name), str) and (age := read(found[name])):
            found[name] = age
    return found


def _take_all_ages(found: dict[str, Any]) -> None:
    """`any_age: all ages`; or all ages as the one age, or as both."""
    said = {name: tidy(found[name]).lower() for name in (LOW, HIGH, ANY) if isinstance(found.get(name), str)}
    if said.get(ANY) in ALL_AGES:
        found[ANY] = "yes"
        said[ANY] = "yes"
    ages = {said[name] for name in (LOW, HIGH) if name in said}
    if ages and ages <= set(ALL_AGES) and said.get(ANY, "yes") in {"yes", "y", "true"}:
        found.pop(LOW, None)
        found.pop(HIGH, None)
        found[ANY] = "yes"


def _take_range(found: dict[str, Any]) -> None:
    """`minimum_age: 8-18` where maximum_age says nothing else."""
    ranges = {name: age_range(found[name]) for name in (LOW, HIGH) if isinstance(found.get(name), str)}
    for name, ends in ranges.items():
        other = HIGH if name == LOW else LOW
        end = ends and ends[1 if other == HIGH else 0]
        if ends and (other not in found or ranges.get(other) == ends or _is_age(found[other], end)):
            found[LOW], found[HIGH] = ends
            return


def _is_age(typed: Any, age: str | None) -> bool:
    """The other field says the same: 18, 018, 18 years."""
    plain = tidy(str(typed))
    return (standard_age(plain) or plain.lstrip("0") or "0") == age
