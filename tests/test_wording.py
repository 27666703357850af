from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest

from localoffer import wording
from localoffer.model import CostOption, Eligibility, Schedule, Wait


@pytest.mark.parametrize(
    ("day", "words"), [(date(2026, 11, 2), "Monday 2 November 2026"), (date(2028, 2, 29), "Tuesday 29 February 2028")]
)
def test_a_date_has_its_weekday(day: date, words: str) -> None:
    assert wording.day_date(day) == words


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (time(9, 30), "9:30am"),
        (time(16), "4pm"),
        (time(12), "midday"),
        (time(0), "midnight"),
        (time(12, 5), "12:05pm"),
        (time(0, 15), "12:15am"),
    ],
)
def test_times_are_written_as_people_say_them(moment: time, words: str) -> None:
    assert wording.clock(moment) == words


@pytest.mark.parametrize(
    ("opens", "closes", "words"),
    [
        (time(9), time(17), "9am to 5pm"),
        (time(9), None, "from 9am"),
        (None, time(17), "until 5pm"),
        (None, None, ""),
        (time(0), time(23, 59), "all day and night"),
        (time(21), time(2), "9pm to 2am the next day"),
        (time(17), time(8, 45), "5pm to 8:45am the next day"),
        (time(21), time(0), "9pm to midnight"),
    ],
)
def test_opening_hours_say_what_is_known(opens: time | None, closes: time | None, words: str) -> None:
    assert wording.hours(opens, closes) == words


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (["MO", "TU", "WE", "TH", "FR"], "Monday to Friday"),
        (["TH", "MO"], "Monday and Thursday"),
        (["SA"], "Saturday"),
        (["SA", "SU"], "Saturday and Sunday"),
        (["MO", "WE", "FR"], "Monday, Wednesday and Friday"),
        (["MO", "TU", "WE", "TH", "FR", "SA", "SU"], "every day"),
        ([], ""),
    ],
)
def test_days_stand_in_the_order_of_the_week(codes: list[str], words: str) -> None:
    assert wording.days(codes) == words


@pytest.mark.parametrize(
    ("digits", "words"),
    [
        ("01632960114", "01632 960 114"),
        ("07700900114", "07700 900 114"),
        ("02079460123", "020 7946 0123"),
        ("01134960123", "0113 496 0123"),
        ("01214960123", "0121 496 0123"),
        ("08001111", "0800 1111"),
        ("0169772345", "016977 2345"),
        ("01539620123", "015396 20123"),
        ("01387312345", "013873 12345"),
        ("01946712345", "019467 12345"),
        ("01539722222", "01539 722 222"),
        ("01614960123", "0161 496 0123"),
        ("01914980123", "0191 498 0123"),
        ("01174960123", "0117 496 0123"),
        ("02380960123", "023 8096 0123"),
        ("02476123456", "024 7612 3456"),
        ("02890180012", "028 9018 0012"),
        ("02920180012", "029 2018 0012"),
        ("0120412345", "01204 12345"),
        ("03001234567", "0300 123 4567"),
        ("03457123456", "0345 712 3456"),
        ("0800123456", "0800 123 456"),
        ("08081570123", "0808 157 0123"),
        ("09098790123", "0909 879 0123"),
        ("05601234567", "056 0123 4567"),
        ("07624123456", "07624 123 456"),
        ("111", "111"),
        ("1800202079460123", "18002 020 7946 0123"),
        ("116123", "116 123"),
        ("999", "999"),
        ("85258", "85258"),
        ("1800101632960114", "18001 01632 960 114"),
        ("18001 01632960114", "18001 01632 960 114"),
    ],
)
def test_phone_numbers_stand_in_groups(digits: str, words: str) -> None:
    assert wording.phone_chunks(digits) == words


@pytest.mark.parametrize(
    ("amount", "words"), [("3.50", "£3.50"), ("4", "£4"), ("4.00", "£4"), ("1200", "£1,200"), ("0.75", "£0.75")]
)
def test_amounts_have_pence_only_where_there_are_some(amount: str, words: str) -> None:
    assert wording.pounds(Decimal(amount)) == words


@pytest.mark.parametrize(
    ("ages", "words"),
    [
        ({"minimum_age": 5, "maximum_age": 18}, "Ages 5 to 18"),
        ({"minimum_age": 16, "maximum_age": 16}, "Age 16"),
        ({"minimum_age": 18}, "Ages 18 and over"),
        ({"maximum_age": 4}, "Ages up to 4"),
        ({"any_age": True}, "All ages"),
        ({"minimum_age": 0, "maximum_age": 25}, "All ages"),
    ],
)
def test_ages_make_sense_alone(ages: dict[str, object], words: str) -> None:
    assert (
        wording.ages_label(
            Eligibility.model_construct(
                **{"needs": ["all"], "minimum_age": None, "maximum_age": None, "any_age": False, **ages}
            )
        )
        == words
    )


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (None, "No wait"),
        (Wait(number=1, unit="weeks"), "About 1 week"),
        (Wait(number=14, unit="weeks"), "About 14 weeks"),
    ],
)
def test_a_wait_is_said_with_about(length: Wait | None, words: str) -> None:
    assert wording.wait(length) == words


@pytest.mark.parametrize(
    ("schedule", "words"),
    [
        (Schedule(byday=["SA"], every="month", week_of_month=1), "First Saturday of the month"),
        (Schedule(byday=["SA"], every="month", week_of_month=5), "Last Saturday of the month"),
        (Schedule(byday=["SA"], every="month"), "Saturday, once a month"),
        (Schedule(dates=[date(2027, 4, 6), date(2027, 4, 5)]), "Monday 5 April 2027 and Tuesday 6 April 2027"),
        (
            Schedule(byday=["SA"], opens_at=time(9, 30), closes_at=time(12), term_time_only=True),
            "Saturday, 9:30am to midday, in term time",
        ),
    ],
)
def test_schedules_are_one_line_of_plain_words(schedule: Schedule, words: str) -> None:
    assert wording.schedule_words(schedule) == words


def test_times_and_prices_that_are_over_are_known_to_be_over() -> None:
    today = date(2026, 11, 22)
    assert wording.is_past(Schedule(byday=["MO"], valid_to=date(2026, 11, 21)), today)
    assert not wording.is_past(Schedule(byday=["MO"], valid_to=today), today)
    assert wording.is_past(Schedule(dates=[date(2026, 11, 1)]), today)
    old = CostOption(option="One swim", amount=Decimal(3), valid_to=date(2026, 8, 31))
    coming = CostOption(option="One swim", amount=Decimal(5), valid_from=date(2027, 1, 1))
    assert not wording.is_price_now(old, today)
    assert not wording.is_price_now(coming, today)


@pytest.mark.parametrize(
    ("words", "joined"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists_end_with_and(words: list[str], joined: str) -> None:
    assert wording.join(words) == joined
