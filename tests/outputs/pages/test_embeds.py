"""Fragments for other websites: what each shows, what it leads to, and how much of a list fits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from localoffer.addresses import EMBED, EMBED_SEARCH, embed_url, service_url
from localoffer.catalogue import Catalogue
from localoffer.kinds import kind_of
from localoffer.outputs.page import Page
from localoffer.outputs.pages import page_text, write_pages
from localoffer.outputs.pages.embeds import MOST_ROWS, cut
from localoffer.outputs.view import Card, Group
from localoffer.site.light import light_html, templates_of
from localoffer.system.carried import TOOL
from tests.offer import tiny_council

THEME = TOOL / "theme"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    found, findings = tiny_council()
    assert found is not None, findings
    return found


@pytest.fixture(scope="module")
def pages(catalogue: Catalogue) -> dict[str, Page]:
    return {page.url: page for page in write_pages(catalogue)}


def test_every_list_by_topic_need_pair_age_and_area_has_a_fragment_that_leads_to_it(
    catalogue: Catalogue, pages: dict[str, Page]
) -> None:
    words = catalogue.vocabulary
    whole = [f"topics/{one}/" for one in words.topics] + [f"ages/{one}/" for one in words.stages]
    whole += [f"needs/{need}/" for need in words.needs] + [f"areas/{one}/" for one in words.areas]
    whole += [f"needs/{need}/{stage}/" for need in words.needs for stage in words.stages]
    for url in whole:
        page = pages[embed_url(url)]
        assert page.meta["title"] == pages[url].meta["title"]
        assert page.meta["whole"] == page.meta["all"].href == url
        assert page.source == pages[url].source


def test_a_fragment_shows_the_very_cards_of_its_list(pages: dict[str, Page]) -> None:
    listed = {row for group in pages["needs/autism/"].meta["groups"] for row in group.rows}
    shown = [row for group in pages["embed/needs/autism/"].meta["groups"] for row in group.rows]
    assert shown
    assert set(shown) <= listed


def test_a_closed_service_says_so_in_its_fragment_and_offers_no_number(
    catalogue: Catalogue, pages: dict[str, Page]
) -> None:
    closed = [service for service in catalogue.services.values() if service.status == "closed"]
    assert closed
    for service in closed:
        meta = pages[embed_url(service_url(service.id))].meta
        assert meta["notices"]
        assert "contacts" not in meta
        assert "says" not in meta


def test_a_service_that_needs_a_quick_way_out_is_in_no_frame_of_others(pages: dict[str, Page]) -> None:
    with_exit = [url for url, page in pages.items() if page.kind == "service" and page.meta.get("way_out")]
    assert not [url for url in with_exit if embed_url(url) in pages]
    assert embed_url("services/marl-trust/saturday-club/") in pages


def test_a_fragment_whose_service_has_another_name_leads_on_inside_the_frame(
    catalogue: Catalogue, pages: dict[str, Page]
) -> None:
    moves = [(old, service.id) for service in catalogue.services.values() for old in service.moved_from]
    assert moves
    for old, new in moves:
        page = pages[embed_url(service_url(old))]
        assert kind_of(page.kind).leads_on
        assert page.meta["to"] == embed_url(service_url(new))
        html = light_html(page_text(page), templates_of(THEME), "https://offer.example/", {})
        there = f"/{page.meta['to']}"
        tree = LexborHTMLParser(html)
        assert [node.attributes["href"] for node in tree.css("a")] == [there]
        assert not tree.css("base"), "the link, too, stays in the frame"
        assert f'http-equiv="refresh" content="0; url={there}"' in html


def test_fragments_are_in_no_search_no_site_map_and_no_list(pages: dict[str, Page]) -> None:
    fragments = [page for url, page in pages.items() if url.startswith(EMBED)]
    assert {page.kind for page in fragments} == {"embed", "embed-service", "embed-redirect"}
    assert pages[EMBED_SEARCH].meta["search"]
    for page in fragments:
        kind = kind_of(page.kind)
        assert page.meta["noindex"]
        assert not kind.is_listed
        assert not page.body, "its template alone lays it out"


@given(st.lists(st.integers(0, 60), max_size=30))
def test_a_cut_list_keeps_order_and_gives_each_group_its_share_of_the_room(sizes: list[int]) -> None:
    groups = [
        Group(f"g{place}", "Title", [Card(f"{place}-{row}", f"x{row}/") for row in range(size)])
        for place, size in enumerate(sizes)
    ]
    kept = cut(groups)
    assert sum(len(group.rows) for group in kept) <= MOST_ROWS
    by_id = {group.id: group.rows for group in groups}
    for group in kept:
        assert list(group.rows) == list(by_id[group.id][: len(group.rows)])
        assert group.rows
    assert [group.id for group in kept] == [group.id for group in groups if group.id in {one.id for one in kept}]
    if sum(sizes) <= MOST_ROWS and len(sizes) == 1:
        assert sum(len(group.rows) for group in kept) == sum(sizes)
    filled = [size for size in sizes if size]
    if len(filled) <= MOST_ROWS // 2:
        assert len(kept) == len(filled), "no group is pushed out by those before it"
