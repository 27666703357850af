"""Ours or national: the root's content/ is laid over the text that comes with the package."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from localoffer import overlay
from localoffer.catalogue import Catalogue, shared_digest
from localoffer.check import check_offer
from localoffer.findings import Finding
from localoffer.outputs.files import output_files
from localoffer.outputs.index import Index
from localoffer.outputs.page import page_text
from localoffer.outputs.pages import write_pages
from localoffer.overlay import Layers, file_of, is_ours_to_edit, layers_of, name_in_layer
from localoffer.site.build import state_of
from localoffer.system.folders import Folders
from localoffer.yamlfile.source import source_lines
from tests.offer import TODAY, copy_site, kept

PAGE = "---\ntitle: {title}\nsummary: A page about it.\ntopics: [short-breaks]\neasy_read: none\nwhy: for a test\n---\n\n{words}\n"
NATIONAL = "localoffer/national/"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tiny council over a national text of two pages and two topics."""
    monkeypatch.setattr(overlay, "PACKAGE", tmp_path / "installed" / "localoffer")
    root = copy_site(tmp_path)
    settings = root / "mkdocs.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("  national: no", "  # national: no"), encoding="utf-8"
    )
    national(root, "guides/travel.md", PAGE.format(title="Travel", words="Getting to school."))
    national(root, "guides/money.md", PAGE.format(title="Money", words="See [the map](/maps/roads.txt)."))
    national(root, "maps/roads.txt", "roads")
    national(
        root,
        "_data/topics.yml",
        '- {id: travel, name: Travel, summary: "Getting there."}\n- {id: money, name: Money, summary: "What it costs."}\n',
    )
    return root


def national(root: Path, name: str, text: str) -> None:
    write(root.parent / "installed/localoffer/national" / name, text)


def ours(root: Path, name: str, text: str) -> None:
    write(root / "content" / name, text)


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def read(root: Path) -> tuple[Catalogue, list[Finding]]:
    catalogue, findings = check_offer(root, TODAY, cache=kept(root))
    assert catalogue is not None, [(one.path, one.message) for one in findings if one.is_error]
    return catalogue, findings


def pages(root: Path) -> Mapping[str, str]:
    return {page.path: page_text(page) for page in write_pages(read(root)[0])}


def test_national_pages_and_lists_are_part_of_the_offer(root: Path) -> None:
    catalogue, _ = read(root)
    assert catalogue.content["guides/travel"].path == f"{NATIONAL}guides/travel.md"
    assert "short-breaks" in catalogue.vocabulary.topics
    assert list(catalogue.vocabulary.topics)[:2] == ["travel", "money"]


def test_a_page_of_the_same_path_stands_in_the_place_of_the_national_one(root: Path) -> None:
    ours(root, "guides/travel.md", PAGE.format(title="Buses here", words="Our own buses."))
    catalogue, _ = read(root)
    assert (catalogue.content["guides/travel"].title, catalogue.content["guides/money"].title) == (
        "Buses here",
        "Money",
    )
    assert catalogue.content["guides/travel"].path == "content/guides/travel.md"


def test_a_national_twin_does_not_stand_beside_a_page_that_was_replaced(root: Path) -> None:
    whole = PAGE.format(title="Travel", words="Words.").replace("easy_read: none\nwhy: for a test\n", "")
    national(root, "guides/travel.md", whole)
    national(root, "guides/travel.easy.md", '---\ntitle: Travel\n---\n\n## A\n\n![](picture:none "a test")\nYou go.\n')
    assert read(root)[0].content["guides/travel"].easy
    ours(root, "guides/travel.md", whole)
    catalogue, findings = check_offer(root, TODAY, cache=kept(root))
    assert catalogue
    assert catalogue.content["guides/travel"].easy is None
    assert [one.path for one in findings if one.rule == "easy-twin-missing"] == ["content/guides/travel.md"]


def test_a_member_of_the_same_id_stands_in_its_place_and_hide_takes_one_away(root: Path) -> None:
    topics = root / "content/_data/topics.yml"
    more = '- hide: [money]\n- {id: travel, name: Buses, summary: "Our buses."}\n'
    topics.write_text(topics.read_text(encoding="utf-8") + more, encoding="utf-8")
    found = read(root)[0].vocabulary.topics
    assert found["travel"].name == "Buses"
    assert (next(iter(found)), "money" in found) == ("travel", False)


def test_what_is_hidden_must_be_there(root: Path) -> None:
    topics = root / "content/_data/topics.yml"
    topics.write_text(topics.read_text(encoding="utf-8") + "- hide: [monney]\n", encoding="utf-8")
    (found,) = [one for one in read(root)[1] if one.rule == "hide-unknown"]
    assert (found.message, found.fix) == (
        "there is no monney in the national list. Did you mean money?",
        "write money",
    )
    assert source_lines(root)(found.path, found.line) == "- hide: [monney]"


def test_words_of_the_reading_rules_are_joined_and_hidden(root: Path) -> None:
    national(root, "_data/words.yml", "avoid:\n- {word: utilise, better: use}\n- {word: commence, better: start}\n")
    ours(
        root,
        "_data/words.yml",
        "avoid:\n- {word: Utilise, better: work with}\n- {word: pathway, better: steps}\nhide: [commence]\n",
    )
    assert {one.word: one.better for one in read(root)[0].vocabulary.words.avoid} == {
        "Utilise": "work with",
        "pathway": "steps",
    }


def test_common_words_of_both_layers_count(root: Path) -> None:
    national(root, "_data/common_words.txt", "bus\n")
    ours(root, "_data/common_words.txt", "# ours\ntram\n")
    assert read(root)[0].vocabulary.common_words == {"bus", "tram"}


def test_what_is_of_one_place_never_comes_from_the_package(root: Path) -> None:
    national(root, "_data/comments/2020.yml", "- {id: x}\n")
    national(root, "_data/accessibility.yml", "none: of ours\n")
    national(root, "_data/postcodes.csv", "no\n")
    before = read(root)
    assert before[0].vocabulary.comments
    assert before[0].vocabulary.evidence is None


def test_a_fault_in_national_text_says_what_a_council_can_do(root: Path) -> None:
    national(root, "guides/travel.md", PAGE.format(title="Travel", words="See [our buses](/guides/nowhere/)."))
    (found,) = [one for one in check_offer(root, TODAY, cache=kept(root))[1] if one.rule == "broken-link"]
    assert found.path == f"{NATIONAL}guides/travel.md"
    assert found.fix.endswith("This is national text: `localoffer own guides/travel` gives you a copy to change.")
    assert source_lines(root)(found.path, found.line) == "See [our buses](/guides/nowhere/)."
    national(root, "_data/topics.yml", "- {id: travel, nam: Travel}\n")
    found = next(
        one for one in check_offer(root, TODAY, cache=kept(root))[1] if one.path == f"{NATIONAL}_data/topics.yml"
    )
    assert found.fix.endswith("what you write in content/_data/topics.yml with the same id stands in its place.")


def test_only_files_of_this_place_have_a_link_to_edit_them(root: Path) -> None:
    made = pages(root)
    assert '"content/guides/short-breaks.md"' in made["guides/short-breaks.md"]
    assert "\nsource: " not in made["guides/travel.md"]


def test_files_beside_national_pages_are_published_unless_ours_stands_there(root: Path) -> None:
    def published() -> Path:
        return Path(str(dict(output_files(Index(read(root)[0])))["maps/roads.txt"]))

    assert "installed" in published().parts
    ours(root, "maps/roads.txt", "our roads")
    assert published() == root / "content/maps/roads.txt"


def test_an_edit_of_a_national_file_is_seen_by_the_next_build(root: Path) -> None:
    state, digest = state_of(Folders(root), TODAY), shared_digest(root, TODAY)
    national(root, "guides/new.md", PAGE.format(title="New", words="New."))
    assert state_of(Folders(root), TODAY) != state
    national(root, "_data/situations.yml", "")
    assert shared_digest(root, TODAY) != digest


def test_an_offer_may_stand_alone(root: Path) -> None:
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings.replace("  # national: no", "  national: no"), encoding="utf-8")
    catalogue, _ = read(root)
    assert layers_of(root) == Layers(root, has_national=False)
    assert "guides/travel" not in catalogue.content
    assert not catalogue.site.national


def test_a_path_of_a_finding_leads_to_its_file(root: Path) -> None:
    assert file_of("content/guides/x.md", root) == root / "content/guides/x.md"
    assert file_of(f"{NATIONAL}guides/travel.md", root).is_file()
    assert (
        name_in_layer(f"{NATIONAL}guides/travel.md") == name_in_layer("content/guides/travel.md") == "guides/travel.md"
    )


def test_national_text_can_be_changed_only_where_it_is_written(root: Path) -> None:
    assert not is_ours_to_edit(f"{NATIONAL}guides/travel.md", root)
    assert is_ours_to_edit(f"{NATIONAL}guides/travel.md", root.parent / "installed")
    assert is_ours_to_edit("content/guides/travel.md", root)
