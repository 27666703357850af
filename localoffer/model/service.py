"""One service: every field of a listing, in the order editors write them.

Terms are Open Referral UK's (ORUK 3.0) where it has them. Rules that need two
fields, other files or the date are in `records.rules` and `catalogue`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from localoffer.model.base import Part, Record, says
from localoffer.model.forms import (
    Age,
    Clock,
    Count,
    Day,
    Email,
    Fact,
    Id,
    Line,
    Lower,
    Markdown,
    Months,
    Name,
    PageId,
    Paragraph,
    Phone,
    PictureFile,
    Postcode,
    Pounds,
    ServiceId,
    Summary,
    Upper,
    WebAddress,
    Words,
    YesNo,
    refuse,
    whole_number,
)

Status = Literal["active", "temporarily closed", "closed", "planned"]
Route = Literal["self-referral", "drop-in", "appointment", "professional-referral", "assessment", "panel", "membership"]
Delivery = Literal["venue", "home", "school", "online", "phone", "text"]
Weekday = Literal["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
Audience = Literal["child", "young person", "parent or carer", "sibling", "professional"]
Spaces = Literal["open", "waiting list", "full", "not known"]
CheckedHow = Literal["phone", "email", "visit", "website"]
WHOLE_AREA, OUTSIDE, NATIONAL = "whole area", "outside the area", "national"


def _none_or_list(value: Any) -> Any:
    """`none` is an answer of its own: there are none."""
    return [] if isinstance(value, str) and value.strip().lower() == "none" else value


def _steps(value: Any) -> Any:
    """A step may be written as plain words."""
    if not isinstance(value, list):
        return value
    return [{"text": step} if isinstance(step, str) else step for step in value]


WAIT = r"(\d+)\s+(day|week|month)s?"


def _wait(value: Any) -> Any:
    """`none`, or a number and a unit."""
    if not isinstance(value, str):
        return value
    if value.strip().lower() == "none":
        return None
    return refuse(
        "wait-form",
        f"“{value.strip()[:60]}” is not a waiting time we can read",
        "write none, or two lines below it: number: 18 and unit: weeks.",
    )


class Alert(Part):
    """Something readers must know now."""

    text: Words = says(
        "What has changed, in one or two sentences.", "The pool is shut for repairs.", "message", "notice"
    )
    until: Day = says("The last day it is shown.", "2027-01-31", "end", "expires", "end_date", "valid_to")
    easy_read: Words | None = says("The same in one short easy-read sentence.", "The pool is closed now.", default=None)


class WithEhcPlan(Part):
    """What is different for people who have an EHC plan."""

    maximum_age: Age = says("The oldest age for people with an EHC plan.", "25", "max_age", "oldest")


class Eligibility(Part):
    """Who it is for. Never left to mean "all ages"."""

    minimum_age: Age | None = says(
        "The youngest age, in years.", "8", "min_age", "age_from", "from_age", "youngest", default=None
    )
    maximum_age: Age | None = says(
        "The oldest age, in years, up to 25.", "18", "max_age", "age_to", "to_age", "oldest", default=None
    )
    any_age: YesNo = says("yes if it is for every age from 0 to 25.", "yes", "all_ages", default=False)
    needs: Annotated[list[Annotated[Id, Lower]], Field(min_length=1)] = says(
        "Needs it is for, by their short names, or [all].", "[autism, anxiety]", "need", "conditions", "for_needs"
    )
    description: Paragraph | None = says(
        "Who it is for, in words.", "For children who find busy clubs hard.", "details", "text", default=None
    )
    criteria: Annotated[list[Words], BeforeValidator(_none_or_list)] | None = says(
        "What a person must have or be, one point a line; none if there is nothing.",
        "none",
        "conditions_of_entry",
        "requirements",
        "thresholds",
        default=None,
    )
    ehc_plan_needed: Fact = says(
        "Must the child have an EHC plan?",
        "no",
        "ehcp_needed",
        "ehcp",
        "plan_needed",
        "ehc_plan",
        "ehcp_required",
        default="not known",
    )
    diagnosis_needed: Fact = says(
        "Must the child have a diagnosis?", "no", "diagnosis", "diagnosis_required", default="not known"
    )
    with_ehc_plan: WithEhcPlan | None = says(
        "What is different with an EHC plan.", "{maximum_age: 25}", "with_ehcp", "with_plan", default=None
    )


class Step(Part):
    """One step of getting in."""

    title: Line | None = says("The step in a few words.", "Fill in the form", "name", default=None)
    text: Paragraph = says("What to do.", "Fill in the form on our website.", "description", "details")


class Decision(Part):
    """Who decides, how, how long it takes, and what if the answer is no."""

    who: Words = says(
        "Who decides, by role.", "A panel of the council, a school and a parent", "by", "decided_by", "panel"
    )
    how: Paragraph = says("How they decide.", "They read your form and the reports you send.", "process", "description")
    days: Annotated[int, whole_number(0, 400, "a number of working days")] = says(
        "Working days until you hear.", "20", "working_days", "time", "how_long", "within"
    )
    if_no: Paragraph = says(
        "What you can do if the answer is no.",
        "You can ask us to look again within 20 working days.",
        "if_refused",
        "if_not",
        "appeal",
        "no",
    )


class Access(Part):
    """How people get it."""

    route: Annotated[list[Annotated[Route, Lower]], Field(min_length=1)] = says(
        "The ways in.", "[self-referral]", "routes", "referral", "how_to_access", "referral_route", "access_route"
    )
    steps: Annotated[list[Step], BeforeValidator(_steps)] = says(
        "What to do, in order.", "[Phone us., We will meet you.]", "how", "process", "what_to_do", default=[]
    )
    who_can_refer: Paragraph | None = says(
        "Who can send a child, in words.", "A GP or a SENCO", "referrers", "referred_by", "who_refers", default=None
    )
    form_url: WebAddress | None = says(
        "The web address of the form.",
        "https://www.marl-trust.example/join",
        "form",
        "form_link",
        "application_form",
        "referral_form",
        default=None,
    )
    decision: Decision | None = says(
        "Who decides and what if they say no. Must be there for assessment and panel.",
        "{who: …, how: …, days: 20, if_no: …}",
        "decisions",
        "outcome",
        default=None,
    )
    bring: list[Words] = says(
        "What to bring.", "[Your child's EHC plan]", "what_to_bring", "bring_with_you", default=[]
    )
    can_stay: Fact = says("Can a parent stay?", "yes", "parents_can_stay", "parent_can_stay", default="not known")


class Wait(Part):
    """A length of time."""

    number: Count = says("How many.", "18", "amount", "length", "value")
    unit: Annotated[Literal["days", "weeks", "months"], Lower] = says(
        "days, weeks or months.", "weeks", "units", "period"
    )


class WaitingTime(Part):
    """How long people wait, as measured on a day."""

    typical: Annotated[Wait | None, BeforeValidator(_wait)] = says(
        "How long most people wait; none if there is no wait.",
        "{number: 18, unit: weeks}",
        "usual",
        "average",
        "wait",
        "length",
    )
    as_at: Day = says("The day this was true.", "2026-10-31", "as_of", "date", "measured", "at")
    source: Words | None = says(
        "Where the figure is from.", "Marl Community NHS waiting list report", "from", default=None
    )


class CostOption(Part):
    """One price."""

    option: Words = says("What the price is for.", "One session", "name", "title", "label")
    amount: Pounds = says("Pounds, without the £.", "3.50", "price", "cost", "fee")
    amount_description: Words | None = says(
        "More about the price, in words.", "for each child", "description", "details", "per", default=None
    )
    valid_from: Day | None = says("First day of this price.", "2026-09-01", "from", "start", default=None)
    valid_to: Day | None = says("Last day of this price.", "2027-08-31", "to", "until", "end", default=None)


class Cost(Part):
    """What it costs families."""

    free: Fact = says("Is it free?", "no", "is_free", "free_of_charge")
    cost_options: list[CostOption] = says(
        "The prices.",
        "[{option: One session, amount: 3.50}]",
        "options",
        "prices",
        "price",
        "costs",
        "fees",
        "amount",
        default=[],
    )
    personal_budget: Fact = says(
        "Can a personal budget or direct payment pay for it?",
        "yes",
        "direct_payments",
        "direct_payment",
        "personal_budgets",
        default="not known",
    )


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
    accessibility: dict[Id, Fact] = says(
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


class Schedule(Part):
    """When it happens, or when somebody answers."""

    byday: list[Annotated[Weekday, Upper]] = says(
        "Days of the week: MO TU WE TH FR SA SU.", "[SA]", "days", "day", "weekday", "weekdays", default=[]
    )
    opens_at: Clock | None = says(
        "When it starts.", "09:30", "start", "starts", "from", "open", "opens", "start_time", "starts_at", default=None
    )
    closes_at: Clock | None = says(
        "When it ends.", "12:00", "end", "ends", "to", "close", "closes", "end_time", "ends_at", default=None
    )
    term_time_only: YesNo = says(
        "yes if it stops in school holidays.", "yes", "term_time", "termtime", "term_only", default=False
    )
    holidays_only: YesNo = says(
        "yes if it is only in school holidays.", "no", "holidays", "school_holidays", "holiday_only", default=False
    )
    every: Annotated[Literal["week", "month"], Lower] = says(
        "week or month.", "week", "frequency", "freq", "repeats", default="week"
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


class Link(Part):
    """A link to somewhere else. Its words say where it goes."""

    text: Line = says(
        "Where the link goes, in words that make sense alone.",
        "Join the swim club (form)",
        "title",
        "name",
        "label",
        "description",
    )
    url: WebAddress = says(
        "The web address.", "https://www.marl-swim-club.example/join", "link", "href", "address", "website", "web"
    )


class Image(Part):
    """A picture, with words for people who cannot see it, or declared to be decoration."""

    file: PictureFile = says(
        "The file's name, from the provider's folder.",
        "images/hall.jpg",
        "src",
        "image",
        "path",
        "filename",
        "name",
        "url",
        "picture",
    )
    alt: str | None = says(
        "What the picture shows, for people who cannot see it.",
        "Children on mats in a bright hall",
        "alt_text",
        "alternative_text",
        "description",
        "alttext",
        default=None,
    )
    decorative: YesNo = says("yes if the picture adds nothing to the words.", "yes", "decoration", default=False)
    contains_text: Paragraph | None = says(
        "The words in the picture, if it has any.", "Open day, 4 May", "text_in_image", "text", default=None
    )
    credit: Line | None = says("Who made it.", "Marl Trust", "photographer", "author", "copyright", default=None)
    licence: Line | None = says(
        "On what terms it may be shown.", "With permission of the people shown", "license", "rights", default=None
    )
    caption: Words | None = says("Words shown under the picture.", "The hall on a Saturday", "title", default=None)


class LastChecked(Part):
    """The last time somebody asked whether all this is true (ORUK assured_date)."""

    date: Day = says("The day of the check. Not the day of the last edit.", "2026-10-12", "on", "when", "checked")
    by: Line = says("Who checked, by role.", "Local Offer officer", "who", "role", "checked_by")
    how: Annotated[CheckedHow, Lower] = says("phone, email, visit or website.", "phone", "method", "by_means")


class Source(Part):
    """Where an imported listing comes from."""

    system: Line = says("The system it came from.", "Open Referral UK feed of Marlbrook", "name", "from")
    id: Line = says("Its number there.", "8f2c", "identifier", "reference", "ref")
    url: WebAddress | None = says("Its address there.", "https://feed.example/services/8f2c", "link", default=None)
    licence: Line | None = says("The terms of use.", "Open Government Licence 3.0", "license", default=None)


class EasyPoint(Part):
    """One idea of the easy-read text: a sentence or two and a picture."""

    text: Words = says(
        "One idea in short sentences.", "You can swim with other children.", "words", "sentence", "point"
    )
    picture: Annotated[Line, Lower] = says("The picture's short name, or none.", "swim", "image", "icon", "photo")
    alt: str | None = says(
        "Only if the picture says more than the words.", "A child in a pool", "alt_text", default=None
    )
    why: Words | None = says(
        "For picture: none, why there is none.", "No picture shows this idea.", "reason", default=None
    )


class EasyRead(Part):
    """The editors' own easy-read text; the facts are added from the record."""

    points: Annotated[list[EasyPoint], Field(min_length=1)] = says(
        "The ideas, in order.", "[{text: …, picture: swim}]", "text", "ideas", "sentences", "point"
    )
    written_from: Line | None = says(
        "Filled in by `build.py easy-read --accept`.", "0f3a5c7b9d11", "hash", default=None
    )
    checked_by: Line | None = says(
        "Which people with a learning disability have checked it.",
        "Marlbrook Speak Up group",
        "tested_by",
        "reviewed_by",
        default=None,
    )


class School(Part):
    """More about a school or other setting."""

    senco: Words | None = says(
        "How to reach the SENCO, by role.", "Ask the office for the SENCO", "senco_name", "sendco", default=None
    )
    sen_report_url: WebAddress | None = says(
        "The SEN information report.",
        "https://www.school.example/sen",
        "sen_information_report",
        "sen_report",
        "report_url",
        default=None,
    )
    resource_base: Words | None = says(
        "The special unit or base, if there is one.",
        "A base for 12 autistic pupils",
        "resourced_provision",
        "unit",
        "base",
        default=None,
    )
    admissions_url: WebAddress | None = says(
        "How to apply for a place.", "https://www.school.example/join", "admissions", "apply", default=None
    )
    urn: Annotated[int, whole_number(100_000, 999_999, "the school's six-digit number")] | None = says(
        "The school's number in the national register.", "123456", "number", default=None
    )


class Service(Record):
    """One listing: providers/<provider>/<service>.yml."""

    name: Name = says("What it is called. Unique in the offer.", "Saturday club", "title", "service_name", "service")
    also_known_as: list[Line] = says(
        "Other names, old names and misspellings people search for.",
        "[Sat club]",
        "aka",
        "alternate_name",
        "alternative_names",
        "other_names",
        "synonyms",
        default=[],
    )
    summary: Summary = says(
        "What it is, in one or two sentences of 200 characters at most.",
        "A calm Saturday club with games, art and a quiet room.",
        "short_description",
        "intro",
        "overview",
    )
    description: Markdown = says(
        "All about it, in Markdown: paragraphs, lists, ### headings, links. No HTML, no pictures.",
        "Come and play.",
        "details",
        "body",
        "text",
        "content",
        "about",
        "long_description",
    )
    status: Annotated[Status, Lower] = says("active, temporarily closed, closed or planned.", "active", "state")
    alert: Alert | None = says(
        "Something readers must know now, and until when.",
        "{text: …, until: 2027-01-31}",
        "notice",
        "warning",
        "alerts",
        default=None,
    )
    topics: Annotated[list[Annotated[Id, Lower]], Field(min_length=1)] = says(
        "What it is about, by the short names in content/_data/topics.yml.",
        "[short-breaks, leisure]",
        "topic",
        "categories",
        "category",
        "tags",
        "taxonomy",
    )
    for_whom: list[Annotated[Audience, Lower]] = says(
        "Whom it helps: child, young person, parent or carer, sibling, professional.",
        "[child, young person]",
        "audience",
        "who_for",
        "who_is_it_for",
        "for",
        default=[],
    )
    only_for: Words | None = says(
        "If only some may come (girls, a faith, a language), in words.",
        "Girls only",
        "restricted_to",
        "only",
        default=None,
    )
    eligibility: Eligibility = says(
        "Who it is for.",
        "{minimum_age: 8, maximum_age: 18, needs: [all]}",
        "who",
        "eligible",
        "ages",
        "age",
        "eligability",
    )
    access: Access = says(
        "How people get it.", "{route: [self-referral]}", "how_to_get_it", "referral", "referrals", "how_to_access"
    )
    spaces: Annotated[Spaces, Lower] | None = says(
        "open, waiting list, full or not known.", "open", "availability", "vacancies", default=None
    )
    waiting_time: WaitingTime | None = says(
        "How long people wait, when that was true, and who says so.",
        "{typical: {number: 18, unit: weeks}, as_at: 2026-10-31}",
        "waiting",
        "wait",
        "waiting_times",
        "wait_time",
        default=None,
    )
    while_you_wait: list[PageId] = says(
        "What helps meanwhile: services or pages of this offer.",
        "[guides/waiting-for-an-assessment]",
        "meanwhile",
        "while_waiting",
        "whilst_you_wait",
        default=[],
    )
    cost: Cost = says("What it costs.", "{free: yes}", "costs", "price", "prices", "charges", "fees")
    delivery: Annotated[list[Annotated[Delivery, Lower]], Field(min_length=1)] = says(
        "Where or how it happens: venue, home, school, online, phone, text.",
        "[venue]",
        "delivered",
        "how_delivered",
        "delivery_method",
        "mode",
    )
    locations: list[Location] = says(
        "The places. Must be there for venue.",
        "[{name: Easton Community Hall, city: Marlbrook, postal_code: MB2 4DT}]",
        "location",
        "places",
        "venues",
        "address",
        "addresses",
        "where",
        default=[],
    )
    service_areas: Annotated[list[Annotated[Line, Lower]], Field(min_length=1)] = says(
        "Where people must live: areas, or whole area, outside the area, national.",
        "[whole area]",
        "service_area",
        "areas",
        "area",
        "coverage",
        "areas_served",
    )
    schedules: list[Schedule] = says(
        "When it happens.",
        "[{byday: [SA], opens_at: 09:30, closes_at: 12:00}]",
        "schedule",
        "times",
        "opening_times",
        "opening_hours",
        "when",
        "sessions",
        default=[],
    )
    contacts: Annotated[list[Contact], Field(min_length=1)] = says(
        "Whom to ask: at least two ways to get in touch.",
        "[{role: Club leader, phone: 01632 960 114, email: club@marl-trust.example}]",
        "contact",
        "contact_details",
        "phones",
        "people",
    )
    languages: list[Line] = says("Languages staff speak.", "[Polish]", "language", "languages_spoken", default=[])
    bsl: Fact = says(
        "Do staff use British Sign Language?",
        "not known",
        "sign_language",
        "british_sign_language",
        default="not known",
    )
    interpreter: Fact = says("Can you have an interpreter?", "yes", "interpreters", "interpreting", default="not known")
    links: list[Link] = says(
        "Pages elsewhere that help.",
        "[{text: Join the club (form), url: https://…}]",
        "link",
        "urls",
        "websites",
        "website",
        "url",
        default=[],
    )
    images: list[Image] = says(
        "Pictures.",
        "[{file: images/hall.jpg, alt: Children on mats}]",
        "image",
        "pictures",
        "photos",
        "photo",
        "picture",
        default=[],
    )
    school: School | None = says("More about a school or setting.", "{urn: 123456}", "setting", default=None)
    last_checked: LastChecked = says(
        "When somebody last asked whether this is all true.",
        "{date: 2026-10-12, by: Local Offer officer, how: phone}",
        "checked",
        "last_review",
        "reviewed",
        "assured_date",
        "last_updated",
        "updated",
    )
    review_every: Months | None = says(
        "Months until the next check, 1 to 12.", "6", "review", "review_months", "check_every", default=None
    )
    added: Day | None = says(
        "The day it was first listed; shown under what is new.",
        "2026-11-01",
        "created",
        "date_added",
        "new",
        default=None,
    )
    source: Source | None = says(
        "For imported listings: where from.", "{system: ORUK feed, id: 8f2c}", "imported_from", default=None
    )
    moved_from: list[ServiceId] = says(
        "Old names of this service; their addresses lead here.",
        "[marl-trust/sat-club]",
        "previously",
        "old_path",
        "renamed_from",
        "redirect_from",
        default=[],
    )
    easy_read: EasyRead | None = says(
        "Your own easy-read text.",
        "{points: [{text: You can swim., picture: swim}]}",
        "easyread",
        "easy-read",
        "easy",
        default=None,
    )

    @property
    def provider_id(self) -> str:
        """The provider's folder."""
        return self.path.split("/")[-2] if "/" in self.path else ""

    @property
    def slug(self) -> str:
        """The file's name without .yml."""
        return self.path.rpartition("/")[2].removesuffix(".yml")

    @property
    def id(self) -> str:
        """provider/service: the path is the identity."""
        return f"{self.provider_id}/{self.slug}"
