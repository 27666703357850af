"""The way to a service in easy read: who may ask, each step, who decides and when, what if they say no, what to bring.

In: a Service. Out: sentences and ideas. An editor's phrase becomes part of a sentence of ours; nothing is label and value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from localoffer import wording
from localoffer.addresses import easy_url, service_url
from localoffer.catalogue import Catalogue
from localoffer.facts.plain import MOST_WORDS, ended, how_many, phrase, sentences_of, told
from localoffer.facts.reader import Reader, reader_of
from localoffer.facts.voice import Idea, Part, Sentence, idea, in_threes, link, name, own_words, phone, say
from localoffer.model import Contact, Decision, Service
from localoffer.model.law import LawFact
from localoffer.model.local import LocalRole

ASK_HOW = say("Ask them what you do next.")
ASK_WHO = say("Ask them who can ask.")
_WHOLE = re.compile(r"\b(?:can|may|must|decides?|asks?|books?|sign|ring|phone|is|are|will|do|does|visits?)\b")
"""With such a word an editor's phrase is a sentence already."""


def who_may_ask(service: Service) -> list[Sentence]:
    """`A GP or a SENCO can ask.`"""
    access = service.access
    if not access.who_can_refer:
        return []
    easy = access.easy_read.who_can_refer if access.easy_read else None
    words = asked_by(access.who_can_refer)
    first, *others = sentences_of(words)
    if easy or _WHOLE.search(first):
        return told(words, easy, ASK_WHO, reader_of(service))
    short = how_many(first) <= MOST_WORDS
    start = own_words(first.rstrip(" .")) if short else ()
    return [say(*start, " can ask.") if short else ASK_WHO, *told(" ".join(others), None, ASK_WHO, reader_of(service))]


def asked_by(text: str) -> str:
    """Who can ask, a list as it stands before “can ask”; what is a sentence stays."""
    first, *others = sentences_of(text)
    return " ".join([first if _WHOLE.search(first) else one_of(first), *others])


def one_of(words: str) -> str:
    """`A GP, a nurse, a school` → `A GP, a nurse or a school`; with `and` or `or` the words stay."""
    before, _comma, last = words.rpartition(", ")
    return words if ", " not in before or re.search(r"\b(?:and|or)\b", words) else f"{before} or {last}"


def step_ideas(service: Service) -> Iterator[Idea]:
    """Each step in order, by its number."""
    steps, reader = service.access.steps, reader_of(service)
    for number, step in enumerate(steps, 1):
        words = told(step.text, step.easy_read, ASK_HOW, reader)
        if step.title and how_many(step.title) <= MOST_WORDS and not step.easy_read:
            words = [own_words(ended(step.title)), *words]
        first, *others = words
        start = f"Step {number}: " if len(steps) > 1 else ""
        yield from in_threes("steps", [say(start, *first), *others])


def decision_ideas(decision: Decision, reader: Reader, law: LawFact | None) -> list[Idea]:
    """Who decides, how, and when people hear."""
    easy = decision.easy_read
    how = told(decision.how, easy.how if easy else None, say("Ask them how they decide."), reader)
    return [
        *in_threes("decide", _who_decides(decision, reader)),
        *in_threes("meeting", how),
        *in_threes("letter", list(_when(decision, law))),
    ]


def _who_decides(decision: Decision, reader: Reader) -> list[Sentence]:
    easy = decision.easy_read
    first, *others = sentences_of(decision.who)
    otherwise = say("You do not decide alone.")
    if (easy and easy.who) or _WHOLE.search(first):
        return told(decision.who, easy.who if easy else None, say("They decide if you can get it."), reader)
    is_short = how_many(first) <= MOST_WORDS
    told_first = phrase("It is up to ", first) if is_short else say("They decide if you can get it.")
    return [told_first, *told(" ".join(others), None, otherwise, reader)]


def _when(decision: Decision, law: LawFact | None) -> Iterator[Sentence]:
    if law and law.value:
        yield say(f"You will hear within {wording.law_figure(law.value, law.unit)}.")
        yield say("The law says so.")
    elif when := wording.decision_within(decision):
        yield say(f"You will hear {when}.")
        if decision.days:
            yield say("A working day is Monday to Friday.")


def no_ideas(service: Service, decision: Decision, catalogue: Catalogue) -> Iterator[Idea]:
    """What to do if they say no, and who helps with it."""
    easy = decision.easy_read
    can = told(decision.if_no, easy.if_no if easy else None, say("You can ask them why."), reader_of(service))
    yield from in_threes("rights", can)
    yield from who_helps(service, catalogue)


def things_to_bring(service: Service) -> Iterator[Sentence]:
    """`Please bring socks.`"""
    easy = service.access.easy_read
    if easy and easy.bring:
        yield from (own_words(ended(line)) for line in easy.bring)
        return
    for thing in service.access.bring:
        first, *others = sentences_of(thing)
        if re.match(r"(?:You|Please|Bring|Wear|We|If)\b", first):
            yield from told(first, None, BRING, reader_of(service))
        else:
            yield phrase("Please bring ", first) if how_many(first) <= MOST_WORDS else BRING
        yield from told(" ".join(others), None, BRING, reader_of(service))


BRING = say("Ask them what to bring.")


# Who helps a family when the answer is no, by role; a role that nobody has filled is left out


ADVICE = {
    "sendiass": ("talk", "They give you free advice."),
    "advocacy": ("help", "They can help you to speak up."),
}
"""Role → the picture, and what they do for somebody who was told no."""


def who_helps(service: Service, catalogue: Catalogue) -> Iterator[Idea]:
    """Each with a number, or the way to their page."""
    roles = {role.role: role for role in catalogue.local.roles}
    for role, (picture, does) in ADVICE.items():
        who = roles.get(role)
        if who and who.service != service.id and (reached := _reached(who, catalogue)):
            yield idea(picture, say("You can ask ", _named(who, catalogue), "."), say(does), reached)


def _named(who: LocalRole, catalogue: Catalogue) -> Part:
    service = catalogue.services.get(who.service or "")
    words = who.name or (service.name if service else catalogue.vocabulary.roles[who.role].name)
    return link(words, easy_url(service_url(service.id))) if service else name(words)


def _reached(who: LocalRole, catalogue: Catalogue) -> Sentence | None:
    service = catalogue.services.get(who.service or "")
    ways: list[LocalRole | Contact] = [who, *(service.contacts if service else [])]
    if number := next((way.phone for way in ways if way.phone), None):
        return say("Phone ", phone(number), ".")
    if number := next((way.sms for way in ways if way.sms), None):
        return say("Text ", link(wording.phone_chunks(number), wording.text_link(number)), ".")
    if address := next((way.email for way in ways if way.email), None):
        return say("Write to ", link(address, f"mailto:{address}"), ".")
    return None
