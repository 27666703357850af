"""Where a text or a listing says something else than the law, and where national text writes a figure of the law by hand.

In: all files. Out: findings, each with the line of the text and the line of the law. Which sentence speaks of which statement is
known by the words of its `about`: `final plan … #` means these words, up to 8 others, then a figure.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain

from localoffer.catalogue import rules
from localoffer.catalogue.files import Files
from localoffer.findings import Finding
from localoffer.model import ContentPage, EasyPage, Service, decision_time
from localoffer.model.law import LawFact
from localoffer.overlay import is_national
from localoffer.reading.passages import split_sentences
from localoffer.reading.rules.numbers import NUMBER_WORDS, SMALL
from localoffer.records.texts import texts
from localoffer.wording.access import decision_within
from localoffer.wording.law import law_figure, law_source

IN_WORDS = {"one": "1", **{word: NUMBER_WORDS[word] for word in SMALL.split()}}
_NUMBER = rf"\d[\d,]*|{'|'.join(IN_WORDS)}"
COUNTED = ("day", "week", "month", "year", "hour", "minute", "mile")
_UNIT = "|".join([r"(?:school|working|calendar) days?", *(f"{unit}s?" for unit in COUNTED)])
_FIGURE = rf"(?:(?P<number>{_NUMBER})[ -](?P<unit>{_UNIT})|(?P<before>week|day) (?P<after>\d+))"
FIGURE = re.compile(rf"\b{_FIGURE}\b", re.IGNORECASE)
_GAP = r"\W+(?:\S+\s+){0,8}?\W*"
_BLOCK = re.compile(r"(?:[^\n]+\n?)+")
IN_DAYS = {"day": 1, "week": 7}
Amount = tuple[str, int]
"""What is counted, and how many: weeks are counted in days, years in months."""


def amount(number: str, unit: str) -> Amount:
    """A figure in the least unit that it can be compared in."""
    bare = unit.lower().removeprefix("calendar ").removesuffix("s")
    count = int(IN_WORDS.get(number.lower(), number).replace(",", ""))
    if bare in IN_DAYS:
        return "day", count * IN_DAYS[bare]
    return ("month", count * 12) if bare == "year" else (bare, count)


def _has_figure(text: str) -> bool:
    """Whether something is counted in a text: a quick look for a unit, then one for its figure."""
    small = text.lower()
    return any(unit in small for unit in COUNTED) and FIGURE.search(text) is not None


@lru_cache(maxsize=500)
def rarest_of(words: str) -> tuple[str, ...]:
    """What the longest word of `final plan/plans … #` may be, in small letters: a quick look before the slow one."""
    each = [tuple(word.split("/")) for word in words.lower().split() if word not in ("…", "#")]
    return max(each, key=lambda forms: min(map(len, forms)), default=("",))


@lru_cache(maxsize=500)
def pattern_of(words: str) -> re.Pattern[str]:
    """`final plan … #` → what finds it."""
    found, gap = "", ""
    for word in words.split():
        if word == "…":
            gap = _GAP
            continue
        piece = _FIGURE if word == "#" else "(?:" + "|".join(map(re.escape, word.split("/"))) + ")"
        found += (gap or r"\W+" if found else "") + piece
        gap = ""
    return re.compile(rf"(?<![\w-]){found}(?!\w)", re.IGNORECASE)


@dataclass(frozen=True)
class Said:
    """A figure in a text that speaks of a statement: where it stands, and as what it was written."""

    fact: LawFact
    offset: int
    words: str
    amount: Amount


Counted = tuple[int, str]
"""A sentence in which something is counted: where it begins, and its words without marks."""
CountedTexts = list[tuple[str, list[Counted]]]
"""Fields in which something is counted."""


def counted_in(text: str, *, is_whole: bool) -> Iterator[Counted]:
    """The sentences of a text in which something is counted. `is_whole`: a block is one idea, not several sentences."""
    for block in _BLOCK.finditer(text) if _has_figure(text) else ():
        if not _has_figure(block[0]):
            continue
        spans = [(0, len(block[0]))] if is_whole else [(one.start, one.end) for one in split_sentences(block[0])]
        for start, end in spans:
            sentence = re.sub(r"[*_\s]", " ", block[0][start:end])
            if _has_figure(sentence):  # few have one, and each statement has its own pattern
                yield block.start() + start, sentence


def counted_texts(service: Service) -> CountedTexts:
    """The fields of a listing in which something is counted. It needs no law, so it is kept with the record."""
    found = [(words.field, list(counted_in(words.text, is_whole=False))) for words in texts(service)]
    return [(field, counted) for field, counted in found if counted]


def recounted(service: Service, kept: CountedTexts, changed: Container[str]) -> CountedTexts:
    """The same where only some fields have changed."""
    before = dict(kept)
    found = [
        (words.field, list(counted_in(words.text, is_whole=False)))
        if words.field in changed
        else (words.field, before.get(words.field, []))
        for words in texts(service)
    ]
    return [(field, counted) for field, counted in found if counted]


class Law:
    """The statements that a text can contradict."""

    def __init__(self, files: Files) -> None:
        self.facts = [fact for fact in files.vocabulary.law.values() if fact.about and fact.value]
        self.all = files.vocabulary.law

    @cached_property
    def amounts(self) -> dict[str, set[Amount]]:
        """Statement → what it says, as it can be compared."""
        return {fact.id: {amount(n, fact.unit) for n in (fact.value or "").split(" to ")} for fact in self.facts}

    def about(self, topics: Sequence[str]) -> list[LawFact]:
        """The statements that a text about these topics can contradict."""
        return [fact for fact in self.facts if not fact.topics or set(fact.topics) & set(topics)]

    def said_in(self, counted: Counted, facts: list[LawFact]) -> Iterator[Said]:
        """The figures of a sentence that speak of one of these statements."""
        start, sentence = counted
        found: dict[int, Said] = {}
        small = sentence.lower()
        for fact in facts:
            about = [words for words in fact.about if any(map(small.__contains__, rarest_of(words)))]
            for match in (match for words in about for match in pattern_of(words).finditer(sentence)):
                number, unit = match["number"] or match["after"], match["unit"] or match["before"]
                at = match.start("number") if match["number"] else match.start("before")
                end = match.end("unit") if match["unit"] else match.end("after")
                said = Said(fact, start + at, sentence[at:end], amount(number, unit))
                if at not in found or said.amount in self.amounts[fact.id]:
                    found[at] = said
        yield from found.values()

    def is_right(self, said: Said) -> bool:
        """True where the figure is that of the law."""
        return said.amount in self.amounts[said.fact.id]


def check_contradictions(files: Files) -> Iterator[Finding]:
    """No text and no listing says another figure than the law, and no listing asks what the law forbids to ask."""
    law = Law(files)
    for service in files.services.values():
        yield from _check_service(service, files, law)
        yield from _check_bound(service, law)
    for page in files.content.values():
        for text in (page, page.easy):
            if text is not None:
                yield from _check_page(text, page.topics, law)


def _check_page(page: ContentPage | EasyPage, topics: Sequence[str], law: Law) -> Iterator[Finding]:
    body, facts = page.written_body, law.about(topics)
    counted = counted_in(body, is_whole=isinstance(page, EasyPage)) if facts else ()
    for said in chain.from_iterable(law.said_in(one, facts) for one in counted):
        before = body[: said.offset]
        at = (page.body_line + before.count("\n"), said.offset - (before.rfind("\n") + 1) + 1)
        if not law.is_right(said):
            yield rules.LAW_CONTRADICTED.finding(page.path, *_contradiction(said), at)
        elif is_national(page.path):
            message = f"“{said.words}” is a figure of the law, written by hand"
            yield rules.LAW_BY_HAND.finding(page.path, message, f"write {{law:{said.fact.id}}} for it.", at)


def _check_service(service: Service, files: Files, law: Law) -> Iterator[Finding]:
    kept = files.counted.get(service.id)
    said_of = counted_texts(service) if kept is None else kept
    facts = law.about(service.topics) if said_of else []
    for field, counted in said_of if facts else ():
        for said in chain.from_iterable(law.said_in(one, facts) for one in counted):
            if not law.is_right(said):
                at = service.origin.position(field, said.offset)
                yield rules.LAW_CONTRADICTED.finding(service.path, *_contradiction(said), at)


def _contradiction(said: Said) -> tuple[str, str]:
    fact = said.fact
    line = fact.origin.position("value")[0]
    figure = law_figure(fact.value or "", fact.unit)
    message = f"this says {said.words}, but the law says {figure} ({law_source(fact)}; {fact.path}, line {line})"
    return (
        message,
        f"write {{law:{fact.id}}}, which writes {figure}. If it is about something else, say so in other words.",
    )


def _check_bound(service: Service, law: Law) -> Iterator[Finding]:
    """A service that the law makes a right is offered on the law's terms."""
    decision = service.access.decision
    named = law.all.get(decision.statutory or "") if decision else None
    bound = {named.service} if named else set()
    if "assessment" in service.access.route and service.topics:
        bound.add(service.topics[0])
    for fact in law.all.values() if bound else ():
        for gate in fact.gates if fact.service and fact.service in bound else ():
            yield from _check_gate(service, fact, gate)


def _check_gate(service: Service, fact: LawFact, gate: str) -> Iterator[Finding]:
    who, decision = service.eligibility, service.access.decision
    source = f"{law_source(fact)}; {fact.path}, line {fact.origin.position('gates')[0]}"
    field = message = ""
    if gate == "diagnosis" and who.diagnosis_needed == "yes":
        field, message = "eligibility.diagnosis_needed", "a diagnosis cannot be asked for here by law"
    elif gate == "plan" and who.ehc_plan_needed == "yes":
        field, message = "eligibility.ehc_plan_needed", "an EHC plan cannot be asked for here by law"
    elif gate == "cost" and service.cost.free != "yes":
        field, message = "cost.free", "this is free by law"
    elif gate == "ages" and (
        (who.minimum_age or 0) > 0 or (who.maximum_age if who.maximum_age is not None else 25) < 24
    ):
        field, message = "eligibility", "by law this is for everybody from birth until they are 25"
    elif gate == "time" and decision and not decision.statutory and decision_time(decision):
        number, unit = decision_time(decision) or (0, "days")
        if amount(str(number), unit) != amount(fact.value or "0", fact.unit):
            field = "access.decision"
            message = f"people hear {decision_within(decision)} here, but the law says {law_figure(fact.value or '', fact.unit)}"
    if field:
        fix = f"write statutory: {fact.id} in the place of the time." if gate == "time" else "put it right here."
        yield rules.LAW_CONTRADICTED.in_field(service, field, f"{message} ({source})", fix)
