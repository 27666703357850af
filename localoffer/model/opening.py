"""Opening hours in words → schedules: `Monday to Friday, 9am to 5pm; Saturday, 10am to noon`.

In: the words of a help line. Out: schedules, or none where any part of the words could mean something else.
"""

from __future__ import annotations

import re
from datetime import time

from localoffer.model.places import Schedule
from localoffer.model.taken import standard_days, standard_time

_PART = re.compile(
    r"^(?P<days>.+?),?\s+(?:from\s+)?(?P<opens>[\d:.]+\s*(?:[ap]\.?m\.?)?|noon|midday)\s*(?:to|until|-|–)\s*"
    r"(?P<closes>[\d:.]+\s*(?:[ap]\.?m\.?)?|noon|midday|midnight)$",
    re.IGNORECASE,
)


def schedules_of(words: str) -> list[Schedule]:
    """Each part of the words as a schedule; an empty list where one of them is not understood."""
    found = [_schedule(part.strip(" .")) for part in words.split(";")]
    return [schedule for schedule in found if schedule] if all(found) else []


def _schedule(part: str) -> Schedule | None:
    match = _PART.match(part)
    days = standard_days(match["days"]) if match else None
    times = [standard_time(match[end]) for end in ("opens", "closes")] if match else []
    if not days or not all(times):
        return None
    opens, closes = (time.fromisoformat(moment) for moment in times if moment)
    return Schedule.model_validate({"byday": days, "opens_at": opens, "closes_at": closes})
