"""Easy read of whom a service is for, and of what it costs.

In: a service and the catalogue. Out: ideas, in the order a person would ask. What the record does not know is said as
not known, or not said; it is never turned into yes or no.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from localoffer import wording
from localoffer.easyread.page import Idea, Sentence, extra, extras, idea, in_threes, link, name, say
from localoffer.model import NATIONAL, OUTSIDE, WHOLE_AREA, CostOption, Eligibility, Service
from localoffer.model.vocabulary import Need, Vocabulary

MOST_NEEDS = 3
"""More needs than this: two are named, and the full page names the others."""

YOUNG = ("child", "young person")


def who_ideas(service: Service, vocabulary: Vocabulary, place: str) -> Iterator[Idea]:
    """Who it is for: people and ages, needs, where they live, plan and diagnosis, rules."""
    first, *more = in_threes(_age_picture(service), list(_people(service)))
    yield first
    yield from extras(more, 1)
    yield from _needs(service, vocabulary)
    if service.only_for:
        yield idea("group", say("Not everyone can come."), say("It is for: ", name(service.only_for), "."))
    yield from extras(_where_people_live(service, vocabulary, place))
    yield from _papers(service)
    if service.eligibility.criteria:
        rules = link("read the rules on the full page", f"services/{service.id}/#who")
        yield extra(idea("rule", say("There are rules about who can come."), say("You can ", rules, ".")), 2)


# People and ages


def _people(service: Service) -> Iterator[Sentence]:
    eligibility, given = service.eligibility, set[str](service.for_whom)
    young = [wording.AUDIENCES[who] for who in YOUNG if who in given]
    if young or not given:
        is_small = set(YOUNG) <= given and wording.age_range(eligibility)[1] <= 11
        people = young[0] if len(young) == 1 or is_small else "people"
        yield say(f"It is for {people}{_aged(eligibility, given)}.")
    for who, words in OTHER_PEOPLE.items():
        if who in given:
            yield say(f"It is for {words}{' too' if young else ''}.")
        if who == "parent or carer" and who in given and not young and not _is_every_age(eligibility):
            yield say(f"Their child can be{_aged(eligibility, given).removeprefix(' aged')}.")
    if eligibility.with_ehc_plan:
        yield say(f"With an EHC plan you can be up to {eligibility.with_ehc_plan.maximum_age}.")


OTHER_PEOPLE = {
    "parent or carer": "parents and carers",
    "sibling": "brothers and sisters",
    "professional": "people who work with children",
}


def _is_every_age(eligibility: Eligibility) -> bool:
    return wording.age_range(eligibility) == (0, wording.OLDEST)


def _aged(eligibility: Eligibility, given: set[str]) -> str:
    """` aged 8 to 18`, ` aged 5`, ` aged 16 and over`, ` of any age`; nothing where no age is given."""
    low, high = eligibility.minimum_age, eligibility.maximum_age
    if eligibility.any_age:
        young = given & set(YOUNG)
        upto = f" aged up to {wording.OLDEST}" if young == {"young person"} else f" aged 0 to {wording.OLDEST}"
        return " of any age" if young == {"child"} else upto
    if low is None and high is None:
        return ""
    if high is None:
        return f" aged {low} and over"
    if low is None:
        return f" aged {high} or under" if high else " aged 0"
    return f" aged {low}" if low == high else f" aged {low} to {high}"


def _age_picture(service: Service) -> str:
    low, high = wording.age_range(service.eligibility)
    if service.for_whom and not set(YOUNG) & set(service.for_whom):
        return "parent" if "parent or carer" in service.for_whom else "group"
    if high <= 4:
        return "baby"
    if low >= 11:
        return "young-person"
    return "child" if high <= 11 else "person"


# Needs


def _needs(service: Service, vocabulary: Vocabulary) -> Iterator[Idea]:
    chosen = service.eligibility.needs
    if "all" in chosen:
        yield extra(idea("together", say("It is for people with any need or disability.")), 2)
        return
    needs = [vocabulary.needs[need] for need in chosen if need in vocabulary.needs]
    named = needs if len(needs) <= MOST_NEEDS else needs[: MOST_NEEDS - 1]
    starts = ["It is for people with ", *["It is also for people with "] * len(needs)]
    sentences = [say(f"{start}{_easy_words(need)}.") for start, need in zip(starts, named, strict=False)]
    if len(named) < len(needs):
        others = link(f"{len(needs) - len(named)} other needs", f"services/{service.id}/#glance")
        sentences.append(say(starts[1], others, "."))
    if sentences:
        yield extra(Idea(needs[0].picture or "person", tuple(sentences)), 1)


def _easy_words(need: Need) -> str:
    return need.easy_read or need.name[:1].lower() + need.name[1:]


# Where people live, plan and diagnosis


def _where_people_live(service: Service, vocabulary: Vocabulary, place: str) -> Iterator[Idea]:
    wanted = service.service_areas
    named = [vocabulary.areas[area].name for area in wanted if area in vocabulary.areas]
    if NATIONAL in wanted:
        yield idea("map", say("You can live anywhere in the country."))
        return
    sentences: list[Sentence] = []
    if WHOLE_AREA in wanted:
        sentences.append(say("You can live anywhere in ", name(place), "."))
    elif named:
        sentences.append(say("You can live in ", name(wording.join(named, "or")), "."))
    if OUTSIDE in wanted:
        sentences.append(say("You can live outside ", name(place), "."))
    if sentences:
        yield Idea("map", tuple(sentences))


def _papers(service: Service) -> Iterator[Idea]:
    plan, diagnosis = service.eligibility.ehc_plan_needed, service.eligibility.diagnosis_needed
    if plan == "yes":
        yield idea("plan", say("You need an EHC plan."))
    if diagnosis == "yes":
        yield idea("doctor", say("You need a diagnosis."))
    for fact, words in ((plan, "an EHC plan"), (diagnosis, "a diagnosis")):
        if fact == "no":
            yield extra(idea("tick", say(f"You do not need {words}.")))
        elif fact == "not known":
            yield extra(idea("not-known", say(f"We do not know if you need {words}."), say("Please ask first.")), 2)


# Cost


def cost_ideas(service: Service, today: date) -> Iterator[Idea]:
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
        yield extra(idea("money", say("You can pay with a personal budget.")))


def _price_ideas(given: list[CostOption]) -> Iterator[Idea]:
    """The first price, then what is free: who cannot pay must not miss it where a page has no room for all."""
    prices = [given[0], *sorted(given[1:], key=lambda option: bool(option.amount))]
    if any(_price_note(option) for option in prices):
        found = [idea("pay", _price(option), _price_note(option)) for option in prices]
    else:
        found = in_threes("pay", [_price(option) for option in prices])
    first, *more = found
    yield first
    yield from extras(more[:1], 1)
    yield from extras(more[1:])


def _price(option: CostOption) -> Sentence:
    price = "free" if not option.amount else wording.pounds(option.amount)
    return say(name(option.option), f": {price}.")


def _price_note(option: CostOption) -> Sentence | None:
    note = (option.amount_description or "").strip(" .")
    if not note or note.lower() in ("free", "no charge"):
        return None
    return say("About this price: ", name(note), ".")
