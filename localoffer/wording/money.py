"""How a price reads: the one statement of it for pages, easy read, cards and search.

In: amounts and the cost of a service. Out: plain text.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from localoffer.model import CostOption, Service
from localoffer.wording.sentences import sentence


def pounds(amount: Decimal) -> str:
    """`£3.50`, `£4`, `£1,200`."""
    whole = amount == amount.to_integral_value()
    return f"£{amount:,.0f}" if whole else f"£{amount:,.2f}"


def is_price_now(option: CostOption, today: date) -> bool:
    """True for a price that holds today, or has no dates."""
    return not (option.valid_to and option.valid_to < today) and not (option.valid_from and option.valid_from > today)


def cost_brief(service: Service, today: date) -> str:
    """For a line of facts: `free`, `£4`, `from £4`; empty when not known."""
    if service.cost.free == "yes":
        return "free"
    now = sorted({option.amount for option in service.cost.cost_options if is_price_now(option, today)})
    amounts = [amount for amount in now if amount]
    if not amounts:
        return "free" if now else ""
    return f"{'from ' if len(amounts) > 1 else ''}{pounds(amounts[0])}"


def cost_words(service: Service, today: date) -> str:
    """The answer to "What does it cost?" in a sentence for each price; what else to know of a price stands in the table;
    empty where it is not known."""
    if service.cost.free == "yes":
        return "Free. There is nothing to pay."
    now = [option for option in service.cost.cost_options if is_price_now(option, today)]
    if not now:
        return "You pay. Ask for the price." if service.cost.free == "no" else ""
    if len(now) > 3:
        return sentence(cost_brief(service, today))
    return " ".join(sentence(price_words(option)) for option in now)


def price(option: CostOption) -> str:
    """`£3.50`, or `free`."""
    return pounds(option.amount) if option.amount else "free"


def price_words(option: CostOption) -> str:
    """`One session: £3.50`."""
    return f"{option.option.rstrip('.')}: {price(option)}"
