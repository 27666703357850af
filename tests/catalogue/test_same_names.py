"""A service that is called like the page of a topic is told apart from it: in the browser's tab, in lists and in links."""

from __future__ import annotations

from pathlib import Path

from localoffer.catalogue import read_catalogue
from localoffer.kinds import kind_of
from localoffer.outputs.page import tab_name
from localoffer.outputs.pages import write_pages
from tests.offer import CLUB, TODAY, copy_site, kept


def test_a_service_called_like_a_topic_says_who_runs_it(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    club = root / CLUB
    club.write_text(club.read_text("utf-8").replace("name: Saturday club", "name: Short breaks", 1), "utf-8")
    catalogue, _ = read_catalogue(root, TODAY, cache=kept(root))
    assert catalogue is not None
    assert catalogue.vocabulary.topics["short-breaks"].name == "Short breaks"
    assert catalogue.listed_name(catalogue.services["marl-trust/saturday-club"]) == "Short breaks (Marl Trust)"
    pages = [page for page in write_pages(catalogue) if not kind_of(page.kind).is_light]
    tabs = [tab_name(page) for page in pages if "short breaks" in tab_name(page).casefold()]
    assert len(tabs) > 3
    assert len(set(tabs)) == len(tabs)
