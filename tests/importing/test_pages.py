"""Pages of what came in hold together: shared names are told apart, long lists lead to their easy read, long names fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from localoffer.catalogue import Catalogue, read_catalogue
from localoffer.easyread import easy_service
from localoffer.easyread.compared import lost_facts
from localoffer.facts.view import Card, View
from localoffer.importing.plan import Prepared
from localoffer.model import came_in_digest
from localoffer.outputs.page import tab_name
from localoffer.outputs.pages import write_pages
from tests.importing.test_plan import bring_in, prepared
from tests.offer import TODAY, copy_site, kept


def came_in(number: str, *words: str, **changes: Any) -> Prepared:
    found = prepared(number, *words, **changes)
    fields = found.fields
    digest = came_in_digest(fields["name"], fields["summary"], fields["description"])
    fields["source"]["digest"] = digest
    return found


def catalogue_of(root: Path, *records: Prepared) -> Catalogue:
    bring_in(root, *records)
    catalogue, findings = read_catalogue(root, TODAY, cache=kept(root))
    assert catalogue is not None, [finding for finding in findings if finding.is_error]
    return catalogue


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_site(tmp_path)


def test_easy_read_of_an_offer_that_came_in_loses_no_fact(root: Path) -> None:
    """Long texts and gaps: what nobody knows is asked for, and what is known is said."""
    long = (
        "Our team of people works with families who live in the area and would like some help with many things at home."
    )
    place = [{"name": "Hall", "city": "Mill Vale", "postal_code": "MB4 3XY"}]
    catalogue = catalogue_of(
        root,
        came_in("1", name="Club", summary=long[:190]),
        came_in("2", name="Group", summary="A group for parents. " + long[:150], delivery=["venue"], locations=place),
        came_in("3", name="Line", delivery=["phone"]),
    )
    brought = [service for service in catalogue.services.values() if service.source]
    assert len(brought) == 3
    for service in brought:
        page = easy_service(service, catalogue)
        assert list(lost_facts(service, page, catalogue)) == []
        assert any(idea.picture == "not-known" for idea in page.ideas)
        assert not any("full page" in idea.words for idea in page.ideas)


def test_services_that_share_a_name_are_told_apart_in_tabs_and_in_every_list(root: Path) -> None:
    place = [{"name": "Hall", "city": "Mill Vale", "postal_code": "MB4 3XY"}]
    catalogue = catalogue_of(
        root,
        came_in("1", name="Club"),
        came_in("2", "o2", "Others", name="club!"),
        came_in("3", name="Club", delivery=["venue"], locations=place),
        came_in("4", "o2", "Others", name="Club"),
        came_in("5", name="Another"),
    )
    assert sorted(catalogue.told_apart.values()) == [
        "Club (Marl Groups)",
        "Club (Marl Groups, Mill Vale)",
        "Club (Others) 2",
        "club! (Others) 1",
    ]
    pages = write_pages(catalogue)
    tabs = Counter(tab_name(page) for page in pages if page.kind in ("service", "easy-service"))
    assert [tab for tab, number in tabs.items() if number > 1] == []
    titles = {page.meta["title"] for page in pages if page.kind == "service"}
    assert {"Club", "club!", "Another"} <= titles  # the heading is the name alone
    seen = 0
    for page in pages:
        names = Counter(name for name, _href in set(cards_of(page.meta)) if name.lower().startswith("club"))
        seen += len(names)
        assert all(number == 1 for number in names.values()), page.path
    assert seen > 20


def cards_of(part: object) -> Iterator[tuple[str, str]]:
    """The name and address of every card on a page, wherever it stands."""
    if isinstance(part, Card):
        yield part.name, part.href
    elif isinstance(part, list | tuple):
        for inner in part:
            yield from cards_of(inner)
    elif isinstance(part, dict | View):
        yield from cards_of(list((part if isinstance(part, dict) else vars(part)).values()))


def test_the_later_part_of_a_long_list_leads_to_the_easy_read_of_the_list(root: Path) -> None:
    catalogue = catalogue_of(root, *(came_in(str(number)) for number in range(60)))
    pages = {page.url: page for page in write_pages(catalogue) if page.kind == "provider"}
    assert pages["services/marl-groups/page/2/"].meta["easy"] == "easy-read/services/marl-groups/"


def test_a_provider_that_shares_its_name_with_a_service_or_a_provider_is_told_apart_in_tabs(root: Path) -> None:
    catalogue = catalogue_of(
        root,
        came_in("1", "o1", "Hill School", name="Hill School"),
        came_in("2", "o2", "Friends", name="Choir"),
        came_in("3", "o3", "Friends", name="Band"),
    )
    tabs = Counter(tab_name(page) for page in write_pages(catalogue) if not page.url.startswith("embed/"))
    assert [tab for tab, number in tabs.items() if number > 1] == []
    assert {
        "Hill School",
        "Hill School, who they are",
        "Friends 1, who they are",
        "Friends 2, who they are",
    } <= tabs.keys()
    assert "Marl Trust" in tabs


def test_a_check_that_others_made_is_never_called_ours(root: Path) -> None:
    checked = {"date": "2024-01-30", "by": "not known", "how": "not known"}
    pages = write_pages(catalogue_of(root, came_in("1", last_checked=checked)))
    ours = [
        page
        for page in pages
        if page.url.endswith("services/marl-groups/group-1/") and not page.url.startswith("embed/")
    ]
    assert len(ours) == 2
    said = " ".join(str(page.meta) for page in ours)
    assert "It was last checked on Tuesday 30 January 2024" in said
    assert "Someone checked this on Tuesday 30 January 2024." in said
    assert "We last checked" not in said
    assert "We checked" not in said
