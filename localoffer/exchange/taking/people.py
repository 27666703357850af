"""Who it is for: ages only where they are numbers, needs and people only by the exact names of our lists."""

from __future__ import annotations

import re
from typing import Any

from localoffer.exchange.clean.prose import as_line
from localoffer.exchange.clean.signs import one_line
from localoffer.exchange.draft import Draft
from localoffer.model.choices import AUDIENCES
from localoffer.model.taken import same_name, standard_age

LOWEST, OLDEST = 0, 25
ONLY_OLDER = "it is for people older than 25, and this offer is for those from 0 to 25"


def age_number(text: str) -> int | None:
    """`8`, `8.0`, `8 years` → 8; None where it is not one whole number of years."""
    plain = re.sub(r"\.0+$", "", one_line(text))
    if re.fullmatch(r"\d{1,3}", plain, re.ASCII):
        return int(plain)
    written = standard_age(plain)
    return int(written) if written else None


def ages(draft: Draft) -> dict[str, Any] | None:
    """The ages as numbers, `any_age`, {} where nobody has said; None where all are over 25."""
    incoming, account = draft.incoming, draft.account
    low, high = age_number(incoming.minimum_age), age_number(incoming.maximum_age)
    for name, text, number in (("minimum_age", incoming.minimum_age, low), ("maximum_age", incoming.maximum_age, high)):
        if text.strip() and number is None:
            account.lose(name, f"“{one_line(text)[:60]}” is not a number of years")
    if low is not None and high is not None and high < low:
        account.lose("minimum_age", f"the ages are given as {low} to {high}, which cannot be")
        return {}
    if low is not None and low > OLDEST:
        return None
    if not high and not low:
        if low is not None or high is not None:
            account.lose("minimum_age", "0 alone is what a system writes where nobody has said an age")
        return {}
    return _in_range(low, high, draft)


def _in_range(low: int | None, high: int | None, draft: Draft) -> dict[str, Any]:
    """Ages above 25 are told; from birth to 25 or more is any age."""
    if high is not None and high > OLDEST:
        why = "an age in this offer is 25 at most"
        if not low:
            draft.account.change("eligibility.any_age", f"{low or 0} to {high}", "yes", why)
            return {"any_age": "yes"}
        draft.account.change("eligibility.maximum_age", str(high), "25", why)
        high = OLDEST
    if low == LOWEST and high == OLDEST:
        return {"any_age": "yes"}
    given = {"minimum_age": low, "maximum_age": high}
    return {name: age for name, age in given.items() if age is not None}


def eligibility(draft: Draft, found_ages: dict[str, Any]) -> dict[str, Any]:
    """Who it is for, in our order."""
    text = as_line(draft.incoming.eligibility_description, "eligibility_description", draft)
    if len(text) > 1000:
        draft.keep(
            "Who it is for", draft.incoming.eligibility_description, "eligibility", "it is too long for its field"
        )
        text = ""
    criteria = []
    if draft.incoming.needs_referral.strip().lower() in ("yes", "true"):
        criteria.append("A referral")
        draft.account.change(
            "eligibility.criteria", "needs_referral: yes", "A referral", "it does not say who can refer"
        )
    return {
        **(found_ages or {"any_age": "not known"}),
        "needs": named(draft, draft.vocabulary.needs) or ["not known"],
        **({"description": text} if text else {}),
        **({"criteria": criteria} if criteria else {}),
    }


def named(draft: Draft, members: Any) -> list[str]:
    """The members of one of our lists that the record's terms name exactly."""
    by_name = {same_name(name): key for key, member in members.items() for name in (key, member.name)}
    found = [by_name.get(same_name(one_line(term.name))) for term in draft.terms]
    return list(dict.fromkeys(key for key in found if key))


def audiences(draft: Draft) -> list[str]:
    """Whom it helps, where a term says so in our words."""
    found = [AUDIENCES.standard(one_line(term.name)) for term in draft.terms]
    return list(dict.fromkeys(word for word in found if word))
