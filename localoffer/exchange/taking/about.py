"""All fields of one record, each from the module of its question."""

from __future__ import annotations

from typing import Any

from localoffer.exchange.clean.signs import one_line
from localoffer.exchange.draft import Draft
from localoffer.exchange.taking import (
    access,
    carried,
    checked,
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
        "last_checked": checked.last_checked(draft),
    }
    found["summary"], found["description"] = words.summary_and_description(draft, name)
    if draft.carried:
        found |= carried.carried_fields(draft)
    else:
        from_text.complete(found, draft)
    return found, ""
