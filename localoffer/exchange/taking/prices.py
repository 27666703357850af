"""What it costs: amounts that can be read one way; any other words stay words."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from localoffer.exchange.clean.prose import as_line
from localoffer.exchange.clean.signs import one_line
from localoffer.exchange.draft import Draft
from localoffer.exchange.shape import Price
from localoffer.exchange.taking.from_text import read_price
from localoffer.model.taken import standard_amount, standard_date
from localoffer.model.taken.amounts import NOTHING

COST = "What it costs"


def cost(draft: Draft) -> dict[str, Any]:
    """`free`, and the prices."""
    incoming = draft.incoming
    free = {"yes": "yes", "no": "no", "true": "yes", "false": "no"}.get(incoming.free.strip().lower(), "not known")
    fees = as_line(incoming.fees_description, "fees_description", draft)
    if fees.lower().rstrip(".! ") in NOTHING:
        free = "yes" if free == "not known" else free
        draft.account.change("cost.free", fees, free, "fees_description says so")
    elif free != "yes" and not incoming.prices and (price := read_price(fees, needs_label=False)):
        draft.account.change(
            "cost.cost_options", fees, f"{price['option']}: {price['amount']}", "read from these words"
        )
        return {"free": "no", "cost_options": [price]} if price["amount"].strip("0.") else {"free": "yes"}
    elif fees:
        draft.keep(COST, incoming.fees_description, "fees_description", "words about money stay as they are")
    options = [
        option for number, price in enumerate(incoming.prices) if (option := _price(price, f"prices.{number}", draft))
    ]
    asked = [option for option in options if Decimal(option["amount"]) > 0]
    if options and not asked and free != "no":
        return {"free": "yes"}
    if asked and free != "no":
        draft.account.change("cost.free", incoming.free, "no", "there are prices")
        free = "no"
    return {"free": free, **({"cost_options": options} if asked else {})}


def _price(price: Price, path: str, draft: Draft) -> dict[str, Any] | None:
    words, more = (as_line(text, path, draft) for text in (price.option, price.amount_description))
    amount = standard_amount(one_line(price.amount))
    is_pounds = price.currency.strip().upper() in ("", "GBP", "£", "POUNDS")
    if amount is None or not is_pounds or len(words) > 300 or len(more) > 300 or not (words or more):
        text = " ".join(part for part in (words, one_line(price.amount), price.currency.strip(), more) if part)
        if text:
            draft.keep(COST, text, path, "it is not one amount in pounds with words for what it is")
        return None
    dates = {name: standard_date(one_line(getattr(price, name))) for name in ("valid_from", "valid_to")}
    if dates["valid_from"] and dates["valid_to"] and dates["valid_to"] < dates["valid_from"]:
        draft.account.lose(path, "it ends before it begins")
        dates = {}
    found = {"option": words or more, "amount": amount}
    if words and more:
        found["amount_description"] = more
    return {**found, **{name: day for name, day in dates.items() if day}}
