"""What a service costs families."""

from __future__ import annotations

from typing import Any

from localoffer.model.base import Part, says
from localoffer.model.forms import Day, Fact, Pounds, Words
from localoffer.model.gaps import NOT_KNOWN, is_not_known
from localoffer.model.taken import tidy


def cost_as_meant(value: Any) -> Any:
    """`cost: free` says all there is to say, and so does `cost: not known`."""
    if isinstance(value, str) and tidy(value).lower().rstrip(".") in {"free", "free of charge", "no charge", "no cost"}:
        return {"free": "yes"}
    return {"free": NOT_KNOWN} if is_not_known(value) else value


class CostOption(Part):
    """One price."""

    option: Words = says("What the price is for.", "One session", "name", "title", "label")
    amount: Pounds = says("Pounds, without the £.", "3.50", "price", "cost", "fee")
    amount_description: Words | None = says(
        "More about the price, in words.", "for each child", "description", "details", "per", default=None
    )
    easy_read: Words | None = says(
        "What is said of the price in short easy-read sentences, where a sentence has more than 15 words.",
        "Helpers pay nothing.",
        default=None,
    )
    valid_from: Day | None = says("First day of this price.", "2026-09-01", "from", "start", default=None)
    valid_to: Day | None = says("Last day of this price.", "2027-08-31", "to", "until", "end", default=None)


class Cost(Part):
    """What it costs families."""

    free: Fact = says("Is it free? yes, no or not known.", "no", "is_free", "free_of_charge")
    cost_options: list[CostOption] = says(
        "The prices.",
        "[{option: One session, amount: 3.50}]",
        "options",
        "prices",
        "price",
        "costs",
        "fees",
        "amount",
        default=[],
    )
    personal_budget: Fact = says(
        "Can a personal budget or direct payment pay for it?",
        "yes",
        "direct_payments",
        "direct_payment",
        "personal_budgets",
        default="not known",
    )
