"""Easy-read pages of every combination, kept as they are read aloud. Look at a change, then run with --golden."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.easyread.council import PLAIN, aloud, changed, faults_of, page_of

if TYPE_CHECKING:
    from tests.conftest import Golden

pytestmark = pytest.mark.sample
CASES = Path(__file__).resolve().parents[1] / "cases" / "easyread"
HALL = PLAIN["locations"][0]
POOL = {"name": "Marl Pool", "address_1": "Station Road", "city": "Marlbrook", "postal_code": "MB1 4BN"}
SECRET = {**HALL, "name": "Oak House", "sensitive": "yes"}
DECISION = {"who": "A nurse and a parent", "how": "They read your form.", "days": 15, "if_no": "Ask us to look again."}
NEEDS = ["autism", "adhd", "anxiety", "dyslexia", "epilepsy"]
HOURS = {"opens_at": "09:30", "closes_at": "12:00"}
FEATURES = {"step-free-entrance": "yes", "lift": "no", "quiet-space": "not known", "wheelchair-toilet": "no"}


def who(**facts: Any) -> dict[str, Any]:
    return {"eligibility": {"needs": ["all"], **facts}}


def times(**facts: Any) -> dict[str, Any]:
    return {"schedules": [facts]}


COMBINATIONS: dict[str, dict[str, Any]] = {
    "plain": {},
    "ages-5-to-5": who(minimum_age=5, maximum_age=5),
    "ages-from-16": {**who(minimum_age=16), "for_whom": ["young person"]},
    "ages-up-to-4": {**who(maximum_age=4), "for_whom": ["child"]},
    "any-age": {**who(any_age="yes"), "for_whom": None},
    "any-age-for-children": {**who(any_age="yes"), "for_whom": ["child"]},
    "parents-of-teenagers": {**who(minimum_age=13, maximum_age=19), "for_whom": ["parent or carer", "professional"]},
    "brothers-and-staff": {**who(minimum_age=8, maximum_age=12), "for_whom": ["sibling", "professional"]},
    "older-with-a-plan": who(minimum_age=11, maximum_age=18, with_ehc_plan={"maximum_age": 25}),
    "plan-and-diagnosis-needed": who(any_age="yes", ehc_plan_needed="yes", diagnosis_needed="yes"),
    "plan-and-diagnosis-not-known": who(any_age="yes"),
    "five-needs": {"eligibility": {"any_age": "yes", "needs": NEEDS, "criteria": ["You live in Marlbrook"]}},
    "girls-only": {"only_for": "Girls and young women"},
    "costs-350": {"cost": {"free": "no", "cost_options": [{"option": "One session", "amount": "3.50"}]}},
    "costs-many": {
        "cost": {
            "free": "no",
            "personal_budget": "yes",
            "cost_options": [
                {"option": "One session", "amount": "3.50", "amount_description": "per child"},
                {"option": "A helper", "amount": "0"},
                {"option": "Next year", "amount": "4", "valid_from": "2027-01-01"},
            ],
        }
    },
    "night-line": {
        "delivery": ["phone"],
        "locations": None,
        "schedules": None,
        "contacts": [
            {
                "role": "Night team",
                "phone": "01632 960 151",
                "extension": "option 2",
                "email": "night@marl.example",
                "hours": [
                    {
                        "byday": ["MO", "TU", "WE", "TH", "FR"],
                        "opens_at": "17:00",
                        "closes_at": "08:45",
                        "not_bank_holidays": "yes",
                        "description": "All night, until 8:45am",
                    },
                    {"description": "Leave a message at other times"},
                ],
            }
        ],
    },
    "over-midnight": times(byday=["FR"], opens_at="21:00", closes_at="02:00"),
    "every-fortnight": times(
        byday=["SA"], every="fortnight", valid_from="2026-09-05", not_bank_holidays="yes", **HOURS
    ),
    "fortnight-to-come": times(byday=["SA", "SU"], every="fortnight", valid_from="2027-01-09"),
    "cost-not-known": {"cost": {"free": "not known"}},
    "cost-not-free": {"cost": {"free": "no"}},
    "term-time": times(byday=["MO", "TH"], term_time_only="yes", **HOURS),
    "holidays-monday-to-friday": times(byday=["MO", "TU", "WE", "TH", "FR"], holidays_only="yes", **HOURS),
    "scattered-days": times(byday=["MO", "WE", "FR", "SU"], opens_at="16:00"),
    "every-day-and-night": times(byday=["MO", "TU", "WE", "TH", "FR", "SA", "SU"], opens_at="00:00", closes_at="23:59"),
    "once-a-month": times(byday=["SA"], every="month", week_of_month=5, term_time_only="yes", **HOURS),
    "single-days": times(dates=["2026-11-01", "2026-12-21", "2026-12-22"], closes_at="14:00"),
    "starts-and-ends": times(byday=["TU"], valid_from="2027-01-12", valid_to="2027-02-16", **HOURS),
    "times-are-past": times(byday=["TU"], valid_to="2026-07-17", **HOURS),
    "two-places": {
        "locations": [HALL, POOL],
        "schedules": [{"byday": ["SA"], "location": "Marl Pool", **HOURS}, {"byday": ["SU"], "location": "The Hall"}],
    },
    "five-places": {"locations": [HALL, POOL, *({**POOL, "name": f"Pool {n}"} for n in (2, 3, 4))]},
    "private-place": {"locations": [SECRET, POOL], "schedules": [{"byday": ["SA"], "location": "Oak House", **HOURS}]},
    "what-the-place-is-like": {
        "locations": [{**HALL, "accessibility": FEATURES, "travel": "Bus 7 stops outside."}],
        "bsl": "yes",
        "interpreter": "yes",
        "languages": ["Polish", "Urdu"],
    },
    "places-that-differ": {
        "locations": [
            {**HALL, "accessibility": {"step-free-entrance": "yes", "lift": "yes"}},
            {**POOL, "accessibility": {"step-free-entrance": "no", "lift": "yes"}},
        ]
    },
    "at-home-school-and-online": {"delivery": ["home", "school", "online", "phone", "text"], "locations": None},
    "only-online": {"delivery": ["online"], "locations": None, "access": {"route": ["drop-in"]}},
    "drop-in": {"access": {"route": ["drop-in"]}},
    "by-a-worker-only": {"access": {"route": ["professional-referral"], "who_can_refer": "A GP or a SENCO"}},
    "panel": {
        "access": {
            "route": ["assessment", "panel"],
            "decision": DECISION,
            "steps": [{"title": "Fill in the form", "text": "It is online."}, {"title": "Meet us", "text": "We come."}],
            "bring": ["Your plan", "A drink"],
            "can_stay": "no",
            "form_url": "https://www.marl.example/form",
        },
        "waiting_time": {"typical": {"number": 9, "unit": "weeks"}, "as_at": "2026-10-06"},
        "while_you_wait": ["guides/waiting-for-an-assessment"],
    },
    "no-wait": {"waiting_time": {"typical": "none", "as_at": "2026-11-02"}, "spaces": "open"},
    "old-wait": {
        "waiting_time": {"typical": {"number": 1, "unit": "months"}, "as_at": "2026-03-02"},
        "while_you_wait": ["marl-trust/saturday-club"],
        "spaces": "waiting list",
    },
    "no-phone": {
        "contacts": [{"role": "Team", "sms": "07700 900 114", "email": "a@marl.example"}],
    },
    "every-way-to-ask": {
        "contacts": [
            {
                "role": "Club leader",
                "phone": "01632 960 114",
                "text_relay": "18001 01632 960 114",
                "sms": "07700 900 114",
                "email": "a@marl.example",
                "url": "https://www.marl.example/ask",
                "hours": [{"byday": ["MO", "TU"], "opens_at": "09:00", "closes_at": "17:00"}],
            },
            {"role": "Office", "phone": "01632 960 115", "email": "b@marl.example"},
        ]
    },
    "temporarily-closed": {"status": "temporarily closed", "access": {"route": ["drop-in"]}},
    "planned": {"status": "planned", "spaces": "open"},
    "closed": {"status": "closed"},
    "alert": {"alert": {"text": "The pool is shut.", "until": "2026-12-24", "easy_read": "The pool is closed now."}},
    "alert-without-easy-words": {"alert": {"text": "The pool is shut.", "until": "2026-12-24"}},
    "alert-is-past": {"alert": {"text": "The pool is shut.", "until": "2026-10-24"}},
    "check-is-late": {"last_checked": {"date": "2026-01-05", "by": "Officer", "how": "email"}},
    "own-points": {
        "easy_read": {
            "points": [
                {"text": "We swim. We splash.", "picture": "swim"},
                {"text": "Sing!", "picture": "none", "why": "x"},
            ],
            "written_from": "000000000000",
            "checked_by": "Marlbrook Readers",
        }
    },
    "outside-and-two-areas": {"service_areas": ["easton", "hartley", "outside the area"]},
    "whole-country": {"service_areas": ["national"]},
}


@pytest.mark.parametrize("case", COMBINATIONS)
def test_page_is_read_aloud_as_it_was(case: str, golden: Golden) -> None:
    page = page_of(changed(**COMBINATIONS[case]))
    golden.check(CASES / f"{case}.txt", aloud(page))


@pytest.mark.parametrize("case", COMBINATIONS)
def test_page_keeps_every_rule(case: str) -> None:
    page = page_of(changed(**COMBINATIONS[case]))
    assert [fault for found in page.ideas if not found.is_own for fault in faults_of(found)] == []


def test_no_case_is_left_over() -> None:
    assert {path.stem for path in CASES.glob("*.txt")} == set(COMBINATIONS)
