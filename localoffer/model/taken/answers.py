"""Yes, no, not known, and ways to say that there is nothing to say."""

from __future__ import annotations

from localoffer.model.taken.text import any_of, tidy

YES = ("yes", "y", "true")
NO = ("no", "n", "false")
UNKNOWN = (
    "not known",
    "not-known",
    "not_known",
    "not known yet",
    "not yet known",
    "unknown",
    "not sure",
    "unsure",
    "don't know",
    "dont know",
    "do not know",
    "we do not know",
    "we don't know",
    "n/k",
    "nk",
    "tbc",
    "to be confirmed",
    "?",
)
"""Said of a fact these can only mean that it is not known. N/A is not among them: it may mean no."""
BLANKS = (
    "n/a",
    "na",
    "none",
    "nil",
    "-",
    "--",
    "tbc",
    "to be confirmed",
    "not known",
    "unknown",
    "not applicable",
    "?",
)
"""Said where a phone number or an address belongs, these can only mean that none is given."""
ANSWER_FORM = rf"^\s*{any_of(*YES, *NO)}\.?\s*$"
_UNKNOWN_TYPED = any_of(*UNKNOWN).replace("'", "['\u2019]")
UNKNOWN_FORM = rf"^\s*{_UNKNOWN_TYPED}\s*$"
FACT_FORM = rf"^\s*(?:{any_of(*YES, *NO)}\.?|{_UNKNOWN_TYPED})\s*$"
BLANK_FORM = rf"^\s*(?:{any_of(*BLANKS)})?\s*$"


def standard_answer(text: str) -> str | None:
    """`Y`, `TRUE`, `No.` → `yes`, `yes`, `no`."""
    plain = tidy(text).lower().removesuffix(".")
    return "yes" if plain in YES else "no" if plain in NO else None


def standard_fact(text: str) -> str | None:
    """As `standard_answer`; `Not sure`, `tbc` → `not known`."""
    return "not known" if tidy(text).lower() in UNKNOWN else standard_answer(text)


def is_blank(text: str) -> bool:
    """True for `N/A`, `none`, `-` where a phone number or an address belongs."""
    return tidy(text).lower().strip() in {*BLANKS, ""}
