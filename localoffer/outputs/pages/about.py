"""Pages the offer writes about itself: how up to date it is, the law, news, words, what was said and done.

In: the Index. Out: Pages whose prose is in localoffer/templates.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from localoffer import wording
from localoffer.model.vocabulary import Comment, Duty, GlossaryTerm
from localoffer.outputs.index import Index
from localoffer.outputs.markdown import render
from localoffer.outputs.page import SITE, Meta, Page, page_path, page_url
from localoffer.outputs.pages.content import label_cells
from localoffer.outputs.pages.home import freshness_words, new_services, overdue_services
from localoffer.outputs.pages.lists import Group, letter_of, list_pages
from localoffer.outputs.parts import Row, numbered, pager, pages_of, row_line, service_url

DUTIES_ON_A_PAGE = 20
TERMS_ON_A_PAGE = 45
STATUS = {"done": "Done", "doing": "We are doing this now", "no": "We could not do this, and why"}


def about_pages(index: Index) -> list[Page]:
    """All of them."""
    return [
        up_to_date_page(index),
        *law_pages(index),
        credits_page(index),
        *glossary_pages(index),
        said_and_done_page(index),
        *news_pages(index),
    ]


def _prose(url: str, template: str, source: str, meta: Meta, **facts: object) -> Page:
    body = label_cells(render(template, **facts))
    return Page(page_path(url), {"template": "guide.html", **meta}, body, source, "about")


def up_to_date_page(index: Index) -> Page:
    """How many listings were checked when, and which are late."""
    late = overdue_services(index)
    rows = [
        [
            service.name,
            service_url(service.id),
            wording.day_date(service.last_checked.date),
            wording.month_year(index.next_check(service)),
        ]
        for service in late[:100]
    ]
    fresh, words = freshness_words(index)
    meta: Meta = {
        "title": "How up to date we are",
        "summary": "When we checked each service, how we check, and what is late.",
    }
    return _prose(
        "about/up-to-date/",
        "up-to-date.md.j2",
        SITE,
        meta,
        fresh=fresh,
        words=words,
        late=rows,
        late_count=len(late),
        total=len(index.shown),
        today=wording.day_date(index.catalogue.today),
    )


def law_pages(index: Index) -> list[Page]:
    """Each thing the law asks for, and where in this offer it is."""
    parts = pages_of([_duty(duty, index) for duty in index.catalogue.vocabulary.duties.values()], DUTIES_ON_A_PAGE)
    meta: Meta = {
        "title": "The law, point by point",
        "summary": "Every Local Offer must tell you these things. Here is where each one is.",
        "no_toc": True,
    }
    known = index.catalogue.content
    more = [(known[name].title, f"{name}/") for name in ("about/what-the-law-asks",) if name in known]
    return [
        _prose(
            numbered("about/law/", number),
            "law.md.j2",
            "content/_data/duties.yml",
            {**meta, **pager("about/law/", number, len(parts))},
            duties=duties,
            more=more,
        )
        for number, duties in enumerate(parts, start=1)
    ]


def _duty(duty: Duty, index: Index) -> dict[str, object]:
    topics = index.catalogue.vocabulary.topics
    pages = [index.catalogue.content[name] for name in duty.pages if name in index.catalogue.content]
    return {
        "id": duty.id,
        "title": duty.title,
        "text": duty.text,
        "ref": duty.ref,
        "sure": duty.confidence >= 0.9 and (duty.number_confidence is None or duty.number_confidence >= 0.9),
        "topics": [
            (topics[name].name, f"topics/{name}/", wording.count(len(index.by_topic.get(name, [])), "service"))
            for name in duty.topics
            if name in topics
        ],
        "pages": [(page.title, page_url(f"{page.id}.md")) for page in pages],
        "parts": [f"({letter}) {text}" for letter, text in duty.parts.items()],
    }


def credits_page(index: Index) -> Page:
    """Who made the pictures, and on what terms they are shown."""
    makers: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for picture in index.catalogue.vocabulary.pictures.values():
        makers[picture.credit, picture.licence].append(picture.name)
    photos = [
        (service.name, service_url(service.id), image.credit or "", image.licence or "")
        for service in index.shown
        for image in service.images
        if image.credit or image.licence
    ]
    sources = sorted({(s.source.system, s.source.licence or "") for s in index.shown if s.source})
    meta: Meta = {
        "title": "Pictures and credits",
        "summary": "Who made the pictures on this site, and on what terms we use them.",
    }
    return _prose(
        "about/credits/",
        "credits.md.j2",
        "content/_data/pictures.yml",
        meta,
        makers=[(credit, licence, len(names)) for (credit, licence), names in makers.items()],
        photos=photos,
        sources=sources,
    )


def glossary_pages(index: Index) -> list[Page]:
    """Every hard word and what it means, A to Z, in parts small enough for a slow phone."""
    terms = sorted(
        index.catalogue.vocabulary.glossary.values(), key=lambda term: (letter_of(term.term), term.term.casefold())
    )
    parts = list(_whole_letters(terms))
    home = {
        letter_of(term.term): numbered("glossary/", number)
        for number, part in enumerate(parts, start=1)
        for term in part
    }
    return [_glossary_part(index, part, number, len(parts), home) for number, part in enumerate(parts, start=1)]


def _whole_letters(terms: Sequence[GlossaryTerm]) -> Iterator[list[GlossaryTerm]]:
    """Parts of about TERMS_ON_A_PAGE words that never end inside a letter; one empty part for no words."""
    part: list[GlossaryTerm] = []
    for _, same_letter in groupby(terms, key=lambda term: letter_of(term.term)):
        letter = list(same_letter)
        if part and len(part) + len(letter) > TERMS_ON_A_PAGE:
            yield part
            part = []
        part += letter
    if part or not terms:
        yield part


def _glossary_part(index: Index, terms: Sequence[GlossaryTerm], number: int, total: int, home: dict[str, str]) -> Page:
    url = numbered("glossary/", number)
    words: defaultdict[str, list[list[object]]] = defaultdict(list)
    for term in terms:
        page = index.catalogue.content.get(term.page or "")
        words[letter_of(term.term)].append(
            [term.id, term.term, term.full or "", term.meaning, [page.title, page_url(f"{page.id}.md")] if page else []]
        )
    meta: Meta = {
        "template": "glossary.html",
        "title": "What words mean",
        "summary": "Words and short forms that people who work with SEND use, in plain English.",
        "section": "guides",
        "crumbs": [["Guides", "guides/"]],
        "letters": [
            [letter, f"{'' if place == url else place}#letter-{letter.lower()}"] for letter, place in home.items()
        ],
        "words": list(words.items()),
        **pager("glossary/", number, total),
    }
    return Page(page_path(url), meta, "", "content/_data/glossary.yml", "glossary")


def said_and_done_page(index: Index) -> Page:
    """Comments and what was done about them, newest first (SEND Regulations 2014, regulation 56)."""
    comments = sorted(index.catalogue.vocabulary.comments, key=lambda comment: (comment.date, comment.id), reverse=True)
    years: defaultdict[int, list[dict[str, object]]] = defaultdict(list)
    for comment in comments:
        years[comment.date.year].append(_comment(comment, index))
    meta: Meta = {
        "title": "You said, we did",
        "summary": "What people told us about this offer, and what we did about it.",
        "section": "take-part",
        "crumbs": [["Take part", "take-part/"]],
    }
    return _prose(
        "take-part/you-said-we-did/",
        "you-said-we-did.md.j2",
        f"content/_data/comments/{comments[0].date.year}.yml" if comments else SITE,
        meta,
        years=list(years.items()),
    )


def _comment(comment: Comment, index: Index) -> dict[str, object]:
    topics = index.catalogue.vocabulary.topics
    return {
        "date": wording.day_date(comment.date),
        "said": comment.you_said.strip("“”\"' "),
        "did": comment.we_did,
        "status": STATUS[comment.status],
        "topics": [(topics[name].name, f"topics/{name}/") for name in comment.topics if name in topics],
    }


def news_pages(index: Index) -> list[Page]:
    """What is new, by month."""
    today = index.catalogue.today
    months: defaultdict[str, list[Row]] = defaultdict(list)
    for service in new_services(index):
        assert service.added is not None
        months[wording.month_year(service.added)].append(
            [service.name, service_url(service.id), row_line(service, today)]
        )
    groups = [Group(f"month-{number}", month, rows) for number, (month, rows) in enumerate(months.items(), start=1)]
    meta: Meta = {
        "title": "What is new",
        "summary": "Services we added in the last 6 months.",
        "section": "topics",
        "side": [
            {
                "title": "More",
                "links": [
                    ["You said, we did", "take-part/you-said-we-did/"],
                    ["How up to date we are", "about/up-to-date/"],
                ],
            }
        ],
    }
    if not groups:
        meta["notices"] = [["", "Nothing is new just now.", "Look in the topics for everything we know of."]]
    return list_pages("news/", meta, groups, SITE, "news")
