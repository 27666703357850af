"""`own` gives a council a copy of a national page, and check tells when the national text changes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from localoffer.check import check_offer
from localoffer.editing.own import compared, national_texts, own
from localoffer.findings import Finding
from localoffer.system.failures import CannotRun
from tests.offer import TODAY, kept
from tests.test_overlay import PAGE, national
from tests.test_overlay import root as root


def found(root: Path) -> list[Finding]:
    return [one for one in check_offer(root, TODAY, cache=kept(root))[1] if one.rule == "national-changed"]


def changed(root: Path) -> list[tuple[str, int]]:
    return [(one.path, one.line) for one in found(root)]


def test_a_copy_is_made_once_and_a_later_change_is_told(root: Path) -> None:
    assert own(root, "guides/travel") == ["content/guides/travel.md"]
    catalogue, _ = check_offer(root, TODAY, cache=kept(root))
    assert catalogue is not None
    assert catalogue.content["guides/travel"].path == "content/guides/travel.md"
    assert changed(root) == []
    with pytest.raises(CannotRun, match="here already"):
        own(root, "guides/travel.md")
    national(root, "guides/travel.md", PAGE.format(title="Travel", words="Other words."))
    assert changed(root) == [("content/guides/travel.md", 2)]


BEFORE = (
    "## Who\n\nAll pupils. We answer within 6 weeks of the day you ask.\n\n- **One** point\n\n## Old\n\nGone now.\n"
)
AFTER = "## Who\n\nAll pupils. We answer within 4 weeks of the day you ask.\n\n- **One** point\n- Another point\n"


def test_what_changed_is_told_with_its_heading_and_once_compared_no_more(root: Path) -> None:
    national(root, "guides/travel.md", PAGE.format(title="Travel", words=BEFORE))
    own(root, "guides/travel")
    ours = root / "content/guides/travel.md"
    ours.write_text(ours.read_text("utf-8").replace("All pupils.", "All pupils of ours."), "utf-8")
    national(root, "guides/travel.md", PAGE.format(title="Travelling", words=AFTER))
    (one,) = found(root)
    assert one.message == (
        "the national text that this page was copied from has changed since: "
        "“title: Travel” is “title: Travelling” now; "
        "under “Who”: “… We answer within 6 weeks of the …” is “… We answer within 4 weeks of the …” now; "
        "“Old” is gone; under “Old”: “Gone now.” is gone; under “Who”: “Another point” is new"
    )
    assert "own guides/travel --compared" in one.fix
    assert compared(root, "guides/travel") == ["content/guides/travel.md"]
    assert found(root) == []
    assert "All pupils of ours." in ours.read_text("utf-8")
    national(root, "guides/travel.md", PAGE.format(title="Travelling", words=AFTER.replace("4 weeks", "3 weeks")))
    assert "within 3 weeks" in found(root)[0].message


def test_a_digest_that_somebody_wrote_by_hand_is_enough_but_then_nobody_knows_what_was_there(root: Path) -> None:
    own(root, "guides/travel")
    national(root, "guides/travel.md", PAGE.format(title="Travel", words="Other words."))
    (one,) = found(root)
    ours, stamp = root / "content/guides/travel.md", one.fix.rpartition("own_since: ")[2]
    ours.write_text(re.sub("own_since: .*", f"own_since: {stamp}", ours.read_text("utf-8")), "utf-8")
    assert found(root) == []
    national(root, "guides/travel.md", PAGE.format(title="Travel", words="Words again."))
    (one,) = found(root)
    assert one.message.endswith("has changed since")
    assert "own guides/travel --show" in one.fix
    assert list(national_texts(root, "guides/travel")) == [PAGE.format(title="Travel", words="Words again.")]


def test_only_a_page_that_was_copied_can_be_compared(root: Path) -> None:
    with pytest.raises(CannotRun, match="is not here"):
        compared(root, "guides/travel")


def test_what_is_kept_of_the_national_text_is_no_page(root: Path) -> None:
    own(root, "guides/travel")
    assert (root / "content/_national/guides/travel.md").is_file()
    catalogue, _ = check_offer(root, TODAY, cache=kept(root))
    assert catalogue is not None
    assert not [name for name in catalogue.content if "_national" in name]


@pytest.mark.parametrize("page", ["guides/nowhere", "../mkdocs", "about/help"])
def test_only_a_national_page_can_be_copied(root: Path, page: str) -> None:
    with pytest.raises(CannotRun, match="no national page"):
        own(root, page)
