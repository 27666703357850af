"""What local.yml names is there, and what every council has to say is said.

In: the local facts of an offer, once all texts are filled in. Out: findings for roles and documents that no list knows, for
roles that nobody has and for documents that the law asks for and nobody has named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from localoffer.catalogue import rules
from localoffer.catalogue.local_values import Local
from localoffer.catalogue.offered import hint_and_fix, to_choose_from
from localoffer.findings import Finding
from localoffer.model import PageChecked
from localoffer.model.languages import SpokenLanguage
from localoffer.model.local import LocalFacts
from localoffer.overlay import is_national, name_in_layer
from localoffer.records.names import nearest
from localoffer.rulebook import Rule

LOCAL = "content/_data/local.yml"
SHOWN = 5


def check_roles(local: Local) -> Iterator[Finding]:
    """What local.yml names is there, and each role that every area has is filled where a text names it."""
    roles, files = local.files.vocabulary.roles, local.files
    for number, who in enumerate(local.facts.roles):
        yield from check_known_member(local, rules.ROLE_UNKNOWN, f"roles.{number}.role", who.role, "roles")
        if who.service and who.service not in files.listings:
            hint, fix = hint_and_fix(nearest(who.service, files.listings), "name one that is there.")
            message = f"there is no service {who.service}.{hint}"
            yield rules.UNKNOWN_TARGET.in_field(local.facts, f"roles.{number}.service", message, fix)
    for identity, role in roles.items():
        used = local.used.get(f"role:{identity}")
        if used and role.essential and identity not in local.filled:
            message = f"nobody here is named for “{role.name}”, which these texts send people to: {_places(used)}"
            fix = f"write under roles:  - {{role: {identity}, service: provider/service}}, or their name and phone."
            yield rules.ROLE_UNFILLED.finding(LOCAL, message, fix)


def check_documents(local: Local) -> Iterator[Finding]:
    """What local.yml names is known, and each document that the law says a council publishes is named."""
    known = local.files.vocabulary.documents
    for number, paper in enumerate(local.facts.documents):
        field = f"documents.{number}.document"
        yield from check_known_member(local, rules.DOCUMENT_UNKNOWN, field, paper.document, "documents")
    for identity, document in known.items():
        if document.must and identity not in local.documents:
            used = local.used.get(f"document:{identity}")
            named = f" These texts name it: {_places(used)}." if used else ""
            message = f"nothing leads to “{document.name}”, which the law says you publish.{named}"
            fix = f"write under documents:  - {{document: {identity}, url: https://…}} with its own address."
            yield rules.DOCUMENT_MISSING.finding(LOCAL, message, fix)


def check_films(local: Local) -> Iterator[Finding]:
    """Each film in British Sign Language belongs to a page that is there."""
    pages = local.files.pages
    for number, film in enumerate(local.facts.bsl_videos):
        if film.page not in pages:
            hint, fix = hint_and_fix(nearest(film.page, pages), "name a page that is there.")
            message = f"there is no page {film.page}.{hint}"
            yield rules.UNKNOWN_TARGET.in_field(local.facts, f"bsl_videos.{number}.page", message, fix)


def check_known_member(local: Local, rule: Rule, field: str, name: str, vocabulary: str) -> Iterator[Finding]:
    """What this field of local.yml names is a member of the list."""
    members: Mapping[str, Any] = getattr(local.files.vocabulary, vocabulary)
    if name not in members and vocabulary not in local.files.broken:
        hint, fix = hint_and_fix(nearest(name, members), to_choose_from(name, vocabulary, members))
        yield rule.in_field(local.facts, field, f"there is no {vocabulary.removesuffix('s')} {name}.{hint}", fix)


def _places(used: Counter[str]) -> str:
    places = sorted(used, key=lambda path: (-used[path], path))
    listed = ", ".join(_page(place) for place in places[:SHOWN])
    return f"{listed} and {len(places) - SHOWN} more" if len(places) > SHOWN else listed


def _page(path: str) -> str:
    """A national page by its name, as `own` takes it; one of ours by its file."""
    return (name_in_layer(path) if is_national(path) else path).removesuffix(".md")


# The languages a council has chosen for its welcomes, and who has checked them


def chosen_languages(known: Mapping[str, SpokenLanguage], local: LocalFacts) -> list[SpokenLanguage]:
    """Those that local.yml names; all of the list where it names none. A check said in local.yml is the latest."""
    checks = {one.language: PageChecked(date=one.date, by=one.by) for one in local.languages_checked}
    names = dict.fromkeys(local.languages) or known
    return [
        known[name].model_copy(update={"checked": checks[name]}) if name in checks else known[name]
        for name in names
        if name in known
    ]


def check_languages(local: Local) -> Iterator[Finding]:
    """Every language that local.yml names is in the list."""
    facts = local.facts
    fields = {f"languages.{number}": name for number, name in enumerate(facts.languages)}
    fields |= {
        f"languages_checked.{number}.language": one.language for number, one in enumerate(facts.languages_checked)
    }
    for field, name in fields.items():
        yield from check_known_member(local, rules.LANGUAGE_UNKNOWN, field, name, "languages")
