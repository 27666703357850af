"""One record in the one shape → the fields of our listing, its provider's, and what became of its values on the way.

In: an `Incoming`, and what the offer knows. Out: a `Made`. Topics and needs that nobody has given are proposed by words here,
so that cleaning (`exchange`) stays without guesses.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any

from localoffer.exchange.account import Changed
from localoffer.exchange.listing import Listing, to_listing, to_provider
from localoffer.exchange.shape import Incoming, Lost
from localoffer.exchange.taking.carried import name_there
from localoffer.importing.proposals import Proposal, Proposer
from localoffer.letters import folded
from localoffer.model import NOT_KNOWN, NOT_SORTED, Service
from localoffer.model.provider import NOBODY_YET
from localoffer.model.vocabulary import Vocabulary
from localoffer.yamlfile.whole import as_read

PROPOSED = "proposed by words of the text, until a person agrees"

NOBODY = {"name": NOBODY_YET, "description": NOT_KNOWN, "kind": NOT_KNOWN}
"""Stands for the provider of records that do not say who runs them."""


@dataclass(frozen=True)
class Offered:
    """What the offer knows: its lists, its place, whose data comes in, and today."""

    vocabulary: Vocabulary
    place: str
    system: str
    licence: str
    today: date


@dataclass
class Made:
    """What one record became. `left_out`: why there can be no listing, or "". `name_there`: how other records of the same sender name it."""

    number: str
    name: str
    fields: dict[str, Any]
    provider_key: str = ""
    provider: dict[str, Any] = field(default_factory=dict)
    changed: list[Changed] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    left_out: str = ""
    incomplete: str = ""
    name_there: str = ""


class Maker:
    """Makes listings; each provider is made once."""

    def __init__(self, offered: Offered) -> None:
        self.offered = offered
        self.proposer = Proposer(offered.vocabulary)
        self._providers: dict[str, Listing] = {}

    def make(self, incoming: Incoming) -> Made:
        """One record."""
        given = self.offered
        listing = to_listing(
            incoming, given.vocabulary, system=given.system, today=given.today, licence=given.licence, place=given.place
        )
        name = str(listing.fields.get("name") or incoming.name.strip())
        made = Made(number_of(incoming), name, listing.fields, incomplete=incoming.incomplete)
        made.name_there = name_there(incoming)
        made.changed, made.lost, made.unknown, made.left_out = (
            listing.changed,
            listing.lost,
            listing.unknown,
            listing.left_out,
        )
        if not made.left_out:
            made.fields = as_read(self._with_proposals(incoming, made))
            made.fields.setdefault("source", {})["id"] = made.number
            self._find_provider(incoming, made)
        return made

    def _find_provider(self, incoming: Incoming, made: Made) -> None:
        organization = incoming.organization
        key = organization.id or folded(organization.name) or "-"
        if key not in self._providers:
            self._providers[key] = to_provider(organization, system=self.offered.system, licence=self.offered.licence)
            made.lost = [*made.lost, *self._providers[key].lost]
        provider = self._providers[key]
        if provider.left_out:
            key, fields = "-", {**NOBODY, "source": {"system": self.offered.system, "id": "-"}}
        else:
            fields = as_read(provider.fields)
            fields.setdefault("source", {})["id"] = key
        made.provider_key, made.provider = key, fields

    def _with_proposals(self, incoming: Incoming, made: Made) -> dict[str, Any]:
        fields = dict(made.fields)
        first = " . ".join(
            [str(fields.get("name", "")), str(fields.get("summary", "")), *(term.name for term in incoming.terms)]
        )
        text = str(fields.get("description", ""))
        if fields.get("topics") in ([NOT_SORTED], None):
            proposal = self.proposer.topics_of(first, text)
            if proposal.names:
                fields["topics"], fields["topics_proposed"] = proposal.names, "yes"
                _settle(made, "topics", proposal)
        who = dict(fields.get("eligibility", {}))
        if who.get("needs") in ([NOT_KNOWN], None):
            proposal = self.proposer.needs_of(f"{first} . {incoming.eligibility_description}", text)
            if proposal.names:
                who["needs"], who["needs_proposed"] = proposal.names, "yes"
                fields["eligibility"] = who
                _settle(made, "eligibility.needs", proposal)
        return {name: fields[name] for name in Service.model_fields if name in fields}


def _settle(made: Made, name: str, proposal: Proposal) -> None:
    """A proposal is told with the words it was chosen by."""
    made.unknown = [gap for gap in made.unknown if gap != name]
    for chosen in proposal.names:
        words = ", ".join(f"“{word}”" for word in proposal.words[chosen])
        made.changed.append(Changed(name, words, chosen, PROPOSED))


def number_of(incoming: Incoming) -> str:
    """A record's number there; where it has none, one that its name and organisation give."""
    number = " ".join(incoming.id.split())
    if number:
        return number
    said = f"{folded(incoming.name)}\n{folded(incoming.organization.name)}"
    return "name-" + sha256(said.encode("utf-8", "replace")).hexdigest()[:12]
