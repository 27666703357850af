"""A folder or file that is only a pointer is said where it stands, and what it leads to is never read."""

from __future__ import annotations

from pathlib import Path

import pytest

from localoffer.catalogue import read_catalogue
from tests.offer import TODAY, copy_site, kept


def outside(tmp_path: Path) -> Path:
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "secret.md").write_text("---\ntitle: Secret\nsummary: A secret page of somebody.\n---\nSecret.\n")
    (folder / "secret.yml").write_text("name: Secret\n")
    (folder / "secret.pdf").write_text("secret")
    return folder


def linked(root: Path) -> dict[str, str]:
    return {
        finding.path: finding.message
        for finding in read_catalogue(root, TODAY, cache=kept(root))[1]
        if finding.rule == "file-outside"
    }


@pytest.mark.parametrize(
    "name",
    ["content/more", "content/guides/more", "content/_data/more", "providers/more", "providers/marl-trust/images/more"],
)
def test_a_folder_that_leads_out_is_said_once(name: str, tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    (root / name).symlink_to(outside(tmp_path))
    assert linked(root) == {name: "this folder is only a pointer to a folder outside the offer"}


def test_a_whole_offer_that_lies_elsewhere_is_said(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    (root / "content").rename(tmp_path / "content")
    (root / "content").symlink_to(tmp_path / "content")
    assert linked(root)["content"] == "this folder is only a pointer to a folder outside the offer"


def test_a_paper_that_leads_out_is_said(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    (root / "content/guides/form.pdf").symlink_to(outside(tmp_path) / "secret.pdf")
    assert linked(root) == {"content/guides/form.pdf": "this file is only a pointer to a file outside the offer"}


def test_a_pointer_to_nothing_and_one_in_a_circle_are_said(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    (root / "content/nothing").symlink_to("nowhere")
    (root / "content/circle").symlink_to("circle")
    assert set(linked(root)) == {"content/nothing", "content/circle"}


def test_a_folder_that_points_to_another_of_the_offer_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    (root / "content/help").symlink_to("about")
    assert "what is in it would not be seen here" in linked(root)["content/help"]


def test_a_file_that_points_to_another_of_the_offer_is_fine(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    (root / "content/guides/form.pdf").write_text("%PDF")
    (root / "content/about/form.pdf").symlink_to("../guides/form.pdf")
    assert linked(root) == {}
