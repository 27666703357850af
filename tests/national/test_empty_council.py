"""A council that has only its name and a help line has a whole offer: national text, no dead end, no fact of another place."""

from __future__ import annotations

from pathlib import Path

import pytest

from localoffer.catalogue import Catalogue, read_catalogue
from localoffer.check import check_offer
from localoffer.findings import Finding
from localoffer.outputs.index import Index
from localoffer.outputs.page import page_text
from localoffer.outputs.pages import home
from localoffer.outputs.pages.before_publishing import left_to_do, make_pages
from localoffer.outputs.pages.content import content_page
from localoffer.outputs.pages.statement import statement_pages
from localoffer.outputs.view import Checked
from tests.offer import CLUB, SITE, TODAY

SETTINGS = """site_name: North Wick SEND Local Offer
site_url: https://localoffer.northwick.gov.uk/
extra:
  council: {name: North Wick Council, place: North Wick, url: "https://www.northwick.gov.uk"}
  help:
    phone: 0300 123 4567
    email: localoffer@northwick.gov.uk
    hours: Monday to Friday, 9am to 5pm
    address: SEND Local Offer, Civic Centre, North Wick
"""


@pytest.fixture(scope="module", autouse=True)
def kept(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What was read of the national pages, for all tests here: reading them is most of their time."""
    KEPT.append(tmp_path_factory.mktemp("kept"))


KEPT: list[Path] = []


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path / "mkdocs.yml", SETTINGS)
    write(tmp_path / "content/_data/areas.yml", "- {id: north-wick, name: North Wick, postcodes: [SW1]}\n")
    (tmp_path / "providers").mkdir()
    return tmp_path


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def read(root: Path) -> Catalogue:
    """What the pages are made of; the words of the national text are looked at by one test only."""
    catalogue, findings = read_catalogue(root, TODAY, cache=KEPT[-1])
    assert catalogue is not None, errors(findings)
    return catalogue


def errors(findings: list[Finding]) -> list[tuple[str, int, str]]:
    return [(one.path, one.line, one.message) for one in findings if one.is_error]


def left(root: Path) -> dict[str, list[str]]:
    return {part.title: [row.what for row in part.rows] for part in left_to_do(read(root))}


def test_it_has_no_error_and_says_which_roles_are_to_be_filled(root: Path) -> None:
    catalogue, findings = check_offer(root, TODAY, cache=KEPT[-1])
    assert errors(findings) == []
    assert catalogue is not None
    assert len(catalogue.content) > 35
    assert any(one.rule == "role-unfilled" and "SENDIASS" in one.message for one in findings)


def test_no_name_in_braces_is_left_in_a_text(root: Path) -> None:
    for page in read(root).content.values():
        for text in (page.title, page.summary, page.body, page.easy.body if page.easy else ""):
            assert "{if" not in text
            assert "{end}" not in text
            assert "{role" not in text
            assert "{place}" not in text
            assert "{help" not in text


def test_a_guide_that_nobody_has_read_against_the_law_says_so_and_names_no_day(root: Path) -> None:
    index = Index(read(root))
    guides = [page for page in index.catalogue.content.values() if page.id.startswith("guides/")]
    assert len(guides) > 25
    told = {page.id: content_page(page, index).meta for page in guides}
    names_law = {page: bool(meta.get("law")) for page, meta in told.items()}
    assert any(names_law.values())
    unread = "National text. We have not checked it against the law yet."
    assert {page: meta["checked"] for page, meta in told.items()} == {
        page: Checked("", "", "National text." if names_law[page] else unread) for page in told
    }


@pytest.mark.parametrize(
    ("promises", "words"),
    [
        ("{}", ""),
        ("{interpreter: yes}", "We can book an interpreter for you."),
        ("{bsl: yes}", "We can book British Sign Language (BSL) for you."),
        ("{interpreter: yes, bsl: yes}", "We can book an interpreter for you, and British Sign Language (BSL)."),
    ],
)
def test_interpreters_are_promised_only_where_the_council_promises_them(root: Path, promises: str, words: str) -> None:
    write(root / "content/_data/local.yml", f"promises: {promises}\n")
    index = Index(read(root))
    (front,) = home.make_pages(index)
    assert front.meta.get("interpreters", "") == words.removesuffix(".")
    (statement, _results) = statement_pages(index, [])
    assert (words in statement.body) if words else ("We can book" not in statement.body)
    (guide,) = [page for page in index.catalogue.content.values() if page.id == "guides/languages-and-bsl"]
    assert ("We get an interpreter for the call" in guide.body) == ("interpreter: yes" in promises)


def test_before_you_publish_lists_what_is_left_and_what_is_needed_most_first(root: Path) -> None:
    found = left(root)
    assert list(found) == [
        "Who has which role",
        "What the law asks you to publish",
        "The lists of this place",
        "What you promise",
        "What nobody here has read yet",
    ]
    assert found["Who has which role"][0].startswith("the SENDIASS service")
    assert found["The lists of this place"][0] == "services"
    (page,) = make_pages(Index(read(root)))
    assert "SENDIASS" in page_text(page)


def test_each_line_goes_away_when_it_is_done(root: Path) -> None:
    before = left(root)
    write(
        root / "content/_data/local.yml",
        "promises: {interpreter: no, bsl: no, post: yes, translation: no}\n"
        "roles:\n- {role: sendiass, name: North Wick SENDIASS, phone: 0300 123 4568}\n"
        "documents:\n- {document: short-breaks-statement, url: https://www.northwick.gov.uk/breaks}\n"
        "checked:\n- {page: guides/travel, date: 2026-11-01, by: Travel manager}\n",
    )
    after = left(root)
    assert "What you promise" not in after
    assert len(after["Who has which role"]) == len(before["Who has which role"]) - 1
    assert len(after["What the law asks you to publish"]) == len(before["What the law asks you to publish"]) - 1
    assert len(after["What nobody here has read yet"]) == len(before["What nobody here has read yet"]) - 1
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    write(root / "mkdocs.yml", text.replace("    phone: 0300 123 4567\n", ""))
    assert left(root)["The help line"] == ["a phone number"]


def test_a_sample_has_no_such_page(root: Path) -> None:
    write(root / "mkdocs.yml", SETTINGS + "  sample: yes\n")
    assert left(root) == {}
    assert make_pages(Index(read(root))) == []


def test_a_service_of_its_own_takes_the_place_of_a_role(root: Path) -> None:
    for name in ("provider.yml", "saturday-club.yml"):
        text = (SITE / CLUB).with_name(name).read_text(encoding="utf-8")
        write(root / "providers/marl-trust" / name, text)
    write(root / "content/_data/local.yml", "roles:\n- {role: sendiass, service: marl-trust/saturday-club}\n")
    findings = check_offer(root, TODAY, cache=KEPT[-1])[1]
    assert not [one for one in findings if one.path == "content/_data/local.yml" and "SENDIASS" in one.message]
