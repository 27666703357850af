"""The cache changes the time a check takes, never what it says."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from localoffer.cache.store import NAME, Room
from localoffer.catalogue import Catalogue, read_catalogue, shared_digest
from localoffer.catalogue.files import Files
from localoffer.catalogue.reading import read_files
from localoffer.findings import Finding
from tests.offer import CLUB, TODAY, copy_site


def shown(read: tuple[Catalogue | None, list[Finding]]) -> object:
    """All that a catalogue holds, with every place; two vocabularies are the same when their lists are."""
    catalogue, findings = read
    assert catalogue is not None
    records = [catalogue.services, catalogue.providers, catalogue.content]
    places = [record.origin for group in records for record in group.values()]  # type: ignore[attr-defined]
    return records, places, vars(catalogue.vocabulary), catalogue.site, findings


def kept_in(cache: Path) -> set[str]:
    with Room(cache, "records") as records:
        return records.keys()


def test_the_same_with_and_without_a_cache(tmp_path: Path) -> None:
    root, cache = copy_site(tmp_path), tmp_path / "cache"
    plain = read_catalogue(root, TODAY)
    first = read_catalogue(root, TODAY, cache=cache)
    second = read_catalogue(root, TODAY, cache=cache)
    assert second[0] is not None
    assert plain[1] == first[1] == second[1] == []
    assert shown(plain) == shown(first) == shown(second)
    assert second[0].services["marl-trust/saturday-club"].lines["name"] == (1, 7)


def test_an_edit_is_seen_and_the_old_record_is_forgotten(tmp_path: Path) -> None:
    root, cache = copy_site(tmp_path), tmp_path / "cache"
    read_catalogue(root, TODAY, cache=cache)
    kept = len(kept_in(cache))
    text = (root / CLUB).read_text(encoding="utf-8")
    (root / CLUB).write_text(text.replace("maximum_age: 18", "maximum_age: 7"), encoding="utf-8")
    for _ in range(2):
        catalogue, findings = read_catalogue(root, TODAY, cache=cache)
        assert catalogue is None
        assert [finding.rule for finding in findings] == ["ages-reversed"]
    assert len(kept_in(cache)) == kept


def test_the_date_is_never_cached(tmp_path: Path) -> None:
    root, cache = copy_site(tmp_path), tmp_path / "cache"
    assert read_catalogue(root, TODAY, cache=cache)[1] == []
    assert read_catalogue(root, date(2027, 11, 21), cache=cache)[1] != []


def test_a_damaged_record_counts_as_absent(tmp_path: Path) -> None:
    root, cache = copy_site(tmp_path), tmp_path / "cache"
    good = shown(read_catalogue(root, TODAY, cache=cache))
    with closing(sqlite3.connect(cache / NAME)) as store:
        table = store.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchone()[0]
        for number, (key, value) in enumerate(store.execute(f"SELECT key, value FROM {table}").fetchall()):
            bad = [b"", b"\x80\x05broken", value[:-9]][number % 3]
            store.execute(f"UPDATE {table} SET value = ? WHERE key = ?", (bad, key))
        store.commit()
    assert shown(read_catalogue(root, TODAY, cache=cache)) == good


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_file_that_is_no_store_is_made_anew(tmp_path: Path, content: bytes) -> None:
    root, cache = copy_site(tmp_path), tmp_path / "cache"
    cache.mkdir()
    (cache / NAME).write_bytes(content)
    good = shown(read_catalogue(root, TODAY))
    assert shown(read_catalogue(root, TODAY, cache=cache)) == good
    assert shown(read_catalogue(root, TODAY, cache=cache)) == good
    assert kept_in(cache)


def test_two_readers_at_once_agree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("localoffer.cache.store.PATIENCE", 0.1)  # the other one writes until we have read
    root, cache = copy_site(tmp_path), tmp_path / "cache"
    cache.mkdir()
    good = shown(read_catalogue(root, TODAY))
    with closing(sqlite3.connect(cache / NAME)) as other:
        other.execute("CREATE TABLE records (key TEXT PRIMARY KEY, record BLOB NOT NULL)")
        other.execute("INSERT INTO records VALUES ('being written', x'00')")
        assert shown(read_catalogue(root, TODAY, cache=cache)) == good


def test_a_cache_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert read_catalogue(root, TODAY, cache=tmp_path / "file")[0] is not None


def test_a_list_edited_while_it_is_read_is_not_taken_for_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, cache = copy_site(tmp_path), tmp_path / "cache"

    def read_then_edit(root: Path, records: Room, today: date) -> Files:
        files = read_files(root, records, today)
        with (root / "content/_data/topics.yml").open("a", encoding="utf-8") as topics:
            topics.write("# edited\n")
        return files

    monkeypatch.setattr("localoffer.catalogue.read_files", read_then_edit)
    catalogue, _findings = read_catalogue(root, TODAY, cache=cache)
    assert catalogue is not None
    assert catalogue.digest != shared_digest(root, TODAY)
