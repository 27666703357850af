"""Whom a service is for by age, and whether that is the child, a parent or somebody who works with them.

In: a Service. Out: the answer in both voices. How ages read is said in `wording.ages`.
"""

from __future__ import annotations

from collections.abc import Iterator

from localoffer import wording
from localoffer.facts.gaps import AGES, Whom, gap_idea, gap_words
from localoffer.facts.reader import reader_of
from localoffer.facts.voice import Idea, Sentence, in_threes, say
from localoffer.model import Eligibility, Service

YOUNG = ("child", "young person")
OTHER_PEOPLE = ("parent or carer", "sibling", "professional")


def ages_answer(service: Service, whom: Whom) -> str:
    """`5 to 18. Up to 25 with an EHC plan.`, and whom it is for where that is not the child."""
    words = [wording.first_capital(wording.ages(service.eligibility)) or gap_words(whom).removesuffix(".")]
    if service.eligibility.with_ehc_plan:
        words.append(f"Up to {service.eligibility.with_ehc_plan.maximum_age} with an EHC plan")
    if service.for_whom and not set(service.for_whom) <= set(YOUNG):
        words.append(f"For {wording.audiences(service)}")
    return ". ".join(words) + ("." if len(words) > 1 or not service.eligibility.has_ages else "")


def ages_ideas(service: Service, whom: Whom) -> list[Idea]:
    """For whom, of what age; the first idea stays, however long the page."""
    is_gap = not service.eligibility.has_ages
    told = [gap_idea(AGES, whom)] if is_gap else []
    if is_gap and not service.for_whom and not service.eligibility.with_ehc_plan:
        return told
    first, *more = in_threes(_age_picture(service), list(_people(service)))
    return [first, *told, *more]


def _people(service: Service) -> Iterator[Sentence]:
    eligibility, given = service.eligibility, set[str](service.for_whom)
    young = [wording.AUDIENCES[who] for who in YOUNG if who in given]
    if young or not given:
        is_small = set(YOUNG) <= given and _eldest(eligibility) <= 11
        people = young[0] if len(young) == 1 or is_small else "people"
        yield say(f"It is for {people}{_aged(eligibility, given)}.")
    for who in OTHER_PEOPLE:
        if who in given:
            yield say(f"It is for {wording.AUDIENCES[who]}{' too' if young else ''}.")
        if given == {"sibling"} == {who} and eligibility.has_ages:
            yield say(f"You can be{_aged(eligibility, given).removeprefix(' aged')}.")
        if who == "parent or carer" and who in given and not young and eligibility.has_ages:
            yield say(f"Your child can be{_aged(eligibility, given).removeprefix(' aged')}.")
    if given == {"professional"} and eligibility.has_ages:
        yield say(f"They work with people{_aged(eligibility, given)}.")
    if given == {"sibling", "professional"} and eligibility.has_ages:
        said = _aged(eligibility, given).removeprefix(" aged")
        yield say(f"It is for {'age' if said.strip().isdigit() else 'ages'}{said}.")
    if eligibility.with_ehc_plan:
        upto = eligibility.with_ehc_plan.maximum_age
        is_own = reader_of(service).who == "person"
        yield say(
            f"With an EHC plan you can be up to {upto}." if is_own else f"They can be up to {upto} with an EHC plan."
        )


def _eldest(eligibility: Eligibility) -> int:
    """The oldest age; 25 where it is not known."""
    return (wording.age_range(eligibility) or (0, wording.OLDEST))[1]


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
    low, high = wording.age_range(service.eligibility) or (0, wording.OLDEST)
    if service.for_whom and not set(YOUNG) & set(service.for_whom):
        return "parent" if "parent or carer" in service.for_whom else "group"
    if high <= 4:
        return "baby"
    if low >= 11:
        return "young-person"
    return "child" if high <= 11 else "person"
