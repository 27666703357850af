"""What is true of one place and is named in many texts: content/_data/local.yml, each fact once.

The place, the council and the help line stand in mkdocs.yml, `extra:`, where the header and the footer read them too.
"""

from __future__ import annotations

from typing import Annotated

from localoffer.model.base import NameOf, Part, Record, says
from localoffer.model.forms import Day, Email, Id, Line, PageId, Phone, ServiceId, WebAddress, Words, YesNo
from localoffer.model.look import PageOrAddress
from localoffer.model.places import Schedule
from localoffer.model.words import SignedVideo


class Role(Record):
    """Somebody whom texts send people to, in any area: roles.yml."""

    id: Id = says("Short name; never change it.", "sendiass")
    name: Line = says("What stands in the text where nobody is named.", "the SENDIASS service", "title")
    does: Words = says("What they do, for the person who fills it in.", "Free advice about SEND.", "summary")
    essential: YesNo = says("yes where every area has one, by law or for safety.", "yes", default=False)


class LocalRole(Part):
    """Who has a role here: a service of the offer, or a contact."""

    role: Annotated[Id, NameOf("roles")] = says("The short name of a role.", "sendiass", "id")
    name: Line | None = says("Their name in texts, if not the service's.", "Marlbrook SENDIASS", default=None)
    service: ServiceId | None = says("The service that it is.", "marlbrook-sendiass/advice", "listing", default=None)
    phone: Phone | None = says("A phone number, where it is no service.", "01632 960 150", "telephone", default=None)
    sms: Phone | None = says("A number for text messages.", "07700 900 321", "text", "mobile", default=None)
    hours: list[Schedule] = says(
        "When somebody answers that phone.",
        "[{byday: Monday to Friday, opens_at: 9am, closes_at: 5pm}]",
        "opening_hours",
        "times",
        default=[],
    )
    email: Email | None = says("An e-mail address.", "team@marlbrook.example.org", "mail", default=None)
    url: WebAddress | None = says("A web address.", "https://www.marlbrook.example.org/team", "website", default=None)


class Document(Record):
    """A paper that a council publishes for families, in any area: documents.yml."""

    id: Id = says("Short name; never change it.", "short-breaks-statement")
    name: Line = says("What it is called in a sentence.", "the short breaks statement", "title")
    holds: Words = says("What stands in it.", "The short breaks there are, and who can get them.", "summary")
    law: Words = says("What asks for it.", "Breaks for Carers of Disabled Children Regulations 2011", "ref")
    source: Words | None = says("Where that was read.", "legislation.gov.uk", default=None)
    must: YesNo = says("yes where a law, not only guidance, says that it is published.", "yes", default=False)
    duties: list[Id] = says("Duties of the Local Offer that it belongs to.", "[s2-social-care]", "duty", default=[])


class LocalDocument(Part):
    """Where a paper of this council stands."""

    document: Annotated[Id, NameOf("documents")] = says("The short name of a document.", "short-breaks-statement", "id")
    url: PageOrAddress = says(
        "Its web address, or a page of this offer from the first slash on.",
        "https://www.marlbrook.example.org/short-breaks-statement",
        "link",
        "page",
    )
    text: Line | None = says(
        "What it is called here, as in a sentence.", "Marlbrook's short breaks statement", "name", "title", default=None
    )
    date: Day | None = says("The day it was published or last changed.", "2026-05-29", "published", default=None)


class Promises(Part):
    """What this council does for everybody who asks; texts and pages say only what stands here with yes."""

    interpreter: YesNo = says("An interpreter, free, for a call or a meeting.", "yes", default=False)
    bsl: YesNo = says("A BSL interpreter or video call.", "yes", default=False)
    post: YesNo = says("Paper copies by post, free.", "yes", "paper", default=False)
    translation: YesNo = says("Pages in another language, on paper or by e-mail.", "yes", "translations", default=False)
    home_visit: YesNo = says("A visit at home.", "no", default=False)


class PageCheckedHere(Part):
    """A national page that somebody here has read and found right for this area."""

    page: PageId = says("The page.", "guides/travel", "guide")
    date: Day = says("The day of the check.", "2026-10-12", "on", "when")
    by: Line = says("Who checked, by role.", "School travel manager", "who")


class PageSigned(SignedVideo):
    """A film in British Sign Language of a national page."""

    page: PageId = says("The page.", "guides/travel", "guide")


class LanguageCheckedHere(Part):
    """A welcome in another language that somebody who speaks it has read and found right."""

    language: Id = says("The short code of the language.", "pl", "id", "code")
    date: Day = says("The day of the check.", "2026-10-12", "on", "when")
    by: Line = says("Who checked: a person who speaks it.", "a Polish interpreter", "who")


class PageMoved(Part):
    """An old address of a page, printed or linked somewhere, that leads to where the page is now."""

    page: PageId = says("The page as it is called now.", "guides/schools-outside-the-area", "to", "guide")
    old: PageId = says("What it was called before.", "guides/schools-outside-marlbrook", "from", "was", "moved_from")


class SchoolTerm(Part):
    """Days on which most schools here are open, one after the other: half a term."""

    first: Day = says("The first day of school.", "2026-09-03", "from", "start", "starts", "begins")
    last: Day = says("The last day of school before a holiday.", "2026-10-23", "to", "end", "until", "ends")


class LocalFacts(Record):
    """content/_data/local.yml."""

    roles: list[LocalRole] = says(
        "Who has which role.", "[{role: sendiass, service: marlbrook-sendiass/advice}]", "role", default=[]
    )
    documents: list[LocalDocument] = says(
        "Papers that the law asks a council to publish, and where each stands.",
        "[{document: short-breaks-statement, url: https://www.…}]",
        "document",
        default=[],
    )
    promises: Promises = says("What is done for everybody who asks.", "{interpreter: yes}", default=Promises())
    checked: list[PageCheckedHere] = says(
        "National pages that were read here.", "[{page: guides/travel, date: 2026-10-12, by: …}]", default=[]
    )
    bsl_videos: list[PageSigned] = says(
        "Films in British Sign Language that say what a national page says.",
        "[{page: guides/travel, url: https://…, minutes: 4}]",
        "bsl_video",
        "signed_videos",
        default=[],
    )
    languages: list[Id] = says(
        "The languages of languages.yml that people here read, in your order; all of them where this is left out.",
        "[pl, ro, ur]",
        "language",
        default=[],
    )
    languages_checked: list[LanguageCheckedHere] = says(
        "Welcomes in other languages that a person who speaks them has checked.",
        "[{language: pl, date: 2026-10-12, by: …}]",
        default=[],
    )
    moved: list[PageMoved] = says(
        "Old addresses of pages here, which lead to where the page is now.",
        "[{page: guides/travel, old: guides/school-transport}]",
        "moved_from",
        "redirects",
        default=[],
    )
    school_terms: list[SchoolTerm] = says(
        "When schools here are open, each half term; without them nobody can say what is on in the holidays.",
        "[{first: 2026-09-03, last: 2026-10-23}]",
        "terms",
        "term_dates",
        default=[],
    )
