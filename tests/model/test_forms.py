"""The forms of values: what is taken, what it becomes, what is refused."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from localoffer.model import forms
from localoffer.model.contact_forms import is_phone_in_use

TAKEN: list[tuple[Any, str, Any]] = [
    (forms.Phone, "01632 960 114", "01632960114"),
    (forms.Phone, "+44 (0)1632 960114", "01632960114"),
    (forms.Phone, "18001 01632 960 114", "1800101632960114"),
    (forms.Phone, "07700 900 114", "07700900114"),
    (forms.Phone, "0800 1111", "08001111"),
    (forms.Phone, "116 123", "116123"),
    (forms.Phone, "999", "999"),
    (forms.Phone, "85258", "85258"),
    (forms.Phone, "020 7946 0123", "02079460123"),
    (forms.Phone, "020 7219 3000", "02072193000"),
    (forms.Postcode, "mb12ab", "MB1 2AB"),
    (forms.Postcode, "SW1A 1AA", "SW1A 1AA"),
    (forms.Postcode, "m1 1ae", "M1 1AE"),
    (forms.Postcode, "EC1A 1BB", "EC1A 1BB"),
    (forms.Email, "club@marl-trust.example", "club@marl-trust.example"),
    (forms.WebAddress, "https://www.a.example/b?c=d#e", "https://www.a.example/b?c=d#e"),
    (forms.Day, "2026-10-05", date(2026, 10, 5)),
    (forms.Day, "2028-02-29", date(2028, 2, 29)),
    (forms.Clock, "00:00", time(0, 0)),
    (forms.Clock, "23:59", time(23, 59)),
    (forms.Pounds, "3.50", Decimal("3.50")),
    (forms.Pounds, "0", Decimal(0)),
    (forms.Age, "25", 25),
    (forms.YesNo, "True", True),
    (forms.YesNo, "no", False),
    (forms.Fact, "true", "yes"),
    (forms.Fact, "Not known", "not known"),
    (forms.Words, " a\n  b ", "a b"),
    (forms.PictureFile, "images/hall-2.jpg", "images/hall-2.jpg"),
]
REFUSED: list[tuple[Any, str, str]] = [
    (forms.Phone, "01632 960", "phone-form"),
    (forms.Phone, "07700 900 1143", "phone-form"),
    (forms.Phone, "１２３", "phone-form"),
    (forms.Phone, "+33 1 23 45 67 89", "phone-form"),
    (forms.Postcode, "MB1 2CI", "postcode-form"),
    (forms.Postcode, "QB1 2AB", "postcode-form"),
    (forms.Email, "a@b", "email-form"),
    (forms.WebAddress, "ftp://a.example", "web-address-form"),
    (forms.WebAddress, "https://user:pass@a.example", "web-address-form"),
    (forms.WebAddress, "https://a.example/<b>", "web-address-form"),
    (forms.WebAddress, "https://a", "web-address-form"),
    (forms.Day, "2027-02-29", "date-impossible"),
    (forms.Day, "5/1/26", "date-form"),
    (forms.Day, "２０２６-10-05", "date-form"),
    (forms.Clock, "2:30", "time-form"),
    (forms.Clock, "24:00", "time-form"),
    (forms.Pounds, "1e3", "amount-form"),
    (forms.Pounds, "NaN", "amount-form"),
    (forms.Age, "26", "number-range"),
    (forms.Age, "0x10", "number-form"),
    (forms.YesNo, "not known", "yes-or-no"),
    (forms.Fact, "", "yes-no-or-not-known"),
    (forms.PictureFile, "images/../../x.jpg", "image-outside"),
    (forms.PictureFile, "C:\\x.jpg", "image-outside"),
    (forms.PictureFile, "images/.jpg", "image-name"),
    (forms.Id, "Short breaks", "id-form"),
    (forms.ServiceId, "marl-trust", "service-name-form"),
]


@pytest.mark.parametrize(("form", "written", "value"), TAKEN, ids=lambda part: part if isinstance(part, str) else "")
def test_taken(form: Any, written: str, value: Any) -> None:
    assert TypeAdapter(form).validate_python(written) == value


@pytest.mark.parametrize(("form", "written", "rule"), REFUSED, ids=lambda part: part if isinstance(part, str) else "")
def test_refused(form: Any, written: str, rule: str) -> None:
    with pytest.raises(ValidationError) as raised:
        TypeAdapter(form).validate_python(written)
    error = raised.value.errors()[0]
    assert error["type"] == rule
    assert error["ctx"]["fix"].endswith((".", written.removeprefix("www."))) or error["ctx"]["fix"]


def test_a_number_nobody_has_is_possible_but_not_in_use() -> None:
    assert TypeAdapter(forms.Phone).validate_python("01632 123 456") == "01632123456"
    assert not is_phone_in_use("01632123456")
    assert is_phone_in_use("1800101632960114")
