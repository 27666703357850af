"""All fields of one record, each from the module of its question."""

from __future__ import annotations

from typing import Any

from localoffer.exchange.clean.signs import one_line
from localoffer.exchange.draft import Draft
from localoffer.exchange.taking import (
    access,
    carried,
    from_text,
    people,
    places,
    prices,
    reach,
    school,
    spoken,
    times,
    words,
)
from localoffer.model import came_in_digest
from localoffer.model.taken import standard_date
from localoffer.model.when_forms import EARLIEST

STATUSES = {
    "": "active",
    "active": "active",
    "temporarily closed": "temporarily closed",
    "temporarily_closed": "temporarily closed",
    "defunct": "closed",
    "closed": "closed",
    "planned": "planned",
}
ENDED = "its status there is “{}”: it is not running"


def fields(draft: Draft, name: str) -> tuple[dict[str, Any], str]:
    """The fields, in any order; or why there can be no listing."""
    said = one_line(draft.incoming.status)
    status = STATUSES.get(draft.carried.get("status", "").strip('"') or said.lower())
    ages = people.ages(draft)
    if status is None or ages is None:
        return {}, people.ONLY_OLDER if ages is None else ENDED.format(said[:40])
    if draft.incoming.accreditations.strip():
        draft.keep("Awards and checks", draft.incoming.accreditations, "accreditations", "it has no field of its own")
    where = places.locations(draft)
    found = {
        "name": name,
        "also_known_as": words.other_names(draft, name),
        "status": status,
        "topics": people.named(draft, draft.vocabulary.topics),
        "for_whom": people.audiences(draft),
        "eligibility": people.eligibility(draft, ages),
        "access": access.access(draft),
        "cost": prices.cost(draft),
        "delivery": access.delivery(draft, bool(where)),
        "locations": where,
        "service_areas": places.service_areas(draft),
        "schedules": times.schedules(draft, [place["name"] for place in where]),
        "contacts": reach.contacts(draft),
        "links": reach.links(draft),
        **spoken.fields(draft),
        "school": school.school(draft),
        "last_checked": last_checked(draft),
    }
    found["summary"], found["description"] = words.summary_and_description(draft, name)
    if draft.carried:
        found |= carried.carried_fields(draft)
    else:
        from_text.complete(found, draft)
    return found, ""


# When somebody last asked whether it is all true, and where the record comes from. Who checked is a person: never taken


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
