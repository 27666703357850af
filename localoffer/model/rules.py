"""The rules about fields and what they hold. The forms of `model` refuse by them; what only rooms above see is here too."""

from __future__ import annotations

from typing import NoReturn

from pydantic_core import PydanticCustomError

from localoffer.findings import SURE
from localoffer.rulebook import Rule, Rules

FIELDS = Rules("fields")
MISSING_FIELD = FIELDS.declare("missing-field", "The fields that must be there are there.")
UNKNOWN_FIELD = FIELDS.declare(
    "unknown-field",
    "Each field is one that exists, where it belongs. Other names for it are recognised and the right one is shown.",
)
EMPTY_FIELD = FIELDS.declare("empty-field", "A field that is written has something after it.")
EMPTY_LIST = FIELDS.declare("empty-list", "A list has something in it.")
WRONG_FORM = FIELDS.declare(
    "wrong-form", "A list is a list, words are words, and a group of fields is a group of fields."
)
TEXT_LONG = FIELDS.declare("text-long", "A text is no longer than its place on the page.")
TEXT_SHORT = FIELDS.declare("text-short", "A text is long enough to say something.")
NOT_A_CHOICE = FIELDS.declare("not-a-choice", "Where there is a choice of words, one of them is written.")
YES_OR_NO = FIELDS.declare("yes-or-no", "Some facts are yes or no.")
YES_NO_OR_NOT_KNOWN = FIELDS.declare(
    "yes-no-or-not-known", "Most facts are yes, no or not known. Not known is never shown as no."
)
DATE_FORM = FIELDS.declare("date-form", "A date is written year-month-day: 2026-10-05.")
DATE_IMPOSSIBLE = FIELDS.declare("date-impossible", "A date is a day in the calendar.")
DATE_FUTURE = FIELDS.declare("date-future", "What has been done was done today or before.")
TIME_FORM = FIELDS.declare("time-form", "A time is written on the 24-hour clock: 09:30.")
AMOUNT_FORM = FIELDS.declare("amount-form", "An amount is pounds, or pounds and pence, without the £ sign: 3.50.")
NUMBER_FORM = FIELDS.declare("number-form", "A number is written in digits, without a decimal point.")
NUMBER_RANGE = FIELDS.declare(
    "number-range", "A number lies in the range of its field: ages from 0 to 25, months from 1 to 12."
)
EMAIL_FORM = FIELDS.declare("email-form", "An e-mail address is written whole.")
PHONE_FORM = FIELDS.declare("phone-form", "A phone number is a possible number in the UK.")
EXTENSION_FORM = FIELDS.declare(
    "extension-form", "An extension is digits, or option and the number to press: 204, option 2."
)
WEB_ADDRESS_FORM = FIELDS.declare("web-address-form", "A web address is written whole, from https:// on.")
ADDRESS_SIGN = FIELDS.declare(
    "address-sign",
    "A web or e-mail address has no signs that cannot be seen, and no letters that only look like those of its alphabet.",
)
POSTCODE_FORM = FIELDS.declare("postcode-form", "A postcode is whole: MB1 2AB.")
ADDRESS_FORM = FIELDS.declare("address-form", "An address has a street and a town.")
COLOUR_FORM = FIELDS.declare("colour-form", "A colour is written # and six letters or digits.")
ID_FORM = FIELDS.declare("id-form", "A short name has small letters, digits and hyphens.")
SERVICE_NAME_FORM = FIELDS.declare(
    "service-name-form", "A service is named by folder and file: marl-trust/saturday-club."
)
PAGE_NAME_FORM = FIELDS.declare("page-name-form", "A page is named by its place: guides/short-breaks.")
WAIT_FORM = FIELDS.declare("wait-form", "A waiting time is none, or a number and a unit.")
LAW_FIGURE = FIELDS.declare(
    "law-figure",
    "A figure of the law is one number, two with “to” between, or a day of the year: 6, 2 to 6, 15 February.",
)
PICTURE_FORM = FIELDS.declare("picture-form", "A picture's file is written openmoji:, material: or own: and its name.")
IMAGE_NAME = FIELDS.declare(
    "image-name", "A picture's file name has letters, digits and hyphens and ends in .jpg, .png, .webp or .svg."
)
IMAGE_OUTSIDE = FIELDS.declare(
    "image-outside", "A picture lies in the provider's own folder, or in content/ for pages."
)

BY_ID = {rule.id: rule for rule in FIELDS}


def refuse(rule: Rule, message: str, fix: str, put: str = "", how_sure: str = SURE) -> NoReturn:
    """Refuse a value: one plain sentence and a way out. `put`: the value to write, where the way out names one."""
    raise PydanticCustomError(rule.id, "{message}", {"message": message, "fix": fix, "put": put, "how_sure": how_sure})
