"""What nobody knows yet of a record: told once, kindly, with whom to ask.

In: facts, some of which are gaps. Out: the same facts; where there are many gaps, one fact that names them all in the place of
each by itself: a page of gaps still reads like a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from localoffer import wording
from localoffer.facts.fact import Fact, Gap, Unsaid
from localoffer.facts.voice import Idea, idea, in_threes, say
from localoffer.model import Provider, Service

AGES = Gap("ages", "how old you can be")
NEEDS = Gap("needs", "which needs it is for")
AREA = Gap("where you need to live", "where you need to live")
PLACE = Gap("where it is", "where it is")
PAPERS = Gap("if you need a diagnosis or an EHC plan", "about a diagnosis or an EHC plan")
COST = Gap("cost", "what it costs")
ROUTE = Gap("how to get it", "how you get it")
FEW = 2
"""Up to so many gaps stand where the answer would stand; more of them stand together."""


@dataclass(frozen=True)
class Whom:
    """Whom to ask: `them`, or `us` where nobody knows how to reach them."""

    word: str
    has_phone: bool

    @property
    def ask(self) -> str:
        """`Ask them.`"""
        return f"Ask {self.word}."


def whom_to_ask(service: Service, provider: Provider | None) -> Whom:
    """By the contacts of the listing, else the provider's, else the offer's own help line."""
    if any(contact.ways for contact in service.contacts):
        return Whom("them", any(contact.phone for contact in service.contacts))
    if can_be_reached(provider):
        return Whom("them", bool(provider and provider.phone))
    return Whom("us", True)


def can_be_reached(provider: Provider | None) -> bool:
    """True where the provider has a phone, an e-mail address or a website."""
    return bool(provider and (provider.phone or provider.email or provider.url))


def gap_words(whom: Whom) -> str:
    """`We do not know yet. Ask them.`"""
    return f"We do not know yet. {whom.ask}"


def gap_idea(gap: Gap, whom: Whom) -> Idea:
    """`We do not know what it costs. Please ask them.`"""
    return idea("not-known", say(f"We do not know {gap.easy}."), say(f"Please ask {whom.word}."))


def told_once(facts: Iterable[Fact], whom: Whom) -> Iterator[Fact]:
    """The facts, and after them the one that names many gaps."""
    given = list(facts)
    gaps = [fact for fact in given if fact.gap]
    if len(gaps) <= FEW:
        yield from given
        return
    said = Unsaid("said with what we are still asking")
    yield from (replace(fact, standard=said, easy=said, chips=()) if fact.gap else fact for fact in given)
    names = wording.first_capital(wording.join(fact.gap.name for fact in gaps if fact.gap))
    yield Fact("asking", "We are still asking", f"{names}. {whom.ask}", _ideas(gaps, whom), "ask")


def _ideas(gaps: list[Fact], whom: Whom) -> list[Idea]:
    asked = [say(f"Ask {whom.word} {fact.gap.easy}.") for fact in gaps if fact.gap]
    return [idea("not-known", say("We do not know everything yet."), *asked[:2]), *in_threes("question", asked[2:])]
