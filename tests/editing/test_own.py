"""`own` gives a council a copy of a national page, and check tells when the national text changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from localoffer.check import check_offer
from localoffer.editing.own import own
from localoffer.system.failures import CannotRun
from tests.offer import TODAY
from tests.test_overlay import PAGE, national
from tests.test_overlay import root as root


def changed(root: Path) -> list[tuple[str, int]]:
    return [(one.path, one.line) for one in check_offer(root, TODAY)[1] if one.rule == "national-changed"]


def test_a_copy_is_made_once_and_a_later_change_is_told(root: Path) -> None:
    assert own(root, "guides/travel") == ["content/guides/travel.md"]
    catalogue, _ = check_offer(root, TODAY)
    assert catalogue is not None
    assert catalogue.content["guides/travel"].path == "content/guides/travel.md"
    assert changed(root) == []
    with pytest.raises(CannotRun, match="here already"):
        own(root, "guides/travel.md")
    national(root, "guides/travel.md", PAGE.format(title="Travel", words="Other words."))
    assert changed(root) == [("content/guides/travel.md", 2)]


@pytest.mark.parametrize("page", ["guides/nowhere", "../mkdocs", "about/help"])
def test_only_a_national_page_can_be_copied(root: Path, page: str) -> None:
    with pytest.raises(CannotRun, match="no national page"):
        own(root, page)
