"""When it happens: days and times that can be read one way; any other words stay words."""

from __future__ import annotations

import re
from typing import Any

from localoffer.exchange.clean.prose import as_line
from localoffer.exchange.clean.signs import one_line
from localoffer.exchange.draft import Draft
from localoffer.exchange.shape import Schedule
from localoffer.exchange.taking.hours import read_hours
from localoffer.model.taken import standard_date, standard_days, standard_time
from localoffer.model.taken.when import CODES

WHEN = "When it is on"
LONGEST_NOTE = 300
_NTH = re.compile(r"([+-]?\d)(MO|TU|WE|TH|FR|SA|SU)")
_PLACEHOLDER = re.compile(r"h{1,2}:m{2}(?::s{2})?|00:00(?::00)?", re.IGNORECASE)


def schedules(draft: Draft, places: list[str]) -> list[dict[str, Any]]:
    """Times of the service, then of its places."""
    found = [_schedule(one, f"schedules.{number}", "", draft) for number, one in enumerate(draft.incoming.schedules)]
    for at, place in enumerate(draft.incoming.places):
        name = as_line(place.name, "name", draft) or as_line(place.address_1, "address_1", draft)
        where = name if len(places) > 1 and name in places else ""
        found += [
            _schedule(one, f"places.{at}.schedules.{number}", where, draft)
            for number, one in enumerate(place.schedules)
        ]
    return _joined([one for one in found if one])


def _schedule(given: Schedule, path: str, where: str, draft: Draft) -> dict[str, Any] | None:
    """One time; where it cannot be told in our fields its words are kept."""
    days, week, readable = _days(given)
    found: dict[str, Any] = {"byday": days} if days else {}
    found |= _clock(given, path, draft)
    found |= _dates(given, path, draft)
    note = as_line(given.description, f"{path}.description", draft)
    every = _every(given, week, found)
    if not readable or every is None or _goes_backwards(found):
        _keep_words(given, path, draft)
        return None
    found |= every
    if note and not days and "opens_at" not in found and (read := read_hours(note)):
        draft.account.change(
            "schedules",
            note,
            f"{', '.join(read['byday'])} {read['opens_at']}–{read['closes_at']}",
            "read from these words",
        )
        found |= read
        note = ""
    if len(note) > LONGEST_NOTE:
        draft.keep(WHEN, given.description, f"{path}.description", "it is too long for a note on a time")
        note = ""
    if not (found.get("byday") or found.get("dates") or note):
        if found:
            _keep_words(given, path, draft)
        return None
    return _in_order({**found, **({"location": where} if where else {}), **({"description": note} if note else {})})


ORDER = (
    "byday opens_at closes_at term_time_only holidays_only not_bank_holidays every week_of_month dates valid_from valid_to location"
    " description"
).split()


def _in_order(found: dict[str, Any]) -> dict[str, Any]:
    return {name: found[name] for name in ORDER if name in found}


def _days(given: Schedule) -> tuple[list[str], int, bool]:
    """Days of the week; which week of the month (5 the last), or 0; False where they cannot be told."""
    text = one_line(given.byday).strip("[]").replace("'", "").replace('"', "")
    if not text:
        return (list(CODES) if given.freq.strip().upper() == "DAILY" else []), 0, not given.bymonthday.strip()
    parts = [part.strip().upper() for part in re.split(r"[,;]", text) if part.strip()]
    nth = [match for part in parts if (match := _NTH.fullmatch(part))]
    if nth:
        weeks = {int(match[1]) for match in nth}
        week = weeks.pop() if len(weeks) == 1 and len(nth) == len(parts) else 0
        return [match[2] for match in nth], 5 if week == -1 else week, week in (1, 2, 3, 4, -1)
    if given.bymonthday.strip() and given.freq.strip().upper() == "MONTHLY":
        return [], 0, False
    days = standard_days(text.replace(";", ","))
    return [code for code in CODES if code in (days or [])], 0, days is not None


def _every(given: Schedule, week: int, found: dict[str, Any]) -> dict[str, Any] | None:
    """How often; None where our fields cannot say it."""
    freq, interval = given.freq.strip().upper(), one_line(given.interval)
    steps = int(interval) if re.fullmatch(r"\d{1,3}", interval) else 1
    if freq == "YEARLY" or (freq == "MONTHLY" and not week) or (week and freq not in ("MONTHLY", "")):
        return None
    if week:
        return {"every": "month", "week_of_month": week} if steps <= 1 else None
    if steps == 2 and freq == "WEEKLY":
        start = found.get("valid_from") or _date(given.dtstart)
        return {"every": "fortnight", "valid_from": start} if start and found.get("byday") else None
    return {} if steps <= 1 else None


def _clock(given: Schedule, path: str, draft: Draft) -> dict[str, str]:
    found = {}
    for name in ("opens_at", "closes_at"):
        text = one_line(getattr(given, name))
        bare = re.sub(r"^(\d{1,2}:\d\d):\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?$", r"\1", text)
        written = standard_time(bare)
        if written and not (
            _PLACEHOLDER.fullmatch(text)
            and _PLACEHOLDER.fullmatch(one_line(given.opens_at) or "00:00")
            and _PLACEHOLDER.fullmatch(one_line(given.closes_at) or "00:00")
        ):
            found[name] = written
        elif text and not _PLACEHOLDER.fullmatch(text):
            draft.account.lose(f"{path}.{name}", f"“{text[:40]}” is not a time that can be read one way")
        elif text.lower().startswith("h"):
            draft.account.lose(f"{path}.{name}", f"“{text[:40]}” stands in place of a time")
    if found.get("opens_at") and found.get("opens_at") == found.get("closes_at"):
        draft.account.lose(path, f"it opens and closes at {found['opens_at']}")
        return {}
    return found


def _goes_backwards(found: dict[str, Any]) -> bool:
    """True for 10:00 to 09:00, which is a slip, not a night."""
    opens, closes = found.get("opens_at", ""), found.get("closes_at", "")
    return bool(opens and closes) and "00:00" < closes < opens < "12:00"


def _date(text: str) -> str | None:
    return standard_date(one_line(text)[:10]) if re.match(r"\d{4}-", one_line(text)) else standard_date(one_line(text))


def _dates(given: Schedule, path: str, draft: Draft) -> dict[str, Any]:
    first, last = _date(given.valid_from), _date(given.valid_to) or _date(given.until)
    for day in (first, last):
        if day and not 1990 <= int(day[:4]) <= 2100:
            draft.account.lose(path, f"{day} is no date of our time")
            return {}
    if first and last and last < first:
        draft.account.lose(path, f"it ends on {last}, before it begins on {first}")
        return {}
    if first and first == last and not one_line(given.byday):
        return {"dates": [first]}
    return {name: day for name, day in (("valid_from", first), ("valid_to", last)) if day}


def _keep_words(given: Schedule, path: str, draft: Draft) -> None:
    """What our fields cannot say, in words, so that a family can read it."""
    names = ("freq", "interval", "byday", "bymonthday", "opens_at", "closes_at", "valid_from", "valid_to")
    said = {name: one_line(getattr(given, name)) for name in names}
    if note := one_line(given.description):
        draft.keep(WHEN, note, path, "it cannot be told in our fields")
    words = ", ".join(f"{name} {text}" for name, text in said.items() if text)
    if words:
        draft.account.lose(path, f"it cannot be told in our fields: {words[:300]}")


def _joined(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Times that differ only in their day are one; the same is told once."""
    kept: list[dict[str, Any]] = []
    for one in found:
        same = next(
            (other for other in kept if _but_days(other) == _but_days(one) and other.get("byday") and one.get("byday")),
            None,
        )
        if same:
            same["byday"] = [code for code in CODES if code in {*same["byday"], *one["byday"]}]
        elif one not in kept:
            kept.append(one)
    return kept


def _but_days(one: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in one.items() if name != "byday"}
