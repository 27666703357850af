"""Facts → standard English, the same words wherever a fact is shown.

In: dates, times, amounts, numbers and the small models of a listing. Out: plain
text, never markup. Standard pages and easy read both read from here, so the two
can never say different things. GOV.UK style: 9:30am, £3.50, Monday 2 November 2026.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, time
from decimal import Decimal

from localoffer.model import CostOption, Eligibility, Schedule, Service, Wait

WEEKDAYS = {
    "MO": "Monday",
    "TU": "Tuesday",
    "WE": "Wednesday",
    "TH": "Thursday",
    "FR": "Friday",
    "SA": "Saturday",
    "SU": "Sunday",
}
_ORDER = tuple(WEEKDAYS)
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WEEKS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "last"}
OLDEST = 25
"""The offer is for people from birth to 25 (Children and Families Act 2014 section 83)."""


# Lists and numbers


def join(words: Iterable[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    given = list(words)
    if len(given) < 2:
        return "".join(given)
    return f"{', '.join(given[:-1])} {last} {given[-1]}"


def count(number: int, one: str, many: str = "") -> str:
    """`1 service`, `1,200 services`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def first_capital(words: str) -> str:
    """The first letter a capital, the rest as it is."""
    return words[:1].upper() + words[1:]


def sentence(words: str) -> str:
    """A capital at the start and a full stop at the end, where there is none."""
    text = first_capital(words.strip())
    return text if not text or text[-1] in ".!?…" else text + "."


# Dates and times


def day_date(day: date) -> str:
    """`Monday 2 November 2026`."""
    return f"{WEEKDAYS[_ORDER[day.weekday()]]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def month_year(day: date) -> str:
    """`May 2027`."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def clock(moment: time) -> str:
    """`9:30am`, `4pm`, `midday`, `midnight`."""
    if (moment.hour, moment.minute) in {(0, 0), (12, 0)}:
        return "midday" if moment.hour else "midnight"
    minutes = f":{moment.minute:02}" if moment.minute else ""
    return f"{(moment.hour - 1) % 12 + 1}{minutes}{'am' if moment.hour < 12 else 'pm'}"


def hours(opens_at: time | None, closes_at: time | None) -> str:
    """`9:30am to midday`, `from 9:30am`, `until 5pm`; empty when neither is known."""
    if opens_at and closes_at:
        whole_day = (opens_at.hour, opens_at.minute, closes_at.hour, closes_at.minute) == (0, 0, 23, 59)
        return "all day and night" if whole_day else f"{clock(opens_at)} to {clock(closes_at)}"
    if opens_at:
        return f"from {clock(opens_at)}"
    return f"until {clock(closes_at)}" if closes_at else ""


def days(codes: Sequence[str]) -> str:
    """`Monday to Friday`, `Monday and Thursday`, `every day`; in the week's order."""
    known = sorted({code for code in codes if code in WEEKDAYS}, key=_ORDER.index)
    if len(known) == len(_ORDER):
        return "every day"
    first, last = (_ORDER.index(known[0]), _ORDER.index(known[-1])) if known else (0, 0)
    if len(known) > 2 and last - first == len(known) - 1:
        return f"{WEEKDAYS[known[0]]} to {WEEKDAYS[known[-1]]}"
    return join(WEEKDAYS[code] for code in known)


def schedule_days(schedule: Schedule) -> str:
    """Which days: `Monday and Thursday`, `First Saturday of the month`, single dates."""
    if schedule.dates:
        return join(day_date(day) for day in sorted(schedule.dates))
    named = days(schedule.byday)
    if schedule.every == "month" and named:
        week = _WEEKS.get(schedule.week_of_month or 0, "")
        return first_capital(f"{week} {named} of the month".strip()) if week else f"{named}, once a month"
    return first_capital(named)


def schedule_season(schedule: Schedule) -> str:
    """When in the year: `in term time`, `in school holidays`, `from … until …`; may be empty."""
    parts = []
    if schedule.term_time_only:
        parts.append("in term time")
    if schedule.holidays_only:
        parts.append("in school holidays")
    if schedule.valid_from and schedule.valid_to:
        parts.append(f"from {day_date(schedule.valid_from)} to {day_date(schedule.valid_to)}")
    elif schedule.valid_from:
        parts.append(f"from {day_date(schedule.valid_from)}")
    elif schedule.valid_to:
        parts.append(f"until {day_date(schedule.valid_to)}")
    return ", ".join(parts)


def schedule_words(schedule: Schedule) -> str:
    """The whole schedule on one line: `Monday to Friday, 9am to 5pm, in term time`."""
    parts = [schedule_days(schedule), hours(schedule.opens_at, schedule.closes_at), schedule_season(schedule)]
    return ", ".join(part for part in parts if part)


def is_past(schedule: Schedule, today: date) -> bool:
    """True when none of its days is still to come."""
    if schedule.valid_to and schedule.valid_to < today:
        return True
    return bool(schedule.dates) and max(schedule.dates) < today


# Phones


def phone_chunks(digits: str) -> str:
    """`01632960114` → `01632 960 114`, in the groups Ofcom's area codes make; text relay's prefix stays apart."""
    if digits.startswith(("18001", "18002")) and len(digits) > 9:
        return f"{digits[:5]} {phone_chunks(digits[5:].strip())}"
    bare = "".join(character for character in digits if character.isdigit())
    return " ".join(_phone_groups(bare)) or digits


def _phone_groups(digits: str) -> list[str]:
    if not digits.startswith("0") or len(digits) < 8:
        return [digits[:3], digits[3:]] if len(digits) == 6 else [digits]
    if digits.startswith("02"):
        sizes = [3, 4]
    elif digits.startswith(("03", "08", "09", "011")) or (digits.startswith("01") and digits[3:4] == "1"):
        sizes = [4, 3] if len(digits) > 8 else [4]
    else:
        sizes = [5, 3] if len(digits) > 10 else [5, 2]
    groups = []
    for size in sizes:
        groups.append(digits[:size])
        digits = digits[size:]
    return [*groups, digits]


def phone_link(digits: str) -> str:
    """`tel:01632960114`."""
    return "tel:" + "".join(character for character in digits if character.isdigit() or character == "+")


# Money


def pounds(amount: Decimal) -> str:
    """`£3.50`, `£4`, `£1,200`."""
    whole = amount == amount.to_integral_value()
    return f"£{amount:,.0f}" if whole else f"£{amount:,.2f}"


def is_price_now(option: CostOption, today: date) -> bool:
    """True for a price that holds today, or has no dates."""
    return not (option.valid_to and option.valid_to < today) and not (option.valid_from and option.valid_from > today)


def cost_brief(service: Service, today: date) -> str:
    """For a line of facts: `free`, `£4`, `from £4`; empty when not known."""
    if service.cost.free == "yes":
        return "free"
    now = sorted({option.amount for option in service.cost.cost_options if is_price_now(option, today)})
    amounts = [amount for amount in now if amount]
    if not amounts:
        return "free" if now else ""
    return f"{'from ' if len(amounts) > 1 else ''}{pounds(amounts[0])}"


def cost_words(service: Service, today: date) -> str:
    """The answer to "What does it cost?" in a sentence for each price; what else to know of a price stands in the table."""
    if service.cost.free == "yes":
        return "Free. There is nothing to pay."
    now = [option for option in service.cost.cost_options if is_price_now(option, today)]
    if not now:
        return "You pay. Ask for the price." if service.cost.free == "no" else "We do not know. Ask them first."
    if len(now) > 3:
        return sentence(cost_brief(service, today))
    return " ".join(sentence(price_words(option)) for option in now)


def price_words(option: CostOption) -> str:
    """`One session: £3.50`."""
    return f"{option.option.rstrip('.')}: {pounds(option.amount) if option.amount else 'free'}"


# Ages, waits, ways in


def age_range(eligibility: Eligibility) -> tuple[int, int]:
    """The youngest and the oldest age, both counted in."""
    if eligibility.any_age:
        return 0, OLDEST
    low = eligibility.minimum_age if eligibility.minimum_age is not None else 0
    high = eligibility.maximum_age if eligibility.maximum_age is not None else OLDEST
    return low, high


def ages(eligibility: Eligibility) -> str:
    """`5 to 18`, `18 and over`, `up to 4`, `All ages`."""
    low, high = age_range(eligibility)
    if (low, high) == (0, OLDEST):
        return "All ages"
    if eligibility.maximum_age is None:
        return f"{low} and over"
    if eligibility.minimum_age is None:
        return f"up to {high}"
    return f"{low} to {high}" if low != high else str(low)


def ages_label(eligibility: Eligibility) -> str:
    """`Ages 5 to 18`, `Age 16`, `All ages`: makes sense alone."""
    words = ages(eligibility)
    if words == "All ages":
        return words
    return f"{'Age' if words.isdigit() else 'Ages'} {words}"


def wait(length: Wait | None) -> str:
    """`About 14 weeks`, `About 1 month`, `No wait`."""
    if length is None or length.number == 0:
        return "No wait"
    return f"About {count(length.number, length.unit.removesuffix('s'))}"


WAYS_IN = {
    "self-referral": "ask them yourself",
    "drop-in": "just turn up",
    "appointment": "book a time",
    "membership": "join as a member",
    "professional-referral": "ask someone who works with your child to refer you",
}
CONDITIONS = {"assessment": "You need an assessment first.", "panel": "A group of people decides."}
DELIVERIES = {
    "venue": "at a place you go to",
    "home": "at your home",
    "school": "at school",
    "online": "online",
    "phone": "by phone",
    "text": "by text message",
}
CHECKED_HOW = {"phone": "by phone", "email": "by email", "visit": "on a visit", "website": "on their website"}
SPACES = {"open": "There are places now.", "waiting list": "There is a waiting list.", "full": "It is full now."}
AUDIENCES = {
    "child": "children",
    "young person": "young people",
    "parent or carer": "parents and carers",
    "sibling": "brothers and sisters",
    "professional": "people who work with children",
}


def routes(service: Service) -> str:
    """How to get in: `Ask them yourself, or book a time. You need an assessment first.`"""
    given = service.access.route
    ways_in = dict(WAYS_IN)
    if is_for_grown_up(service):
        ways_in["professional-referral"] = "ask someone who works with you to refer you"
    if "venue" not in service.delivery:
        ways_in["drop-in"] = "just get in touch"
    ways = join((words for route, words in ways_in.items() if route in given), "or")
    conditions = [words for route, words in CONDITIONS.items() if route in given]
    return " ".join([sentence(ways), *conditions] if ways else conditions)


def is_for_grown_up(service: Service) -> bool:
    """True when the reader is the young person: nobody under 16 can have it."""
    return age_range(service.eligibility)[0] >= 16


def delivery(service: Service) -> str:
    """`at school and online`."""
    return join(DELIVERIES[way] for way in service.delivery)


def audiences(service: Service) -> str:
    """`children, parents and carers`; empty when nobody is named."""
    return join(name for who in service.for_whom for name in AUDIENCES[who].split(" and "))
