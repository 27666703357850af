"""The index of the catalogue as pages use it: with each service's card and each page's code for a phone's camera.

In: the Catalogue. Out: an `Index`. A card or a code stands on many pages and is worked out once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from localoffer.catalogue import index as catalogue_index
from localoffer.facts import Facts, service_facts
from localoffer.facts.brief import service_card
from localoffer.facts.easy_card import easy_card
from localoffer.model import Service
from localoffer.outputs.qr import Codes, QrCode
from localoffer.outputs.view import Card


@dataclass(frozen=True)
class Index(catalogue_index.Index):
    """The lists families browse, and the card of each service in them. `kept`: the folder of what is kept between runs."""

    codes: Codes = field(default_factory=Codes)
    kept: Path | None = None
    _latest: list[tuple[Service, Facts]] = field(default_factory=list, repr=False, compare=False)

    def facts(self, service: Service) -> Facts:
        """The facts of a service; those asked for last are kept, as its two pages are made one after the other."""
        if not self._latest or self._latest[0][0] is not service:
            self._latest[:] = [(service, service_facts(service, self.catalogue))]
        return self._latest[0][1]

    @cached_property
    def _cards(self) -> dict[str, Card]:
        return {}

    def code(self, url: str) -> QrCode | None:
        """The square that leads from paper to a page; none where nobody has said the site's address."""
        site = self.catalogue.site.site_url
        return self.codes.code(site, url) if site else None

    def card(self, service: Service) -> Card:
        """The service in a list: made when it is asked for, as after an edit few are."""
        if service.id not in self._cards:
            self._cards[service.id] = service_card(service, self.catalogue)
        return self._cards[service.id]

    @cached_property
    def _easy_cards(self) -> Mapping[str, Card]:
        return {found.id: easy_card(found, self.catalogue) for found in self.catalogue.services.values()}

    def easy_card(self, service: Service) -> Card:
        """The service in an easy-read list, with a picture."""
        return self._easy_cards[service.id]

    @cached_property
    def _alike(self) -> dict[tuple[tuple[str, ...], frozenset[str]], list[str]]:
        return {}

    def alike(self, topics: tuple[str, ...], stages: frozenset[str]) -> list[str]:
        """Ids of the services most like one with these topics and stages, the best first; ranked once for all such."""
        if (topics, stages) not in self._alike:
            self._alike[topics, stages] = self._rank_alike(topics, stages)
        return self._alike[topics, stages]

    def _rank_alike(self, topics: tuple[str, ...], stages: frozenset[str]) -> list[str]:
        all_stages, near_ids, all_topics, own = self.stages_of, self.near_ids, self.topics_of, frozenset(topics)

        def rank(other: str) -> tuple[bool, bool, int]:
            return stages.isdisjoint(all_stages.get(other, ())), other not in near_ids, -len(own & all_topics[other])

        pool = dict.fromkeys(other for topic in topics for other in self.ids_by_topic.get(topic, ())[:60])
        if len(pool) < 5:
            pool |= dict.fromkeys(self.ids_by_topic.get(self.top_topics(topics[0])[0], ())[:60])
        if len(pool) < 2:
            pool |= dict.fromkeys(other.id for other in self.shown[:60])
        return sorted(pool, key=rank)
