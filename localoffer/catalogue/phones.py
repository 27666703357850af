"""Phone numbers that are no listing's: a provider's, and those of the person who helps with the site.

In: all files. Out: findings of the rule that listings' numbers are held to.
"""

from __future__ import annotations

from collections.abc import Iterator

from localoffer.catalogue.files import Files
from localoffer.findings import Finding
from localoffer.model import Record
from localoffer.model.contact_forms import is_phone_in_use, nobody_has
from localoffer.records.rules.people import PHONE_FIELDS, check_numbers


def check_phones(files: Files) -> Iterator[Finding]:
    """A phone number is of a range that is given out in the UK."""
    for provider in files.providers.values():
        yield from _check(provider, "phone", provider.phone)
    if files.site:
        for field in PHONE_FIELDS:
            yield from _check(files.site, f"help.{field}", getattr(files.site.help, field))


def _check(record: Record, field: str, number: str | None) -> Iterator[Finding]:
    if number and not is_phone_in_use(number):
        yield check_numbers.in_field(record, field, nobody_has(number), "check each digit by phoning it.")
