"""Hand-written pages of content/, and the list of guides.

In: ContentPages. Out: Pages whose Markdown is the author's own. Two small
things are added to the source, because nothing of ours runs inside MkDocs:
numbered steps with bold titles become the numbered path, and cells of tables
learn their column's name for phones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from localoffer import wording
from localoffer.addresses import (
    GLOSSARY,
    GUIDES,
    NEWS,
    SAID_AND_DONE,
    TAKE_PART,
    TOPICS,
    content_url,
    is_guide,
    service_url,
    topic_url,
)
from localoffer.catalogue.freshness import add_months
from localoffer.model import ContentPage
from localoffer.outputs.index import Index
from localoffer.outputs.page import Meta, Page, new_page
from localoffer.outputs.pages.browse import guide_rows
from localoffer.outputs.pages.home import situation_rows
from localoffer.outputs.pages.lists import Group
from localoffer.outputs.parts import Row
from localoffer.outputs.search.facets import found_guide

USUAL_MONTHS = 12
"""Months between checks of a guide that does not say."""
WORDS_A_MINUTE = 180
"""How fast people read on a screen when the matter is hard."""

_STEP = re.compile(r"^(?P<start>\d{1,2}\.[ ]+)\*\*(?P<title>[^*\n]+)\*\*(?!\{)", re.MULTILINE)
_FENCE = re.compile(r"^(`{3,}|~{3,})", re.MULTILINE)
_RULE = re.compile(r"^\|?[ ]*:?-+:?[ ]*(\|[ ]*:?-+:?[ ]*)+\|?[ ]*$")
_CELL = re.compile(r"(?<!\\)\|")


def content_pages(index: Index) -> list[Page]:
    """Every page of content/, and the list of guides unless one was written by hand."""
    pages = [content_page(page, index) for page in index.catalogue.content.values()]
    return pages if "guides/index" in index.catalogue.content else [*pages, guides_page(index)]


def content_page(page: ContentPage, index: Index) -> Page:
    """One hand-written page."""
    is_a_guide = is_guide(page.id)
    meta: Meta = {
        **({"template": page.template} if page.template else {}),
        "title": page.title,
        "summary": page.summary,
        "lang": page.language or "",
        **({"section": "take-part"} if page.id.startswith(TAKE_PART) else {}),
        "crumbs": _crumbs(page),
        "what": "guide" if is_a_guide else "page",
        "read": _reading_time(page.body) if is_a_guide else "",
        "checked": _checked(page),
        "notices": list(_notices(page, index)),
        "groups": list(_groups(page, index)),
        "side": list(_side(page, index)),
        "found": found_guide(page, index) if is_a_guide else {},
    }
    body = author_markdown(page.body)
    return new_page("guide" if is_a_guide else "content", content_url(page.id), meta, page.path, body)


def _crumbs(page: ContentPage) -> list[Row]:
    folder = page.id.partition("/")[0]
    if page.id.endswith("/index"):
        return []
    return {"guides": [["Guides", GUIDES]], "take-part": [["Take part", TAKE_PART]]}.get(folder, [])


def _reading_time(body: str) -> str:
    minutes = max(1, round(len(body.split()) / WORDS_A_MINUTE))
    return f"Takes about {wording.count(minutes, 'minute')} to read."


def _checked(page: ContentPage) -> Row:
    checked = page.checked
    return [checked.date.isoformat(), wording.day_date(checked.date), f", by: {checked.by}."] if checked else []


def _notices(page: ContentPage, index: Index) -> Iterator[list[str]]:
    if page.checked:
        due = add_months(page.checked.date, page.review_every or USUAL_MONTHS)
        if due < index.catalogue.today:
            yield [
                "warm",
                "This page is due for a check.",
                f"We last checked it on {wording.day_date(page.checked.date)}. Ask us if you are not sure.",
            ]


def _groups(page: ContentPage, index: Index) -> Iterator[Meta]:
    rows = _first_services(page, index)
    if is_guide(page.id) and rows:
        yield Group("services", "Services that can help", rows).meta(rows)
    if page.sources:
        yield {
            "id": "sources",
            "title": "Where these facts come from",
            "links": [[source.text, source.url] for source in page.sources],
        }


def _first_services(page: ContentPage, index: Index) -> list[Row]:
    """A few services of the guide's own topics, one of each topic first."""
    found: dict[str, Row] = {}
    lists = [[s for s in index.by_topic.get(topic, []) if index.is_near(s)] for topic in page.topics]
    for place in range(3):
        for services in lists:
            if place < len(services):
                found.setdefault(services[place].id, index.row(services[place]))
    return list(found.values())[:4]


def _side(page: ContentPage, index: Index) -> Iterator[Meta]:
    topics = index.catalogue.vocabulary.topics
    links: list[Row] = []
    for name in page.related:
        other, service = index.catalogue.content.get(name), index.catalogue.services.get(name)
        links += [[other.title, content_url(other.id)]] if other else []
        links += [[service.name, service_url(service.id)]] if service else []
    if links:
        yield {"title": "Read next", "links": links}
    if page.id.startswith(TAKE_PART):
        yield {
            "title": "What happened",
            "links": [["You said, we did", SAID_AND_DONE], ["What is new", NEWS]],
        }
    if page.topics:
        yield {
            "title": "Topics",
            "links": [[topics[name].name, topic_url(name)] for name in page.topics if name in topics],
        }


def guides_page(index: Index) -> Page:
    """All guides: by situation, then by name."""
    situations = situation_rows(index)
    named = {row[1] for row in situations}
    others = [row for row in guide_rows(index.guides) if row[1] not in named]
    groups = [
        Group("situations", "Where are you now?", situations).meta(situations),
        Group("guides", "More guides, A to Z", others).meta(others),
    ]
    meta: Meta = {
        "title": "Guides",
        "summary": "What to do, step by step, and what the law says.",
        "groups": [group for group in groups if group.get("rows")],
        "side": [{"title": "More", "links": [["What words mean", GLOSSARY], ["Topics", TOPICS]]}],
    }
    return new_page("guides", GUIDES, meta, "content/_data/situations.yml")


# What is added to an author's Markdown


def author_markdown(body: str) -> str:
    """An author's Markdown, ready for MkDocs; a page with code blocks stays as it is."""
    return body if _FENCE.search(body) else label_cells(_mark_steps(body))


def _mark_steps(body: str) -> str:
    """`1. **Ask.** …` → the bold words carry the class that makes the list a numbered path."""
    return _STEP.sub(r"\g<start>**\g<title>**{ .lo-step }", body)


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
        lines[number] = (
            "| "
            + " | ".join(
                _labelled(cell, name, place) for place, (cell, name) in enumerate(zip(cells, names, strict=False))
            )
            + " |"
        )


def _labelled(cell: str, name: str, place: int) -> str:
    """The first column is the row's own name and needs none."""
    plain = re.sub(r"[*_`\"{}\[\]]|\(.*?\)", "", name).strip()
    return cell if place == 0 or not plain or not cell or cell.endswith("}") else f'{cell} {{ data-label="{plain}" }}'


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in _CELL.split(line.strip().removeprefix("|").removesuffix("|"))]
