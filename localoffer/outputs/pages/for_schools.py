"""For schools: what to paste into a school's website, a poster, and which schools link here.

In: the Index. Out: three Pages. The page that explains, about/for-schools, is written by hand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from localoffer import wording
from localoffer.addresses import (
    BADGE,
    BADGE_PICTURE,
    CHOICES,
    EMBED_SEARCH,
    FIND,
    FOR_SCHOOLS,
    HOME,
    PASTE,
    POSTER,
    WHO_LINKS,
    content_url,
    stage_url,
    topic_url,
)
from localoffer.letters import name_order
from localoffer.model.schools import LocalSchool, SchoolLink
from localoffer.outputs.frame import offer_name
from localoffer.outputs.index import Index
from localoffer.outputs.markdown import render
from localoffer.outputs.page import SITE, Meta, Page, new_page
from localoffer.outputs.snippets import SEARCH_HEIGHT, Snippet, Snippets
from localoffer.outputs.view import Link

READY_TOPICS = 8
FOUND = {
    "linked": "Links here",
    "wrong link": "Its link leads elsewhere",
    "no link": "We found no link",
    "could not look": "We could not look",
}
NOT_LOOKED = "Nobody has looked yet"


def make_pages(index: Index) -> Iterator[Page]:
    """All of them."""
    yield paste_page(index)
    yield poster_page(index)
    yield who_links_page(index)


def paste_page(index: Index) -> Page:
    """Ready pieces, and the choice of all others; nothing to paste while nobody knows the offer's address."""
    site, name = index.catalogue.site.site_url, offer_name(index.catalogue)
    meta: Meta = {
        "title": "Links and lists for your school's website",
        "tab": "Links and lists for schools",
        "summary": "Copy a piece, and paste it into your page. It keeps itself up to date.",
        "crumbs": _crumbs(index),
        "law": _law(index),
        "choices": f"/{CHOICES}",
        "badges": [BADGE, BADGE_PICTURE],
        "offer": name,
        "poster": Link("A poster with a code to scan", POSTER),
        "who": Link("Which schools link to the Local Offer", WHO_LINKS),
    }
    if site:
        meta |= _pieces(Snippets(site, name), index)
    return new_page("for-schools", PASTE, meta, SITE)


def _crumbs(index: Index) -> list[Link]:
    page = index.catalogue.content.get(FOR_SCHOOLS.rstrip("/"))
    return [Link(page.title, content_url(page.id))] if page else []


def _law(index: Index) -> Meta | None:
    """What schools must say, and where the law says it."""
    fact = index.catalogue.vocabulary.law.get("sen-report-link")
    if fact is None:
        return None
    return {
        "says": fact.says,
        "source": Link(f"{fact.source}, {fact.paragraph}", str(fact.url)),
        "as_at": wording.day_date(fact.as_at),
    }


def _pieces(snippets: Snippets, index: Index) -> Meta:
    offer, site = snippets.offer, snippets.site
    place, phone = index.place, index.catalogue.site.help.phone
    call = f" or phone {wording.phone_chunks(phone)}" if phone else ""
    sentence = (
        f"The council's SEND Local Offer shows the help there is in {place} for children and young people aged 0 to 25 with "
        f"special educational needs or a disability. It is at {site}. Not sure? Look there{call}."
    )
    topics = index.catalogue.vocabulary.topics
    tops = [topics[top] for top in index.subtopics if top in topics][:READY_TOPICS]
    lists = [Snippet(topic.name, snippets.shown_list(topic_url(topic.id), topic.name)) for topic in tops]
    stages = index.catalogue.vocabulary.stages.values()
    lists += [
        Snippet(f"Ages {stage.name}", snippets.shown_list(stage_url(stage.id), f"Ages {stage.name}"))
        for stage in stages
    ]
    code = f'<p>The council\'s SEND Local Offer shows the help there is in {place} for children and young people aged 0 to 25 with special educational needs or a disability: <a href="{site}">{offer}</a>.</p>'
    return {
        "sentence": [Snippet("As words", sentence), Snippet("As HTML, with the link", code)],
        "ready": [
            Snippet("A link to all of it", snippets.link(HOME, "Help with special educational needs and disabilities")),
            Snippet("The search box", snippets.shown_list(FIND, "Find help", SEARCH_HEIGHT, EMBED_SEARCH)),
            Snippet(
                "A list that grows to its height",
                snippets.growing_list(topic_url(tops[0].id), tops[0].name) if tops else "",
            ),
            Snippet(
                "The same, for those who write HTML",
                snippets.element(topic_url(tops[0].id), tops[0].name) if tops else "",
            ),
        ],
        "lists": lists,
        "badge_codes": [
            Snippet("As drawing (SVG)", snippets.badge()),
            Snippet("As picture (PNG)", snippets.badge(as_png=True)),
        ],
    }


def poster_page(index: Index) -> Page:
    """One sheet of paper, with a code to scan."""
    site, help_line = index.catalogue.site.site_url, index.catalogue.site.help
    meta: Meta = {
        "title": "Poster: does your child need extra help?",
        "crumbs": [*_crumbs(index), Link("Links and lists", PASTE)],
        "summary": "One sheet of A4. Print it for your notice board or reception.",
        "offer": offer_name(index.catalogue),
        "place": index.place,
        "qr": index.codes.code(site, HOME) if site else None,
        "host": site.split("//", 1)[-1].rstrip("/") if site else "",
        "phone": wording.phone_chunks(help_line.phone) if help_line.phone else "",
        "hours": help_line.hours or "",
    }
    return new_page("poster", POSTER, meta, SITE)


def who_links_page(index: Index) -> Page:
    """What was found on the websites of schools, and when: those that the law asks, then others, by name."""
    words = index.catalogue.vocabulary
    schools = sorted(words.schools.values(), key=lambda school: name_order(school.name))
    asked = [school for school in schools if school.must_link == "yes"]
    others = [school for school in schools if school.must_link != "yes" and school.id in words.school_links]
    looked = [words.school_links[school.id] for school in asked if school.id in words.school_links]
    found = Counter[str](one.found for one in looked)
    days = sorted({one.date for one in words.school_links.values()})
    meta: Meta = {
        "title": "Which schools link to the Local Offer",
        "summary": "By law, a school's SEN information report must say where the Local Offer is. This is what we saw.",
        "crumbs": _crumbs(index),
        "no_toc": True,
    }
    body = render(
        "who-links.md.j2",
        asked=[_row(school, words.school_links.get(school.id)) for school in asked],
        others=[_row(school, words.school_links.get(school.id)) for school in others],
        total=wording.count(len(asked), "school"),
        counts=[(FOUND[name], found[name]) for name in FOUND if found[name]],
        linked=found["linked"],
        many=len(asked),
        unlooked=len(asked) - len(looked),
        first=wording.day_date(days[0]) if days else "",
        last=wording.day_date(days[-1]) if days else "",
    )
    return new_page("who-links", WHO_LINKS, meta, index.source_of("schools"), body)


def _row(school: LocalSchool, seen: SchoolLink | None) -> dict[str, str]:
    return {
        "name": school.name,
        "found": FOUND[seen.found] if seen else NOT_LOOKED,
        "why": seen.why if seen else "",
        "date": wording.day_date(seen.date) if seen else "",
    }
