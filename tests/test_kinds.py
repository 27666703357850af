"""Every page of the sample is what its kind's row says; the rows say nothing that is not there."""

from __future__ import annotations

import functools
import re
from importlib import import_module
from pathlib import Path

from localoffer import addresses
from localoffer.cache.store import Room
from localoffer.catalogue.links import known_addresses
from localoffer.catalogue.reading import read_files
from localoffer.kinds import KINDS, PLAIN, Kind, filled, kind_of
from localoffer.outputs.pages import Page, write_pages
from tests.offer import SITE, tiny_council
from tests.table import each_of

ROOT = Path(__file__).resolve().parents[1]


@functools.cache
def pages() -> list[Page]:
    catalogue, findings = tiny_council()
    assert catalogue is not None, findings
    return write_pages(catalogue)


def pattern_of(address: str) -> re.Pattern[str]:
    names = {"service": "[^/]+/[^/]+", "page": ".+"}
    return re.compile(re.sub(r"\\{(\w+)\\}", lambda found: names.get(found[1], "[^/]+"), re.escape(address)))


def test_a_page_stands_where_its_kind_says_and_is_laid_out_by_its_template() -> None:
    each_of(pages(), stands_where_its_kind_says, lambda page: page.path)


def stands_where_its_kind_says(page: Page) -> None:
    kind = kind_of(page.kind)
    assert kind is not PLAIN
    url = addresses.first_part(page.url)
    patterns = (
        kind.addresses
        if page.kind != "easy-list"
        else [addresses.EASY + url for k in KINDS if k.twin == page.kind for url in k.addresses]
    )
    assert [address for address in patterns if pattern_of(address).fullmatch(url)], page.url
    assert page.meta["template"] == kind.template
    assert kind.is_easy == addresses.is_easy(page.url)


def test_a_kind_has_a_template_an_easy_read_twin_or_a_reason_and_a_module_that_makes_it() -> None:
    each_of(KINDS, is_whole, lambda kind: kind.id)


def is_whole(kind: Kind) -> None:
    assert (ROOT / "theme" / kind.template).is_file()
    if not kind.is_easy:
        assert bool(kind.twin) != bool(kind.no_twin)
        assert not kind.twin or kind_of(kind.twin).is_easy
        assert not kind.no_twin or len(kind.no_twin.split()) > 2
    if kind.made_in:
        assert callable(import_module(f"localoffer.outputs.pages.{kind.made_in}").make_pages)


def test_every_kind_has_pages_here() -> None:
    # not-known: of few services only is something not known here; before-publishing: not made for a sample
    assert {kind.id for kind in KINDS} - {page.kind for page in pages()} <= {
        "redirect",
        "not-known",
        "before-publishing",
    }


def test_links_are_known_to_the_pages_that_are_written_and_to_no_others() -> None:
    files = read_files(SITE, Room(None, "records"))
    written = {f"/{page.url}" for page in pages()}
    known = {address for address in known_addresses(files) if address.endswith("/")}
    twin_may_be_missing = {f"/{addresses.easy_url(addresses.content_url(name))}" for name in files.pages}
    assert known - written - twin_may_be_missing == set()
    not_linked_to = re.compile(r"/a-z/.+|/about/checks/.+|/embed/.+|.*/page/\d+/")
    moved = {f"/{page.url}" for page in pages() if kind_of(page.kind).leads_on}
    assert {url for url in written - known - moved if not not_linked_to.fullmatch(url)} == set()


def test_a_pattern_is_filled_with_every_id_of_its_names() -> None:
    ids = {"need": ["autism", "adhd"], "stage": ["0-to-4"]}
    assert list(filled([(addresses.NEED_STAGE, addresses.FIND), (addresses.LETTER,)], ids)) == [
        "needs/autism/0-to-4/",
        "needs/adhd/0-to-4/",
        "find/",
    ]


def test_addresses_lead_there_and_back() -> None:
    for page in pages():
        assert addresses.page_url(page.path) == page.url
    assert addresses.content_url("take-part/index") == "take-part/"
    assert addresses.page_path("") == "index.md"
    assert addresses.first_part("easy-read/topics/x/page/12/index.html") == "easy-read/topics/x/index.html"
    assert addresses.full_url(addresses.easy_url("topics/x/")) == "topics/x/"
