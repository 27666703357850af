"""A file that is here, and what came in now → the file's text with what only changed there, and what stayed.

In: a `Known` file, its model, what came in last time and now. Out: the text and a `Merged` of what was done. A change that
cannot be put in safely, or with which the file would be wrong, is not made: it is told as kept, and asked again next time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from localoffer.findings import has_errors
from localoffer.importing.here import Known
from localoffer.importing.merge import Change, Kept, Merged, Where, merge, same_in
from localoffer.model import NOT_KNOWN, NOT_SORTED
from localoffer.model.base import Record as Model
from localoffer.records import read_record_text
from localoffer.records.names import model_at
from localoffer.yamlfile.putting import NotPut, put
from localoffer.yamlfile.whole import as_read

TOGETHER: tuple[frozenset[Where], ...] = (
    frozenset({("topics",), ("topics_proposed",)}),
    frozenset({("eligibility", "needs"), ("eligibility", "needs_proposed")}),
)
"""Fields that say one thing: a person who changed one of them has decided about both."""


def update(known: Known, model: type[Model], last: dict[str, Any] | None, now: dict[str, Any]) -> tuple[str, Merged]:
    """The new text of a file, and what was changed and kept."""
    merged = _kept_together(merge(last, as_read(known.fields) or {}, now, same_in(model)))
    text, done, kept = known.text, [], list(merged.kept)
    for change in merged.changes:
        try:
            text = put(text, change.where, change.new, order_of(model, change.where))
            done.append(change)
        except NotPut as reason:
            kept.append(_not_made(change, str(reason)))
    if done and _is_wrong(text, known.path, model) and not _is_wrong(known.text, known.path, model):
        why = "with what was changed here, the file would be wrong"
        return known.text, Merged([], [*kept, *(_not_made(change, why) for change in done)])
    return text, Merged(done, kept)


def _kept_together(merged: Merged) -> Merged:
    """What belongs together stays together."""
    touched = {kept.where for kept in merged.kept}
    held = {where for group in TOGETHER if group & touched for where in group}
    kept = [Kept(one.where, one.old, one.new, changed_there=True) for one in merged.changes if one.where in held]
    return Merged([one for one in merged.changes if one.where not in held], [*merged.kept, *kept])


def _not_made(change: Change, why: str) -> Kept:
    return Kept(change.where, change.old, change.new, changed_there=True, why=why)


def _is_wrong(text: str, path: str, model: type[Model]) -> bool:
    return has_errors(read_record_text(text, path, model)[1])


def order_of(model: type[BaseModel], where: Where) -> Sequence[str]:
    """The fields of the group in which a field stands, in their order."""
    holder = model_at(model, where[:-1])
    return list(holder.model_fields) if holder else []


def with_old(now: dict[str, Any], last: dict[str, Any], merged: Merged) -> dict[str, Any]:
    """What to remember as having come in: now's fields, but last time's where a change could not be made, so that it is tried
    again."""
    result = now
    for kept in merged.kept:
        if kept.why:
            result = _with(result, kept.where, _at(last, kept.where))
    return as_read(result) or {}


def _at(fields: Any, where: Where) -> Any:
    for name in where:
        fields = fields.get(name) if isinstance(fields, dict) else None
    return fields


def _with(fields: Any, where: Where, value: Any) -> Any:
    if not where:
        return value
    held = dict(fields) if isinstance(fields, dict) else {}
    return {**held, where[0]: _with(held.get(where[0]), where[1:], value)}


def completed(now: dict[str, Any], last: dict[str, Any]) -> dict[str, Any]:
    """What came in now, and from last time what is missing: for a record of which only the short form could be read."""
    merged = dict(now)
    for name, value in last.items():
        here = merged.get(name)
        if isinstance(here, dict) and isinstance(value, dict):
            merged[name] = completed(here, value)
        elif here is None or here in (NOT_KNOWN, [NOT_KNOWN], [NOT_SORTED]):
            merged[name] = value
    return merged
