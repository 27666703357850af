"""All schools of a list are looked at, and what is written down can be read again, whatever a website has sent."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from localoffer.catalogue import Catalogue, read_catalogue
from localoffer.cli import main
from localoffer.model.schools import LocalSchool
from localoffer.reports.schools import table
from localoffer.schools.asking import Visitor
from localoffer.schools.looking import Found
from localoffer.schools.run import look_at_schools, write_found
from localoffer.system.failures import CannotRun
from tests.offer import TODAY, copy_site, kept
from tests.schools.fakes import Answer, link, page, pages, running
from tests.schools.test_looking import MANNERS

HOSTILE = [
    "https://x.example/\n- id: evil",
    "javascript:alert(1)",
    "https://user:pass@x.example/",
    "https://x.example/{{ 7*7 }}<script>",
    "https://x.example/" + "a" * 3000,
    "https://x.example/ok?a=1&b='\"",
]


def read(root: Path) -> Catalogue:
    catalogue, findings = read_catalogue(root, TODAY, cache=kept(root))
    assert catalogue is not None, findings
    return catalogue


def with_schools(catalogue: Catalogue, addresses: dict[str, str]) -> Catalogue:
    schools = {
        name: LocalSchool.model_construct(
            id=name, name=name, kind="school", url=url, must_link="yes", provider=None, sen_page=None, email=None
        )
        for name, url in addresses.items()
    }
    return replace(catalogue, vocabulary=replace(catalogue.vocabulary, schools=schools))


def test_schools_on_one_website_are_asked_one_after_the_other_and_keep_their_order(tmp_path: Path) -> None:
    catalogue = read(copy_site(tmp_path))
    ours = catalogue.site.site_url or ""
    sites = {"shared": pages(a=page(link(ours)), b=page("None")), "own": pages(home=Answer(code=404))}
    with running(sites) as found:
        shared, own = found["shared"].address, found["own"].address
        schools = {"one": f"{shared}/a", "two": own, "three": f"{shared}/b"}
        seen = look_at_schools(
            with_schools(catalogue, schools), lambda about: Visitor(MANNERS, about, may_ask=lambda _host: True)
        )
        assert {name: one.found for name, one in seen.items()} == {
            "one": "linked",
            "two": "could not look",
            "three": "no link",
        }
        assert list(seen) == list(schools)
        assert found["shared"].most_at_once == 1
        assert found["shared"].asked.count("/robots.txt") == 1


@pytest.mark.parametrize("address", HOSTILE)
def test_what_a_website_sends_cannot_stop_our_build(address: str, tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    catalogue = read(root)
    write_found(
        {"easton-school": Found("wrong link", "Its link leads to another website.", address, address, 3)}, catalogue
    )
    link_of = read(root).vocabulary.school_links["easton-school"]
    assert (link_of.found, link_of.date, link_of.pages) == ("wrong link", TODAY, 3)
    assert link_of.page in (None, address)


def test_without_an_address_of_the_offer_nothing_is_asked(tmp_path: Path) -> None:
    catalogue = read(copy_site(tmp_path))
    nowhere = replace(catalogue, site=catalogue.site.model_copy(update={"site_url": None}))
    with pytest.raises(CannotRun, match="site_url"):
        look_at_schools(nowhere)


def test_the_command_writes_down_what_it_found_and_reports_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = copy_site(tmp_path)
    schools = root / "content/_data/schools.yml"
    text = schools.read_text(encoding="utf-8").replace("www.easton-school.example", "www.easton-school.example.org")
    schools.write_text(text, encoding="utf-8")
    assert main(["--root", str(root), "report", "schools", "--today", TODAY.isoformat()]) == 0
    written = root / "content/_data/school_links.yml"
    assert "school_links.yml" in capsys.readouterr().err
    assert (
        read(root).vocabulary.school_links["easton-school"].why
        == "Its address is one for samples, which leads nowhere."
    )
    before = written.read_bytes()
    assert main(["--root", str(root), "report", "schools", "--no-visit", "--today", "2027-01-01"]) == 0
    assert written.read_bytes() == before


def test_a_letter_says_what_was_seen_and_goes_only_where_something_is_to_be_done(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    catalogue = with_schools(
        read(root), {"a": "https://a.example/", "b": "https://b.example/", "c": "https://c.example/"}
    )
    found = {
        "a": Found("no link", "3 pages.", "https://a.example/", "", 3),
        "b": Found(
            "wrong link",
            "Its link leads to an old address of the offer.",
            "https://b.example/send",
            "https://old.example/",
            2,
        ),
        "c": Found("linked", "Its home page leads here.", "https://c.example/", "https://here.example/", 1),
    }
    write_found(found, catalogue)
    links = read(root).vocabulary.school_links
    rows = {
        row["school"]: row
        for row in table(replace(catalogue, vocabulary=replace(catalogue.vocabulary, school_links=links))).rows
    }
    assert "We saw 3 pages and did not find a link." in str(rows["a"]["letter"])
    assert "leads to https://old.example/" in str(rows["b"]["letter"])
    assert rows["c"]["letter"] == ""
    assert list(rows) == ["b", "a", "c"]
    assert "about/for-schools/who-links/" in str(rows["a"]["letter"])
