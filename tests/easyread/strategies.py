"""Random listings, from the model's own fields: any mix of facts an editor may write."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any

from hypothesis import strategies as st

from tests.easyread.council import council

SECRET = "Hollow Oak House"
"""The name of every sensitive place; `SECRET_STREET` and `SECRET_CODE` are its address. None may be published."""
SECRET_STREET, SECRET_CODE = "77 Whisper Lane", "MB3 9ZZ"

FACT = st.sampled_from(["yes", "no", "not known"])
YES_NO = st.sampled_from(["yes", "no"])
DAYS = st.lists(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1, max_size=7, unique=True)
DATES = st.dates(date(2026, 6, 1), date(2028, 1, 31)).map(date.isoformat)
TIMES = st.builds(lambda hour, minute: f"{hour:02}:{minute:02}", st.integers(0, 23), st.sampled_from([0, 15, 30, 59]))
NAMES = st.sampled_from(["The Hall", "Marl Pool", "Room 4, Town Hall", "St. Mary's", "ABC Centre", "Lock & Quay"])
PHRASES = st.sampled_from(
    ["A GP or a SENCO", "One session", "Girls only", "per child, e.g. 1 hour", "Team leader", "Two coats & a hat"]
)
PHONES = st.integers(100, 999).map(lambda number: f"01632 960 {number}")


def optional(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


def some(*of: str, most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(of), min_size=1, max_size=most, unique=True)


# What is drawn from is made once: making it for each listing anew takes as long as drawing.
@cache
def ids(vocabulary: str, most: int, *others: str) -> st.SearchStrategy[list[str]]:
    return some(*others, *getattr(council().vocabulary, vocabulary), most=most)


@cache
def features() -> st.SearchStrategy[dict[str, str]]:
    return st.dictionaries(st.sampled_from(list(council().vocabulary.features)), FACT, max_size=8)


TWO_AGES = st.tuples(st.integers(0, 25), st.integers(0, 25))
AGE_FORMS = st.sampled_from(["any", "both", "from", "to"])
PAPERS = optional(
    ehc_plan_needed=FACT,
    diagnosis_needed=FACT,
    criteria=st.just(["You live here"]),
    description=st.deferred(lambda: TEXTS),
)


@st.composite
def eligibility(draw: st.DrawFn) -> dict[str, Any]:
    found: dict[str, Any] = {"needs": ["all"] if draw(st.booleans()) else draw(ids("needs", 7))}
    low, high = sorted(draw(TWO_AGES))
    form = draw(AGE_FORMS)
    if form == "any":
        found["any_age"] = "yes"
    if form in ("both", "from"):
        found["minimum_age"] = low
    if form in ("both", "to"):
        found["maximum_age"] = high
    if form == "both" and high < 25 and draw(st.booleans()):
        found["with_ehc_plan"] = {"maximum_age": 25}
    return {**found, **draw(PAPERS)}


SCHEDULE_FORMS = st.sampled_from(["week", "fortnight", "month", "dates"])
SOME_DATES = st.lists(DATES, min_size=1, max_size=5, unique=True)
WEEKS = st.integers(1, 5)
TWO_TIMES = st.tuples(TIMES, TIMES)
HOURS = st.sampled_from(["none", "opens", "closes", "both", "always"])
SEASONS = st.sampled_from(["", "term_time_only", "holidays_only"])
STARTS = st.dates(date(2026, 9, 1), date(2027, 3, 1))
LASTS = st.integers(1, 300)


@st.composite
def schedule(draw: st.DrawFn) -> dict[str, Any]:
    form = draw(SCHEDULE_FORMS)
    found: dict[str, Any] = {}
    if form == "dates":
        found["dates"] = draw(SOME_DATES)
    else:
        found["byday"] = draw(DAYS)
    if form == "month":
        found |= {"every": "month", "week_of_month": draw(WEEKS)}
    opens, closes = sorted(draw(TWO_TIMES))
    if closes >= "12:00" and draw(st.booleans()):
        opens, closes = closes, opens  # over midnight
    hours = draw(HOURS)
    if hours == "always":
        opens, closes = "00:00", "23:59"
    if hours != "none" and opens != closes:
        found |= {"opens_at": opens} if hours != "closes" else {}
        found |= {"closes_at": closes} if hours != "opens" else {}
    season = draw(SEASONS)
    if season:
        found[season] = "yes"
    if draw(st.booleans()):
        found["not_bank_holidays"] = "yes"
    start = draw(STARTS)
    if form == "fortnight":
        found["every"] = "fortnight"
    if form == "fortnight" or draw(st.booleans()):
        found["valid_from"] = start.isoformat()
    if draw(st.booleans()):
        found["valid_to"] = (start + timedelta(days=draw(LASTS))).isoformat()
    return found


TRAVEL = optional(travel=st.just("Bus 7 stops outside.") | st.deferred(lambda: TEXTS))


@st.composite
def location(draw: st.DrawFn) -> dict[str, Any]:
    known = draw(features())
    travel = draw(TRAVEL)
    if draw(st.booleans()) and draw(st.booleans()):
        secret = {"name": SECRET, "address_1": SECRET_STREET, "postal_code": SECRET_CODE, "sensitive": "yes"}
        return {**secret, "city": "Marlbrook", "accessibility": known}
    place = {"name": draw(NAMES), "address_1": "12 Mill Lane", "city": "Easton", "postal_code": "MB2 4DT"}
    return {**place, "accessibility": known, **travel}


ROUTES = some(
    "self-referral", "drop-in", "appointment", "professional-referral", "assessment", "panel", "membership", most=4
)
DECISION_DAYS = st.integers(0, 60)
LONG = "You live here and your child needs care at night that a sitter who comes to your home cannot give"
TEXTS = st.lists(
    st.sampled_from(
        [
            "Form: https://www.marl.example/form",
            "Write to post@marl.example or see www.marl.example.",
            "See [our form](https://marl.example/form).",
            "For children who need more help than a club or a play scheme can give.",
            "Groups for girls.",
            f"{LONG}.",
        ]
    ),
    min_size=1,
    max_size=3,
    unique=True,
).map(" ".join)
STEP = TEXTS | st.just("Phone us on 01632960114 now")
STEPS = st.lists(STEP.map(lambda text: {"title": "Phone us.", "text": text}), max_size=5)
MORE_ACCESS = optional(
    who_can_refer=PHRASES,
    can_stay=FACT,
    bring=st.lists(PHRASES, max_size=4, unique=True),
    form_url=st.just("https://www.marl.example/form"),
    steps=STEPS | st.just(["Write to us."]),
)


@st.composite
def access(draw: st.DrawFn) -> dict[str, Any]:
    routes = draw(ROUTES)
    found: dict[str, Any] = {"route": routes}
    if {"assessment", "panel"} & set(routes) or draw(st.booleans()):
        days = draw(DECISION_DAYS)
        found["decision"] = {"who": "Two nurses & a parent", "how": "They read.", "days": days, "if_no": "Ask again."}
    return {**found, **draw(MORE_ACCESS)}


PERSONAL_BUDGET = optional(personal_budget=FACT)
PRICES = st.lists(
    st.fixed_dictionaries(
        {"option": PHRASES, "amount": st.sampled_from(["0", "3.50", "4", "1200"])},
        optional={"amount_description": PHRASES, "valid_from": DATES},
    ),
    max_size=5,
)


@st.composite
def cost(draw: st.DrawFn) -> dict[str, Any]:
    free = draw(FACT)
    found: dict[str, Any] = {"free": free, **draw(PERSONAL_BUDGET)}
    if free != "yes":
        found["cost_options"] = draw(PRICES)
    return found


WAYS: dict[str, st.SearchStrategy[Any]] = {
    "phone": PHONES,
    "sms": st.just("07700 900 114"),
    "email": st.just("club@marl.example"),
    "url": st.just("https://www.marl.example/ask"),
}
SOME_WAYS = st.lists(st.sampled_from(list(WAYS)), min_size=2, max_size=4, unique=True)
EXTENSIONS = st.sampled_from(["204", "option 2", "option 2, then 1"])
MORE_CONTACT = optional(role=PHRASES, text_relay=PHONES.map("18001 {}".format), hours=st.lists(schedule(), max_size=2))


@st.composite
def contact(draw: st.DrawFn) -> dict[str, Any]:
    found = {way: draw(WAYS[way]) for way in draw(SOME_WAYS)}
    if "phone" in found and draw(st.booleans()):
        found["extension"] = draw(EXTENSIONS)
    return {**found, **draw(MORE_CONTACT)}


STATUS = st.sampled_from(["active", "active", "active", "temporarily closed", "closed", "planned"])
DELIVERY = some("venue", "home", "school", "online", "phone", "text", most=6)
CONTACTS = st.lists(contact(), min_size=1, max_size=3)
CHECKED = st.dates(date(2026, 6, 1), date(2026, 11, 22)).map(date.isoformat)
PLACES = st.lists(location(), min_size=1, max_size=5, unique_by=lambda place: place["name"])
WAITS = st.integers(0, 30)
UNITS = st.sampled_from(["days", "weeks", "months"])
WAIT_FORMS = st.sampled_from(["", "none", "some"])
MORE = optional(
    for_whom=some("child", "young person", "parent or carer", "sibling", "professional", most=5),
    schedules=st.lists(schedule(), max_size=6),
    only_for=PHRASES,
    bsl=FACT,
    interpreter=FACT,
    languages=st.just(["Polish", "Urdu"]),
    spaces=st.sampled_from(["open", "waiting list", "full", "not known"]),
    alert=st.just({"text": "The door is shut & locked.", "until": "2027-01-31"}),
)


@st.composite
def listings(draw: st.DrawFn) -> dict[str, Any]:
    """A listing without an editor's own easy-read points."""
    delivery = draw(DELIVERY)
    found: dict[str, Any] = {
        "name": "Test club",
        "summary": "A club with games for all on Saturdays.",
        "description": "A club in town. We play games and talk.",
        "status": draw(STATUS),
        "topics": draw(ids("topics", 4)),
        "eligibility": draw(eligibility()),
        "access": draw(access()),
        "cost": draw(cost()),
        "delivery": delivery,
        "service_areas": draw(ids("areas", 4, "whole area", "outside the area", "national")),
        "contacts": draw(CONTACTS),
        "last_checked": {"date": draw(CHECKED), "by": "Officer", "how": "phone"},
        "while_you_wait": ["guides/waiting-for-an-assessment"],
    }
    if "venue" in delivery:
        found["locations"] = draw(PLACES)
    wait = draw(WAIT_FORMS)
    if wait == "none":
        found["waiting_time"] = {"typical": "none", "as_at": "2026-10-01"}
    elif wait:
        found["waiting_time"] = {"typical": {"number": draw(WAITS), "unit": draw(UNITS)}, "as_at": "2026-03-01"}
    return {**found, **draw(MORE)}


GAPS: dict[str, dict[str, Any]] = {
    "ages": {"eligibility": {"any_age": "not known"}},
    "needs": {"eligibility": {"needs": ["not known"]}},
    "papers": {"eligibility": {"ehc_plan_needed": "not known", "diagnosis_needed": "not known"}},
    "area": {"service_areas": ["not known"]},
    "place": {"delivery": ["not known"], "locations": None, "schedules": None},
    "cost": {"cost": {"free": "not known", "cost_options": None, "personal_budget": None}},
    "route": {
        "access": {"route": ["not known"], "steps": None, "form_url": None, "who_can_refer": None, "decision": None}
    },
    "topics": {"topics": ["not sorted"]},
    "contacts": {"contacts": "not known"},
    "checked": {"last_checked": "not known"},
    "description": {"description": "not known"},
}
"""What nobody knows → the fields that say so; None takes a field out."""
SOME_GAPS = st.sets(st.sampled_from(list(GAPS)))


@st.composite
def listings_with_gaps(draw: st.DrawFn) -> tuple[dict[str, Any], set[str]]:
    """A listing, and which of its facts nobody knows."""
    found = draw(listings())
    gaps = draw(SOME_GAPS)
    for gap in gaps:
        for name, value in GAPS[gap].items():
            held = {**found.get(name, {}), **value} if isinstance(value, dict) else value
            if gap == "ages" and name == "eligibility":
                held = {
                    key: words for key, words in held.items() if not key.endswith("mum_age") and key != "with_ehc_plan"
                }
            if isinstance(held, dict):
                held = {key: words for key, words in held.items() if words is not None}
            found[name] = held
    if "ages" in gaps:
        found.pop("for_whom", None)
    return {name: value for name, value in found.items() if value is not None}, gaps
