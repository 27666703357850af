"""A council that began with the sample cannot publish the sample's facts as its own."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from localoffer.cache.digests import text_hash
from localoffer.check import check_offer
from localoffer.check.sample import COMMENTS, marks
from localoffer.findings import Finding
from localoffer.yamlfile import LOADER
from localoffer.yamlfile.source import source_lines
from tests.offer import CLUB, TODAY, copy_site, kept

ROOT = Path(__file__).resolve().parents[2]


def sample_facts(root: Path) -> list[Finding]:
    return [one for one in check_offer(root, TODAY, cache=kept(root))[1] if one.rule == "sample-fact"]


@pytest.mark.parametrize(
    "text",
    [
        "Phone 01632 960 100.",
        "[01632 960 100](tel:01632960100)",
        "Text 07700 900 100 now",
        "18001 01632 960 100",
        "01632960114",
        "See https://www.marl-trust.example/club",
        "localoffer@marlbrook.example.org",
        "Town Hall, MB1 1AA",
        "Ask Sam Okoro.",
        "Marlbrook Library",
    ],
)
def test_a_fact_of_the_sample_is_known(text: str) -> None:
    assert list(marks(text))


@pytest.mark.parametrize(
    "text",
    [
        "Phone 0300 123 4567.",
        "For example, this is an example.",
        "0808 800 4106 and 020 7972 1000",
        "The village of Marlbrook, B60 1DY",
        "2026-01-22 and 100 MB",
        "See https://www.example-school.org.uk/",
    ],
)
def test_what_only_looks_like_it_is_let_be(text: str) -> None:
    assert not list(marks(text))


def test_with_sample_yes_nothing_is_said(tmp_path: Path) -> None:
    assert sample_facts(copy_site(tmp_path)) == []


def test_without_it_each_fact_is_an_error_where_it_stands(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings.replace("  sample: yes\n", ""), encoding="utf-8")
    guide = root / "content/guides/short-breaks.md"
    guide.write_text(
        guide.read_text(encoding="utf-8") + "\nPhone [01632 960 100](tel:01632960100).\n", encoding="utf-8"
    )
    found = sample_facts(root)
    assert all(one.is_error for one in found)
    assert {"mkdocs.yml", CLUB, "content/guides/short-breaks.md", "content/_data/schools.yml"} <= {
        one.path for one in found
    }
    line_of = source_lines(root)
    shown = {one.message.split("”")[0].strip("“") for one in found if one.path == "mkdocs.yml"}
    assert "01632960100" in shown
    (in_guide, *_) = [one for one in found if one.path == "content/guides/short-breaks.md" and "960 100" in one.message]
    line = line_of(in_guide.path, in_guide.line)
    assert line is not None
    assert line[in_guide.column - 1 :].startswith("01632")


def test_a_half_changed_folder_is_found_again_from_what_is_kept(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    assert check_offer(root, TODAY, cache=kept(root))[0] is not None
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings.replace("  sample: yes\n", ""), encoding="utf-8")
    assert check_offer(root, TODAY, cache=kept(root))[1] == check_offer(root, TODAY, cache=kept(root))[1]
    assert check_offer(root, TODAY, cache=kept(root))[1] == check_offer(root, TODAY)[1]


@pytest.mark.sample
def test_each_comment_of_the_sample_is_known() -> None:
    said = {
        text_hash(comment["you_said"])
        for file in (ROOT / "content/_data/comments").glob("*.yml")
        for comment in yaml.load(file.read_text(encoding="utf-8"), LOADER)
    }
    assert said == COMMENTS
