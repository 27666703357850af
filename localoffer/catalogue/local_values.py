"""What each name of a local fact stands for in one offer.

In: all files, as read: the site's own facts, local.yml, roles.yml and the services. Out: words for a name in a text of a kind.
Names: `{place}`, `{council}`, `{offer}`, `{address}`, `{help.phone}` and the other fields of the help line, `{role:sendiass}`
with `.name`, `.page`, `.phone`, `.email`, `{document:short-breaks-statement}` with `.name`, `.page`, `.date`,
`{law:ehc-decision}` with `.number`, `.says`, and `{promise:interpreter}` in conditions; in a page `{dates}` too (page_dates.py).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial

from localoffer.addresses import service_url
from localoffer.catalogue import rules
from localoffer.catalogue.files import Files
from localoffer.catalogue.offered import held_in
from localoffer.catalogue.page_dates import NAME, OwnDates
from localoffer.findings import Finding
from localoffer.model import Position, Service
from localoffer.model.local import LocalDocument, LocalFacts, LocalRole, Promises
from localoffer.prose.placeholders import Filled, ValueOf, fill
from localoffer.records.names import nearest
from localoffer.wording.dates import day_date
from localoffer.wording.law import law_figure, law_statement
from localoffer.wording.phones import phone_chunks, phone_link, text_link

FIXED = ("place", "council", "offer", "address", "host")
HELP = ("name", "first_name", "role", "phone", "text_relay", "sms", "email", "hours", "address", "in_person")
OF_URGENT = ("", "name", "hours", "sms", "page")
OF_ROLE = ("", "name", "page", "phone", "email")
OF_DOCUMENT = ("", "name", "page", "date")
OF_LAW = ("", "number", "says")
_MARKUP = re.compile(r"[\\`*_\[\]<>{}#|~]")
Written = Callable[[str], str]
"""How words of a fact are written in a text so that they are only words there."""


def in_markdown(words: str) -> str:
    """Words that are no markup: on one line, each sign with a meaning kept from having it."""
    return _MARKUP.sub(lambda sign: f"\\{sign[0]}", " ".join(words.split())).replace("&", "&amp;")


def in_easy_read(words: str) -> str:
    """Words in a twin, whose few marks cannot be kept from having a meaning."""
    return re.sub(r"[*\[\]()!#]", "", " ".join(words.split()))


def as_they_are(words: str) -> str:
    """Words in a title or a list: whoever shows them escapes them."""
    return words


@dataclass
class Local:
    """What each name stands for in this offer. `used`: role:x, document:x or law:x → file → how often."""

    files: Files
    used: dict[str, Counter[str]] = field(default_factory=dict)

    @cached_property
    def facts(self) -> LocalFacts:
        """local.yml; without it, nothing is filled in."""
        return self.files.local or LocalFacts()

    @cached_property
    def filled(self) -> Mapping[str, LocalRole]:
        """Role → who has it; one that names a service which is not there is not filled."""
        services = self.files.services
        return {role.role: role for role in self.facts.roles if not role.service or role.service in services}

    @property
    def names(self) -> list[str]:
        """Every name that a text may write in braces, apart from those of conditions."""
        words = self.files.vocabulary
        kinds = {"role": words.roles, "document": words.documents, "urgent": words.urgent}
        listed = (f"{kind}:{name}" for kind, members in kinds.items() for name in members)
        law = (f"law:{fact.id}" if fact.value else f"law:{fact.id}.says" for fact in words.law.values())
        return [*FIXED, *(f"help.{name}" for name in HELP), *listed, *law]

    @cached_property
    def documents(self) -> Mapping[str, LocalDocument]:
        """Document → where it stands."""
        return {paper.document: paper for paper in self.facts.documents}

    def value(self, name: str, write: Written, *, is_markdown: bool) -> str | None:
        """What a name stands for in a text of this kind. KeyError for what is no name."""
        kind, _, rest = name.partition(":")
        if kind == "role" and rest:
            identity, _, what = rest.partition(".")
            return self._of_role(identity, what, write, is_markdown)
        if kind == "document" and rest:
            identity, _, what = rest.partition(".")
            return self._of_document(identity, what, write, is_markdown)
        if kind == "law" and rest:
            identity, _, what = rest.partition(".")
            return write(self._of_law(identity, what))
        if kind == "urgent" and rest:
            return self._urgent(rest, write, is_markdown)
        if kind == "promise" and rest:
            if (promise := rest.replace("-", "_")) not in Promises.model_fields:
                raise KeyError(name)
            return "yes" if getattr(self.facts.promises, promise) else None
        return self._of_site(name, write, is_markdown)

    def is_there(self, name: str, write: Written, *, is_markdown: bool) -> str | None:
        """The same for a condition: what only falls back to other words is not there."""
        kind, _, rest = name.partition(":")
        if kind == "role" and rest.partition(".")[0] in self.files.vocabulary.roles:
            return "yes" if rest.partition(".")[0] in self.filled else None
        if kind == "document" and rest.partition(".")[0] in self.files.vocabulary.documents:
            return "yes" if rest.partition(".")[0] in self.documents else None
        return self.value(name, write, is_markdown=is_markdown)

    def _of_site(self, name: str, write: Written, is_markdown: bool) -> str | None:
        site = self.files.site
        assert site is not None
        if name in FIXED:
            url = site.site_url or ""
            host = url.removeprefix("https://").removeprefix("http://").rstrip("/")
            words = {
                "place": site.council.place,
                "council": site.council.name,
                "offer": site.site_name or f"{site.council.place} SEND Local Offer",
                "address": url,
                "host": host,
            }[name]
            return write(words) if name in FIXED[:3] else words or None
        kind, _, what = name.partition(".")
        if name == NAME:
            raise KeyError(name)  # only the text of a page has dates
        if kind == name and not nearest(name, FIXED):
            return f"{{{name}}}"  # one word in braces that is like none of ours: a class of Markdown, or code
        if kind != "help" or what not in HELP:
            raise KeyError(name)
        if what == "first_name":
            return write(site.help.name.split()[0]) if site.help.name else "us"
        found = getattr(site.help, what)
        if what == "phone" and not found:
            return f"the number on {'[our contact page](/about/contact/)' if is_markdown else 'our contact page'}"
        if found and what == "sms":
            return _text(found, is_markdown)
        if found and what in ("phone", "text_relay"):
            return _phone(found, is_markdown)
        if found and what == "email" and is_markdown:
            return f"[{found}](mailto:{found})"
        return write(found) if found else None

    def _urgent(self, rest: str, write: Written, is_markdown: bool) -> str | None:
        """`{urgent:samaritans}`: its number as a link; `.name`, `.hours`, `.sms` and `.page` by themselves."""
        identity, _, what = rest.partition(".")
        if identity not in self.files.vocabulary.urgent or what not in OF_URGENT:
            raise KeyError(identity)
        call = next((call for call in self.files.urgent if call.id == identity), None)
        if call is None:
            return None
        if what == "page":
            return call.page or None
        if what in ("name", "hours"):
            return write(getattr(call, what)) or None
        words, href = (call.also, call.also_href) if what == "sms" else (call.text, call.href)
        return f"[{words}]({href})" if words and is_markdown else words or None

    def _of_role(self, identity: str, what: str, write: Written, is_markdown: bool) -> str | None:
        role = self.files.vocabulary.roles.get(identity)
        if role is None or what not in OF_ROLE:
            raise KeyError(identity)
        who = self.filled.get(identity)
        if what == "phone":
            return self._role_phone(who, write, is_markdown)
        if who is None:
            return write(role.name) if what in ("", "name") else None
        service = self.service_of(who)
        name, page = write(who.name or (service.name if service else role.name)), _page(who)
        if what == "page":
            return page
        if what == "email":
            return f"[{who.email}](mailto:{who.email})" if who.email and is_markdown else who.email
        return f"[{name}]({page})" if not what and page and is_markdown else name

    def _role_phone(self, who: LocalRole | None, write: Written, is_markdown: bool) -> str | None:
        """Its number; its number for text messages where it has no other; else the help line's, said to be that."""
        service = self.service_of(who) if who else None
        contacts = service.contacts if service else []
        phone = (who and who.phone) or next((contact.phone for contact in contacts if contact.phone), None)
        if phone:
            return _phone(phone, is_markdown)
        if sms := next((contact.sms for contact in contacts if contact.sms), None):
            return f"{_text(sms, is_markdown)}, by text message only"
        ours = self._of_site("help.phone", write, is_markdown)
        has_line = self.files.site is not None and self.files.site.help.phone
        return f"{ours}, our help line" if who and has_line else ours

    def _of_document(self, identity: str, what: str, write: Written, is_markdown: bool) -> str | None:
        known = self.files.vocabulary.documents.get(identity)
        if known is None or what not in OF_DOCUMENT:
            raise KeyError(identity)
        paper = self.documents.get(identity)
        name = write(paper.text if paper and paper.text else known.name)
        if paper is None:
            return name if what in ("", "name") else None
        if what == "page":
            return paper.url
        if what == "date":
            return day_date(paper.date) if paper.date else None
        return f"[{name}]({paper.url})" if not what and is_markdown else name

    def _of_law(self, identity: str, what: str) -> str:
        fact = self.files.vocabulary.law.get(identity)
        if fact is None or what not in OF_LAW or (fact.value is None and what != "says"):
            raise KeyError(identity)
        if what == "says" or fact.value is None:
            return law_statement(fact)
        return fact.value if what == "number" else law_figure(fact.value, fact.unit)

    def service_of(self, who: LocalRole | None) -> Service | None:
        """The service that has a role, where it is one."""
        return self.files.services.get(who.service) if who and who.service else None

    def fill(
        self, text: str, write: Written, path: str, *, is_markdown: bool = True, dates: OwnDates | None = None
    ) -> Filled:
        """A text with its facts; which roles it names is noted for its file. `dates`: what {dates} stands for there."""
        value: ValueOf = partial(self.value, write=write, is_markdown=is_markdown)
        there: ValueOf = partial(self.is_there, write=write, is_markdown=is_markdown)
        if dates:
            value, there = dates.before(value, there)
        filled = fill(text, value, there)
        for name in filled.used:
            if name.startswith(("role:", "document:", "law:")):
                self.use(name, path)
        return filled

    def use(self, name: str, path: str) -> None:
        """Note that a file names something."""
        self.used.setdefault(name.partition(".")[0], Counter())[path] += 1


def _phone(number: str, is_markdown: bool) -> str:
    return f"[{phone_chunks(number)}]({phone_link(number)})" if is_markdown else phone_chunks(number)


def _text(number: str, is_markdown: bool) -> str:
    return f"[{phone_chunks(number)}]({text_link(number)})" if is_markdown else phone_chunks(number)


def _page(who: LocalRole) -> str | None:
    return f"/{service_url(who.service)}" if who.service else who.url


def check_known(name: str, local: Local, path: str, at: Position) -> Iterator[Finding]:
    """What is said of a name in braces that stands for nothing: the one that was meant, or where the names stand."""
    is_law, vocabulary = name.startswith("law:"), local.files.vocabulary
    if is_law and "law" in local.files.broken:
        return
    said = f"{name.partition('.')[0]}.says"  # a statement without a figure can only be said whole
    meant = said if said in local.names else nearest(name, local.names)
    hint = f" Did you mean {{{meant}}}?" if meant else ""
    where = "write a name that stands in the guide to local facts."
    if is_law:
        where = f"choose one from {held_in('law', vocabulary.law)}."
    fix = f"write {{{meant}}}" if meant else where
    yield rules.PLACEHOLDER_UNKNOWN.finding(path, f"{{{name}}} stands for nothing.{hint}", fix, at)
