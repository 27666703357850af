"""Listings are placed once, found again whatever they are called, and never written over what a person wrote."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from localoffer.importing.here import look_here
from localoffer.importing.last_time import FOLDER, read_last_time, systems_here
from localoffer.importing.plan import CHANGED, LEFT_OUT, NEW, UNCHANGED, Plan, Prepared, write_plan
from localoffer.model import Service
from localoffer.records import read_record_text
from localoffer.system.failures import CannotRun
from localoffer.yamlfile.putting import read_values
from tests.offer import copy_site

SYSTEM = "Marlbrook directory"


def fields_of(number: str, **changes: Any) -> dict[str, Any]:
    name = changes.get("name", f"Group {number}")
    fields: dict[str, Any] = {
        "name": name,
        "summary": "A group for families.",
        "description": "We meet.\n\nWe play.",
        "status": "active",
        "topics": ["not sorted"],
        "eligibility": {"any_age": "not known", "needs": ["not known"]},
        "access": {"route": ["not known"]},
        "cost": {"free": "not known"},
        "delivery": ["not known"],
        "service_areas": ["not known"],
        "contacts": [{"role": "Office", "phone": "01632 960 111", "email": "office@group.example.org"}],
        "last_checked": "not known",
        **changes,
    }
    ordered = {name: fields[name] for name in Service.model_fields if name in fields}
    return {**ordered, "source": {"system": SYSTEM, "id": number}}


def prepared(number: str, key: str = "o1", provider: str = "Marl Groups", **changes: Any) -> Prepared:
    fields = fields_of(number, **changes)
    who = {"name": provider, "description": "not known", "kind": "not known", "source": {"system": SYSTEM, "id": key}}
    return Prepared(number, fields["name"], fields, key, who)


def plan_of(root: Path, *records: Prepared, asked_for: frozenset[str] = frozenset()) -> Plan:
    plan = Plan(look_here(root, SYSTEM), read_last_time(root, SYSTEM), asked_for)
    for record in records:
        plan.add(record)
    return plan


def bring_in(root: Path, *records: Prepared, asked_for: frozenset[str] = frozenset()) -> Plan:
    plan = plan_of(root, *records, asked_for=asked_for)
    write_plan(plan)
    return plan


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_site(tmp_path)


GROUP = "providers/marl-groups/group-1.yml"


def edit(root: Path, old: str, new: str, path: str = GROUP) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def test_a_new_record_becomes_a_listing_that_is_right_with_its_provider(root: Path) -> None:
    plan = bring_in(root, prepared("1"))
    assert plan.outcomes["1"].result == NEW
    text = (root / GROUP).read_text(encoding="utf-8")
    assert text.startswith(
        "# yaml-language-server: $schema=../../schema/service.json\n# It came in from Marlbrook directory."
    )
    assert "# To do: say what it is about" in text
    record, findings = read_record_text(text, GROUP, Service)
    assert record is not None
    assert not [finding for finding in findings if finding.is_error]
    assert (root / "providers/marl-groups/provider.yml").exists()


def test_a_second_run_changes_no_byte_of_anything(root: Path) -> None:
    records = [prepared("1"), prepared("2", "o2", "Others", name="Zoë’s: group # 2")]
    bring_in(root, *records)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    plan = bring_in(root, *records)
    assert plan.files == {}
    assert {outcome.result for outcome in plan.outcomes.values()} == {UNCHANGED}
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_a_change_there_is_put_in_place_and_a_note_of_ours_stays(root: Path) -> None:
    bring_in(root, prepared("1"))
    edit(root, "status: active", "status: active  # we phoned them")
    edit(root, "access: ", "# how to get it: ask Sam\naccess: ")
    plan = bring_in(root, prepared("1", summary="A club for families.", bsl="yes"))
    assert plan.outcomes["1"].result == CHANGED
    text = (root / GROUP).read_text(encoding="utf-8")
    assert "summary: A club for families.\n" in text
    assert "\nbsl: yes\nlast_checked: " in text
    assert "status: active  # we phoned them" in text
    assert "# how to get it: ask Sam" in text


def test_a_field_that_was_changed_here_stays_for_ever_and_is_told(root: Path) -> None:
    bring_in(root, prepared("1"))
    edit(root, "summary: A group for families.", "summary: Ours.")
    for there in ("A group for families.", "A club.", "A club.", "Another club."):
        plan = bring_in(root, prepared("1", summary=there))
        assert "summary: Ours." in (root / GROUP).read_text(encoding="utf-8")
        (kept,) = plan.outcomes["1"].kept
        assert (kept.where, kept.here, kept.there) == (("summary",), "Ours.", there)
    assert not kept.why


def test_topics_that_a_person_agreed_to_are_not_proposed_anew(root: Path) -> None:
    bring_in(root, prepared("1", topics=["leisure"], topics_proposed="yes"))
    edit(root, "topics_proposed: yes\n", "")
    plan = bring_in(root, prepared("1", topics=["health"], topics_proposed="yes"))
    assert (read_values((root / GROUP).read_text(encoding="utf-8")) or {})["topics"] == ["leisure"]
    assert {kept.where for kept in plan.outcomes["1"].kept} == {("topics",), ("topics_proposed",)}


def test_a_listing_that_was_moved_or_renamed_here_is_still_the_same(root: Path) -> None:
    bring_in(root, prepared("1"))
    moved = root / "providers/marl-trust/families.yml"
    (root / GROUP).rename(moved)
    plan = bring_in(root, prepared("1", name="Families’ club"))
    assert plan.outcomes["1"].path == "providers/marl-trust/families.yml"
    assert "name: Families’ club" in moved.read_text(encoding="utf-8")
    assert not (root / GROUP).exists()


def test_a_listing_that_was_removed_here_stays_away_until_it_is_asked_for(root: Path) -> None:
    bring_in(root, prepared("1"), prepared("2"))
    (root / GROUP).unlink()
    plan = bring_in(root, prepared("1"), prepared("2"))
    assert plan.outcomes["1"].result == LEFT_OUT
    assert "removed here" in plan.outcomes["1"].why
    assert not (root / GROUP).exists()
    assert bring_in(root, prepared("1"), asked_for=frozenset({"1"})).outcomes["1"].result == NEW
    assert (root / GROUP).exists()


def test_a_file_that_cannot_be_read_is_left_alone_and_no_second_one_is_written(root: Path) -> None:
    bring_in(root, prepared("1"))
    (root / GROUP).write_text("name: [half\n", encoding="utf-8")
    plan = bring_in(root, prepared("1", summary="A new club."))
    assert plan.files == {}
    assert "cannot be read" in plan.outcomes["1"].kept[0].why
    assert (root / GROUP).read_text(encoding="utf-8") == "name: [half\n"


def test_without_what_came_in_last_time_all_stays_and_differences_are_told(root: Path) -> None:
    bring_in(root, prepared("1"))
    for file in (root / FOLDER).iterdir():
        file.unlink()
    plan = bring_in(root, prepared("1", summary="A new club."))
    assert "A group for families." in (root / GROUP).read_text(encoding="utf-8")
    assert [kept.where for kept in plan.outcomes["1"].kept] == [("summary",)]


def test_what_came_in_last_time_that_cannot_be_read_stops_the_run(root: Path) -> None:
    bring_in(root, prepared("1"))
    (file,) = (root / FOLDER).iterdir()
    file.write_text("{", encoding="utf-8")
    with pytest.raises(CannotRun, match="from git"):
        read_last_time(root, SYSTEM)
    assert systems_here(root) == []


def test_a_run_that_is_stopped_between_two_files_goes_on_next_time(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bring_in(root, prepared("1"), prepared("2"))
    plan = plan_of(root, prepared("1", summary="A new club."), prepared("2", summary="A new club."))
    written: list[str] = []

    def stops(path: Path, content: bytes) -> None:
        if written:
            raise KeyboardInterrupt
        written.append(path.name)
        path.write_bytes(content)

    with monkeypatch.context() as patch:
        patch.setattr("localoffer.importing.plan.write_whole", stops)
        with pytest.raises(KeyboardInterrupt):
            write_plan(plan)
    again = bring_in(root, prepared("1", summary="A new club."), prepared("2", summary="A new club."))
    assert [outcome.kept for outcome in again.outcomes.values()] == [[], []]
    assert all("A new club." in (root / f"providers/marl-groups/group-{number}.yml").read_text() for number in "12")


def test_a_change_with_which_the_file_would_be_wrong_is_not_made(root: Path) -> None:
    bring_in(root, prepared("1", cost={"free": "no"}))
    edit(root, "cost: {free: no}", "cost: {free: yes}")
    plan = bring_in(root, prepared("1", cost={"free": "no", "cost_options": [{"option": "One day", "amount": "4"}]}))
    assert "cost: {free: yes}" in (root / GROUP).read_text(encoding="utf-8")
    assert any("would be wrong" in kept.why for kept in plan.outcomes["1"].kept)


def test_closing_keeps_the_address_and_coming_back_opens_it_again(root: Path) -> None:
    bring_in(root, prepared("1"))
    plan = plan_of(root)
    plan.close("1")
    write_plan(plan)
    assert "status: closed" in (root / GROUP).read_text(encoding="utf-8")
    bring_in(root, prepared("1"))
    assert "status: active" in (root / GROUP).read_text(encoding="utf-8")


def test_two_records_of_one_name_both_have_a_place(root: Path) -> None:
    plan = bring_in(root, prepared("1", name="Club"), prepared("2", name="Club"), prepared("3", "o2", name="Club"))
    paths = [outcome.path for outcome in plan.outcomes.values()]
    assert len(set(paths)) == 3
    assert paths[0] == "providers/marl-groups/club.yml"
    assert paths[2].startswith("providers/marl-groups-")


def test_a_provider_that_a_person_wrote_gets_the_listings_and_stays_as_it_is(root: Path) -> None:
    before = (root / "providers/marl-trust/provider.yml").read_bytes()
    plan = bring_in(root, prepared("1", provider="Marl  trust"))
    assert plan.outcomes["1"].path.startswith("providers/marl-trust/")
    assert (root / "providers/marl-trust/provider.yml").read_bytes() == before


HOSTILE = [
    "../../../etc/passwd",
    "a/../../b",
    "C:\\x",
    "\x00",
    "con",
    ".",
    "..",
    "%2e%2e%2f",
    "💥",
    "‮txt.exe",
    "_imports",
    "x" * 500,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_name_or_number_leads_out_of_providers(root: Path, text: str) -> None:
    outside = {path for path in root.parent.rglob("*") if path.is_file()}
    who = {
        "name": f"{text[:60]} abc",
        "description": "not known",
        "kind": "not known",
        "source": {"system": SYSTEM, "id": "x"},
    }
    fields = {**fields_of("1"), "source": {"system": SYSTEM, "id": text}}
    bring_in(root, Prepared(text, f"{text} abc", fields, text, who))
    new = {path for path in root.parent.rglob("*") if path.is_file()} - outside
    assert all(path.is_relative_to(root / "providers") for path in new)
    assert all(len(path.relative_to(root / "providers").parts) == 2 for path in new)


def test_a_folder_that_leads_out_of_the_offer_is_refused(root: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (root / "providers/marl-groups").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(CannotRun, match="leads out"):
        bring_in(root, prepared("1"))
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_record_of_which_only_the_short_form_came_loses_nothing(root: Path) -> None:
    bring_in(root, prepared("1", bsl="yes", cost={"free": "yes"}))
    short = prepared("1")
    short = Prepared(
        short.number, short.name, short.fields, short.provider_key, short.provider, "its full record did not come"
    )
    bring_in(root, short)
    said = read_values((root / GROUP).read_text(encoding="utf-8")) or {}
    assert (said["bsl"], said["cost"]) == ("yes", {"free": "yes"})
