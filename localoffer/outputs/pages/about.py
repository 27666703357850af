"""Pages the offer writes about itself: how up to date it is, the law, credits, what was said and done.

In: the Index. Out: Pages whose prose is in localoffer/templates.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from localoffer import wording
from localoffer.addresses import (
    CREDITS,
    LAW,
    OPEN_DATA,
    SAID_AND_DONE,
    TAKE_PART,
    UP_TO_DATE,
    content_url,
    part_url,
    service_url,
    topic_url,
    whole_url,
)
from localoffer.catalogue.measures import overdue_services
from localoffer.model.vocabulary import Comment, Duty
from localoffer.outputs.index import Index
from localoffer.outputs.markdown import render
from localoffer.outputs.page import SITE, Meta, Page, new_page
from localoffer.outputs.pages.before_publishing import left_to_do
from localoffer.outputs.pages.checks import checks_pages
from localoffer.outputs.pages.content import label_cells
from localoffer.outputs.pages.home import freshness, shown_comment
from localoffer.outputs.pages.topics import topic_link
from localoffer.outputs.parts import pager, pages_of
from localoffer.outputs.view import Card, Link

DUTIES_ON_A_PAGE = 10
NEWEST = 3
"""What people said that stands open; the rest is folded by what came of it."""
STATUS = {"done": "Done", "doing": "We are doing this now", "no": "We could not do this, and why"}


def make_pages(index: Index) -> list[Page]:
    """All of them."""
    return [
        up_to_date_page(index),
        *law_pages(index),
        credits_page(index),
        said_and_done_page(index),
        open_data_page(index),
        *checks_pages(is_sample=index.catalogue.site.sample),
    ]


def _prose(url: str, template: str, source: str, meta: Meta, **facts: object) -> Page:
    body = label_cells(render(template, **facts))
    return new_page("about", url, meta, source, body)


def open_data_page(index: Index) -> Page:
    """What programs may read here, and what is not in it."""
    site = index.catalogue.site
    meta: Meta = {
        "title": "Open data",
        "summary": "Our services as tables and as Open Referral UK, for other websites and programs.",
    }
    return _prose(
        OPEN_DATA,
        "open-data.md.j2",
        SITE,
        meta,
        services=len(index.shown),
        licence=site.data_licence,
        council=site.council.name,
        site=whole_url("", site.site_url) if site.site_url else "",
    )


def up_to_date_page(index: Index) -> Page:
    """How many listings were checked when, and which are late."""
    late, never = overdue_services(index), sum(service.last_checked is None for service in index.shown)
    rows = [
        {
            "name": service.name,
            "href": service_url(service.id),
            "checked": wording.day_date(service.last_checked.date),
            "due": wording.month_year(due),
        }
        for service in late[:100]
        if service.last_checked and (due := index.next_check(service))
    ]
    meta: Meta = {
        "title": "How up to date we are",
        "summary": "When we checked each service, how we check, and what is late.",
    }
    return _prose(
        UP_TO_DATE,
        "up-to-date.md.j2",
        SITE,
        meta,
        fresh=freshness(index),
        late=rows,
        late_count=len(late),
        is_ready=not left_to_do(index.catalogue),
        never=wording.count(never, "service") if never else "",
        never_count=never,
        total=len(index.shown),
        today=wording.day_date(index.catalogue.today),
    )


def law_pages(index: Index) -> list[Page]:
    """Each thing the law asks for, and where in this offer it is."""
    parts = pages_of([_duty(duty, index) for duty in index.catalogue.vocabulary.duties.values()], DUTIES_ON_A_PAGE)
    meta: Meta = {
        "title": "The law, point by point",
        "summary": "Every Local Offer must tell you these things. Here is where each one is.",
        "folds": True,
        "no_toc": True,
    }
    known = index.catalogue.content
    more = [Link(known[name].title, content_url(name)) for name in ("about/what-the-law-asks",) if name in known]
    return [
        _prose(
            part_url(LAW, number),
            "law.md.j2",
            index.source_of("duties"),
            {**meta, **pager(LAW, number, len(parts))},
            duties=duties,
            more=more,
        )
        for number, duties in enumerate(parts, start=1)
    ]


def _papers(duty: Duty, index: Index) -> tuple[list[dict[str, str]], list[str]]:
    """The papers that a duty asks for: those with an address here, and the names of those that a law asks for and are not here."""
    local, known = (
        {paper.document: paper for paper in index.catalogue.local.documents},
        index.catalogue.vocabulary.documents,
    )
    asked = [document for document in known.values() if duty.id in document.duties]
    there = [
        {
            "text": wording.in_list(paper.text or document.name),
            "href": paper.url,
            "date": wording.day_date(paper.date) if paper.date else "",
        }
        for document in asked
        if (paper := local.get(document.id))
    ]
    return there, [document.name for document in asked if document.must and document.id not in local]


def _duty(duty: Duty, index: Index) -> dict[str, object]:
    topics, law = index.catalogue.vocabulary.topics, index.catalogue.vocabulary.law
    pages = [index.catalogue.content[name] for name in duty.pages if name in index.catalogue.content]
    papers, missing = _papers(duty, index)
    return {
        "id": duty.id,
        "title": duty.title,
        "text": duty.text,
        "ref": duty.ref,
        "unread": duty.number_confidence == 0,
        "sure": duty.confidence >= 0.9 and (duty.number_confidence is None or duty.number_confidence >= 0.9),
        "law": [
            {"says": wording.law_statement(law[name]), "source": wording.law_source(law[name]), "href": law[name].url}
            for name in duty.law
            if name in law
        ],
        "topics": [
            Card(topics[name].name, topic_url(name), wording.count(len(index.by_topic.get(name, [])), "service"))
            for name in duty.topics
            if name in topics
        ],
        "pages": [Link(page.title, content_url(page.id)) for page in pages],
        "papers": papers,
        "missing": missing,
        "parts": [f"({letter}) {text}" for letter, text in duty.parts.items()],
    }


def credits_page(index: Index) -> Page:
    """Who made the pictures, and on what terms they are shown."""
    makers = Counter((picture.credit, picture.licence) for picture in index.catalogue.vocabulary.pictures.values())
    photos = [
        {"name": service.name, "href": service_url(service.id), "credit": image.credit, "licence": image.licence}
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
        CREDITS,
        "credits.md.j2",
        index.source_of("pictures"),
        meta,
        makers=[
            {"credit": credit, "licence": licence, "number": number} for (credit, licence), number in makers.items()
        ],
        photos=photos,
        sources=[{"system": system, "licence": licence} for system, licence in sources],
    )


def said_and_done_page(index: Index) -> Page:
    """Comments and what was done about them, newest first (SEND Regulations 2014, regulation 56)."""
    comments = sorted(index.catalogue.vocabulary.comments, key=lambda comment: (comment.date, comment.id), reverse=True)
    groups: defaultdict[str, list[dict[str, object]]] = defaultdict(list)
    for number, comment in enumerate(comments):
        title = "" if number < NEWEST else f"{STATUS[comment.status]} ({comment.date.year})"
        groups[title].append(_comment(comment, index))
    meta: Meta = {
        "title": "You said, we did",
        "summary": "What people told us about this offer, and what we did about it.",
        "section": "take-part",
        "crumbs": [Link("Take part", TAKE_PART)],
        "folds": True,
        "no_toc": True,
    }
    return _prose(
        SAID_AND_DONE,
        "you-said-we-did.md.j2",
        f"content/_data/comments/{comments[0].date.year}.yml" if comments else SITE,
        meta,
        groups=[(title and f"{title}: {len(told)} more", told) for title, told in groups.items()],
    )


def _comment(comment: Comment, index: Index) -> dict[str, object]:
    topics = index.catalogue.vocabulary.topics
    return {
        "date": wording.day_date(comment.date),
        "comment": shown_comment(comment.you_said, comment.we_did),
        "status": STATUS[comment.status],
        "topics": [topic_link(topics[name]) for name in comment.topics if name in topics],
    }
