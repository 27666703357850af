"""Easy-read pages: the twin of every page families read.

In: records and the Index. Out: Pages for theme/easy.html.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from localoffer import wording
from localoffer.addresses import DATES, FIND, GUIDES, TAKE_PART, easy_url, is_guide, part_url, topic_url
from localoffer.catalogue import Catalogue
from localoffer.easyread import EasyReadPage, Idea, Part, Section, easy_provider, easy_service, easy_twin
from localoffer.easyread.parts import in_parts
from localoffer.model import Provider, Service
from localoffer.outputs.index import Index
from localoffer.outputs.page import Meta, Page, filled, new_page
from localoffer.outputs.pages.coming import easy_coming
from localoffer.outputs.pages.dates import easy_dates
from localoffer.outputs.pages.easy_by_kind import KINDS, list_parts
from localoffer.outputs.pages.easy_doors import easy_find, easy_home
from localoffer.outputs.pages.easy_lists import easy_lists
from localoffer.outputs.pages.languages import easy_languages, welcomes
from localoffer.outputs.pages.service import like_ids
from localoffer.outputs.pages.urgent import URGENT, needs_way_out
from localoffer.outputs.parts import pager
from localoffer.outputs.view import HardWord, Link

ABOUT = "about/"


def easy_service_pages(service: Service, index: Index) -> list[Page]:
    """A service in easy read: one page, or several."""
    apart = {"told_apart": name} if (name := index.catalogue.told_apart.get(service.id)) else {}
    more: Meta = {**apart, **filled({"way_out": needs_way_out(service, index.catalogue)})}
    more["crumbs"] = _crumbs(service, index)
    others = like_ids(service, index) if service.status == "closed" else []
    like = [index.easy_card(index.catalogue.services[other]) for other in others]
    easy = easy_service(service, index.catalogue, index.facts(service), like)
    return [_with_code(page, index) for page in easy_pages(easy, "easy-service", more)]


def _with_code(page: Page, index: Index) -> Page:
    """With the square that leads a phone from paper to the page."""
    code = index.code(page.url)
    return replace(page, meta={**page.meta, "qr": code}) if code else page


def _crumbs(service: Service, index: Index) -> list[Link]:
    """Easy read, then the topic."""
    found = next((topic for name in service.topics if (topic := index.catalogue.vocabulary.topics.get(name))), None)
    return [Link(found.name, easy_url(topic_url(found.id)))] if found else []


def easy_provider_pages(provider: Provider, catalogue: Catalogue) -> list[Page]:
    """A provider in easy read."""
    apart = {"told_apart": name} if (name := catalogue.provider_apart(provider)) else {}
    return easy_pages(easy_provider(provider, catalogue), "easy-provider", apart)


def easy_twin_pages(index: Index) -> Iterator[Page]:
    """The easy-read twins of hand-written pages."""
    for page in index.catalogue.content.values():
        if page.easy:
            kind = "easy-guide" if is_guide(page.id) else "easy-content"
            more: Meta = filled({"way_out": page.way_out, "urgent": page.template == URGENT})
            first, *others = easy_pages(easy_twin(page, page.easy, index.catalogue), kind, more)
            shown = {call.picture for call in index.catalogue.urgent if call.picture} if more.get("urgent") else set()
            pages = [replace(first, pictures=first.pictures | shown), *others]
            yield from ([_with_code(page, index) for page in pages] if kind == "easy-guide" else pages)


def easy_list_pages(index: Index) -> Iterator[Page]:
    """Home, find and every list in easy read."""
    yield from (easy_page(part, "easy-list", _of_list(part)) for part in list_parts(easy_home(index)))
    yield easy_page(easy_find(index), "easy-list")
    yield from (easy_page(part, "easy-list", _of_list(part)) for part in easy_lists(index))
    yield from easy_pages(easy_coming(index), "easy-list")
    if index.catalogue.vocabulary.letters:
        yield from easy_pages(easy_dates(index), "easy-list")
    if index.catalogue.languages:
        first, *others = easy_pages(easy_languages(index), "easy-list")
        yield replace(first, meta={**first.meta, "languages": welcomes(index.catalogue)})
        yield from others


def _of_list(part: EasyReadPage) -> Meta:
    """The ways to the other parts of a list in place of the way to the next one, to the next kind of help at its end, and back to
    all kinds."""
    told: Meta = {"next": part.after if part.part == part.of else None}
    if part.kind:
        told |= {"title": f"{part.title}: {wording.in_sentence(part.kind.name)}", "heading": part.title}
        told["back"] = Link("All kinds of help", f"{easy_url(part.full_page)}#{KINDS}")
    whole = {"whole": [easy_url(address) for address in part.whole]} if len(part.whole) > 1 else {}
    return {**told, **whole, **filled({"crumbs": part.crumbs}), **pager(easy_url(part.begins), part.part, part.of)}


def easy_pages(easy: EasyReadPage, kind: str, more: Meta | None = None) -> list[Page]:
    """An easy-read page as one page, or as several where it is long."""
    return [easy_page(part, kind, more) for part in in_parts(easy)]


def easy_page(easy: EasyReadPage, kind: str, more: Meta | None = None) -> Page:
    """An easy-read page as front matter for theme/easy.html."""
    meta: Meta = {
        "title": easy.title,
        "summary": f"{easy.title}, in easy read: short words and pictures.",
        "standard": easy.full_page or ".",
        "out_of_date": "The full page has changed. These easy words may be old." if easy.is_out_of_date else "",
        "sections": [_section(section) for section in easy.sections],
        "section": _section_of(easy.full_page),
        "reader": easy.lead,
        "part": f"part {easy.part} of {easy.of}" if easy.of > 1 else "",
        "links": list(easy.links),
        "next": _next(easy),
        "call": easy.call,
        **(more or {}),
    }
    rows = [row.icon for section in easy.sections for row in section.rows]
    used = frozenset(filter(None, [*(idea.picture for idea in easy.ideas), *rows]))
    return replace(new_page(kind, easy_url(easy.address), meta, easy.source), pictures=used)


def _next(easy: EasyReadPage) -> Link | None:
    """The way to the next part, by the name of what comes first there."""
    if easy.part >= easy.of:
        return None
    url = easy_url(part_url(easy.full_page, easy.part + 1))
    first = next((link.text for link in easy.links if link.href.startswith(f"{url}#")), "")
    return Link(f"Next: {first}" if first else "Next part", url)


def _section_of(full_page: str) -> str:
    """The entry of the navigation that a page belongs to."""
    places = {FIND: "find", GUIDES: "guides", TAKE_PART: "take-part", ABOUT: "", DATES: "guides"}
    named = next((entry for place, entry in places.items() if full_page.startswith(place)), "topics")
    return named if full_page else ""


def _section(section: Section) -> Meta:
    ideas = [_idea(idea) for idea in section.ideas]
    return filled({"id": section.id, "heading": section.heading, "ideas": ideas, "rows": section.rows})


def _idea(idea: Idea) -> Meta:
    words = [_sentence(sentence) for sentence in idea.sentences]
    return filled({"picture": idea.picture, "alt": idea.alt, "words": words})


def _sentence(sentence: Sequence[Part]) -> str | list[str | Link | HardWord]:
    """Plain text, or texts, links and hard words."""
    if all(not part.href and not part.is_term for part in sentence):
        return "".join(part.text for part in sentence)
    return [
        Link(part.text, part.href) if part.href else HardWord(part.text) if part.is_term else part.text
        for part in sentence
    ]
