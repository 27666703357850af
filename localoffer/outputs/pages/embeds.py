"""Fragments that schools show inside their own pages: a list by topic, need, age or area, one service, the search box.

In: the Index. Out: Pages for theme/embed.html, which are complete without a script. A list is that of the site itself, cut to
what fits in a frame; each fragment leads to its whole page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from localoffer import wording
from localoffer.addresses import EMBED_SEARCH, FIND, HOME, embed_url, service_url
from localoffer.facts.about import in_brief
from localoffer.model import Service
from localoffer.outputs.frame import offer_name
from localoffer.outputs.index import Index
from localoffer.outputs.page import SITE, Meta, Page, new_page
from localoffer.outputs.pages.ages import stage_list
from localoffer.outputs.pages.areas import area_list
from localoffer.outputs.pages.lists import ListPage
from localoffer.outputs.pages.needs import need_at_stage, need_list
from localoffer.outputs.pages.topics import topic_list
from localoffer.outputs.view import Group, Link, Notice

MOST_ROWS = 20
"""Cards of one fragment: with its styles about 5 KB, and not too long for a frame."""
LEAST_IN_GROUP = 2


def make_pages(index: Index) -> Iterator[Page]:
    """Every list, and the search box."""
    yield _fragment("embed", FIND, {"title": "Find help", "search": True}, SITE, index, EMBED_SEARCH)
    for shown in shown_lists(index):
        yield list_fragment(shown, index)


def shown_lists(index: Index) -> Iterator[ListPage]:
    """The lists of the site that have a fragment."""
    words = index.catalogue.vocabulary
    for topic in words.topics.values():
        yield topic_list(topic, index)
    for need in words.needs.values():
        yield need_list(need, index)
        for stage in words.stages.values():
            yield need_at_stage(need, stage, index)
    for stage in words.stages.values():
        yield stage_list(stage, index)
    for area in words.areas:
        yield area_list(area, index)


def list_fragment(shown: ListPage, index: Index) -> Page:
    """The best of a list, and the way to all of it."""
    facts: Meta = {
        "title": shown.title,
        "summary": shown.summary,
        "notices": shown.notices,
        "groups": cut(shown.groups),
        "all": Link(f"See everything: {shown.title}", shown.url),
    }
    return _fragment("embed", shown.url, facts, shown.source, index)


def cut(groups: Sequence[Group]) -> list[Group]:
    """Each group with its fair share of the cards that fit; what one leaves is for those after it."""
    left, kept = MOST_ROWS, []
    for place, group in enumerate(groups):
        share = max(LEAST_IN_GROUP, left // (len(groups) - place))
        if rows := group.rows[: min(share, left)]:
            kept.append(replace(group, rows=rows, more=None))
            left -= len(rows)
    return kept


def service_fragment(service: Service, index: Index) -> Page:
    """One service in a few words: what it is, for whom, what it costs, whom to call."""
    facts, url = index.facts(service), service_url(service.id)
    notices = [notice for fact in facts.of("status", "alert") for notice in fact.rows]
    is_open = service.status != "closed"
    meta: Meta = {
        "title": index.catalogue.listed_name(service),
        "summary": in_brief(service),
        "says": index.card(service).says if is_open else (),
        "notices": notices if all(isinstance(notice, Notice) for notice in notices) else [],
        "contacts": facts.rows("contacts")[:1] if is_open else [],
        "checked": facts.rows("checked")[0],
        "all": Link(f"Read more: {service.name}", url),
    }
    return _fragment("embed-service", url, meta, service.path, index)


def _fragment(kind: str, url: str, facts: Meta, source: str, index: Index, address: str = "") -> Page:
    """A fragment of the page at `url`. `from`: whose words these are, and whom to ask."""
    site = index.catalogue.site
    phone = site.help.phone or ""
    shared: Meta = {
        "whole": url,
        "from": Link(offer_name(index.catalogue), HOME),
        "phone": Link(wording.phone_chunks(phone), wording.phone_link(phone)) if phone else None,
        "made_up": made_up(index),
        "noindex": True,
    }
    return new_page(kind, address or embed_url(url), {**facts, **shared}, source)


def made_up(index: Index) -> str:
    """What a fragment of the sample says of itself; nothing for a real place."""
    return f"{index.place} is a made-up place: this is a sample." if index.catalogue.site.sample else ""
