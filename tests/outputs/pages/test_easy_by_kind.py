"""Easy-read lists: the first help to ask, then kinds of help to choose from, as the standard lists group them."""

from __future__ import annotations

from functools import cache
from itertools import groupby, pairwise

import pytest

from localoffer.addresses import NEEDS, STAGES, TOPICS, easy_url, first_part, full_url, need_url, stage_url, topic_url
from localoffer.catalogue import fit
from localoffer.easyread import EasyReadPage
from localoffer.outputs.index import Index
from localoffer.outputs.pages.easy_by_kind import FIRST, KINDS, how_many
from localoffer.outputs.pages.easy_lists import easy_lists
from tests.easyread.council import council

pytestmark = pytest.mark.sample


@cache
def sample_lists() -> tuple[Index, dict[str, list[EasyReadPage]]]:
    """Every list of the sample: its pages, by the address of the full page."""
    index = Index(council())
    pages = list(easy_lists(index))
    return index, {url: list(found) for url, found in groupby(pages, key=lambda page: page.full_page)}


def rows_to(pages: list[EasyReadPage], start: str) -> list[str]:
    """Where the rows of these pages lead that lead below this address."""
    found = [row.href for page in pages for section in page.sections for row in section.rows]
    return [href for href in found if href.startswith(easy_url(start))]


def test_each_service_of_a_list_stands_in_it_once_or_behind_the_door_of_its_topic() -> None:
    index, lists = sample_lists()
    words = index.catalogue.vocabulary
    wanted = {stage_url(name): index.by_stage[name] for name in words.stages}
    wanted |= {topic_url(name): index.by_topic.get(name, []) for name in words.topics}
    for url, services in wanted.items():
        rows = rows_to(lists[url], "services/")
        below = [
            href
            for topic in rows_to(lists[url], TOPICS)
            for href in rows_to(lists[first_part(full_url(topic))], "services/")
        ]
        assert {easy_url(f"services/{service.id}/") for service in services} - {*rows, *below} == set(), url
        outside = {"not-known", "everyone"}
        told = [row.href for page in lists[url] for s in page.sections if s.id not in outside for row in s.rows]
        assert len(told) == len(set(told)), url


def test_what_is_about_a_need_stands_apart_from_what_is_for_every_need() -> None:
    index, lists = sample_lists()
    every = {easy_url(f"services/{service.id}/") for service in index.for_every_need}
    for need in index.catalogue.vocabulary.needs:
        pages = lists[need_url(need)]
        own = {easy_url(f"services/{service.id}/") for service in index.by_need.get(need, [])}
        assert own <= set(rows_to(pages, "services/")), need
        kinds = [s for page in pages for s in page.sections if s.id not in {"everyone", "not-known"}]
        assert not every & {row.href for section in kinds for row in section.rows} - own, need


def test_a_list_begins_with_the_first_help_to_ask_and_then_says_what_kinds_there_are() -> None:
    index, lists = sample_lists()
    long = {url: pages for url, pages in lists.items() if any(page.kind for page in pages)}
    assert len(long) > 30
    for url, pages in long.items():
        headings = [section.heading for section in pages[0].sections]
        assert headings[:3] == ["What this is about", FIRST, "Kinds of help"], url
        assert all(row.icon for section in pages[0].sections for row in section.rows), url
    autism = lists[f"{NEEDS}autism/"]
    listed = fit.of_need(index.catalogue.vocabulary.needs["autism"], index.by_need["autism"], index)
    assert rows_to(autism[:1], "services/") == [easy_url(f"services/{service.id}/") for service in listed.steps]
    doors = {row.name: row.says for row in autism[0].sections[2].rows}
    found = fit.grouped(listed, index)
    assert {kind.heading: how_many(len(own)) for kind, own in found.kinds.items()}.items() <= doors.items()


def test_the_pages_of_a_kind_lead_to_the_next_kind_and_print_what_they_are_a_part_of() -> None:
    _index, lists = sample_lists()
    for url, pages in lists.items():
        addresses = [page.address for page in pages]
        assert len(addresses) == len(set(addresses))
        assert {first_part(address) for address in addresses} == {url}
        kinds = [page for page in pages if page.kind]
        if not kinds:
            continue
        assert pages[0].whole == tuple(addresses)
        firsts = [page for page in kinds if page.part == 1]
        for before, following in pairwise(firsts):
            assert before.after
            assert before.after.href == easy_url(following.address)
        assert firsts[-1].after is None
        for page in kinds:
            assert page.kind
            assert page.whole == tuple(one.address for one in kinds if one.kind == page.kind)
        here = [row.href for s in pages[0].sections if s.id == KINDS for row in s.rows]
        inside = [href for href in here if first_part(href) == easy_url(url)]
        if pages[0].of == 1:
            assert inside == [easy_url(page.address) for page in firsts], url


def test_what_is_for_staff_is_the_last_kind() -> None:
    _index, lists = sample_lists()
    with_staff = 0
    for url, pages in lists.items():
        if url.startswith((STAGES, NEEDS, TOPICS)):
            names = [section.id for page in pages for section in page.sections if section.id]
            with_staff += "staff" in names
            assert "staff" not in names or names[-1].removesuffix("-more") == "staff", url
    assert with_staff
