"""Figures of the law in listings: what their texts name as {law:…}, and the time of a decision that the law sets.

In: the services whose files name a statement. Out: the same services with the figures in their place; findings for names that
mean nothing. Where each sign was written stays known, so that other findings stand where a person can edit.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from localoffer.catalogue.contradictions import recounted
from localoffer.catalogue.files import Files
from localoffer.catalogue.local_values import Local, as_they_are, check_known
from localoffer.model import DECISION_TIMES, Decision, Service
from localoffer.model.base import Part, Spot
from localoffer.prose.placeholders import Filled

MARKS = ("{law:", "statutory:")
"""What stands in the file of a listing that names a statement."""
TIMES = {unit: name for name, unit in DECISION_TIMES.items()}
"""What a statement counts → the field of a decision that holds it."""
_NAME = re.compile(r"\{(law:[a-z0-9-]+(?:\.[a-z_]+)?)\}")
Fill = Callable[[str, str], str]
"""A field's path and its text → the text with its figures."""


def fill_services(local: Local, files: Files) -> None:
    """The figures of the law, into every listing that names a statement."""
    for identity in sorted(files.names_law & files.services.keys()):
        files.services[identity] = _filled(files.services[identity], local, files)


def _filled(service: Service, local: Local, files: Files) -> Service:
    texts: dict[str, Filled] = {}

    def fill(path: str, text: str) -> str:
        texts[path] = _with_figures(text, path, service, local, files)
        return texts[path].text

    changes = _changes(service, "", fill)
    copy = service.model_copy(update=changes)
    files.counted[service.id] = recounted(copy, files.counted.get(service.id, []), texts)
    copy._written = (service.summary or "", service.description)
    copy._origin = service.origin.moving({path: partial(_moved, filled) for path, filled in texts.items()})
    decision = copy.access.decision
    if decision and decision.statutory:
        timed = decision.model_copy(update=_time(decision, files))
        access = copy.access.model_copy(update={"decision": timed})
        copy = copy.model_copy(update={"access": access})
        local.use(f"law:{decision.statutory}", service.path)
    return copy


def _changes(part: Part, above: str, fill: Fill) -> dict[str, Any]:
    """The fields of a group whose texts name a statement, filled in."""
    changes = {}
    for name in type(part).model_fields:
        value = getattr(part, name)
        new = _value(value, f"{above}{name}", fill)
        if new is not value:
            changes[name] = new
    return changes


def _value(value: Any, path: str, fill: Fill) -> Any:
    if isinstance(value, str):
        return fill(path, value) if MARKS[0] in value else value
    if isinstance(value, Part):
        changes = _changes(value, f"{path}.", fill)
        return value.model_copy(update=changes) if changes else value
    if isinstance(value, list):
        new = [_value(member, f"{path}.{number}", fill) for number, member in enumerate(value)]
        return new if any(a is not b for a, b in zip(new, value, strict=True)) else value
    return value


def _with_figures(text: str, field: str, service: Service, local: Local, files: Files) -> Filled:
    filled, place = Filled(text), 0
    for token in _NAME.finditer(text):
        filled.add(text[place : token.start()], place, as_written=True)
        place = token.end()
        try:
            words = local.value(token[1], as_they_are, is_markdown=False) or ""
            local.use(token[1], service.path)
        except KeyError:
            words = token[0]
            at = service.origin.position(field, token.start())
            files.findings += check_known(token[1], local, service.path, at)
        filled.add(words, token.start(), as_written=False)
    filled.add(text[place:], place, as_written=True)
    return filled


def _moved(filled: Filled, spot: Spot) -> Spot:
    """The place of a text whose figures are filled in: each sign is still found where it was written."""
    starts = [(begin, *spot.at(origin)) for begin, origin, _ in filled.pieces]
    for begin, origin, end in filled.pieces:
        starts += [(begin + at - origin, line, column) for at, line, column in spot.starts if origin < at < end]
    return spot._replace(starts=tuple(sorted(starts))) if spot.starts else spot


def _time(decision: Decision, files: Files) -> dict[str, int]:
    """The time that the law sets, as the field of a decision; nothing where no statement sets one."""
    fact = files.vocabulary.law.get(decision.statutory or "")
    if fact is None or fact.value is None or fact.unit not in TIMES or not fact.value.isdigit():
        return {}
    return {TIMES[fact.unit]: int(fact.value)}
