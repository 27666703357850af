"""The index of the catalogue as pages use it: with each service's card and each page's code for a phone's camera.

In: the Catalogue. Out: an `Index`. A card or a code stands on many pages and is worked out once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from localoffer import wording
from localoffer.addresses import easy_url, service_url
from localoffer.catalogue import index as catalogue_index
from localoffer.easyread import Row as EasyRow
from localoffer.model import Service
from localoffer.outputs.parts import Row, service_card
from localoffer.outputs.qr import Codes
from localoffer.outputs.view import Card


@dataclass(frozen=True)
class Index(catalogue_index.Index):
    """The lists families browse, and the card of each service in them."""

    codes: Codes = field(default_factory=Codes)

    @cached_property
    def _cards(self) -> Mapping[str, Card]:
        return {service.id: service_card(service, self.catalogue.today) for service in self.catalogue.services.values()}

    def card(self, service: Service) -> Card:
        """The service in a list."""
        return self._cards[service.id]

    def row(self, service: Service) -> Row:
        """The card as `[name, address, one line of facts]`, for lists that are not views yet."""
        card = self.card(service)
        return [card.name, card.href, card.line]

    @cached_property
    def _easy_rows(self) -> Mapping[str, EasyRow]:
        return {
            service.id: EasyRow(
                service.name, easy_url(service_url(service.id)), wording.ages_label(service.eligibility)
            )
            for service in self.catalogue.services.values()
        }

    def easy_row(self, service: Service) -> EasyRow:
        """The service in an easy-read list: its name, its easy-read page, its ages."""
        return self._easy_rows[service.id]
