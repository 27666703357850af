"""What nobody knows yet of a record: told once, kindly, with whom to ask.

In: facts, some of which are gaps. Out: the same facts; where there are many gaps, one fact that names them all in the place of
each by itself: a page of gaps still reads like a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from localoffer import wording
from localoffer.facts.fact import Fact, Unsaid
from localoffer.facts.voice import Idea, Sentence, idea, in_threes, say
from localoffer.model import Provider, Service

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


def gap_idea(words: str, whom: Whom) -> Idea:
    """`We do not know what it costs. Please ask them.`"""
    return idea("not-known", say(words), say(f"Please ask {whom.word}."))


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
    yield Fact("asking", "We are still asking", f"{names}. {whom.ask}", _ideas(gaps, whom), "question")


def _ideas(gaps: list[Fact], whom: Whom) -> list[Idea]:
    first = say("We do not know everything yet.")
    asked = list(_sentences(gaps, whom))
    return [idea("not-known", first, *asked[:2]), *in_threes("question", asked[2:])]


def _sentences(gaps: list[Fact], whom: Whom) -> Iterator[Sentence]:
    """`Ask them about ages and needs.`: two names in a sentence, a long one alone."""
    waiting: list[str] = []
    for gap in (fact.gap for fact in gaps if fact.gap):
        if gap.is_long:
            yield say(f"Ask {whom.word} {gap.easy}.")
            continue
        waiting.append(gap.easy)
        if len(waiting) == 2:
            yield say(f"Ask {whom.word} about {wording.join(waiting)}.")
            waiting = []
    if waiting:
        yield say(f"Ask {whom.word} about {waiting[0]}.")
