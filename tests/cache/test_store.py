"""What is kept is what was kept, or it is absent."""

from __future__ import annotations

import pickle
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from localoffer.cache import store
from localoffer.cache.store import NAME, Room, forget_notes, names_of_notes, read_note, write_note
from localoffer.findings import Finding


class Planted:
    def __reduce__(self) -> tuple[object, tuple[Path]]:
        return (Path.touch, (Path("planted"),))


def kept(folder: Path, name: str = "a room") -> set[str]:
    with Room(folder, name) as room:
        return room.keys()


def test_values_of_two_rooms_lie_apart(tmp_path: Path) -> None:
    for name, value in (("one", [1, "a"]), ("other", {"b": None})):
        room = Room(tmp_path, name)
        room.keep("key", value)
        assert room.load("key") == value
        assert room.commit_and_close()
    for name, value in (("one", [1, "a"]), ("other", {"b": None}), ("third", None)):
        with Room(tmp_path, name) as room:
            assert room.load("key") == value


def test_what_a_run_does_not_ask_for_is_forgotten(tmp_path: Path) -> None:
    room = Room(tmp_path, "a room")
    for key in ("asked", "written again", "neither"):
        room.keep(key, 1)
    room.commit_and_close()
    room = Room(tmp_path, "a room")
    room.load("asked")
    room.keep("written again", 2)
    room.prune_and_close()
    assert kept(tmp_path) == {"asked", "written again"}


def test_without_a_folder_nothing_is_kept(tmp_path: Path) -> None:
    room = Room(None, "a room")
    room.keep("key", 1)
    assert room.load("key") is None
    assert not room.fresh
    room.prune_and_close()


def test_many_values_do_not_wait_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "MOST", 3)
    room = Room(tmp_path, "a room")
    for number in range(10):
        room.keep(str(number), number)
        assert len(room.fresh) < 3
    room.prune_and_close()
    assert len(kept(tmp_path)) == 10


@pytest.mark.parametrize("value", [Planted(), print, pickle.dumps, Path("x"), sqlite3.Error("x")])
def test_only_plain_values_and_our_own_classes_are_read_back(tmp_path: Path, value: object) -> None:
    room = Room(tmp_path, "a room")
    room.keep("bad", value)
    room.keep("good", [Finding("a", 1, 1, "error", "rule", "message", "fix")])
    room.commit_and_close()
    with Room(tmp_path, "a room") as room:
        assert room.load("bad") is None
        assert room.load("good") == [Finding("a", 1, 1, "error", "rule", "message", "fix")]
    assert not Path("planted").exists()


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_file_that_is_no_store_is_made_anew(tmp_path: Path, content: bytes) -> None:
    (tmp_path / NAME).write_bytes(content)
    assert read_note(tmp_path, "a note") == {}
    write_note(tmp_path, "a note", {"a": 1})
    assert read_note(tmp_path, "a note") == {"a": 1}


def test_a_file_that_is_damaged_in_the_middle_counts_as_absent_and_is_made_anew(tmp_path: Path) -> None:
    room = Room(tmp_path, "a room")
    for number in range(2_000):
        room.keep(str(number), "x" * 100)
    room.commit_and_close()
    content = bytearray((tmp_path / NAME).read_bytes())
    content[8192:] = b"\xff" * (len(content) - 8192)
    (tmp_path / NAME).write_bytes(bytes(content))
    for _ in range(2):
        room = Room(tmp_path, "a room")
        assert room.load("1500") in (None, "x" * 100)
        room.keep("1500", "y")
        room.prune_and_close()
    with Room(tmp_path, "a room") as room:
        assert room.load("1500") == "y"


def test_a_locked_store_counts_as_absent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_note(tmp_path, "a note", {"a": 1})
    monkeypatch.setattr(store, "PATIENCE", 0)
    room = Room(tmp_path, "a room")
    with closing(sqlite3.connect(tmp_path / NAME)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert room.load("key") is None
        room.keep("key", 1)
        assert not room.commit_and_close()
        assert read_note(tmp_path, "a note") == {}


@pytest.mark.parametrize("forget", [True, False])
def test_an_old_note_never_stays_when_it_cannot_be_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forget: bool
) -> None:
    write_note(tmp_path, "a note", {"a": "old"})
    monkeypatch.setattr(store, "PATIENCE", 0)
    with closing(sqlite3.connect(tmp_path / NAME)) as other:
        other.execute("BEGIN IMMEDIATE")
        if forget:
            forget_notes(tmp_path, ["a note"])
        else:
            write_note(tmp_path, "a note", {"a": "new"})
    assert read_note(tmp_path, "a note") == {}


def test_notes_are_forgotten_by_name(tmp_path: Path) -> None:
    forget_notes(tmp_path, ["a"])
    assert names_of_notes(tmp_path) == []
    for name in "abc":
        write_note(tmp_path, name, {})
    forget_notes(tmp_path, ["a", "c"])
    assert names_of_notes(tmp_path) == ["b"]


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    room = Room(tmp_path / "file", "a room")
    room.keep("key", 1)
    assert room.load("key") is None
    room.prune_and_close()


def filled(folder: Path, number: int) -> Room:
    room = Room(folder, "a room")
    for each in range(number):
        room.keep(str(each), each)
    room.commit_and_close()
    return Room(folder, "a room")


def test_values_that_are_asked_for_as_they_were_written_are_fetched_together(tmp_path: Path) -> None:
    room = filled(tmp_path, 500)
    asked: list[str] = []
    assert room.store
    room.store.set_trace_callback(asked.append)
    assert [room.load(str(number)) for number in range(500)] == [*range(500)]
    assert len(asked) < 50


def test_in_any_order_each_key_has_its_own_value_and_few_wait_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "AHEAD", 5)
    monkeypatch.setattr(store, "MOST_STREAMS", 3)
    room = filled(tmp_path, 200)
    for number in [*range(0, 200, 7), *range(199, 0, -3), *range(200), 5, 5, 1000]:
        assert room.load(str(number)) == (number if number < 200 else None)
        assert len(room.ahead) <= 15


def test_a_value_that_was_fetched_and_is_kept_anew_is_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = filled(tmp_path, 10)
    assert [room.load("0"), room.load("1")] == [0, 1]
    monkeypatch.setattr(store, "MOST", 1)
    room.keep("5", "new")
    assert room.load("5") == "new"
