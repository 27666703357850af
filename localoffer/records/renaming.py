"""Another name for a field → the edit that writes the right one.

In: what one file says, the place of the other name, the field that was meant. Out: an edit, sure only where the name is one
of the field's own other names, of no other field, and what stands there is what the field holds.
"""

from __future__ import annotations

from pydantic import BaseModel, ValidationError

from localoffer.findings import MAYBE, SURE, Edit, Range
from localoffer.model import Spot, adapter_of, other_names
from localoffer.model.forms import is_yes_or_no
from localoffer.records.names import field_names, normal
from localoffer.records.plain import Plain


def renaming(plain: Plain, location: tuple[str | int, ...], meant: str, model: type[BaseModel]) -> Edit | None:
    """The edit, or None where the field would not hold what is written."""
    field = next((name for name, info in model.model_fields.items() if meant in (name, info.alias)), meant)
    written, value = str(location[-1]), plain.values
    for part in location:
        value = value[part]
    try:
        adapter_of(model, field).validate_python(value)
    except ValidationError:
        return None
    spot = plain.spots[".".join(map(str, location))]
    return Edit(plain.path, _name_range(spot, written), meant, _how_sure(written, field, model), written)


def _name_range(spot: Spot, written: str) -> Range:
    line, column = spot.key
    return Range(line, column, line, column + len(written))


def _how_sure(written: str, field: str, model: type[BaseModel]) -> str:
    """A fact under another name may be meant the other way round: “holidays: no”."""
    wanted = normal(written)
    if wanted in {normal(name) for name in (field, *field_names(model))}:
        return SURE
    named = [name for name in model.model_fields if wanted in map(normal, other_names(model, name))]
    return SURE if named == [field] and not is_yes_or_no(model, field) else MAYBE
