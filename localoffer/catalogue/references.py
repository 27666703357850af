"""Every name that points to something else points to something that is there.

In: all files. Out: findings for unknown topics, needs, ages, areas, features,
pictures, services, pages and providers, each with the nearest name there is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from localoffer.catalogue import rules
from localoffer.catalogue.files import Files
from localoffer.catalogue.gone import look_for
from localoffer.catalogue.offered import BESIDES, hint_and_fix, meant_by, to_choose_from
from localoffer.findings import Finding
from localoffer.model import Record, Service, decision_time
from localoffer.model.form import short
from localoffer.model.vocabulary import VOCABULARIES, GlossaryTerm, Need, Situation, Topic
from localoffer.records.names import names_in, nearest


def check_references(files: Files) -> Iterator[Finding]:
    """A name in a listing, a page or a vocabulary is the name of something in this offer."""
    words = _Words(files)
    for service in files.services.values():
        yield from _check_service(service, words, files)
    yield from _check_providers(files)
    yield from _check_pages(words, files)
    yield from _check_vocabularies(words, files)


def _check_service(service: Service, words: _Words, files: Files) -> Iterator[Finding]:
    if not words.knows(service):
        yield from words.check(service)
    for number, name in enumerate(service.first_step_for):
        is_need = name in files.vocabulary.needs
        yield from words.check_one(service, f"first_step_for.{number}", name, "needs" if is_need else "topics")
    for number, name in enumerate(service.while_you_wait):
        yield from _check_target(service, f"while_you_wait.{number}", name, files)
        if name == service.id:
            message = "this is the service people wait for"
            fix = "name something else that helps meanwhile."
            yield rules.WHILE_YOU_WAIT_SELF.in_field(service, f"while_you_wait.{number}", message, fix)
    decision = service.access.decision
    if decision and decision.statutory in files.vocabulary.law and decision_time(decision) is None:
        message = f"{decision.statutory} sets no time in which people hear"
        fix = "name a statement that counts days, weeks or months; or write the time."
        yield rules.LAW_NO_TIME.in_field(service, "access.decision.statutory", message, fix)


RULES = {
    "topics": (rules.UNKNOWN_TOPIC, "topic"),
    "needs": (rules.UNKNOWN_NEED, "need"),
    "stages": (rules.UNKNOWN_AGE, "age group"),
    "areas": (rules.UNKNOWN_AREA, "area"),
    "features": (rules.UNKNOWN_FEATURE, "feature"),
    "pictures": (rules.UNKNOWN_PICTURE, "picture"),
    "situations": (rules.UNKNOWN_SITUATION, "situation"),
    "law": (rules.UNKNOWN_LAW, "statement of the law"),
}
"""Vocabulary → the rule that a name is in it, and what one of its members is called."""


class _Words:
    """The vocabularies, for asking whether a name is in one of them."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self.lists: dict[str, Mapping[str, Record]] = {name: files.vocabulary.named(name) for name in RULES}
        self.of_services = {name: {*self.lists[name], *BESIDES.get(name, ())} for name in RULES}
        self.of_services["pictures"].add("none")
        self.all_of_services = {f"{listed}: {name}" for listed, names in self.of_services.items() for name in names}

    def knows(self, service: Service) -> bool:
        """All names in the file of a listing are short names of these lists."""
        return self.files.names_only(service.id, self.all_of_services)

    def known(self, record: Record, vocabulary: str) -> Collection[str]:
        return (self.of_services if isinstance(record, Service) else self.lists)[vocabulary]

    def check(self, record: Record) -> Iterator[Finding]:
        """Every name of a member of a list that a record holds."""
        for field, name, vocabulary in names_in(record):
            yield from self.check_one(record, field, name, vocabulary)

    def check_one(self, record: Record, field: str, name: str, vocabulary: str) -> Iterator[Finding]:
        if vocabulary in self.files.broken or name in self.known(record, vocabulary):
            return
        rule, noun = RULES[vocabulary]
        members = self.lists[vocabulary]
        hint, fix = hint_and_fix(meant_by(name, vocabulary, members), to_choose_from(name, vocabulary, members))
        message = f"there is no {noun} called “{short(name)}”.{hint}"
        yield rule.in_field(record, field, message, fix)


def _check_target(record: Record, field: str, name: str, files: Files) -> Iterator[Finding]:
    """A service or a page of this offer."""
    if name in files.listings or name in files.pages:
        return
    gone = look_for(name, record.path, files)
    message = f"there is no service or page called “{short(name)}”.{gone.hint}"
    yield rules.UNKNOWN_TARGET.in_field(record, field, message, gone.fix)


def _check_providers(files: Files) -> Iterator[Finding]:
    for provider in files.providers.values():
        if provider.part_of and provider.part_of not in files.folders:
            yield _unknown_provider(provider, "part_of", provider.part_of, files)
        elif provider.part_of == provider.id:
            fix = "name the bigger provider, or take part_of out."
            yield rules.UNKNOWN_PROVIDER.in_field(provider, "part_of", "a provider cannot be part of itself", fix)
    for school in files.vocabulary.schools.values():
        if school.provider and school.provider not in files.folders:
            yield _unknown_provider(school, "provider", school.provider, files)


def _unknown_provider(record: Record, field: str, name: str, files: Files) -> Finding:
    hint, fix = hint_and_fix(nearest(name, files.folders), "write the name of a folder in providers/.")
    return rules.UNKNOWN_PROVIDER.in_field(record, field, f"there is no provider called “{name}”.{hint}", fix)


def _check_pages(words: _Words, files: Files) -> Iterator[Finding]:
    for page in files.content.values():
        yield from words.check(page)
        for number, name in enumerate(page.related):
            yield from _check_target(page, f"related.{number}", name, files)


def _check_vocabularies(words: _Words, files: Files) -> Iterator[Finding]:
    vocabulary = files.vocabulary
    members = [member for name in VOCABULARIES for member in getattr(vocabulary, name).values()]
    for member in (*members, *vocabulary.comments):
        yield from words.check(member)
    for parented in (vocabulary.topics, vocabulary.needs):
        yield from _check_parents(parented)
    for call in vocabulary.urgent.values():
        if call.role and call.role not in vocabulary.roles and "roles" not in files.broken:
            hint, fix = hint_and_fix(
                nearest(call.role, vocabulary.roles), to_choose_from(call.role, "roles", vocabulary.roles)
            )
            yield rules.ROLE_UNKNOWN.in_field(call, "role", f"there is no role {call.role}.{hint}", fix)
    for duty in vocabulary.duties.values():
        for number, page in enumerate(duty.pages):
            yield from _check_target(duty, f"pages.{number}", page, files)
    paged: list[Situation | GlossaryTerm] = [*vocabulary.situations.values(), *vocabulary.glossary.values()]
    for situation in paged:
        if situation.page:
            yield from _check_target(situation, "page", situation.page, files)


def _check_parents(members: Mapping[str, Topic] | Mapping[str, Need]) -> Iterator[Finding]:
    """Two levels, no more: a parent has no parent of its own."""
    for member in members.values():
        for number, parent in enumerate(member.parents):
            above = members.get(parent)
            if above and above.parents:
                message = f"{parent} is below another already; there are two levels at most"
                yield rules.LEVELS.in_field(member, f"parent.{number}", message, "name one of the top level.")
