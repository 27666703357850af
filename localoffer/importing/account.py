"""Every record accounted for: what stands in build/reports/import.json.

In: a `Result`. Out: the account as data and as one sentence; `account_page` makes a page of it. What must not be shown (a checker's address, a private
e-mail address) is in none of them: it is named by what it was.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from localoffer import wording
from localoffer.importing.merge import Kept
from localoffer.importing.plan import CHANGED, LEFT_OUT, NEW, UNCHANGED, Outcome
from localoffer.importing.run import Result

T = TypeVar("T")
EXAMPLES = 10


def account_of(result: Result) -> dict[str, Any]:
    """The account as data. Each record is written, unchanged or left out; `kept_local` tells of single fields."""
    return {
        "records": result.records,
        "written": result.count(NEW, CHANGED),
        "unchanged": result.count(UNCHANGED),
        "kept_local": [_kept_row(outcome, kept) for outcome, kept in kept_here(result)],
        "left_out": [{"id": one.number, "name": one.name, "why": one.why} for one in left_out(result)],
        "changed": list(changed_rows(result)),
        "lost": list(lost_rows(result)),
        "unknown": dict(unknown_fields(result).most_common()),
        "gone": [{"id": number, "path": path, "closed": closed} for number, path, closed in result.gone],
        "alike": [{"one": pair.one, "other": pair.other, "why": pair.why} for pair in result.alike],
    }


def as_json(result: Result) -> str:
    """The account for programs."""
    return json.dumps(account_of(result), ensure_ascii=False, indent=1) + "\n"


def sentence(result: Result) -> str:
    """`1,500 records: 240 written, 1,260 left out. 3 fields that were changed here stay as they are.`"""
    counts = {
        "new": result.count(NEW),
        "changed": result.count(CHANGED),
        "unchanged": result.count(UNCHANGED),
        "left out": result.count(LEFT_OUT),
    }
    would = "would be " if result.wish.is_dry_run else ""
    words = {"new": f"{would}written", "changed": f"{would}changed"}
    told = [f"{number:,} {words.get(name, name)}" for name, number in counts.items() if number]
    said = [f"{wording.count(result.records, 'record')}: {', '.join(told) or 'nothing to do'}."]
    fields = sum(1 for _ in kept_here(result))
    if fields:
        said.append(
            f"{wording.count(fields, 'field')} that {'was' if fields == 1 else 'were'} changed here {'stays' if fields == 1 else 'stay'}."
        )
    if result.gone:
        closed = "closed here" if result.wish.close_missing else "still here; --close-missing closes them"
        said.append(f"{wording.count(len(result.gone), 'listing')} whose record did not come: {closed}.")
    return " ".join(said)


# Rows


def left_out(result: Result) -> list[Outcome]:
    """Records that are not here, with why."""
    return [outcome for outcome in result.outcomes if outcome.result == LEFT_OUT]


def kept_here(result: Result) -> Iterator[tuple[Outcome, Kept]]:
    """Fields that differ here from what came in."""
    for outcome in [*result.plan.provider_outcomes.values(), *result.plan.outcomes.values()]:
        for kept in outcome.kept:
            yield outcome, kept


def _kept_row(outcome: Outcome, kept: Kept) -> dict[str, Any]:
    row = {"path": outcome.path, "field": ".".join(kept.where), "here": kept.here, "there": kept.there}
    return {**row, "changed_there": kept.changed_there, **({"why": kept.why} if kept.why else {})}


def written(result: Result) -> Iterator[Outcome]:
    """Records that have a listing."""
    yield from (outcome for outcome in result.outcomes if outcome.result != LEFT_OUT)


def changed_rows(result: Result) -> Iterator[dict[str, Any]]:
    """Values that stand otherwise than they came, and values that changed there since last time."""
    for outcome in written(result):
        for field, was, now, why in result.made[outcome.number].changed:
            yield {"path": outcome.path, "field": field, "from": was, "to": now, "why": why}
    for outcome in [*result.plan.provider_outcomes.values(), *result.plan.outcomes.values()]:
        for change in outcome.changes:
            why = "it changed there since it came in last time"
            yield {
                "path": outcome.path,
                "field": ".".join(change.where),
                "from": change.old,
                "to": change.new,
                "why": why,
            }


def lost_rows(result: Result) -> Iterator[dict[str, str]]:
    """What has no place here, or is held back."""
    for outcome in written(result):
        for lost in result.made[outcome.number].lost:
            yield {"path": outcome.path, "what": f"{lost.path}: {lost.why}"}


def unknown_fields(result: Result) -> Counter[str]:
    """Field → how many listings do not know it."""
    return Counter(name for outcome in written(result) for name in result.made[outcome.number].unknown)


def reason(why: str) -> str:
    """Why, without what it is said of: what is alike can be counted together."""
    return re.sub(r"“[^”]*”", "“…”", re.sub(r"(?:: [^:]*| \([^()]*\))$", "", why))


def by_size(rows: Iterable[T], kind: Callable[[T], str]) -> list[tuple[str, list[T]]]:
    """What is alike together, the most frequent first."""
    found: dict[str, list[T]] = {}
    for row in rows:
        found.setdefault(kind(row), []).append(row)
    return sorted(found.items(), key=lambda group: (-len(group[1]), group[0]))


def short(value: Any, most: int = 140) -> str:
    """A value as a table shows it."""
    text = "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1] + "…"
