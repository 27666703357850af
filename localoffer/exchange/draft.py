"""What all takers of one record share: the record, our vocabularies, the account, and words that found no field."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from localoffer.exchange.account import Account
from localoffer.exchange.clean.signs import one_line
from localoffer.exchange.shape import Incoming, Section, Term
from localoffer.model.vocabulary import Vocabulary

OURS = "local-offer-record"
"""The taxonomy of what our own records carry along (HSDS attributes)."""


@dataclass
class Draft:
    """One record on its way in. `more`: words that no field can hold; they stand under headings at the end of the text."""

    incoming: Incoming
    vocabulary: Vocabulary
    account: Account
    today: date
    place: str = ""
    pages: Container[str] = ()
    more: list[Section] = field(default_factory=list)

    def keep(self, heading: str, text: str, path: str, why: str) -> None:
        """Words that fit no field are kept in the description, under a heading. Our own record carries its fields along."""
        if self.carried:
            return
        self.more.append(Section(heading, text))
        self.account.change("description", one_line(text), f"under “{heading}”", f"{path}: {why}")

    @cached_property
    def terms(self) -> list[Term]:
        """What the record is sorted by there."""
        return [term for term in self.incoming.terms if term.taxonomy != OURS]

    @cached_property
    def carried(self) -> dict[str, str]:
        """Fields of our own record that the other form could not hold: name → JSON; empty where it is not our record."""
        return {term.id or term.name: term.value for term in self.incoming.terms if term.taxonomy == OURS}

    @cached_property
    def own_words(self) -> frozenset[str]:
        """The words of the service's and the organisation's names, by which a shared address is known."""
        return words_of(self.incoming.name, self.incoming.organization.name, self.incoming.alternate_name)

    @cached_property
    def people(self) -> frozenset[str]:
        """The words of the names of people that came in as contacts; none of them may go out."""
        given = [contact.name for contact in self.incoming.contacts]
        given += [contact.name for place in self.incoming.places for contact in place.contacts]
        return words_of(*given)

    @cached_property
    def full_names(self) -> list[re.Pattern[str]]:
        """Their whole names, as they may stand in a text."""
        contacts = [*self.incoming.contacts, *(one for place in self.incoming.places for one in place.contacts)]
        names = {one_line(contact.name) for contact in contacts}
        return [_whole(name) for name in sorted(names) if len(name.split()) > 1 and len(name) <= 60]

    @cached_property
    def secrets(self) -> list[re.Pattern[str]]:
        """Streets and postcodes of places that must stay private."""
        places = [place for place in self.incoming.places if place.sensitive]
        lines = {one_line(line) for place in places for line in (place.address_1, place.address_2, place.postal_code)}
        return [re.compile(r"\s*".join(map(re.escape, line.split())), re.IGNORECASE) for line in lines if len(line) > 3]


def _whole(name: str) -> re.Pattern[str]:
    return re.compile(r"\b" + r"\s+".join(map(re.escape, name.split())) + r"\b", re.IGNORECASE)


def words_of(*texts: str) -> frozenset[str]:
    """Every word of some names, in small letters."""
    return frozenset(word for text in texts for word in split_words(text))


def split_words(text: str) -> Iterable[str]:
    """`St. Mary's Club` → st, mary, s, club."""
    return "".join(sign if sign.isalnum() else " " for sign in one_line(text).lower()).split()
