"""A number of the law changed in law.yml changes every page that says it, and nothing else."""

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
FIGURES = {"ehc-plan": ("20", "987"), "appeal": ("2", "986"), "mediation-certificate": ("3", "985")}
"""Three numbers of the law, each with a figure that stands nowhere else in the offer."""
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


def times_said(pages: dict[str, str], figure: str) -> Counter[str]:
    """How often the pages of each file say the new figure: a long page in easy read stands in parts, and a listing gives
    its easy-read page too."""
    said: Counter[str] = Counter()
    for url, text in pages.items():
        said[page_of_file(url)] += len(re.findall(rf"\b{figure}\b", text))
    return said


def page_of_file(url: str) -> str:
    """The first page that a file gives."""
    first = first_part(url)
    return full_url(first) if full_url(first).startswith("services/") else first


def test_new_figures_change_every_page_that_says_them_and_nothing_else(marlbrook: Path) -> None:
    old = staged(marlbrook)[1]
    national = (PACKAGE / "national/_data/law.yml").read_text(encoding="utf-8")
    lines = []
    for identity, (value, new) in FIGURES.items():
        (line,) = [line for line in national.split("\n") if line.startswith(f"- {{id: {identity},")]
        assert f"value: {value}, " in line
        lines.append(line.replace(f"value: {value}, ", f"value: {new}, "))
        assert not sum(times_said(old, new).values())
    (marlbrook / "content/_data/law.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    catalogue, after = staged(marlbrook)
    changed = {path for path in old.keys() | after.keys() if old.get(path) != after.get(path)}
    for path in changed - COUNTED:
        text = after[path]
        for value, new in FIGURES.values():
            text = text.replace(new, value)
        assert text == old[path], f"{path} changed in more than the figures"
    for identity, (_value, new) in FIGURES.items():
        asked, said = times_asked_for(identity, catalogue), times_said(after, new)
        assert asked
        unchanged = sorted(asked.keys() - {first_part(url) for url in changed})
        assert not unchanged, f"these name {identity} and did not change: {unchanged}"
        fewer = {url: f"{said[url]} of {times}" for url, times in asked.items() if said[url] < times}
        assert not fewer, f"these do not say {identity} as often as their files ask for it: {fewer}"
