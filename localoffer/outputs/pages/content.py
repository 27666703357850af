"""Hand-written pages of content/, and the list of guides.

In: ContentPages. Out: Pages whose Markdown is the author's own. Three small
things are added to the source, because nothing of ours runs inside MkDocs:
numbered steps with bold titles become the numbered path, cells of tables
learn their column's name for phones, and whom to call, in a first part that
says what to do at once, stands in a box. Long pages fold (`folds`).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from textwrap import indent

from localoffer import wording
from localoffer.addresses import (
    GLOSSARY,
    GUIDES,
    NEWS,
    SAID_AND_DONE,
    SERVICES,
    TAKE_PART,
    TOPICS,
    content_url,
    is_guide,
    service_url,
)
from localoffer.facts.features import signed_words
from localoffer.model import ContentPage
from localoffer.model.law import ComingChange, LawFact
from localoffer.outputs.index import Index
from localoffer.outputs.page import Meta, Page, new_page
from localoffer.outputs.pages.folds import is_folded, marked_parts
from localoffer.outputs.pages.home import situation_cards
from localoffer.outputs.pages.lists import ListPage, filled_groups, guide_cards, list_page
from localoffer.outputs.pages.page_law import law_foot
from localoffer.outputs.pages.topics import topic_link
from localoffer.outputs.pages.urgent import URGENT
from localoffer.outputs.view import Box, Card, Checked, Group, Link, Notice
from localoffer.overlay import is_national, name_in_layer
from localoffer.prose import mend_markdown
from localoffer.records.markdown import without_code
from localoffer.wording.reckoning import add_months

USUAL_MONTHS = 12
"""Months between checks of a guide that does not say."""
WORDS_A_MINUTE = 180
"""How fast people read on a screen when the matter is hard."""

_PICTURE = re.compile(r"!\[(?:[^\[\]\\]|\\.)*\]\(\s*<?([^\s()<>]+)")
_FROM_ROOT = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)
_STEP = re.compile(r"^(?P<start>\d{1,2}\.[ ]+)\*\*(?P<title>[^*\n]+)\*\*(?!\{)", re.MULTILINE)
"""A step whose bold words get the class that makes the list a numbered path."""
_FENCE = re.compile(r"^(`{3,}|~{3,})", re.MULTILINE)
_RULE = re.compile(r"^\|?[ ]*:?-+:?[ ]*(\|[ ]*:?-+:?[ ]*)+\|?[ ]*$")
_CELL = re.compile(r"(?<!\\)\|")
_PART = re.compile(r"^## (?P<title>.+)$", re.MULTILINE)
_WHO_TO_CALL = re.compile(r"^\*\*Who to call\*\*\n+(?P<calls>(?:- .*(?:\n|\Z))+)", re.MULTILINE)
FIRST = "First things to do"
"""The heading of a guide's first part, where it says what to do at once and whom to call."""


def content_pages(index: Index) -> list[Page]:
    """Every page of content/, and the list of guides unless one was written by hand."""
    pages = [content_page(page, index) for page in index.catalogue.content.values()]
    return pages if "guides/index" in index.catalogue.content else [*pages, guides_page(index)]


def content_page(page: ContentPage, index: Index) -> Page:
    """One hand-written page."""
    is_a_guide = is_guide(page.id)
    law = index.catalogue.law_of(page)
    meta: Meta = {
        **({"template": page.template} if page.template else {}),
        "title": page.title,
        "summary": page.summary,
        "lang": page.language or "",
        **({"section": "take-part"} if page.id.startswith(TAKE_PART) else {}),
        "crumbs": _crumbs(page),
        "what": "guide" if is_a_guide else "page",
        "first": first_part(page.body),
        "folds": is_folded(page),
        "way_out": page.way_out,
        "sign": [signed_words(page.bsl_video)] if page.bsl_video else [],
        "read": _reading_time(page.body) if is_a_guide else "",
        "checked": _checked(page, law),
        "law": law_foot(law),
        "notices": list(_notices(page, law, index)),
        "groups": list(_groups(page, index)),
        "side": list(_side(page, index)),
    }
    meta["qr"] = index.code(content_url(page.id)) if is_a_guide else None
    body = author_markdown(pictures_from_root(page.body, page.path))
    if meta["folds"]:
        body = marked_parts(body, page, index.catalogue.vocabulary.law, index.catalogue.urgent)
    return new_page("guide" if is_a_guide else "content", content_url(page.id), meta, page.path, body)


def _crumbs(page: ContentPage) -> list[Link]:
    folder = page.id.partition("/")[0]
    if page.id.endswith("/index"):
        return []
    return {"guides": [Link("Guides", GUIDES)], "take-part": [Link("Take part", TAKE_PART)]}.get(folder, [])


def _reading_time(body: str) -> str:
    minutes = max(1, round(len(body.split()) / WORDS_A_MINUTE))
    return f"Takes about {wording.count(minutes, 'minute')} to read."


def _checked(page: ContentPage, law: Sequence[LawFact]) -> Checked | None:
    checked = page.checked
    if checked:
        return Checked(checked.date.isoformat(), wording.day_date(checked.date), f", by: {checked.by}.")
    if not is_guide(page.id) or not is_national(page.path):
        return None
    return Checked("", "", "National text." if law else "National text. We have not checked it against the law yet.")


def _notices(page: ContentPage, law: Sequence[LawFact], index: Index) -> Iterator[Notice]:
    days = [page.checked.date] if page.checked else []
    day = min([*days, *(fact.as_at for fact in law)], default=None)
    if day and add_months(day, page.review_every or USUAL_MONTHS) < index.catalogue.today:
        words = f"We last checked it on {wording.day_date(day)}. Ask us if you are not sure."
        yield Notice("warm", "This page is due for a check.", words)


def _groups(page: ContentPage, index: Index) -> Iterator[Group | Box]:
    rows = _first_services(page, index)
    if is_guide(page.id) and rows:
        yield Group("services", "Services that can help", rows)
    if page.coming_changes:
        yield from map(_coming_change, index.catalogue.vocabulary.coming_changes.values())
    if page.sources:
        links = [Link(source.text, source.url) for source in page.sources]
        yield Box("Where these facts come from", links, "sources")


def _coming_change(change: ComingChange) -> Box:
    words = f"{change.says} This is what we could read on {wording.day_date(change.as_at)}."
    return Box(change.title, [Link(change.source, change.url)], f"change-{change.id}", words)


def _first_services(page: ContentPage, index: Index) -> list[Card]:
    """A few services of the guide's own topics, one of each topic first."""
    if page.template == URGENT:
        named = (call.page.removeprefix(f"/{SERVICES}").rstrip("/") for call in index.catalogue.urgent if call.page)
        return [index.card(index.catalogue.services[name]) for name in dict.fromkeys(named)][:4]
    found: dict[str, Card] = {}
    lists = [[s for s in index.by_topic.get(topic, []) if index.is_near(s)] for topic in page.topics]
    for place in range(3):
        for services in lists:
            if place < len(services):
                found.setdefault(services[place].id, index.card(services[place]))
    return list(found.values())[:4]


def _side(page: ContentPage, index: Index) -> Iterator[Box]:
    topics = index.catalogue.vocabulary.topics
    links: list[Link] = []
    for name in page.related:
        other, service = index.catalogue.content.get(name), index.catalogue.services.get(name)
        links += [Link(other.title, content_url(other.id))] if other else []
        links += [Link(index.catalogue.listed_name(service), service_url(service.id))] if service else []
    if links:
        yield Box("Read next", links)
    if page.id.startswith(TAKE_PART):
        yield Box("What happened", [Link("You said, we did", SAID_AND_DONE), Link("What is new", NEWS)])
    if page.topics:
        yield Box("Topics", [topic_link(topics[name]) for name in page.topics if name in topics])


def guides_page(index: Index) -> Page:
    """All guides: by situation, then by name."""
    situations = situation_cards(index)
    named = {card.href for card in situations}
    others = [card for card in guide_cards(index.guides) if card.href not in named]
    return list_page(
        ListPage(
            "guides",
            GUIDES,
            index.source_of("situations"),
            "Guides",
            "What to do, step by step, and what the law says.",
            groups=filled_groups(
                Group("situations", "What is happening?", situations), Group("guides", "More guides, A to Z", others)
            ),
            side=[Box("More", [Link("What words mean", GLOSSARY), Link("Topics", TOPICS)])],
        )
    )


# What is added to an author's Markdown


def author_markdown(body: str) -> str:
    """An author's Markdown, ready for MkDocs; a page with code blocks stays as it is."""
    mended = _box_calls(mend_markdown(body, keeps_code=True))
    return mended if _FENCE.search(body) else label_cells(_STEP.sub(r"\g<start>**\g<title>**{ .lo-step }", mended))


def first_part(body: str) -> str:
    """Whether a guide has what to do first before all its other parts: `at once`, `after words` or not at all."""
    part = _PART.search(body)
    if not part or part["title"].strip() != FIRST:
        return ""
    return "after words" if body[: part.start()].strip() else "at once"


def _box_calls(body: str) -> str:
    """Whom to call, in a box beside what to do first."""
    if not first_part(body):
        return body
    return _WHO_TO_CALL.sub(
        lambda found: f'!!! lo-call "Who to call"\n\n{indent(found["calls"], "    ")}', body, count=1
    )


def pictures_from_root(body: str, path: str) -> str:
    """`![…](map.png)` of content/guides/travel.md → `![…](/guides/map.png)`: MkDocs sees pages alone, not files beside them."""
    folder = posixpath.dirname(name_in_layer(path))
    for found in reversed(list(_PICTURE.finditer(without_code(body))) if "![" in body else []):
        if not _FROM_ROOT.match(found[1]):
            whole = posixpath.normpath(posixpath.join("/", folder, found[1]))
            body = f"{body[: found.start(1)]}{whole}{body[found.end(1) :]}"
    return body


def label_cells(body: str) -> str:
    """Each cell of a table with three columns or more carries its column's name, for narrow screens."""
    lines = body.split("\n")
    for number, line in enumerate(lines):
        if number and _RULE.match(line.strip()) and "|" in lines[number - 1]:
            names = _cells(lines[number - 1])
            if len(names) > 1:
                _label_rows(lines, number + 1, names)
    return "\n".join(lines)


def _label_rows(lines: list[str], start: int, names: list[str]) -> None:
    for number in range(start, len(lines)):
        if "|" not in lines[number]:
            return
        cells = _cells(lines[number])
        pairs = enumerate(zip(cells, names, strict=False))
        lines[number] = f"| {' | '.join(_labelled(cell, name, place) for place, (cell, name) in pairs)} |"


def _labelled(cell: str, name: str, place: int) -> str:
    """The first column is the row's own name and needs none."""
    plain = re.sub(r"[*_`\"{}\[\]]|\(.*?\)", "", name).strip()
    return cell if place == 0 or not plain or not cell or cell.endswith("}") else f'{cell} {{ data-label="{plain}" }}'


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in _CELL.split(line.strip().removeprefix("|").removesuffix("|"))]
