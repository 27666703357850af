"""Every record of a feed is accounted for, what comes in is right, and nobody's private address comes through."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from localoffer.check import check_offer
from localoffer.importing import account, account_page, quality, quality_page
from localoffer.importing.plan import LEFT_OUT, write_plan
from localoffer.importing.run import Result, Wish, run_import
from localoffer.reports.sections import as_page
from localoffer.system.failures import CannotRun
from tests.importing import feeds
from tests.offer import TODAY, copy_site, kept

SYSTEM = "Marlbrook directory"


def run(root: Path, *sources: Path, write: bool = True, **wishes: Any) -> Result:
    wish = Wish(tuple(str(source) for source in sources), **{"system": SYSTEM, "is_dry_run": not write, **wishes})
    result = run_import(root, TODAY, wish, None)
    if write:
        write_plan(result.plan)
    return result


def write_records(folder: Path, *records: dict[str, Any]) -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / "services.json"
    file.write_text(json.dumps({"contents": list(records)}), encoding="utf-8")
    return file


def record(number: str, **says: Any) -> dict[str, Any]:
    return {
        "id": number,
        "name": f"Youth club {number}",
        "description": "<p>We meet in the hall, and everybody is welcome.</p>",
        "status": "active",
        "url": "https://club.example.org/",
        "email": "office@club.example.org",
        "assured_date": "2026-10-01",
        "assurer_email": "pat.checker@marlbrook.example.org",
        "organization": {"id": "o1", "name": "Marl Groups"},
        **says,
    }


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_site(tmp_path)


def test_a_feed_with_every_defect_comes_in_whole_and_check_finds_no_error(root: Path, tmp_path: Path) -> None:
    feed = feeds.write_feed(tmp_path, feeds.FIRST, 120)
    result = run(root, feed, only="all")
    told = account.account_of(result)
    assert told["records"] == 120 == told["written"] + told["unchanged"] + len(told["left_out"])
    assert told["written"] >= 0.98 * 119  # one record has no name, and at 120 one more has a number twice
    catalogue, findings = check_offer(root, TODAY, cache=kept(root))
    assert catalogue is not None, [finding for finding in findings if finding.is_error][:5]
    text = "".join(path.read_text(encoding="utf-8") for path in (root / "providers").rglob("*") if path.is_file())
    checkers = {one.get("assurer_email") or "" for one in feeds.make_feed(feeds.FIRST, 120).records} - {""}
    assert checkers
    assert not [address for address in checkers if address in text or address in account.as_json(result)]


def test_a_second_run_changes_nothing_and_an_edit_here_survives_a_third(root: Path, tmp_path: Path) -> None:
    feed = feeds.write_feed(tmp_path, feeds.SECOND, 40)
    first = run(root, feed, only="all")
    before = {path: path.read_bytes() for path in (root / "providers").rglob("*") if path.is_file()}
    second = run(root, feed, only="all")
    assert second.plan.files == {}
    assert {path: path.read_bytes() for path in (root / "providers").rglob("*") if path.is_file()} == before
    path = root / next(outcome.path for outcome in first.outcomes if outcome.path)
    path.write_text(
        path.read_text(encoding="utf-8").replace("status: active", "status: planned  # they told us"), encoding="utf-8"
    )
    third = run(root, feed, only="all")
    assert "status: planned  # they told us" in path.read_text(encoding="utf-8")
    (kept,) = account.account_of(third)["kept_local"]
    assert (kept["field"], kept["here"], kept["changed_there"]) == ("status", "planned", False)
    assert "1 field that was changed here stays." in account.sentence(third)


def test_without_being_asked_it_takes_what_is_for_the_offer_and_names_the_others(root: Path, tmp_path: Path) -> None:
    feed = write_records(
        tmp_path / "feed", record("1"), record("2", name="Memory cafe", description="For people with dementia.")
    )
    result = run(root, feed)
    assert [outcome.path for outcome in result.outcomes] == ["providers/marl-groups/youth-club-1.yml", ""]
    (row,) = account.account_of(result)["left_out"]
    assert row["id"] == "2"
    assert "dementia" in row["why"]
    (selection := tmp_path / "these.txt").write_text("2\n9\n")
    again = run(root, feed, select=selection)
    assert (root / "providers/marl-groups/memory-cafe.yml").exists()
    assert again.not_found == ["9"]
    assert "it is here already" in again.choices["1"].why


def test_a_record_that_is_gone_is_told_and_closed_only_when_asked(root: Path, tmp_path: Path) -> None:
    run(root, write_records(tmp_path / "feed", record("1"), record("2")))
    fewer = write_records(tmp_path / "feed", record("2"))
    path = root / "providers/marl-groups/youth-club-1.yml"
    told = run(root, fewer)
    assert told.gone == [("1", "providers/marl-groups/youth-club-1.yml", False)]
    assert "status: active" in path.read_text(encoding="utf-8")
    assert "--close-missing closes them" in account.sentence(told)
    run(root, fewer, close_missing=True)
    assert "status: closed" in path.read_text(encoding="utf-8")
    assert run(root, fewer).gone == [("1", "providers/marl-groups/youth-club-1.yml", True)]


def test_a_source_that_cannot_be_read_to_its_end_writes_nothing(root: Path, tmp_path: Path) -> None:
    file = write_records(tmp_path / "feed", record("1"))
    file.write_text(file.read_text(encoding="utf-8")[:-40], encoding="utf-8")
    before = set(root.rglob("*"))
    with pytest.raises(CannotRun):
        run(root, file)
    assert set(root.rglob("*")) == before


def test_a_file_wants_the_name_of_its_system_once(root: Path, tmp_path: Path) -> None:
    feed = write_records(tmp_path / "feed", record("1"))
    with pytest.raises(CannotRun, match="--system"):
        run(root, feed, system="")
    run(root, feed)
    assert run(root, feed, system="").system == SYSTEM


def test_two_records_of_one_number_are_one_and_the_other_is_told(root: Path, tmp_path: Path) -> None:
    result = run(root, write_records(tmp_path / "feed", record("1"), record("1", name="Youth club B")))
    assert [outcome.result for outcome in result.outcomes].count(LEFT_OUT) == 1
    assert result.records == 2 == len(result.outcomes)


def test_a_record_that_nobody_runs_has_a_provider_that_says_so(root: Path, tmp_path: Path) -> None:
    run(root, write_records(tmp_path / "feed", record("1", organization={})))
    assert "name: Not known yet who runs it" in (root / "providers/not-known-yet-who-runs-it/provider.yml").read_text()
    catalogue, _findings = check_offer(root, TODAY, cache=kept(root))
    assert catalogue is not None


class Shape(HTMLParser):
    """Headings, ids and links of a page, and what would run."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.hrefs += [value or "" for name, value in attrs if name in ("href", "src")]
        assert not [name for name, _value in attrs if name.startswith("on")]


HOSTILE = "<script>alert(1)</script><img src=x onerror=y> Youth club"


def test_both_pages_stand_alone_and_escape_what_came_in(root: Path, tmp_path: Path) -> None:
    feed = write_records(
        tmp_path / "feed", record("1", name=HOSTILE), record("2", name="=cmd|' /C calc'!A0 choir", email="x y")
    )
    result = run(root, feed, write=False, looks_at_all=True, system=HOSTILE)
    for page in (as_page(account_page.as_page_of(result)), as_page(quality_page.as_page_of(result))):
        shape = Shape(page)
        assert shape.tags["h1"] == shape.tags["main"] == shape.tags["title"] == 1
        assert not shape.tags["script"] + shape.tags["img"] + shape.tags["link"]
        assert len(set(shape.ids)) == len(shape.ids)
        assert {href.removeprefix("#") for href in shape.hrefs} == set(shape.ids)
        assert shape.tags["table"] == shape.tags["caption"] > 0
    assert not (root / "providers/marl-groups").exists()


def test_the_quality_report_counts_what_is_missing_dead_old_and_private(root: Path, tmp_path: Path) -> None:
    feed = write_records(
        tmp_path / "feed",
        record("1", url="https://plus.google.com/1", assured_date="2020-01-01"),
        record("2", name="Choir", email="jo.smith@gmail.com"),
        record("3", name=""),
    )
    result = run(root, feed, write=False, looks_at_all=True)
    rows = list(csv.DictReader(io.StringIO(quality.as_csv(result))))
    what = {(row["What"], row["Number"]) for row in rows}
    assert ("cannot be published", "3") in what
    assert ("old check", "1") in what
    assert ("dead-looking address", "1") in what
    assert {row["Field"] for row in rows if row["Number"] == "1" and row["What"] == "missing"} >= {
        "ages",
        "cost",
        "route",
        "times",
    }
    assert {row["For the Local Offer"] for row in rows if row["Number"] == "2"} == {"no"}
    page = as_page(quality_page.as_page_of(result))
    assert "<dt>Can be published today</dt><dd>2</dd>" in page
    for private in ("jo.smith@gmail.com", "pat.checker@marlbrook.example.org"):
        assert private not in page
        assert private not in quality.as_csv(result)
