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
from localoffer.facts import Facts, service_facts
from localoffer.facts.brief import service_card
from localoffer.model import Service
from localoffer.outputs.qr import Codes
from localoffer.outputs.view import Card


@dataclass(frozen=True)
class Index(catalogue_index.Index):
    """The lists families browse, and the card of each service in them."""

    codes: Codes = field(default_factory=Codes)
    _latest: list[tuple[Service, Facts]] = field(default_factory=list, repr=False, compare=False)

    def facts(self, service: Service) -> Facts:
        """The facts of a service; those asked for last are kept, as its two pages are made one after the other."""
        if not self._latest or self._latest[0][0] is not service:
            self._latest[:] = [(service, service_facts(service, self.catalogue))]
        return self._latest[0][1]

    @cached_property
    def _cards(self) -> Mapping[str, Card]:
        return {service.id: service_card(service, self.catalogue.today) for service in self.catalogue.services.values()}

    def card(self, service: Service) -> Card:
        """The service in a list."""
        return self._cards[service.id]

    @cached_property
    def _easy_cards(self) -> Mapping[str, Card]:
        return {
            service.id: Card(service.name, easy_url(service_url(service.id)), wording.ages_label(service.eligibility))
            for service in self.catalogue.services.values()
        }

    def easy_card(self, service: Service) -> Card:
        """The service in an easy-read list: its name, its easy-read page, its ages."""
        return self._easy_cards[service.id]
