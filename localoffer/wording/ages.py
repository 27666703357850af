"""How ages read: the one statement of it for pages, easy read, cards and search.

In: whom a service is for. Out: plain text.
"""

from __future__ import annotations

from localoffer.model import Eligibility, Service

OLDEST = 25
"""The offer is for people from birth to 25 (Children and Families Act 2014 section 83)."""


def age_range(eligibility: Eligibility) -> tuple[int, int] | None:
    """The youngest and the oldest age, both counted in; None where the record does not say."""
    if not eligibility.has_ages:
        return None
    if eligibility.any_age:
        return 0, OLDEST
    low = eligibility.minimum_age if eligibility.minimum_age is not None else 0
    high = eligibility.maximum_age if eligibility.maximum_age is not None else OLDEST
    return low, high


def ages(eligibility: Eligibility) -> str:
    """`5 to 18`, `18 and over`, `up to 4`, `All ages`; empty where the record does not say."""
    known = age_range(eligibility)
    if known is None:
        return ""
    low, high = known
    if (low, high) == (0, OLDEST):
        return "All ages"
    if eligibility.maximum_age is None:
        return f"{low} and over"
    if eligibility.minimum_age is None:
        return f"up to {high}"
    return f"{low} to {high}" if low != high else str(low)


def ages_label(eligibility: Eligibility) -> str:
    """`Ages 5 to 18`, `Age 16`, `All ages`: makes sense alone; empty where not known."""
    words = ages(eligibility)
    if words in ("All ages", ""):
        return words
    return f"{'Age' if words.isdigit() else 'Ages'} {words}"


def is_for_grown_up(service: Service) -> bool:
    """True when the reader is the young person: nobody under 16 can have it."""
    known = age_range(service.eligibility)
    return known is not None and known[0] >= 16
