"""Easy read of whom a service is for, and of what it costs.

In: a service and the vocabularies. Out: ideas, in the order a person would ask. What the record does not know is said as
not known, or not said; it is never turned into yes or no.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from localoffer import wording
from localoffer.easyread.page import Idea, Sentence, extra, idea, in_threes, link, name, say, term
from localoffer.model import CostOption, Eligibility, Service
from localoffer.vocabulary import Need, Vocabulary

MOST_NEEDS = 4
"""More needs than this are left to the full page, so that the list does not bury the rest."""


def who_ideas(service: Service, vocabulary: Vocabulary) -> Iterator[Idea]:
    """Who it is for: people and ages, needs, where they live, plan and diagnosis, rules."""
    yield _people(service)
    yield from _needs(service, vocabulary)
    if service.only_for:
        yield idea("group", say("Not everyone can come."), say("It is for: ", name(service.only_for), "."))
    yield from _where_people_live(service, vocabulary)
    yield from _papers(service, vocabulary)
    if service.eligibility.criteria:
        yield extra(
            idea(
                "rule",
                say("There are rules about who can come."),
                say("You can ", link("read the rules on the full page", f"services/{service.id}/#who"), "."),
            )
        )


def _people(service: Service) -> Idea:
    eligibility = service.eligibility
    audiences = [wording.AUDIENCES[who] for who in service.for_whom if who in ("child", "young person")]
    children = wording.join(audiences) or "people"
    sentences = [say(f"It is for {children} {_aged(eligibility)}.")] if audiences or not service.for_whom else []
    sentences += [_other_people(who, eligibility) for who in service.for_whom if who not in ("child", "young person")]
    if eligibility.with_ehc_plan:
        sentences.append(say(f"With an EHC plan you can use it up to age {eligibility.with_ehc_plan.maximum_age}."))
    return Idea(_age_picture(service), tuple(sentences[:3]))


def _other_people(who: str, eligibility: Eligibility) -> Sentence:
    if who == "parent or carer":
        low, high = wording.age_range(eligibility)
        if (low, high) == (0, wording.OLDEST):
            return say("It is for parents and carers.")
        return say(f"It is for parents and carers of children {_aged(eligibility)}.")
    if who == "sibling":
        return say("It is for brothers and sisters.")
    return say("It is for people who work with children.")


def _aged(eligibility: Eligibility) -> str:
    """`aged 8 to 18`, `aged 5`, `aged 16 or over`, `of any age up to 25`."""
    low, high = wording.age_range(eligibility)
    if (low, high) == (0, wording.OLDEST):
        return "of any age up to 25"
    if low == high:
        return f"aged {low}"
    if eligibility.maximum_age is None and not eligibility.any_age:
        return f"aged {low} or over"
    return f"aged {low} to {high}"


def _age_picture(service: Service) -> str:
    low, high = wording.age_range(service.eligibility)
    if service.for_whom and not {"child", "young person"} & set(service.for_whom):
        return "parent" if "parent or carer" in service.for_whom else "group"
    if high <= 4:
        return "baby"
    if low >= 11:
        return "young-person"
    return "child" if high <= 11 else "person"


def _needs(service: Service, vocabulary: Vocabulary) -> Iterator[Idea]:
    chosen = service.eligibility.needs
    if "all" in chosen:
        yield idea("together", say("It is for people with any need or disability."))
        return
    needs = [vocabulary.needs[need] for need in chosen if need in vocabulary.needs]
    if len(needs) > MOST_NEEDS:
        yield idea(
            "group",
            say(f"It is for people with {len(needs)} kinds of need."),
            say("You can ", link("see them on the full page", f"services/{service.id}/#who"), "."),
        )
        return
    starts = ["It is for people with", *["It is also for people with"] * len(needs)]
    sentences = [say(f"{start} {_easy_words(need)}.") for start, need in zip(starts, needs, strict=False)]
    for number in range(0, len(needs), 3):
        yield Idea(needs[number].picture or "person", tuple(sentences[number : number + 3]))


def _easy_words(need: Need) -> str:
    return need.easy_read or need.name[:1].lower() + need.name[1:]


def _where_people_live(service: Service, vocabulary: Vocabulary) -> Iterator[Idea]:
    wanted = service.service_areas
    sentences: list[Sentence] = []
    if "national" in wanted:
        sentences.append(say("You can live anywhere in the country."))
    elif "whole area" in wanted:
        sentences.append(say("You can live anywhere in our area."))
    else:
        named = [vocabulary.areas[area].name for area in wanted if area in vocabulary.areas]
        sentences += [say("You can live in ", name(place), ".") for place in named]
    if "outside the area" in wanted and "national" not in wanted:
        sentences.append(say("You can live outside our area."))
    yield from map(extra, in_threes("map", sentences))


def _papers(service: Service, vocabulary: Vocabulary) -> Iterator[Idea]:
    plan, diagnosis = service.eligibility.ehc_plan_needed, service.eligibility.diagnosis_needed
    if plan == "yes":
        yield idea("plan", say("You need an ", term("EHC plan"), "."), explain("EHC plan", vocabulary))
    if diagnosis == "yes":
        yield idea("doctor", say("You need a ", term("diagnosis"), "."), explain("diagnosis", vocabulary))
    not_needed = [say("You do not need an EHC plan.")] if plan == "no" else []
    not_needed += [say("You do not need a diagnosis.")] if diagnosis == "no" else []
    if not_needed:
        yield extra(Idea("tick", tuple(not_needed)))
    unknown = [words for fact, words in ((plan, "an EHC plan"), (diagnosis, "a diagnosis")) if fact == "not known"]
    if unknown:
        yield extra(
            Idea(
                "not-known",
                (*(say(f"We do not know if you need {words}.") for words in unknown), say("Please ask first.")),
            )
        )


def explain(word: str, vocabulary: Vocabulary) -> Sentence | None:
    """The glossary's easy words for a hard word, as the next sentence; None where the glossary has none."""
    for entry in vocabulary.glossary.values():
        if entry.term.lower() == word.lower() and entry.easy_read:
            return say(wording.sentence(entry.easy_read.split(". ")[0]))
    return None


def cost_ideas(service: Service, today: date, vocabulary: Vocabulary) -> Iterator[Idea]:
    """What it costs: free, prices in force today, or that nobody told us."""
    cost = service.cost
    prices = [option for option in cost.cost_options if wording.is_price_now(option, today)]
    if cost.free == "yes":
        yield idea("free", say("It is free."), say("You do not pay."))
    elif prices:
        yield from _price_ideas(prices)
    elif cost.free == "no":
        yield idea("pay", say("It costs money."), say("Ask how much it is."))
    else:
        yield idea("not-known", say("We do not know if it is free."), say("Please ask first."))
    if cost.personal_budget == "yes":
        yield extra(
            idea(
                "money",
                say("You can pay with a ", term("personal budget"), "."),
                explain("personal budget", vocabulary),
            )
        )


def _price_ideas(prices: list[CostOption]) -> Iterator[Idea]:
    if any(option.amount_description for option in prices):
        found = [idea("pay", _price(option), _price_note(option)) for option in prices]
    else:
        found = in_threes("pay", [_price(option) for option in prices])
    yield from found[:2]
    yield from (extra(more) for more in found[2:])


def _price(option: CostOption) -> Sentence:
    price = "free" if not option.amount else wording.pounds(option.amount)
    return say(name(option.option), f": {price}.")


def _price_note(option: CostOption) -> Sentence | None:
    return say("About this price: ", name(option.amount_description), ".") if option.amount_description else None
