"""Opening hours in words are understood where they can mean one thing, and told to scripts where a device can know them."""

from __future__ import annotations

from typing import Any

import pytest

from localoffer.model import Schedule
from localoffer.model.opening import schedules_of
from localoffer.wording import open_hours


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Monday to Friday, 9am to 5pm", "12345 0900-1700"),
        ("Mon-Fri 9.30am - 4pm; Saturday, 10am to noon.", "12345 0930-1600;6 1000-1200"),
        ("weekdays from 09:00 until 17:00", "12345 0900-1700"),
        ("every day, 9am to midnight", "1234567 0900-2400"),
        ("Monday to Friday, 9 to 5", ""),
        ("Monday to Friday, 9am to 5pm; or leave a message", ""),
        ("when we can", ""),
        ("", ""),
    ],
)
def test_hours_in_words(words: str, told: str) -> None:
    assert open_hours(schedules_of(words)) == told


ALL = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


@pytest.mark.parametrize(
    ("schedule", "told"),
    [
        ({"byday": ALL, "opens_at": "00:00", "closes_at": "23:59"}, "1234567 0000-2400"),
        ({"byday": ["SA", "MO"], "opens_at": "17:00", "closes_at": "08:45"}, "16 1700-0845"),
        (
            {"byday": ["MO"], "opens_at": "09:00", "closes_at": "17:00", "not_bank_holidays": "yes"},
            "1 0900-1700 closed",
        ),
        ({"byday": ["MO"], "opens_at": "09:00", "closes_at": "17:00", "term_time_only": "yes"}, ""),
        ({"byday": ["MO"], "opens_at": "09:00", "closes_at": "17:00", "every": "month", "week_of_month": "1"}, ""),
        ({"byday": ["MO"], "opens_at": "09:00", "closes_at": "17:00", "valid_to": "2027-01-01"}, ""),
        ({"byday": ["MO"], "opens_at": "09:00"}, ""),
        ({"dates": ["2027-01-04"], "opens_at": "09:00", "closes_at": "17:00"}, ""),
    ],
)
def test_hours_that_hang_on_what_a_device_cannot_know_are_not_told(schedule: dict[str, Any], told: str) -> None:
    assert open_hours([Schedule.model_validate(schedule)]) == told
    assert not open_hours([Schedule.model_validate(schedule), Schedule(description="By arrangement")])
