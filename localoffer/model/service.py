"""One service: every field of a listing, in the order editors write them; the first of them are in `model.described`.

Terms are Open Referral UK's (ORUK 3.0) where it has them. Rules that need two
fields, other files or the date are in `records.rules` and `catalogue`.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from localoffer.model.access import Access, Eligibility, WaitingTime
from localoffer.model.base import NameOf, says
from localoffer.model.choices import Audience, Delivery, Spaces
from localoffer.model.cost import Cost, cost_as_meant
from localoffer.model.described import Described
from localoffer.model.forms import (
    Day,
    Fact,
    Language,
    Months,
    PageId,
    ServiceId,
    Term,
    Words,
)
from localoffer.model.gaps import OrNotKnown, known
from localoffer.model.places import Contact, Location, Schedule
from localoffer.model.words import EasyRead, Image, LastChecked, Link, School, SignedVideo, Source, came_in

WHOLE_AREA, OUTSIDE, NATIONAL = "whole area", "outside the area", "national"


class Service(Described):
    """One listing: providers/<provider>/<service>.yml."""

    for_whom: list[Audience] = says(
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
    spaces: Spaces | None = says(
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
    cost: Annotated[Cost, BeforeValidator(cost_as_meant)] = says(
        "What it costs.", "{free: yes}", "costs", "price", "prices", "charges", "fees"
    )
    delivery: Annotated[list[Delivery], Field(min_length=1)] = says(
        "Where or how it happens: venue, home, school, online, phone, text, or [not known].",
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
    service_areas: Annotated[list[Term], Field(min_length=1), NameOf("areas")] = says(
        "Where people must live: areas, or whole area, outside the area, national, not known.",
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
    contacts: Annotated[list[Contact], Field(min_length=1), OrNotKnown([])] = says(
        "Whom to ask: two ways to get in touch, or more; or not known.",
        "[{role: Club leader, phone: 01632 960 114, email: club@marl-trust.example}]",
        "contact",
        "contact_details",
        "phones",
        "people",
    )
    languages: list[Language] = says("Languages staff speak.", "[Polish]", "language", "languages_spoken", default=[])
    bsl: Fact = says(
        "Do staff use British Sign Language?",
        "not known",
        "sign_language",
        "british_sign_language",
        default="not known",
    )
    bsl_video: SignedVideo | None = says(
        "A film in British Sign Language.", "{url: https://…, minutes: 3}", default=None
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
    last_checked: Annotated[LastChecked | None, OrNotKnown()] = says(
        "When somebody last asked whether this is all true, or not known.",
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
        "Old names of this service, the oldest first; their addresses lead here.",
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
        *("easyread", "easy-read", "easy"),
        default=None,
    )

    @property
    def has_delivery(self) -> bool:
        """True where the record says where or how it happens."""
        return bool(known(self.delivery))

    @property
    def has_area(self) -> bool:
        """True where the record says where people must live."""
        return bool(known(self.service_areas))

    @property
    def is_as_it_came(self) -> bool:
        """True while name, summary and description still are what came in from elsewhere: nobody here has written them."""
        return came_in(self.source, self.name, self.summary or "", self.description)
