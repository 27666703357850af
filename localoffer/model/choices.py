"""Every choice of words: what each word means, and other plain ways to write it. Messages and editors' tools show the meanings."""

from __future__ import annotations

from typing import Annotated, Literal

from localoffer.model.choice import Choice

UNKNOWN_TOO = {"unknown": "not known", "not sure": "not known"}
STATUSES = Choice(
    {
        "active": "it is running",
        "temporarily closed": "it will open again",
        "closed": "it has ended; the page stays for those who look for it",
        "planned": "it has not begun",
    }
)
Status = Annotated[Literal["active", "temporarily closed", "closed", "planned"], STATUSES]
DELIVERIES = Choice(
    {
        "venue": "people go to a place",
        "home": "somebody comes to the family's home",
        "school": "at the child's school or nursery",
        "online": "by video or on a website",
        "phone": "by phone call",
        "text": "by text message",
        "not known": "nobody has said yet",
    },
    {
        **UNKNOWN_TOO,
        "telephone": "phone",
        "by phone": "phone",
        "by telephone": "phone",
        "text message": "text",
        "by text": "text",
        "at home": "home",
        "at school": "school",
    },
)
Delivery = Annotated[Literal["venue", "home", "school", "online", "phone", "text", "not known"], DELIVERIES]
AUDIENCES = Choice(
    {
        "child": "children themselves",
        "young person": "young people themselves",
        "parent or carer": "parents and carers",
        "sibling": "brothers and sisters",
        "professional": "people who work with children",
    },
    {
        "children": "child",
        "young people": "young person",
        "young persons": "young person",
        "parents and carers": "parent or carer",
        "parents or carers": "parent or carer",
        "parents/carers": "parent or carer",
        "parent/carer": "parent or carer",
        "siblings": "sibling",
        "brothers and sisters": "sibling",
        "professionals": "professional",
    },
)
Audience = Annotated[Literal["child", "young person", "parent or carer", "sibling", "professional"], AUDIENCES]
SPACES = Choice(
    {
        "open": "there are places now",
        "waiting list": "people wait for a place",
        "full": "no places and no waiting list",
        "not known": "nobody has asked",
    },
    UNKNOWN_TOO,
)
Spaces = Annotated[Literal["open", "waiting list", "full", "not known"], SPACES]
ROUTES = Choice(
    {
        "self-referral": "families ask for themselves",
        "drop-in": "just turn up",
        "appointment": "book a time first",
        "professional-referral": "somebody such as a GP or a school asks for the child",
        "assessment": "the child's needs are looked at first",
        "panel": "a group of people decides",
        "membership": "join first",
        "not known": "nobody has said yet",
    },
    UNKNOWN_TOO,
)
Route = Annotated[
    Literal[
        "self-referral",
        "drop-in",
        "appointment",
        "professional-referral",
        "assessment",
        "panel",
        "membership",
        "not known",
    ],
    ROUTES,
]
UNITS = Choice(
    {"days": "", "weeks": "", "months": ""},
    {"day": "days", "week": "weeks", "month": "months", "wk": "weeks", "wks": "weeks"},
)
EVERY = Choice(
    {"week": "each week", "fortnight": "every second week, counted from valid_from", "month": "once a month"},
    {
        "weekly": "week",
        "every week": "week",
        "fortnightly": "fortnight",
        "every fortnight": "fortnight",
        "every second week": "fortnight",
        "every 2 weeks": "fortnight",
        "every two weeks": "fortnight",
        "every other week": "fortnight",
        "monthly": "month",
        "every month": "month",
    },
)
CHECKED_HOW = Choice(
    {
        "phone": "somebody phoned them",
        "email": "they answered an e-mail",
        "visit": "somebody went there",
        "website": "somebody read their website",
        "not known": "nobody has written it down",
    },
    {
        **UNKNOWN_TOO,
        "telephone": "phone",
        "by phone": "phone",
        "phone call": "phone",
        "e-mail": "email",
        "by email": "email",
        "by e-mail": "email",
        "web": "website",
        "web site": "website",
        "site visit": "visit",
    },
)
CheckedHow = Annotated[Literal["phone", "email", "visit", "website", "not known"], CHECKED_HOW]
KINDS = Choice(
    {
        "council": "the council or a part of it",
        "nhs": "a health service",
        "school": "a school",
        "college": "a college",
        "early-years": "a nursery, playgroup or childminder",
        "charity": "a charity of this area",
        "community-group": "a group that people run themselves",
        "private": "a company or a person who works for pay",
        "national": "it works in the whole country",
        "not known": "nobody has said yet",
    },
    {**UNKNOWN_TOO, "early years": "early-years", "local authority": "council", "community group": "community-group"},
)
ProviderKind = Annotated[
    Literal[
        "council",
        "nhs",
        "school",
        "college",
        "early-years",
        "charity",
        "community-group",
        "private",
        "national",
        "not known",
    ],
    KINDS,
]
BODIES = Choice(
    {
        "Ofsted": "schools, nurseries and children's homes",
        "CQC": "health and care: the Care Quality Commission",
        "Charity Commission": "charities",
    },
    {"Care Quality Commission": "CQC"},
)
RegistrationBody = Annotated[Literal["Ofsted", "CQC", "Charity Commission"], BODIES]
ANSWERS = Choice({"done": "it has been done", "doing": "it is being done", "no": "it will not be done"})
Unit = Annotated[Literal["days", "weeks", "months"], UNITS]
Every = Annotated[Literal["week", "fortnight", "month"], EVERY]
Answered = Annotated[Literal["done", "doing", "no"], ANSWERS]
SCHOOL_LINKS = Choice(
    {
        "linked": "a page of the school leads here",
        "wrong link": "its link leads to an old address, to a page that is not there, or to another website",
        "no link": "every page that was chosen could be seen, and none leads here",
        "could not look": "not enough of the website could be seen to say",
    },
    {"yes": "linked", "no": "no link", "unknown": "could not look", "not known": "could not look"},
)
SchoolLinkFound = Annotated[Literal["linked", "wrong link", "no link", "could not look"], SCHOOL_LINKS]
