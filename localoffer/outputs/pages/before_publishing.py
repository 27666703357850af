"""Before you publish: what a council has still to fill in, what most pages need first; nothing where nothing is left.

In: the Index. Out: one page for the people who set the offer up. It is in no site map and no search, and it is not made for
a sample.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from localoffer import wording
from localoffer.addresses import BEFORE_PUBLISHING
from localoffer.catalogue import Catalogue
from localoffer.outputs.index import Index
from localoffer.outputs.markdown import render
from localoffer.outputs.page import SITE, Meta, Page, new_page
from localoffer.outputs.pages.content import label_cells
from localoffer.overlay import is_national

HELP = {
    "phone": "a phone number",
    "hours": "when somebody answers",
    "email": "an e-mail address",
    "address": "an address for letters",
}
PROMISES = {
    "interpreter": "an interpreter, free",
    "bsl": "a BSL interpreter or video call",
    "post": "paper copies by post, free",
    "translation": "pages in another language, on paper or by e-mail",
}


class Left(NamedTuple):
    """One thing to fill in: what it is, where it is used, and where it is written."""

    what: str
    used: str
    write: str


class Part(NamedTuple):
    """Things of one sort, below a heading."""

    title: str
    says: str
    rows: list[Left]


def make_pages(index: Index) -> list[Page]:
    """The page, where something is left."""
    parts = left_to_do(index.catalogue)
    if not parts:
        return []
    meta: Meta = {
        "title": "Before you publish",
        "summary": "For the council: what is still to fill in. Each line goes away when it is done.",
    }
    body = label_cells(render("before-publishing.md.j2", parts=parts))
    return [new_page("before-publishing", BEFORE_PUBLISHING, meta, SITE, body)]


def left_to_do(catalogue: Catalogue) -> list[Part]:
    """Everything that is left, in parts; none for a sample, which nobody publishes."""
    if catalogue.site.sample:
        return []
    parts = (
        Part("The help line", "It stands on every page.", list(_help_line(catalogue))),
        Part("Who has which role", "National texts send people to them.", list(_roles(catalogue))),
        Part("What the law asks you to publish", "Families look for these papers.", list(_documents(catalogue))),
        Part("The lists of this place", "Search, filters and reports need them.", list(_lists(catalogue))),
        Part("What you promise", "Texts say it only where you say yes.", list(_promises(catalogue))),
        Part(
            "What nobody here has read yet",
            "National text is right for England. Is it right here? Say so in content/_data/local.yml.",
            list(_unread(catalogue)),
        ),
    )
    return [part for part in parts if part.rows]


def _help_line(catalogue: Catalogue) -> Iterator[Left]:
    for field, words in HELP.items():
        if not getattr(catalogue.site.help, field):
            yield Left(words, "every page", f"mkdocs.yml, below extra and help: {field}")


def _roles(catalogue: Catalogue) -> Iterator[Left]:
    filled = {role.role for role in catalogue.local.roles if not role.service or role.service in catalogue.services}
    roles = catalogue.vocabulary.roles
    used_in = {name: len(catalogue.facts_used.get(f"role:{name}", ())) for name in roles}
    left = [name for name in roles if used_in[name] and name not in filled]
    for name in sorted(left, key=lambda name: (not roles[name].essential, -used_in[name], name)):
        used = wording.count(used_in[name], "text")
        role = roles[name]
        what = f"{role.name}: {role.does}" if role.essential else role.name
        yield Left(what, used, f"content/_data/local.yml, below roles: {name}")


def _documents(catalogue: Catalogue) -> Iterator[Left]:
    named = {paper.document for paper in catalogue.local.documents}
    for name, document in sorted(catalogue.vocabulary.documents.items(), key=lambda one: not one[1].must):
        if name not in named:
            texts = len(catalogue.facts_used.get(f"document:{name}", ()))
            used = (
                f"the law, point by point, and {wording.count(texts, 'text')}" if texts else "the law, point by point"
            )
            what = f"{wording.in_list(document.name)}: {document.holds} {'The law' if document.must else 'Guidance'}: {document.law}."
            yield Left(what, used, f"content/_data/local.yml, below documents: {name}")


def _lists(catalogue: Catalogue) -> Iterator[Left]:
    words = catalogue.vocabulary
    if not catalogue.services:
        yield Left("services", "every list", "providers/, one folder for each provider")
    if not words.schools:
        yield Left("the schools of the area", "the report on schools", "content/_data/schools.yml")
    if not words.postcodes:
        yield Left("postcodes and where they are", "the nearest places first", "content/_data/postcodes.csv")
    if not catalogue.local.school_terms:
        yield Left("school terms", "what is on this weekend", "content/_data/local.yml, below school_terms")
    if words.evidence is None:
        yield Left("a test of accessibility", "the accessibility statement", "the audit command, with its flag record")
    if not catalogue.site.data_licence:
        yield Left("a licence for your data", "open data", "mkdocs.yml, below extra: data_licence")
    if not catalogue.site.security_contact:
        yield Left("whom to tell of a hole in safety", "security.txt", "mkdocs.yml, below extra: security_contact")


def _promises(catalogue: Catalogue) -> Iterator[Left]:
    given = catalogue.local.promises.model_fields_set
    for name, words in PROMISES.items():
        if name not in given:
            yield Left(words, "help, contact and copies", f"content/_data/local.yml, below promises: {name}, yes or no")


def _unread(catalogue: Catalogue) -> Iterator[Left]:
    pages = [page for page in catalogue.content.values() if is_national(page.path) and page.checked is None]
    for page in sorted(pages, key=lambda page: page.id):
        yield Left(page.title, "", f"below checked: {page.id}")
