"""Taken as meant: one function a form, what a person types → how it is written here, or None where it cannot be that.

In: text. Out: the standard text. Only what can mean one thing is taken; what could mean two is for `advice` to explain.
Nothing here knows fields, files or findings.
"""

from __future__ import annotations

from localoffer.model.taken.amounts import standard_age, standard_amount, standard_months, standard_wait
from localoffer.model.taken.answers import is_blank, standard_answer, standard_fact
from localoffer.model.taken.reach import standard_address, standard_email, standard_phone, standard_postcode
from localoffer.model.taken.text import same_name, standard_path, tidy
from localoffer.model.taken.when import standard_date, standard_days, standard_time

__all__ = [
    "is_blank",
    "same_name",
    "standard_address",
    "standard_age",
    "standard_amount",
    "standard_answer",
    "standard_date",
    "standard_days",
    "standard_email",
    "standard_fact",
    "standard_months",
    "standard_path",
    "standard_phone",
    "standard_postcode",
    "standard_time",
    "standard_wait",
    "tidy",
]
