"""The forms that can be read, one row each, and which of them something is.

In: what was given. Out: its form, or a `SourceFault` that says what was found instead. A new form is a module and a row.
"""

from __future__ import annotations

from localoffer.exchange.fault import SourceFault
from localoffer.exchange.forms import hsds_tables, mapped, oruk, ours, outpost, schools
from localoffer.exchange.forms.form import Form, Given
from localoffer.exchange.notdata import refuse_other_kinds
from localoffer.exchange.tabletext import read_table

#: The first that fits is taken: from the surest to the loosest.
FORMS: tuple[Form, ...] = (
    Form("mapped", "any CSV with a map (--map)", mapped.fits, mapped.read),
    Form("ours", "our own table of services (services.csv)", ours.fits, ours.read),
    Form("hsds-tables", "HSDS's tables (a folder of CSV files)", hsds_tables.fits, hsds_tables.read),
    Form("oruk-1", "Open Referral UK 1", oruk.fits_version_1, oruk.read),
    Form("oruk-3", "Open Referral UK 3 or HSDS 3", oruk.fits_version_3, oruk.read),
    Form("outpost", "Outpost's CSV", outpost.fits, outpost.read),
    Form("schools", "the national register of schools (CSV)", schools.fits, schools.read),
)


def recognise(given: Given, wanted: str = "") -> Form:
    """The form of what was given; `wanted`: its id, where a person has said it."""
    refuse_other_kinds(given.first)
    found = next((form for form in FORMS if (form.id == wanted if wanted else form.fits(given))), None)
    if found is None:
        raise _not_known(given, wanted)
    return found


def _not_known(given: Given, wanted: str) -> SourceFault:
    known = "; ".join(f"{form.id}: {form.says}" for form in FORMS)
    if wanted:
        return SourceFault(f"There is no form {wanted!r}.", f"name one of these: {known}.")
    if not given.is_json:
        read_table(given.first)  # where it is no table, it says what is the matter with it
    if len(given.columns) > 1:
        return SourceFault(
            f"{given.name} is a table, and nobody has said which of its columns is which.",
            "run the same command with --suggest: it writes a file with a proposal. Read it, then give it with --map.",
        )
    return SourceFault(f"{given.name} is in no form that we know.", f"give it in one of these: {known}.")
