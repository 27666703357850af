"""A way out is true in a council's folder, where neither the generator's theme nor its national lists lie."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from localoffer.check.national import with_a_way_out
from localoffer.editing.own import own
from localoffer.findings import Finding
from localoffer.outputs.page import Page, page_text
from localoffer.system.carried import PACKAGE, THEME, TOOL
from localoffer.system.failures import CannotRun
from tests.offer import copy_site
from tests.package_source import modules, nodes_of

OF_A_COUNCIL = {
    "local": "every council writes it",
    "areas": "start writes it",
    "schools": "a list of this place",
    "postcodes": "a list of this place",
    "comments": "what families here have said",
    "accessibility": "audit --record writes it",
    "glossary": "entries of this place are joined to the national ones",
}
"""Files of content/_data that a sentence may name: a council has them, or writes them."""
NAMED = re.compile(r"content/_data/([a-z_]+)")


def told(root: Path, path: str) -> str:
    (finding,) = with_a_way_out([Finding(path, 1, 1, "error", "x", "It is wrong.", "put it right.")], root)
    return finding.fix


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("theme/partials/footer.html", "`localoffer own theme/partials/footer.html` gives you a copy"),
        ("localoffer/templates/law.md.j2", "part of the generator"),
        ("localoffer/national/guides/travel.easy.md", "`localoffer own guides/travel` gives you a copy"),
        ("localoffer/national/_data/topics.yml", "content/_data/topics.yml with the same id"),
    ],
)
def test_a_file_of_the_generator_leads_to_a_copy_or_to_its_makers(tmp_path: Path, path: str, says: str) -> None:
    assert says in told(tmp_path, path)
    assert told(TOOL, path) == "put it right."


def test_a_file_of_this_place_needs_no_more_words(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    (root / "theme").mkdir()
    (root / "theme" / "home.html").write_text("x", encoding="utf-8")
    for path in ("theme/home.html", "content/guides/short-breaks.md", "providers/marl-trust/saturday-club.yml"):
        assert told(root, path) == "put it right."


def test_a_template_can_be_copied_once_and_then_is_ours(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    assert own(root, "theme/partials/footer.html") == ["theme/partials/footer.html"]
    copy = root / "theme/partials/footer.html"
    assert copy.read_bytes() == (THEME / "partials/footer.html").read_bytes()
    assert told(root, "theme/partials/footer.html") == "put it right."
    with pytest.raises(CannotRun, match="here already"):
        own(root, "theme/partials/footer.html")


@pytest.mark.parametrize("name", ["theme/nowhere.html", "theme/../pyproject.html", "theme/assets/stylesheets/base.css"])
def test_only_a_template_can_be_copied(tmp_path: Path, name: str) -> None:
    with pytest.raises(CannotRun, match="no template"):
        own(copy_site(tmp_path), name)


@pytest.mark.parametrize("source", ["localoffer/national/guides/travel.md", "localoffer/templates/statement.md.j2"])
def test_no_page_offers_to_edit_what_is_not_in_the_folder(source: str) -> None:
    assert "source:" not in page_text(Page("x.md", {"title": "X"}, source=source))
    assert "source:" in page_text(Page("x.md", {"title": "X"}, source="content/x.md"))


def test_no_sentence_names_a_national_list_as_if_it_lay_in_content() -> None:
    national = {path.stem for path in (PACKAGE / "national" / "_data").iterdir()}
    named = set()
    for file in modules():
        nodes = nodes_of(file)
        notes = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
        for node in nodes:
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes:
                found = NAMED.findall(node.value) if " " in node.value else []
                named |= {(file.name, name) for name in found if name in national - OF_A_COUNCIL.keys()}
    assert named == set()
