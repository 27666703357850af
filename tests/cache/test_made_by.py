"""Nothing that other code or another version of a library kept is ever used."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from localoffer.cache import made_by as key
from localoffer.cache.made_by import installed, made_by
from localoffer.cache.store import Room, read_note, write_note
from localoffer.catalogue import reading
from localoffer.check import check_offer, words
from tests.offer import TODAY, copy_site


@pytest.fixture(autouse=True)
def _key_of_each_test() -> Iterator[None]:
    made_by.cache_clear()
    yield
    made_by.cache_clear()


def install(folder: Path, version: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As pip leaves it: `phonenumbers` of this version and no other, where Python finds it."""
    for old in folder.glob("*.dist-info"):
        old.rmdir()
    (folder / f"phonenumbers-{version}.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(folder)
    made_by.cache_clear()


def count_calls(
    module: ModuleType,
    name: str,
    said: Callable[[tuple[Any, ...]], str],
    calls: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    function = getattr(module, name)

    def call(*arguments: Any) -> Any:
        calls.append(said(arguments))
        return function(*arguments)

    monkeypatch.setattr(module, name, call)


def test_after_an_upgrade_of_a_library_no_verdict_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, cache = copy_site(tmp_path), tmp_path / "cache"
    read: list[str] = []
    count_calls(reading, "read_record_text", lambda arguments: arguments[1], read, monkeypatch)
    count_calls(words, "check_record", lambda arguments: f"words of {arguments[0].path}", read, monkeypatch)
    install(tmp_path / "libraries", "9.0.1", monkeypatch)
    first = check_offer(root, TODAY, cache=cache)[1]
    every = sorted(read)
    assert any(name.endswith(".yml") for name in every)
    assert any(name.startswith("words of ") for name in every)
    read.clear()
    assert check_offer(root, TODAY, cache=cache)[1] == first
    assert read == [], "what is kept is used"
    install(tmp_path / "libraries", "9.0.2", monkeypatch)
    assert check_offer(root, TODAY, cache=cache)[1] == first
    assert sorted(read) == every, "after the upgrade everything is read and judged again"


@pytest.mark.parametrize("change", ["code", "library"])
def test_other_code_finds_nothing_and_forgets_what_the_old_one_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    write_note(tmp_path, "site", {"a": 1})
    assert read_note(tmp_path, "site") == {"a": 1}
    if change == "code":
        (tmp_path / "package").mkdir()
        (tmp_path / "package/rules.py").write_text("")
        monkeypatch.setattr(key, "PACKAGE", tmp_path / "package")
        made_by.cache_clear()
    else:
        install(tmp_path / "libraries", "9.0.2", monkeypatch)
    assert read_note(tmp_path, "site") == {}
    monkeypatch.undo()
    made_by.cache_clear()
    assert read_note(tmp_path, "site") == {}


def test_a_program_that_still_runs_old_code_does_not_write_for_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = Room(tmp_path, "records")
    install(tmp_path / "libraries", "9.0.2", monkeypatch)
    write_note(tmp_path, "new", {"a": 1})
    old_key = made_by()
    monkeypatch.undo()
    made_by.cache_clear()
    old.keep("key", "an old verdict")
    old.commit_and_close()
    monkeypatch.setattr("localoffer.cache.store.made_by", lambda: old_key)
    with Room(tmp_path, "records") as room:
        assert room.load("key") is None


def test_every_library_the_project_needs_is_in_the_key() -> None:
    needs = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())["project"]["dependencies"]
    wanted = {re.split(r"[^\w-]", need)[0].lower().replace("-", "_") for need in needs}
    here = {name.rpartition("-")[0].partition("-")[0].lower() for name in installed(sys.path)}
    assert wanted | {"markdown", "pymdown_extensions", "pydantic_core", "markupsafe"} <= here
