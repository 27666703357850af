"""One number of the law changed in law.yml changes every page that says it, and nothing else."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from localoffer.addresses import content_url, easy_url, first_part, full_url, service_url
from localoffer.catalogue import Catalogue, read_catalogue
from localoffer.outputs.pages import write_pages
from localoffer.outputs.view import plain
from localoffer.overlay import name_in_layer
from localoffer.system.carried import PACKAGE
from tests.offer import TODAY

pytestmark = [pytest.mark.sample, pytest.mark.slow]
NEW = "987"
"""A figure that stands nowhere else in the offer."""
COUNTED = {"dates/", "easy-read/dates/"}
"""Pages that count days with the figures: with a new one, other days stand there too."""


def staged(root: Path) -> tuple[Catalogue, dict[str, str]]:
    """The pages of an offer as text: front matter and body."""
    catalogue, findings = read_catalogue(root, TODAY)
    assert catalogue, [(one.path, one.line, one.message) for one in findings if one.is_error]
    return catalogue, {page.url: json.dumps(page.meta, default=plain) + page.body for page in write_pages(catalogue)}


@pytest.fixture(scope="module")
def marlbrook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("marlbrook")
    for name in ("providers", "content", "mkdocs.yml"):
        source, target = PACKAGE.parent / name, root / name
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    return root


@pytest.fixture(scope="module")
def before(marlbrook: Path) -> tuple[Catalogue, dict[str, str]]:
    return staged(marlbrook)


def times_asked_for(identity: str, catalogue: Catalogue) -> dict[str, int]:
    """How often the file of each page asks for the figure, by the page's address."""
    found = {}
    for path, times in catalogue.facts_used[f"law:{identity}"].items():
        if path.startswith("providers/"):
            found[service_url(path.removeprefix("providers/").removesuffix(".yml"))] = times
        elif not path.endswith(".yml"):
            page = name_in_layer(path).removesuffix(".md")
            url = content_url(page.removesuffix(".easy"))
            found[easy_url(url) if page.endswith(".easy") else url] = times
    return found


def times_said(pages: dict[str, str]) -> Counter[str]:
    """How often the pages of each file say the new figure: a long page in easy read stands in parts, and a listing gives
    its easy-read page too."""
    said: Counter[str] = Counter()
    for url, text in pages.items():
        said[page_of_file(url)] += len(re.findall(rf"\b{NEW}\b", text))
    return said


def page_of_file(url: str) -> str:
    """The first page that a file gives."""
    first = first_part(url)
    return full_url(first) if full_url(first).startswith("services/") else first


@pytest.mark.parametrize(("identity", "value"), [("ehc-plan", "20"), ("appeal", "2"), ("mediation-certificate", "3")])
def test_a_new_figure_changes_every_page_that_says_it_and_nothing_else(
    identity: str, value: str, marlbrook: Path, before: tuple[Catalogue, dict[str, str]]
) -> None:
    national = (PACKAGE / "national/_data/law.yml").read_text(encoding="utf-8")
    (line,) = [line for line in national.split("\n") if line.startswith(f"- {{id: {identity},")]
    assert f"value: {value}, " in line
    ours = marlbrook / "content/_data/law.yml"
    ours.write_text(line.replace(f"value: {value}, ", f"value: {NEW}, ") + "\n", encoding="utf-8")
    try:
        catalogue, after = staged(marlbrook)
    finally:
        ours.unlink()
    old = before[1]
    changed = {path for path in old.keys() | after.keys() if old.get(path) != after.get(path)}
    for path in changed - COUNTED:
        assert after[path].replace(NEW, value) == old[path], f"{path} changed in more than the figure"
    asked, said = times_asked_for(identity, catalogue), times_said(after)
    assert asked
    unchanged = sorted(asked.keys() - {first_part(url) for url in changed})
    assert not unchanged, f"these name it and did not change: {unchanged}"
    assert not sum(times_said(old).values())
    fewer = {url: f"{said[url]} of {times}" for url, times in asked.items() if said[url] < times}
    assert not fewer, f"these do not say it as often as their files ask for it: {fewer}"
