"""Published files that are no pages: each row's module makes them, at the addresses the row says."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from localoffer.kinds import OUTPUTS
from localoffer.outputs.files import output_files
from localoffer.outputs.index import Index
from tests.offer import tiny_council


@pytest.fixture(scope="module")
def index() -> Index:
    catalogue, findings = tiny_council()
    assert catalogue is not None, findings
    return Index(catalogue)


def test_every_file_a_row_names_is_made_once(index: Index) -> None:
    made = [address for address, _content in output_files(index)]
    assert len(made) == len(set(made))
    assert {address for output in OUTPUTS for address in output.addresses} <= set(made)


def test_the_topics_as_data_are_those_of_the_offer(index: Index) -> None:
    topics = json.loads(str(dict(output_files(index))["data/topics.json"]))["topics"]
    vocabulary = index.catalogue.vocabulary.topics
    assert [topic["id"] for topic in topics] == list(vocabulary)
    for topic in topics:
        assert topic["name"] == vocabulary[topic["id"]].name
        assert topic.get("parent") == next(iter(vocabulary[topic["id"]].parents), None)
        assert topic["services"] == len(index.by_topic.get(topic["id"], []))
    assert sum(topic["services"] for topic in topics) > 0


@pytest.mark.parametrize(
    ("site_url", "start"),
    [("https://offer.example.org/send", "https://offer.example.org/send/topics/"), (None, "topics/")],
)
def test_an_address_in_data_is_whole_where_the_site_has_one(index: Index, site_url: str | None, start: str) -> None:
    site = index.catalogue.site.model_copy(update={"site_url": site_url})
    there = Index(replace(index.catalogue, site=site))
    topics = json.loads(str(dict(output_files(there))["data/topics.json"]))["topics"]
    assert all(topic["address"].startswith(start) for topic in topics)


def test_files_beside_pages_are_published_and_data_and_hidden_files_are_not(index: Index, tmp_path: Path) -> None:
    for name in ("guides/map.pdf", "_data/secret.yml", ".hidden", "guides/page.md"):
        (tmp_path / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / name).write_text("x")
    made = dict(output_files(Index(replace(index.catalogue, root=tmp_path))))
    assert made["guides/map.pdf"] == tmp_path / "content/guides/map.pdf"
    assert not {"_data/secret.yml", ".hidden", "guides/page.md"} & set(made)
