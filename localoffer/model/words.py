"""What a listing adds to its description: alerts, links, pictures, easy read, and where it comes from."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from localoffer.cache.digests import text_hash
from localoffer.model.base import NameOf, Part, says
from localoffer.model.choices import CheckedHow
from localoffer.model.forms import (
    Day,
    Line,
    Paragraph,
    PictureFile,
    Reference,
    Term,
    WebAddress,
    Words,
    YesNo,
    whole_number,
)


class Alert(Part):
    """Something readers must know now."""

    text: Words = says(
        "What has changed, in one or two sentences.", "The pool is shut for repairs.", "message", "notice"
    )
    until: Day = says("The last day it is shown.", "2027-01-31", "end", "expires", "end_date", "valid_to")
    easy_read: Words | None = says("The same in one short easy-read sentence.", "The pool is closed now.", default=None)


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


class SignedVideo(Part):
    """A film in British Sign Language that says what the page says."""

    url: WebAddress = says(
        "Its web address.", "https://www.marl-swim-club.example/bsl", "link", "href", "address", "video"
    )
    minutes: Annotated[int, whole_number(1, 120, "how many minutes it takes")] = says(
        "How long it is, in whole minutes.", "3", "length", "duration"
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
    by: Line = says("Who checked, by role; or not known.", "Local Offer officer", "who", "role", "checked_by")
    how: CheckedHow = says("phone, email, visit, website or not known.", "phone", "method", "by_means")


class Source(Part):
    """Where an imported listing comes from."""

    system: Line = says("The system it came from.", "Open Referral UK feed of Marlbrook", "name", "from")
    id: Reference = says("Its number there.", "8f2c", "identifier", "reference", "ref")
    url: WebAddress | None = says("Its address there.", "https://feed.example/services/8f2c", "link", default=None)
    licence: Line | None = says("The terms of use.", "Open Government Licence 3.0", "license", default=None)
    digest: Line | None = says(
        "Stands for the name, summary and description as they came. Never change it.", "0f3a5c7b9d11", default=None
    )


def came_in_digest(name: str, summary: str, description: str) -> str:
    """What stands in source.digest for the words of a record that came in."""
    return text_hash(name, summary, description)


def came_in(source: Source | None, name: str, summary: str, description: str) -> bool:
    """True while these words still are what came in from that source."""
    digest = source.digest if source else None
    return bool(digest) and digest == came_in_digest(name, summary, description)


class EasyPoint(Part):
    """One idea of the easy-read text: a sentence or two and a picture."""

    text: Words = says(
        "One idea in short sentences.", "You can swim with other children.", "words", "sentence", "point"
    )
    picture: Annotated[Term, NameOf("pictures")] = says(
        "The picture's short name, or none.", "swim", "image", "icon", "photo"
    )
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
        "Stands for the text it was written from. When that changes, check gives the new one.",
        "0f3a5c7b9d11",
        "hash",
        default=None,
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
