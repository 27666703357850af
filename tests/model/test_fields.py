"""Every field states itself: a description, an example that is right, other names that clash with nothing."""

from __future__ import annotations

import inspect
from typing import Annotated, Any

from pydantic import BaseModel, TypeAdapter

from localoffer import model as models
from localoffer.model import Part, Record, Service, example_of, other_names, vocabulary
from localoffer.records.names import field_names, meant_field
from localoffer.records.plain import plain_values
from localoffer.yamlfile import Fields, parse_yaml
from tests.table import each_of

MODELS: list[type[BaseModel]] = [
    found
    for module in (models, vocabulary)
    for _, found in inspect.getmembers(module, inspect.isclass)
    if issubclass(found, Part) and found not in (Part, Record)
]
FIELDS = [(found, name) for found in MODELS for name in found.model_fields]


def test_every_field_states_itself() -> None:
    each_of(FIELDS, lambda field: states_itself(*field), lambda field: f"{field[0].__name__}.{field[1]}")


def states_itself(found: type[BaseModel], name: str) -> None:
    info = found.model_fields[name]
    assert info.description
    assert info.description.endswith((".", "?", ")")), info.description
    example = str(example_of(found, name))
    if "…" not in example:
        tree, findings = parse_yaml(f"{name}: {example}\n", "x")
        assert isinstance(tree, Fields)
        assert not findings
        value: Any = plain_values(tree, "x").values[name]
        annotation = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
        TypeAdapter(annotation).validate_python(value)


def test_other_names_lead_to_one_field() -> None:
    each_of(MODELS, lead_to_one_field, lambda found: found.__name__)


def lead_to_one_field(found: type[BaseModel]) -> None:
    names = set(field_names(found))
    for name in found.model_fields:
        for other in other_names(found, name):
            assert other not in names, f"{other} is a field of its own"
            assert meant_field(other, found) == name, f"{other} leads to {meant_field(other, found)}"


def test_the_fields_of_the_design_are_all_there() -> None:
    design = """name also_known_as summary description status alert topics eligibility access waiting_time while_you_wait cost
    delivery locations service_areas schedules contacts languages bsl interpreter links images last_checked review_every
    source easy_read for_whom only_for moved_from added spaces school topics_proposed
    short_name in_short first_step_for bsl_video""".split()
    assert set(design) == set(Service.model_fields)
