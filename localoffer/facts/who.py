"""Whom a service is for: ages, needs, where they live, what they need first, rules.

In: a Service and the Catalogue. Out: Facts. What the record does not know is said as not known, or not said; it is never
turned into yes or no.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from localoffer import wording
from localoffer.addresses import need_url
from localoffer.catalogue import Catalogue
from localoffer.catalogue.index import ALL_NEEDS
from localoffer.facts import gaps
from localoffer.facts.ages import ages_answer, ages_ideas
from localoffer.facts.fact import Fact, Rows
from localoffer.facts.gaps import Whom, gap_idea, gap_words
from localoffer.facts.links import linked
from localoffer.facts.needed import needed_answer, no_papers_chips, papers, things_needed
from localoffer.facts.plain import MOST_WORDS, how_many, phrase, sentences_of, told
from localoffer.facts.reader import Reader, reader_of
from localoffer.facts.view import Criteria, Link, Words
from localoffer.facts.voice import Idea, Sentence, idea, in_threes, name, say
from localoffer.facts.whole import for_whom, mended, short_enough
from localoffer.model import NATIONAL, NOT_KNOWN, OUTSIDE, WHOLE_AREA, Service, known
from localoffer.model.vocabulary import Need, Vocabulary


def who_facts(service: Service, catalogue: Catalogue, whom: Whom) -> Iterator[Fact]:
    """People and ages, needs, where they live, plan and diagnosis, rules."""
    words, place, who = catalogue.vocabulary, catalogue.site.council.place, service.eligibility
    no_ages = None if who.has_ages or service.for_whom or who.with_ehc_plan else gaps.AGES
    label = wording.ages_label(who)
    ages = ages_answer(service, whom)
    yield Fact("ages", "Ages", ages, ages_ideas(service, whom), "people", [label] if label else [], no_ages)
    no_needs = None if known(who.needs) else gaps.NEEDS
    needs = list(_needs(service, words, whom))
    yield Fact("needs", "Needs", needs_answer(service, words, whom), needs, "heart", gap=no_needs)
    if service.only_for:
        told = idea("group", say("Not everyone can come."), *_only(service.only_for))
        yield Fact("only-for", "Only for", linked(service.only_for), [told], "people")
    area = area_answer(service, words, place) if service.has_area else gap_words(whom)
    homes = list(_where_people_live(service, words, place))
    no_area = None if service.has_area else gaps.AREA
    if no_area:
        homes = [gap_idea(gaps.AREA, whom)]
    yield Fact("area", "Where you live", area, homes, "pin", gap=no_area)
    no_papers = gaps.PAPERS if set(papers(service)) == {NOT_KNOWN} and not things_needed(service) else None
    first, needed = list(_first_needed(service)), needed_answer(service, whom)
    yield Fact("first-needed", "What you need first", needed, first, "check", no_papers_chips(service), no_papers)
    if who.description:
        yield Fact("who", who_title(service), linked(who.description), list(description_ideas(service)))
    if who.criteria:
        yield Fact(
            "criteria", who_title(service), Rows([criteria(who.criteria)]), list(rule_ideas(service, who.criteria))
        )


def who_title(service: Service) -> str:
    """The question above whom it is for."""
    return "Is it for me?" if wording.is_for_grown_up(service) else "Is it for my child?"


def criteria(lines: list[str]) -> Criteria:
    """The rules, and whether all must be true; lines that begin with “Or” are other ways to fulfil them."""
    lead = "All of these must be true:"
    if len(lines) == 1:
        lead = "This must be true:"
    elif all(line.startswith("Or ") for line in lines[1:]):
        lead = "One of these must be true:"
        lines = [wording.first_capital(line.removeprefix("Or ")) for line in lines]
    return Criteria(lead, [linked(line) for line in lines])


# Needs


def needs_answer(service: Service, vocabulary: Vocabulary, whom: Whom) -> Words:
    """The needs it is for, each a link to more help for that need; what only a program has found is said to be that."""
    if not known(service.eligibility.needs):
        return gap_words(whom)
    if ALL_NEEDS in service.eligibility.needs:
        return "Every need"
    chosen = [vocabulary.needs[name] for name in service.eligibility.needs if name in vocabulary.needs]
    words: list[str | Link] = []
    for need in chosen:
        words += [Link(need.name, need_url(need.id)), ", "]
    if service.eligibility.needs_proposed:
        return ["Perhaps ", *words[:-1], f". A computer found these words. {whom.ask}"]
    return words[:-1]


def _needs(service: Service, vocabulary: Vocabulary, whom: Whom) -> Iterator[Idea]:
    chosen = service.eligibility.needs
    if not known(chosen):
        yield gap_idea(gaps.NEEDS, whom)
        return
    if ALL_NEEDS in chosen:
        yield idea("everyone", say("It is for people with any need or disability."))
        return
    needs = [vocabulary.needs[need] for need in chosen if need in vocabulary.needs]
    starts = ["It is for people ", *["It is also for people "] * len(needs)]
    if service.eligibility.needs_proposed:
        starts = ["It may be for people ", *["It may also be for people "] * len(needs)]
    for start, need in zip(starts, needs, strict=False):
        yield idea(need.picture or "person", say(f"{start}{people_words(need)}."))
    if needs and service.eligibility.needs_proposed:
        yield idea("computer", say("A computer found these needs."), say(f"Please ask {whom.word}."))


def people_words(need: Need) -> str:
    """What comes after “people” in easy read: `who are deaf`, `with dyslexia`."""
    words = need.easy_read or wording.in_sentence(need.name)
    return words if words.startswith(("who ", "with ")) else f"with {words}"


# Where people live


def area_answer(service: Service, vocabulary: Vocabulary, place: str) -> str:
    """`All of Marlbrook`, `Easton and Northfield`, `Anywhere in the country`."""
    areas = vocabulary.areas
    special = {
        WHOLE_AREA: f"all of {place}",
        OUTSIDE: f"outside {place}",
        NATIONAL: "anywhere in the country",
    }
    names = [special.get(area) or (areas[area].name if area in areas else area) for area in service.service_areas]
    return wording.first_capital(wording.join(names, "or"))


def _where_people_live(service: Service, vocabulary: Vocabulary, place: str) -> Iterator[Idea]:
    live = reader_of(service).live
    wanted = service.service_areas
    named = [vocabulary.areas[area].name for area in wanted if area in vocabulary.areas]
    if NATIONAL in wanted:
        yield idea("country", say(f"{live} anywhere in the country."))
        return
    sentences: list[Sentence] = []
    if WHOLE_AREA in wanted:
        sentences.append(say(f"{live} anywhere in ", name(place), "."))
    elif named:
        sentences.append(say(f"{live} in ", name(wording.join(named, "or")), "."))
    if OUTSIDE in wanted:
        sentences.append(say(f"{live} outside ", name(place), "."))
    if sentences:
        yield Idea("map", tuple(sentences))


# Plan and diagnosis, in easy read


def _first_needed(service: Service) -> Iterator[Idea]:
    diagnosis, plan = papers(service)
    reader = reader_of(service)
    if plan == "yes":
        yield idea("plan", say(f"{reader.you} {reader.need} an EHC plan."))
    if diagnosis == "yes":
        yield idea("diagnosis", say(f"{reader.you} {reader.need} a diagnosis."))
    for fact, words, picture in ((plan, "an EHC plan", "no-plan"), (diagnosis, "a diagnosis", "no-diagnosis")):
        if fact == "no":
            yield idea(picture, say(f"{reader.you} {reader.do} not need {words}."))
        elif fact == "not known":
            yield idea("not-known", *_not_sure(words, reader))


def _not_sure(words: str, reader: Reader) -> list[Sentence]:
    if reader.who == "person":
        return [say(f"We do not know if you need {words}."), say("Please ask first.")]
    return [say(f"Please ask if {reader.you.lower()} {reader.need} {words}."), say("We do not know.")]


def _only(words: str) -> list[Sentence]:
    """Who alone may come."""
    first, *others = sentences_of(words)
    if how_many(first) > MOST_WORDS:
        return [say("Ask them who can come.")]
    return [phrase("It is for ", first), *told(" ".join(others), None, say("Ask them who can come."))]


def description_ideas(service: Service) -> list[Idea]:
    """Who it is for, in an editor's words."""
    easy = service.eligibility.easy_read.description if service.eligibility.easy_read else None
    first, *others = sentences_of(service.eligibility.description or "") or ("",)
    words = [short_enough(FOR.sub("It is for ", first), first), *others]
    return in_threes("group", told(mended(" ".join(words), for_whom), easy, say("Ask them if it is right for you."), reader_of(service)))


FOR = re.compile(r"^(?:Made )?[Ff]or ")


def rule_ideas(service: Service, lines: list[str]) -> Iterator[Idea]:
    """The rules, each an idea; whether one or all must be true."""
    easy, reader = service.eligibility.easy_read, reader_of(service)
    if easy and easy.criteria:
        for line in easy.criteria:
            yield from in_threes("rule", told(line, line, ASK))
        return
    is_choice = len(lines) > 1 and all(line.startswith("Or ") for line in lines[1:])
    if len(lines) > 1:
        yield idea("rule", say("There are rules."), say(f"{'One' if is_choice else 'All'} of them must be true."))
    else:
        yield idea("rule", say("There is a rule."))
    for line in lines:
        words = wording.first_capital(line.removeprefix("Or ")) if is_choice else line
        yield from in_threes("rule", told(words, None, ASK, reader))


ASK = say("There is one more rule. Ask them about it.")
