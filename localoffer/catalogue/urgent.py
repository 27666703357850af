"""Whom to call at once, as pages show them: each entry of urgent.yml with its number, or with that of the council's role.

In: the list, and who has which role here. Out: `Call`s, in the list's order. An entry whose role nobody has filled is left
out; where every area has one, `check` says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from localoffer import wording
from localoffer.addresses import service_url
from localoffer.catalogue.local_values import Local
from localoffer.model import Schedule, Service
from localoffer.model.local import LocalRole
from localoffer.model.urgent import Call, UrgentCall


def urgent_calls(entries: Sequence[UrgentCall], local: Local) -> Iterator[Call]:
    """Those that have a number or an address here."""
    for entry in entries:
        who = local.filled.get(entry.role) if entry.role else None
        if (found := _call(entry, who, local.service_of(who))).href:
            yield found


def _call(entry: UrgentCall, who: LocalRole | None, service: Service | None) -> Call:
    contact = next((one for one in service.contacts if one.phone or one.sms), None) if service else None
    phone = entry.phone or (who and who.phone) or (contact and contact.phone) or ""
    sms = entry.sms or (who and who.sms) or (contact and contact.sms) or ""
    hours = (who and who.hours) or (contact and contact.hours) or []
    text, href = _way(entry, phone, sms)
    also, also_href = _text(entry, sms) if phone and sms else ("", "")
    return Call(
        entry.id,
        (who and who.name) or (service.name if service else entry.name),
        entry.wanted,
        entry.more or "",
        entry.about or "",
        text,
        wording.phone_chunks(phone or sms) if phone or sms else "",
        href,
        hours=_hours(entry, hours),
        open=wording.ALWAYS if entry.always else wording.open_hours(hours),
        also=also,
        also_href=also_href,
        page=f"/{service_url(service.id)}" if service else "",
        easy=entry.easy_read or "",
        picture=entry.picture or "",
        words=tuple(entry.words),
        is_first=entry.first,
        is_tonight=entry.tonight,
    )


def _way(entry: UrgentCall, phone: str, sms: str) -> tuple[str, str]:
    if phone:
        words = ", ".join(filter(None, [wording.phone_chunks(phone), entry.choose]))
        return words, wording.phone_link(phone)
    return _text(entry, sms) if sms else (entry.name, entry.url or "")


def _text(entry: UrgentCall, sms: str) -> tuple[str, str]:
    """`Text 85258`, and the message with its word in it (RFC 5724)."""
    number = wording.phone_chunks(sms)
    address = wording.text_link(sms)
    return (f"Text {number}", f"{address}?&body={entry.send}") if entry.send else (f"Text {number}", address)


def _hours(entry: UrgentCall, hours: Sequence[Schedule]) -> str:
    if entry.always or wording.open_hours(hours) == wording.ALWAYS:
        return "day and night"
    return "; ".join(
        words for schedule in hours if not schedule.valid_to if (words := wording.schedule_words(schedule))
    )
