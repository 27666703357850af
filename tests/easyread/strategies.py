"""Random listings, from the model's own fields: any mix of facts an editor may write."""

from __future__ import annotations

from datetime import date, timedelta
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


def ids(vocabulary: str, *, most: int = 7) -> st.SearchStrategy[list[str]]:
    known = list(getattr(council().vocabulary, vocabulary))
    return st.lists(st.sampled_from(known), min_size=1, max_size=most, unique=True)


@st.composite
def eligibility(draw: st.DrawFn) -> dict[str, Any]:
    found: dict[str, Any] = {"needs": draw(st.just(["all"]) | ids("needs"))}
    low, high = sorted(draw(st.tuples(st.integers(0, 25), st.integers(0, 25))))
    form = draw(st.sampled_from(["any", "both", "from", "to"]))
    if form == "any":
        found["any_age"] = "yes"
    if form in ("both", "from"):
        found["minimum_age"] = low
    if form in ("both", "to"):
        found["maximum_age"] = high
    if form == "both" and high < 25 and draw(st.booleans()):
        found["with_ehc_plan"] = {"maximum_age": 25}
    return {
        **found,
        **draw(optional(ehc_plan_needed=FACT, diagnosis_needed=FACT, criteria=st.just(["You live here"]))),
    }


@st.composite
def schedule(draw: st.DrawFn) -> dict[str, Any]:
    form = draw(st.sampled_from(["week", "fortnight", "month", "dates"]))
    found: dict[str, Any] = {}
    if form == "dates":
        found["dates"] = draw(st.lists(DATES, min_size=1, max_size=5, unique=True))
    else:
        found["byday"] = draw(DAYS)
    if form == "month":
        found |= {"every": "month", "week_of_month": draw(st.integers(1, 5))}
    opens, closes = sorted(draw(st.tuples(TIMES, TIMES)))
    if closes >= "12:00" and draw(st.booleans()):
        opens, closes = closes, opens  # over midnight
    hours = draw(st.sampled_from(["none", "opens", "closes", "both", "always"]))
    if hours == "always":
        opens, closes = "00:00", "23:59"
    if hours != "none" and opens != closes:
        found |= {"opens_at": opens} if hours != "closes" else {}
        found |= {"closes_at": closes} if hours != "opens" else {}
    season = draw(st.sampled_from(["", "term_time_only", "holidays_only"]))
    if season:
        found[season] = "yes"
    if draw(st.booleans()):
        found["not_bank_holidays"] = "yes"
    start = draw(st.dates(date(2026, 9, 1), date(2027, 3, 1)))
    if form == "fortnight":
        found["every"] = "fortnight"
    if form == "fortnight" or draw(st.booleans()):
        found["valid_from"] = start.isoformat()
    if draw(st.booleans()):
        found["valid_to"] = (start + timedelta(days=draw(st.integers(1, 300)))).isoformat()
    return found


@st.composite
def location(draw: st.DrawFn) -> dict[str, Any]:
    features = draw(st.dictionaries(st.sampled_from(list(council().vocabulary.features)), FACT, max_size=8))
    travel = draw(optional(travel=st.just("Bus 7 stops outside.")))
    if draw(st.booleans()) and draw(st.booleans()):
        secret = {"name": SECRET, "address_1": SECRET_STREET, "postal_code": SECRET_CODE, "sensitive": "yes"}
        return {**secret, "city": "Marlbrook", "accessibility": features}
    place = {"name": draw(NAMES), "address_1": "12 Mill Lane", "city": "Easton", "postal_code": "MB2 4DT"}
    return {**place, "accessibility": features, **travel}


@st.composite
def access(draw: st.DrawFn) -> dict[str, Any]:
    known = ["self-referral", "drop-in", "appointment", "professional-referral", "assessment", "panel", "membership"]
    routes = draw(st.lists(st.sampled_from(known), min_size=1, max_size=4, unique=True))
    found: dict[str, Any] = {"route": routes}
    if {"assessment", "panel"} & set(routes) or draw(st.booleans()):
        days = draw(st.integers(0, 60))
        found["decision"] = {"who": "Two nurses & a parent", "how": "They read.", "days": days, "if_no": "Ask again."}
    steps = st.lists(st.just({"title": "Phone us.", "text": "Phone us on 01632960114 now"}), max_size=5)
    return {
        **found,
        **draw(
            optional(
                who_can_refer=PHRASES,
                can_stay=FACT,
                bring=st.lists(PHRASES, max_size=4, unique=True),
                form_url=st.just("https://www.marl.example/form"),
                steps=steps | st.just(["Write to us."]),
            )
        ),
    }


@st.composite
def cost(draw: st.DrawFn) -> dict[str, Any]:
    free = draw(FACT)
    found: dict[str, Any] = {"free": free, **draw(optional(personal_budget=FACT))}
    if free != "yes":
        option = st.fixed_dictionaries(
            {"option": PHRASES, "amount": st.sampled_from(["0", "3.50", "4", "1200"])},
            optional={"amount_description": PHRASES, "valid_from": DATES},
        )
        found["cost_options"] = draw(st.lists(option, max_size=5))
    return found


@st.composite
def contact(draw: st.DrawFn) -> dict[str, Any]:
    ways: dict[str, st.SearchStrategy[Any]] = {
        "phone": PHONES,
        "sms": st.just("07700 900 114"),
        "email": st.just("club@marl.example"),
        "url": st.just("https://www.marl.example/ask"),
    }
    chosen = draw(st.lists(st.sampled_from(list(ways)), min_size=2, max_size=4, unique=True))
    if "phone" in chosen and draw(st.booleans()):
        ways["extension"] = st.sampled_from(["204", "option 2", "option 2, then 1"])
        chosen.append("extension")
    more = optional(role=PHRASES, text_relay=PHONES.map("18001 {}".format), hours=st.lists(schedule(), max_size=2))
    return {**{way: draw(ways[way]) for way in chosen}, **draw(more)}


@st.composite
def listings(draw: st.DrawFn) -> dict[str, Any]:
    """A listing without an editor's own easy-read points."""
    ways = ["venue", "home", "school", "online", "phone", "text"]
    delivery = draw(st.lists(st.sampled_from(ways), min_size=1, max_size=6, unique=True))
    audiences = ["child", "young person", "parent or carer", "sibling", "professional"]
    found: dict[str, Any] = {
        "name": "Test club",
        "summary": "A club with games for all on Saturdays.",
        "description": "A club in town. We play games and talk.",
        "status": draw(st.sampled_from(["active", "active", "active", "temporarily closed", "closed", "planned"])),
        "topics": draw(ids("topics", most=4)),
        "eligibility": draw(eligibility()),
        "access": draw(access()),
        "cost": draw(cost()),
        "delivery": delivery,
        "service_areas": draw(
            st.lists(
                st.sampled_from(["whole area", "outside the area", "national", *council().vocabulary.areas]),
                min_size=1,
                max_size=4,
                unique=True,
            )
        ),
        "contacts": draw(st.lists(contact(), min_size=1, max_size=3)),
        "last_checked": {"date": draw(DATES.filter(lambda day: day <= "2026-11-22")), "by": "Officer", "how": "phone"},
        "while_you_wait": ["guides/waiting-for-an-assessment"],
    }
    if "venue" in delivery:
        found["locations"] = draw(st.lists(location(), min_size=1, max_size=5, unique_by=lambda place: place["name"]))
    wait = {"number": draw(st.integers(0, 30)), "unit": draw(st.sampled_from(["days", "weeks", "months"]))}
    return {
        **found,
        **draw(
            optional(
                for_whom=st.lists(st.sampled_from(audiences), min_size=1, max_size=5, unique=True),
                waiting_time=st.just({"typical": "none", "as_at": "2026-10-01"})
                | st.just({"typical": wait, "as_at": "2026-03-01"}),
                schedules=st.lists(schedule(), max_size=6),
                only_for=PHRASES,
                bsl=FACT,
                interpreter=FACT,
                languages=st.just(["Polish", "Urdu"]),
                spaces=st.sampled_from(["open", "waiting list", "full", "not known"]),
                alert=st.just({"text": "The door is shut & locked.", "until": "2027-01-31"}),
            )
        ),
    }


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


@st.composite
def listings_with_gaps(draw: st.DrawFn) -> tuple[dict[str, Any], set[str]]:
    """A listing, and which of its facts nobody knows."""
    found = draw(listings())
    gaps = draw(st.sets(st.sampled_from(list(GAPS))))
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
