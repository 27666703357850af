"""Where and when a service happens, and whom to ask."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, WithJsonSchema

from localoffer.findings import MAYBE
from localoffer.model import rules
from localoffer.model.base import NameOf, Part, says
from localoffer.model.choices import Every
from localoffer.model.form import short
from localoffer.model.forms import (
    Clock,
    Closing,
    Day,
    Email,
    Extension,
    Fact,
    Line,
    Paragraph,
    Phone,
    Postcode,
    Term,
    WebAddress,
    Words,
    YesNo,
    whole_number,
)
from localoffer.model.near import misspelt
from localoffer.model.rules import refuse
from localoffer.model.taken import standard_days
from localoffer.model.taken.when import CODES, DAYS_FORM, GROUPS_FORM, WEEKDAYS

Weekday = Literal["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
_CODES = ", ".join(f"{code} ({day})" for code, day in zip(CODES, WEEKDAYS, strict=True))


def _days(value: Any) -> Any:
    """Days in words, as codes: `Monday to Friday`, `[Sat, Sun]`, `weekdays`."""
    entries = [value] if isinstance(value, str) else value
    if not isinstance(entries, list):
        return value
    found: list[Any] = []
    for entry in entries:
        days = standard_days(entry) if isinstance(entry, str) else [entry]
        if days is None:
            _refuse_day(entry)
        found += days or []
    return found


def _refuse_day(entry: str) -> None:
    """Say which days there are."""
    near = misspelt(entry.removesuffix("s"), WEEKDAYS)
    message = f"“{short(entry)}” is not a day of the week"
    if near:
        code = CODES[WEEKDAYS.index(near)]
        refuse(rules.NOT_A_CHOICE, f"{message}. Did you mean {near}?", f"write {code}.", code, MAYBE)
    refuse(rules.NOT_A_CHOICE, message, f"write {_CODES}; or Monday to Friday, weekends, every day.")


_DAY_SHOWN: dict[str, Any] = {
    "anyOf": [
        {"enum": list(CODES), "enumDescriptions": list(WEEKDAYS)},
        {"type": "string", "anyOf": [{"pattern": DAYS_FORM}, {"pattern": GROUPS_FORM}]},
    ]
}
Days = Annotated[list[Weekday], BeforeValidator(_days), WithJsonSchema({"type": "array", "items": _DAY_SHOWN})]


def _features(value: Any) -> Any:
    """A list of what the place has: each is a yes."""
    if isinstance(value, str) and value.strip():
        value = [part.strip() for part in value.split(",")]
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return dict.fromkeys(value, "yes")
    return value


class Location(Part):
    """One place."""

    name: Line = says("What the place is called.", "Easton Community Hall", "title", "venue", "place")
    address_1: Line | None = says(
        "Number and street.", "12 Mill Lane", "address", "street", "address_line_1", "line_1", "address1", default=None
    )
    address_2: Line | None = says(
        "The rest of the street address.", "Easton", "address_line_2", "line_2", "address2", default=None
    )
    city: Line = says("Town or city.", "Marlbrook", "town", "village", "place_name", "locality")
    postal_code: Postcode | None = says(
        "The postcode.", "MB2 4DT", "postcode", "post_code", "zip", "zip_code", default=None
    )
    sensitive: YesNo = says(
        "yes for a place that must stay private, such as a refuge: only the town is shown.",
        "yes",
        "private",
        "confidential",
        "secret",
        "hidden",
        default=False,
    )
    accessibility: Annotated[dict[Term, Fact], BeforeValidator(_features), NameOf("features")] = says(
        "What the place has, each yes, no or not known.",
        "{step-free-entrance: yes, hearing-loop: not known}",
        "access",
        "features",
        "facilities",
        default={},
    )
    travel: Paragraph | None = says(
        "How to get there, without a car too.",
        "Bus 7 stops outside.",
        "transport",
        "getting_there",
        "directions",
        "parking",
        default=None,
    )
    easy_read: Words | None = says(
        "How to get there in short easy-read sentences, where a sentence has more than 15 words.",
        "Bus 7 stops there.",
        default=None,
    )


class Schedule(Part):
    """When it happens, or when somebody answers."""

    byday: Days = says(
        "Days of the week: MO TU WE TH FR SA SU.", "[SA]", "days", "day", "weekday", "weekdays", default=[]
    )
    opens_at: Clock | None = says(
        "When it starts.", "09:30", "start", "starts", "from", "open", "opens", "start_time", "starts_at", default=None
    )
    closes_at: Closing | None = says(
        "When it ends. Earlier than opens_at is the next day: 21:00 to 02:00.",
        "12:00",
        "end",
        "ends",
        "to",
        "close",
        "closes",
        "end_time",
        "ends_at",
        default=None,
    )
    term_time_only: YesNo = says(
        "yes if it stops in school holidays.", "yes", "term_time", "termtime", "term_only", default=False
    )
    holidays_only: YesNo = says(
        "yes if it is only in school holidays.", "no", "holidays", "school_holidays", "holiday_only", default=False
    )
    not_bank_holidays: YesNo = says(
        "yes if it is not on bank holidays.",
        "yes",
        "closed_bank_holidays",
        "closed_on_bank_holidays",
        "no_bank_holidays",
        "bank_holidays",
        default=False,
    )
    every: Every = says(
        "week, fortnight (every 2 weeks, counted from valid_from) or month.",
        "week",
        "frequency",
        "freq",
        "repeats",
        "interval",
        default="week",
    )
    week_of_month: Annotated[int, whole_number(1, 5, "the week of the month")] | None = says(
        "For every: month, which week: 1 to 4, or 5 for the last.", "1", "week", default=None
    )
    dates: list[Day] = says("Single days.", "[2027-04-05, 2027-04-06]", "date", "on", default=[])
    valid_from: Day | None = says(
        "First day of these times.", "2026-09-05", "from_date", "start_date", "starting", default=None
    )
    valid_to: Day | None = says(
        "Last day of these times.", "2027-07-17", "to_date", "end_date", "until", "ending", default=None
    )
    location: Line | None = says(
        "Which of the places above, by its name.", "Easton Community Hall", "place", "venue", "where", default=None
    )
    description: Words | None = says(
        "More about the times, in words.", "The doors open at 9:20.", "notes", "note", "text", "details", default=None
    )

    easy_read: Words | None = says(
        "What is said of the times in short easy-read sentences, where a sentence has more than 15 words.",
        "The doors open at 9:20.",
        default=None,
    )


class Contact(Part):
    """One way, or several, to reach one person or team."""

    role: Line | None = says(
        "What they do.", "Club leader", "title", "job", "job_title", "position", "team", default=None
    )
    name: Line | None = says(
        "The person's or team's name. A person must have agreed.", "Dana Reed", "person", "contact_name", default=None
    )
    phone: Phone | None = says(
        "A phone number.", "01632 960 114", "telephone", "tel", "phone_number", "mobile", "call", default=None
    )
    extension: Extension | None = says(
        "What to ask for, or to press, when the phone is answered: digits, or option and a number.",
        "option 2",
        "ext",
        "phone_extension",
        "menu",
        "option",
        default=None,
    )
    text_relay: Phone | None = says(
        "The number for Relay UK, for people who cannot hear or speak on the phone.",
        "18001 01632 960 114",
        "textphone",
        "minicom",
        "relay",
        "relay_uk",
        "typetalk",
        default=None,
    )
    sms: Phone | None = says(
        "A number for text messages.", "07700 900 114", "text", "text_message", "texts", "whatsapp", default=None
    )
    email: Email | None = says(
        "An e-mail address.", "club@marl-trust.example", "e-mail", "mail", "e_mail", "email_address", default=None
    )
    url: WebAddress | None = says(
        "A web page with a form or chat.",
        "https://www.marl-trust.example/contact",
        "website",
        "web",
        "link",
        "form",
        "web_address",
        "webpage",
        default=None,
    )
    hours: list[Schedule] = says(
        "When somebody answers.",
        "[{byday: [MO, TU], opens_at: 09:00, closes_at: 17:00}]",
        "opening_hours",
        "times",
        "opening_times",
        "when",
        default=[],
    )
    consent_to_publish: YesNo = says(
        "yes if the named person agreed to be shown here.", "yes", "consent", "permission", "agreed", default=False
    )

    @property
    def ways(self) -> set[str]:
        """The ways this contact can be reached; text relay is the phone once more."""
        given = {"phone": self.phone or self.text_relay, "text": self.sms, "email": self.email, "web": self.url}
        return {way for way, value in given.items() if value}
