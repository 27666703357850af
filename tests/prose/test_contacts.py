"""Phone numbers and addresses in text become links, and nothing else does."""

from __future__ import annotations

import pytest

from localoffer.prose import link_contacts


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("Phone 01632960114.", "Phone [01632 960 114](tel:01632960114)."),
        ("Phone 01632 960 114, 9am to 5pm", "Phone [01632 960 114](tel:01632960114), 9am to 5pm"),
        ("Phone (01632) 960114", "Phone [01632 960 114](tel:01632960114)"),
        ("Phone +44 (0)1632 960114", "Phone [01632 960 114](tel:01632960114)"),
        ("Phone 020 7946 0123 now", "Phone [020 7946 0123](tel:02079460123) now"),
        ("Phone 01632-960-114 10am to 4pm", "Phone [01632 960 114](tel:01632960114) 10am to 4pm"),
        ("01632 960 114/01632 960 115", "[01632 960 114](tel:01632960114)/01632 960 115"),
        ("Text us on 07700 900 114.", "Text us on [07700 900 114](sms:07700900114)."),
        ("Send a text to: 07700 900 114", "Send a text to: [07700 900 114](sms:07700900114)"),
        ("Call or text 07700 900 114", "Call or text [07700 900 114](tel:07700900114)"),
        ("Write to club@marl.example.", "Write to [club@marl.example](mailto:club@marl.example)."),
        ("Write to o’neill@marl.example", "Write to [o'neill@marl.example](mailto:o'neill@marl.example)"),
        ("See www.marl.example/a_b.", "See [marl.example/a\\_b](https://www.marl.example/a_b)."),
        ("See https://marl.example/x(1) (new)", "See [marl.example/x(1)](https://marl.example/x%281%29) (new)"),
        ("(see https://marl.example/x)", "(see [marl.example/x](https://marl.example/x))"),
    ],
)
def test_what_can_be_a_link_is_one(text: str, linked: str) -> None:
    assert link_contacts(text) == linked


@pytest.mark.parametrize(
    "text",
    [
        "[01632 960 114](tel:01632960114)",
        "[Our page](https://marl.example/01632960114)",
        "`01632 960 114`",
        "```\n01632 960 114\n```",
        "### Phone 01632 960 114",
        "<https://marl.example/>",
        "[x]: https://marl.example/",
        "Text relay 18001 01632 960 114",
        "Charity number 1234567, company 01234567.",
        "It costs £01632960114.",
        "From 2026 to 2027, rooms 101 and 102.",
        "Phone 0800 111 222 42 people",
    ],
)
def test_what_is_no_address_or_is_a_link_stays(text: str) -> None:
    assert link_contacts(text) == text


def test_the_second_of_two_numbers_is_a_link_too() -> None:
    assert link_contacts("01632 960 114 or 01632 960 115").count("](tel:") == 2
