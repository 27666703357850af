"""When somebody last asked whether it is all true, and where the record comes from. Who checked is a person: never taken."""

from __future__ import annotations

from typing import Any

from localoffer.exchange.clean.signs import one_line
from localoffer.exchange.draft import Draft
from localoffer.model import came_in_digest
from localoffer.model.taken import standard_date
from localoffer.model.when_forms import EARLIEST

NO_NUMBER = "-"
"""Stands for the number of a record that has none there."""


def last_checked(draft: Draft) -> Any:
    """The day of the last check as it came, however old; how and by whom is not told to us."""
    given = one_line(draft.incoming.assured_date)
    if not given:
        return None
    day = standard_date(given[:10] if given[10:11] in ("T", " ") else given)
    if day is None:
        draft.account.lose("assured_date", f"“{given[:60]}” is not a date that can be read one way")
    elif day > draft.today.isoformat() or int(day[:4]) < EARLIEST:
        draft.account.lose("assured_date", f"{day} cannot be the day of a check that was made")
    else:
        return {"date": day, "by": "not known", "how": "not known"}
    return None


def source(number: str, system: str, licence: str, fields: dict[str, Any]) -> dict[str, Any]:
    """Where it comes from, and what stands for its words as they came."""
    description = fields.get("description") or ""
    found = {
        "system": one_line(system)[:80],
        "id": one_line(number)[:80].strip() or NO_NUMBER,
        "licence": one_line(licence)[:80],
        "digest": came_in_digest(fields["name"], fields.get("summary", ""), description),
    }
    return {name: value for name, value in found.items() if value}
