"""From pages to a published site: what is built, what is left alone, what is the same each time."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest

from localoffer.findings import ERROR, Finding
from localoffer.site import BuildFailed
from localoffer.site.mkdocs_programs import MkDocsPrograms

from .conftest import SmallOffer


def published(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site.resolve()).as_posix(): path.read_bytes()
        for path in sorted(site.resolve().rglob("*"))
        if path.is_file()
    }


def test_every_page_is_published_with_its_compressed_forms(offer: SmallOffer) -> None:
    result = offer.build()
    assert result.site == offer.site
    assert result.pages == 6  # five and the 404
    for address in ("index.html", "guides/help/index.html", "services/club/s1/index.html", "404.html"):
        content = (offer.site / address).read_bytes()
        assert brotli.decompress((offer.site / f"{address}.br").read_bytes()) == content
        assert gzip.decompress((offer.site / f"{address}.gz").read_bytes()) == content


def test_nothing_of_material_is_published(offer: SmallOffer) -> None:
    offer.build()
    names = " ".join(published(offer.site))
    assert "bundle" not in names
    assert "palette" not in names
    assert "workers" not in names
    assert ".map" not in names


def test_a_second_build_says_nothing_changed(offer: SmallOffer) -> None:
    offer.build()
    before = offer.site.resolve()
    result = offer.build()
    assert result.unchanged
    assert result.pages == 6
    assert offer.site.resolve() == before


def test_a_file_that_was_only_touched_makes_no_new_site(offer: SmallOffer) -> None:
    offer.build()
    before = offer.site.resolve()
    (offer.root / "content" / "x").write_text("touched")
    assert offer.build().unchanged
    assert offer.site.resolve() == before


def test_one_edit_changes_one_page_and_links_the_others(offer: SmallOffer) -> None:
    offer.build()
    untouched = (offer.site / "services/club/s0/index.html").stat().st_ino
    offer.files["services/club/s1.md"] = "---\ntitle: Club 1\n---\nRiding.\n"
    result = offer.build()
    assert result.changed == ("services/club/s1/index.html",)
    assert "Riding." in offer.page("services/club/s1/index.html")
    assert (offer.site / "services/club/s0/index.html").stat().st_ino == untouched


def test_a_page_that_is_gone_leaves_the_site(offer: SmallOffer) -> None:
    offer.build()
    del offer.files["services/club/s2.md"]
    result = offer.build()
    assert "services/club/s2/index.html" in result.removed
    assert not (offer.site / "services/club/s2").exists()


def test_an_edit_of_the_stylesheet_changes_every_page_without_rendering(
    offer: SmallOffer, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer.build()
    (offer.theme / "assets/stylesheets/pages.css").write_text("body{color:#000}")

    monkeypatch.setattr(MkDocsPrograms, "build", lambda *_: pytest.fail("MkDocs was run"))
    result = offer.build()
    assert len([path for path in result.changed if path.endswith(".html")]) == 6
    assert "body{color:#000}" in offer.page("services/club/s0/index.html")


def test_two_builds_of_one_input_are_the_same_bytes(make_offer: Callable[..., SmallOffer]) -> None:
    one, other = make_offer("one", 30), make_offer("other", 30)
    for built in (one, other):
        built.moved = {"services/old/": "services/club/s1/"}
    one.build(processors=2)
    other.build(processors=1)
    assert published(one.site) == published(other.site)


def test_built_in_steps_or_at_once_the_site_is_the_same(make_offer: Callable[..., SmallOffer]) -> None:
    stepped, whole = make_offer("stepped", 5), make_offer("whole", 6)
    stepped.build()
    stepped.files = dict(whole.files)
    stepped.files["index.md"] = "# Another\n"
    stepped.build()
    stepped.files = dict(whole.files)
    stepped.build()
    whole.build(clean=True)
    assert published(stepped.site) == published(whole.site)


def test_the_last_two_sites_are_kept(offer: SmallOffer) -> None:
    for number in range(4):
        offer.files["index.md"] = f"# Home {number}\n"
        offer.build()
    last = int(offer.site.resolve().name)
    assert (offer.places.sites / f"{last - 1:06d}").is_dir()


def test_error_findings_publish_nothing(offer: SmallOffer) -> None:
    offer.build()
    before = published(offer.site)
    fault = Finding("providers/x.yml", 1, 1, ERROR, "x", "x", "x")
    offer.findings, offer.is_whole = [fault], False
    result = offer.build()
    assert result.site is None
    assert result.findings == [fault]
    assert published(offer.site) == before


def test_a_fault_of_a_template_is_told_at_the_file_to_edit(offer: SmallOffer) -> None:
    offer.build()
    before = published(offer.site)
    offer.files["guides/help.md"] = "---\ntemplate: gone.html\n---\n"
    with pytest.raises(BuildFailed, match=r"content/guides/help\.md could not be made into a page"):
        offer.build()
    assert published(offer.site) == before


def test_a_build_after_a_failed_one_is_whole(offer: SmallOffer) -> None:
    good = dict(offer.files)
    offer.build()
    offer.files = {**good, "guides/help.md": "---\ntemplate: gone.html\n---\n", "index.md": "# New home\n"}
    with pytest.raises(BuildFailed):
        offer.build()
    offer.files = {**good, "index.md": "# New home\n"}
    offer.build()
    assert "New home" in offer.page("index.html")
    assert "Ask" in offer.page("guides/help/index.html")


def test_a_dead_link_to_a_file_is_told_in_plain_words(offer: SmallOffer) -> None:
    offer.files["guides/help.md"] = "# Help\n\n[x](gone.md)\n"
    with pytest.raises(BuildFailed, match=r"content/guides/help\.md links to gone\.md, and there is no such page"):
        offer.build()


def test_two_pages_cannot_want_one_address(offer: SmallOffer) -> None:
    def read_twice(*_arguments: object) -> object:
        made = offer.read(offer.places, None)  # type: ignore[arg-type]
        made.files = [("index.md", "# a"), ("index.md", "# b")]
        return made

    with pytest.raises(BuildFailed, match=r"Two pages want the same address, index\.md"):
        _build_with(offer, read_twice)


def _build_with(offer: SmallOffer, read: Callable[..., object]) -> None:
    from localoffer.site import build_site

    from .conftest import TODAY

    build_site(offer.root, TODAY, theme=offer.theme, offer=read, search=False)  # type: ignore[arg-type]


def test_the_site_map_lists_pages_without_dates(offer: SmallOffer) -> None:
    offer.files["services/old.md"] = "---\ntemplate: plain.html\n---\nMoved\n"
    offer.kinds["services/old.md"] = "redirect"
    offer.moved = {"services/old/": "services/club/s1/"}
    offer.build()
    listed = offer.page("sitemap.xml")
    assert "<loc>https://localoffer.example.org/offer/services/club/s1/</loc>" in listed
    assert "404" not in listed
    assert "services/old" not in listed
    assert "lastmod" not in listed
    assert "/offer/services/old/ /offer/services/club/s1/ 301" in offer.page("_redirects")


def test_links_of_a_deep_page_and_of_the_404_lead_home(offer: SmallOffer) -> None:
    offer.build()
    assert '<a href="../../../guides/help/">' in offer.page("services/club/s1/index.html")
    assert '<a href="./">' in offer.page("index.html")
    assert '<a href="/offer/guides/help/">' in offer.page("404.html")
    assert 'src="/offer/assets/javascripts/page.' in offer.page("404.html")


def test_an_index_left_for_later_is_put_in_when_made(offer: SmallOffer) -> None:
    left = offer.build()
    assert not left.search_is_current
    assert not (offer.site / "find/index").exists()
    left.make_index()
    assert offer.build().search_is_current
    assert (offer.site / "find/index/head.json").is_file()


def test_the_search_index_is_linked_and_not_made_again_where_the_offer_is_the_same(offer: SmallOffer) -> None:
    offer.build(search=True)
    first = (offer.site / "find/index/head.json").stat().st_ino
    offer.moved["old/"] = "services/club/s1/"
    assert offer.build(search=False).search_is_current
    assert (offer.site / "find/index/head.json").stat().st_ino == first


def test_photos_and_files_are_published(offer: SmallOffer) -> None:
    offer.files["data/services.csv"] = "name\n" + "Swimming\n" * 100
    offer.files["pictures/phone.svg"] = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 36"/>'
    offer.files["guides/help.md"] = "# Help\n\n![Phone](/pictures/phone.svg)\n"
    offer.build()
    assert (offer.site / "data/services.csv.br").is_file()
    assert 'src="../../pictures/phone.svg" width="72" height="36"' in offer.page("guides/help/index.html")
