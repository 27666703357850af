"""What a service costs.

In: a Service and today. Out: Facts. How an amount reads is said in `wording.money`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from localoffer import wording
from localoffer.facts.fact import Fact, Rows, Unsaid
from localoffer.facts.gaps import COST, Whom
from localoffer.facts.links import linked
from localoffer.facts.plain import MOST_WORDS, how_many, phrase, sentences_of, told
from localoffer.facts.reader import Reader, reader_of
from localoffer.facts.view import Price
from localoffer.facts.voice import Idea, Sentence, idea, in_threes, say
from localoffer.model import CostOption, Service

BUDGET = "You can use a personal budget."


def cost_facts(service: Service, today: date, whom: Whom) -> Iterator[Fact]:
    """Free or not, each price, and whether a personal budget may pay."""
    cost = service.cost
    now = [option for option in cost.cost_options if wording.is_price_now(option, today)]
    is_gap = cost.free == "not known" and not now
    said = f"We do not know. Ask {whom.word} first." if is_gap else wording.cost_words(service, today)
    is_priced = now and cost.free != "yes"
    easy = Unsaid("each price says it") if is_priced else [_cost_idea(cost.free)]
    gap = COST if is_gap and cost.personal_budget != "yes" else None
    yield Fact("cost", "Cost", said, easy, "pound", _chips(service, today), gap)
    prices = (
        []
        if cost.free == "yes"
        else [_price(option, today) for option in cost.cost_options if _is_shown(option, today)]
    )
    if prices:
        told = list(_price_ideas(now, reader_of(service))) if now else Unsaid("none of the prices is in force yet")
        yield Fact("prices", "What it costs", Rows(prices), told)
    if cost.personal_budget == "yes":
        told = [idea("money", say("You can pay with a personal budget."))]
        yield Fact("personal-budget", "Personal budget", BUDGET, told)


def _chips(service: Service, today: date) -> list[str]:
    words = wording.cost_brief(service, today)
    return [wording.first_capital(words)] if words and service.cost.free != "not known" else []


def _cost_idea(free: str) -> Idea:
    if free == "yes":
        return idea("free", say("It is free."), say("You do not pay."))
    if free == "no":
        return idea("pay", say("It costs money."), say("Ask how much it is."))
    return idea("not-known", say("We do not know if it is free."), say("Please ask first."))


def _is_shown(option: CostOption, today: date) -> bool:
    """Prices to come are shown too, with the day from which they hold."""
    return not (option.valid_to and option.valid_to < today)


def _price(option: CostOption, today: date) -> Price:
    notes = [option.amount_description or ""]
    if option.valid_from and option.valid_from > today:
        notes.append(f"from {wording.day_date(option.valid_from)}")
    if option.valid_to:
        notes.append(f"until {wording.day_date(option.valid_to)}")
    words = wording.first_capital(", ".join(note for note in notes if note))
    return Price(option.option, wording.first_capital(wording.price(option)), linked(words))


def _price_ideas(given: list[CostOption], reader: Reader) -> Iterator[Idea]:
    """Each price in a sentence, and what else is said of it."""
    found = [(_price_sentence(option), list(_price_note(option, reader))) for option in given]
    if any(notes for _price, notes in found):
        for priced, notes in found:
            yield from in_threes("pay", [priced, *notes])
    else:
        yield from in_threes("pay", [priced for priced, _notes in found])


_WHO_PAYS = re.compile(
    r"(?:Families|Parents|Carers|Children|People|Young people|Pupils|Adults|Members|Helpers|Brothers|Sisters)\b"
)
"""Options that are people."""


def _price_sentence(option: CostOption) -> Sentence:
    if how_many(option.option) > MOST_WORDS:
        option = option.model_copy(update={"option": "some people"})
    if not option.amount:
        pays = _WHO_PAYS.match(option.option)
        return phrase("", f"{option.option} pay nothing") if pays else phrase("You pay nothing for ", option.option)
    return phrase("The price for ", option.option, f" is {wording.price(option)}.")


def _price_note(option: CostOption, reader: Reader) -> Iterator[Sentence]:
    note = (option.amount_description or "").strip(" .")
    if not note or note.lower() in ("free", "no charge"):
        return
    if option.easy_read or not _PART.match(note):
        yield from told(note, option.easy_read, NOTE, reader)
        return
    first, *others = sentences_of(note)
    yield phrase("That is ", wording.in_sentence(first)) if how_many(first) < MOST_WORDS else NOTE
    if others:
        yield from told(" ".join(others), None, NOTE, reader)


_PART = re.compile(r"(?:for|per|each|at|by|if|only|from|with|a|an|the|including|plus|paid|every)\b", re.IGNORECASE)
NOTE = say("Ask them about this price.")
