"""Links may lead to the pages that the generator writes itself; each of them is there."""

from __future__ import annotations

from localoffer.catalogue import read_catalogue
from localoffer.catalogue.links import WRITTEN_BY_PROGRAM
from localoffer.outputs.pages import write_pages
from tests.offer import SITE, TODAY


def test_every_page_the_link_check_counts_on_is_written() -> None:
    catalogue, _ = read_catalogue(SITE, TODAY)
    assert catalogue is not None
    written = {f"/{page.url}" for page in write_pages(catalogue)}
    assert WRITTEN_BY_PROGRAM - written == set()
