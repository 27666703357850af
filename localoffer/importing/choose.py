"""Which records of a council's feed are for its Local Offer: children and young people up to 25 with SEND, and their families.

In: a record in the one shape; or what a person asked for (`--only`, `--select`). Out: a `Choice`: yes or no, and why, in words
that a person can check. Nothing is decided by a score that nobody can read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from localoffer.exchange.shape import Incoming
from localoffer.importing.phrases import Phrases, one_phrase
from localoffer.letters import same_name
from localoffer.system.failures import CannotRun

OLDEST = 25


@dataclass(frozen=True)
class Choice:
    """Whether a record is taken, and why."""

    is_taken: bool
    why: str


Choose = Callable[[Incoming], Choice]

CHILD, SEND, FAMILY, ADULT = (
    "children and young people",
    "SEND or disability",
    "families",
    "older people or adults only",
)
WORDS: Mapping[str, str] = {
    CHILD: """child, children, childrens, baby, babies, toddler, infant, teenager, teen, youth, young people, young person,
        young persons, young adult, young carer, kids, under 5s, under fives, under 18s, under 25s, early years, nursery,
        nurseries, preschool, pre school, playgroup, pupil, primary school, secondary school, special school, sixth form,
        school age, after school, holiday club, childminder, childcare, children's centre, family hub, boys, girls, adolescent,
        looked after, care leaver, scouts, guides, brownies, cubs, beavers, rainbows""",
    SEND: """special educational need, special need, additional need, learning difficulty, learning difficulties, learning disability,
        learning disabilities, disability, disabilities, disabled, autism, autistic, neurodivergent, neurodiverse, adhd,
        down syndrome, downs syndrome, cerebral palsy, visual impairment, visually impaired, hearing impairment, deaf,
        sensory impairment, speech and language, education health and care plan, ehc plan, local offer, short break, dyslexia,
        dyspraxia, tourettes, complex needs, life limiting""",
    FAMILY: "family, families, parent, parents, mum, dad, foster carer, adoption, antenatal, breastfeeding, school",
    ADULT: """older people, older adult, older person, over 50s, over 55s, over 60s, over 65s, aged 50, aged 55, aged 60, aged 65,
        50 and over, 55 and over, 60 and over, elderly, pensioner, dementia, alzheimers, retired, retirement, later life,
        care home, sheltered housing, adults only, over 18s only, age uk""",
}
SHORT_FORMS: Mapping[str, list[str]] = {
    name: [SEND] for name in ("SEND", "SEN", "EHCP", "EHC", "ASD", "ASC", "ADHD", "PMLD", "SENDIASS")
}
NOT_ABOUT_PEOPLE = re.compile(
    r"\b(?:disabled|wheelchair|child|children'?s|family|families)[- ](?:access\w*|toilets?|parking|facilit\w+|friendly|menus?|bays?|changing)\b|\bschools? (?:lane|road|hill|street|close|hall)\b",
    re.IGNORECASE,
)
_ABOUT = Phrases({phrase: [meaning] for meaning, listed in WORDS.items() for phrase in listed.split(",")}, SHORT_FORMS)


def looks_right(record: Incoming) -> Choice:
    """Without being asked for anything: does it look to be for this offer?"""
    if record.for_local_offer is not None:
        why = (
            "its own system says that it is for the Local Offer"
            if record.for_local_offer
            else "its own system says that it is not for the Local Offer"
        )
        return Choice(record.for_local_offer, why)
    youngest, oldest = ages_of(record)
    if oldest is not None and oldest <= OLDEST:
        return Choice(True, f"it is for ages {youngest or 0} to {oldest}")
    if youngest is not None and youngest > OLDEST:
        return Choice(False, f"it is for people of {youngest} and over")
    return _by_words(record)


def _by_words(record: Incoming) -> Choice:
    first = _ABOUT.names(NOT_ABOUT_PEOPLE.sub(" ", _first_words(record)))
    rest = _ABOUT.names(NOT_ABOUT_PEOPLE.sub(" ", _text(record)))
    if ADULT in first and not (CHILD in first or SEND in first):
        return Choice(False, f"its name or summary speaks of {ADULT} ({_some(first[ADULT])})")
    for meaning in (SEND, CHILD, FAMILY):
        if meaning in first:
            return Choice(True, f"its name, summary or subjects speak of {meaning} ({_some(first[meaning])})")
    if SEND in rest:
        return Choice(True, f"its text speaks of {SEND} ({_some(rest[SEND])})")
    spoken = rest.get(CHILD, set()) | rest.get(FAMILY, set())
    if CHILD in rest and (len(spoken) > 1 or ADULT not in rest):
        return Choice(True, f"its text speaks of {CHILD} ({_some(spoken)})")
    runs_it = _ABOUT.names(record.organization.name)
    for meaning in (SEND, CHILD):
        if meaning in runs_it and ADULT not in rest:
            return Choice(True, f"the name of who runs it speaks of {meaning} ({_some(runs_it[meaning])})")
    if ADULT in rest:
        return Choice(False, f"its text speaks of {ADULT} ({_some(rest[ADULT])}) and not of SEND")
    return Choice(False, "nothing in it speaks of children, young people, SEND or disability")


def _some(phrases: Iterable[str]) -> str:
    return ", ".join(sorted(phrases, key=lambda phrase: (-len(phrase), phrase))[:3])


def _first_words(record: Incoming) -> str:
    """What a record says first, and what others sorted it under."""
    parts = [
        record.name,
        record.alternate_name,
        record.summary,
        record.eligibility_description,
    ]
    return " . ".join([*parts, *(term.name for term in record.terms)])


def _text(record: Incoming) -> str:
    return " . ".join([record.description, *(f"{part.heading} . {part.text}" for part in record.sections)])


def ages_of(record: Incoming) -> tuple[int | None, int | None]:
    """The ages that the record gives as numbers."""
    return _age(record.minimum_age), _age(record.maximum_age)


def _age(text: str) -> int | None:
    found = re.fullmatch(r"\s*(\d{1,3})(?:\.0+)?\s*", text)
    return int(found[1]) if found else None


# What a person asked for

EVERYTHING = "all"
_AGES = re.compile(r"(?:ages?\s*)?(\d{1,2})\s*(?:(?:-|–|to)\s*(\d{1,3})|(\+))?", re.IGNORECASE)


def only(asked: str) -> Choose:
    """`--only`: words, names or numbers of subjects, or ages (0-25, 5+), with commas between; one that fits is
    enough. `all` takes every record."""
    parts = [part.strip() for part in asked.split(",") if part.strip()]
    if not parts:
        raise CannotRun("--only wants words, subjects or ages.", "for example --only 'autism, short breaks, 0-25'.")

    def choose(record: Incoming) -> Choice:
        if same_name(asked) == EVERYTHING:
            return Choice(True, "everything was asked for")
        for part in parts:
            if why := _fits(record, part):
                return Choice(True, why)
        return Choice(False, f"nothing in it fits {asked.strip()}")

    return choose


def _fits(record: Incoming, part: str) -> str:
    if ages := _AGES.fullmatch(part):
        low = int(ages[1])
        high = int(ages[2] or (200 if ages[3] else ages[1]))
        youngest, oldest = ages_of(record)
        if youngest is None and oldest is None:
            return ""
        fits = (youngest or 0) <= high and (200 if oldest is None else oldest) >= low
        return f"it is for ages that {part} holds" if fits else ""
    if any(same_name(part) in (same_name(term.name), same_name(term.id)) for term in record.terms):
        return f"its subject is {part}"
    if next(one_phrase(part).found(f"{_first_words(record)} . {_text(record)}"), None):
        return f"it speaks of {part}"
    return ""


def selected(numbers: frozenset[str]) -> Choose:
    """`--select`: the records that a person named."""

    def choose(record: Incoming) -> Choice:
        taken = record.id in numbers
        return Choice(taken, "it was named" if taken else "it was not named")

    return choose


def read_selection(file: Path) -> frozenset[str]:
    """The numbers in a file: one a line, the first column of a table; what follows # is a note."""
    try:
        text = file.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        raise CannotRun(f"{file} cannot be read.", "name a file with the number of one record on each line.") from None
    lines = (
        re.split(r"[,;\t]|\s#", line)[0].strip().strip("\"'") for line in text.splitlines() if not line.startswith("#")
    )
    numbers = frozenset(line for line in lines if line)
    if not numbers:
        raise CannotRun(f"{file} names no record.", "write the number of one record on each line.")
    return numbers
