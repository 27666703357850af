"""One record with only what a test says of it, and what it becomes."""

from __future__ import annotations

from datetime import date
from typing import Any

from localoffer.exchange.account import Account
from localoffer.exchange.draft import Draft
from localoffer.exchange.listing import Listing, to_listing
from localoffer.exchange.shape import Incoming, Origin
from localoffer.model.vocabulary import Vocabulary

TODAY = date(2026, 11, 25)


def incoming(**fields: Any) -> Incoming:
    given = {"name": "Saturday club", "description": "Come and play with us on Saturdays.", **fields}
    return Incoming("8f2c", Origin("feed.json", 1), **given)


def draft(**fields: Any) -> Draft:
    return Draft(incoming(**fields), Vocabulary(), Account(), TODAY)


def listing(**fields: Any) -> Listing:
    return to_listing(incoming(**fields), Vocabulary(), system="Marlbrook feed", today=TODAY, place="Marlbrook")
