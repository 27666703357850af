"""Sources made to do harm: refused in bounded time and memory, with a plain sentence; nothing outside of them is touched."""

from __future__ import annotations

import json
import os
import tracemalloc
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localoffer.exchange import jsontext, packed
from localoffer.exchange.fault import SourceFault
from localoffer.exchange.shape import Incoming
from localoffer.importing.source import read_source
from tests.exchange.tables import HSDS, text_of, write_hsds

GIGABYTE = 1024**3


@contextmanager
def at_most(megabytes: int) -> Iterator[None]:
    """Memory of Python's own in the block."""
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < megabytes * 1024 * 1024
    finally:
        tracemalloc.stop()


def read(source: Path | str) -> list[Incoming]:
    return list(read_source(str(source)).records)


@pytest.mark.parametrize("name", ["feed.json", "table.csv"])
def test_a_file_of_two_gigabytes_is_refused_without_being_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b'{"contents": [' if name.endswith("json") else b"id,name\n")
    os.truncate(path, 2 * GIGABYTE)  # takes no room on the disk
    with at_most(200), pytest.raises(SourceFault, match=r"larger than|is no text"):
        read(path)


def test_millions_of_tiny_values_are_refused_before_they_fill_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "feed.json"
    path.write_bytes(b"[" + b"[]," * 5_000_000 + b"[]]")
    with at_most(100), pytest.raises(SourceFault, match="more than 4,000,000 values"):
        read(path)


DEEP = ("[" * 100_000 + "]" * 100_000, '{"a":' * 100_000 + "1" + "}" * 100_000, '[{"id":"1","name":' + "[" * 100_000)


@pytest.mark.parametrize("text", DEEP, ids=["lists", "objects", "in a record"])
def test_values_inside_values_have_an_end(tmp_path: Path, text: str) -> None:
    path = tmp_path / "feed.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SourceFault, match="thousands deep"):
        read(path)


def test_one_name_said_a_hundred_thousand_times_is_one(tmp_path: Path) -> None:
    path = tmp_path / "feed.json"
    path.write_text('{"id": "1", ' + ", ".join(f'"name": "{at}"' for at in range(100_000)) + "}", encoding="utf-8")
    (incoming,) = read(path)
    assert (incoming.name, len(incoming.lost)) == ("99999", 1)


def test_a_record_with_endless_names_of_its_own_is_told_briefly(tmp_path: Path) -> None:
    path = tmp_path / "feed.json"
    path.write_text(json.dumps({"id": "1", "name": "x", **{f"k{at}": "v" for at in range(50_000)}}), encoding="utf-8")
    (incoming,) = read(path)
    assert len(incoming.lost) == 201
    assert "49800 more values" in incoming.lost[-1].why


TRICKS = (
    "../../../etc/passwd",
    "/etc/passwd",
    "C:\\x",
    "a/../b",
    "\0",
    "%2e%2e%2f",
    "<script>alert(1)</script>",
    "=cmd()",
)


def test_tricks_in_ids_and_names_are_text(tmp_path: Path) -> None:
    path = tmp_path / "feed.json"
    path.write_text(
        json.dumps([{"id": trick, "name": trick, "description": trick} for trick in TRICKS]), encoding="utf-8"
    )
    assert [(each.id, each.name) for each in read(path)] == [(trick, trick) for trick in TRICKS]


def make_zip(path: Path, members: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return path


def test_a_packed_folder_is_read_as_the_folder_is(tmp_path: Path) -> None:
    members = {f"data/{name}.csv": text_of(rows) for name, rows in HSDS.items()}
    path = make_zip(tmp_path / "hsds.zip", members | {"__MACOSX/data/._services.csv": "x", "data/read me.pdf": "x"})
    found, wanted = read(path), read(write_hsds(tmp_path))
    assert [each.name for each in found] == ["Marl Club", "Marl Sing"]
    assert [vars(each) | {"origin": None} for each in found] == [vars(each) | {"origin": None} for each in wanted]


def test_names_in_a_packed_folder_lead_nowhere(tmp_path: Path) -> None:
    record = json.dumps({"id": "1", "name": "Club"})
    path = make_zip(tmp_path / "x.zip", {"../../outside.json": record, "/etc/other.json": record})
    assert [each.name for each in read(path)] == ["Club", "Club"]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["x.zip"]


def test_a_packed_bomb_is_refused_by_what_it_says_and_by_what_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_zip(tmp_path / "x.zip", {"a.json": '["' + " " * 30_000_000})
    monkeypatch.setattr(packed, "MOST_TOGETHER", 20 * 1024 * 1024)
    with at_most(20), pytest.raises(SourceFault, match="larger than 20 MB together"):
        read(path)
    monkeypatch.setattr(packed, "MOST_TOGETHER", 40 * 1024 * 1024)
    monkeypatch.setattr(jsontext, "MOST_JSON", 1024 * 1024)
    with at_most(20), pytest.raises(SourceFault, match="larger than 1 MB"):
        read(path)


BROKEN: dict[str, tuple[bytes, str]] = {
    "a packed file cut off": (b"PK\x03\x04" + b"x" * 100, "cannot be opened"),
    "a spreadsheet": (b"", "is a spreadsheet"),
    "a PDF": (b"%PDF-1.7 ...", "is a PDF"),
    "a picture": (b"\x89PNG\r\n\x1a\n", "is a picture"),
    "something packed otherwise": (b"\x1f\x8b\x08\x00", "is a packed file"),
    "a web page": (b"\xef\xbb\xbf\n <!DOCTYPE html><html>", "is a web page"),
    "nothing": (b"", "is empty"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_what_is_no_data_is_called_by_its_name(tmp_path: Path, case: str) -> None:
    content, says = BROKEN[case]
    path = tmp_path / "feed.csv"
    path.write_bytes(content)
    if case == "a spreadsheet":
        make_zip(path, {"xl/workbook.xml": "<x/>", "[Content_Types].xml": "<x/>"})
    with pytest.raises(SourceFault, match=says):
        read(path)


def test_links_that_lead_out_of_a_folder_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside.json").write_text(json.dumps({"id": "secret", "name": "x"}), encoding="utf-8")
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "a.json").write_text(json.dumps({"id": "1", "name": "x"}), encoding="utf-8")
    (inside / "b.json").symlink_to(tmp_path / "outside.json")
    (inside / "c.json").symlink_to(inside / "c.json")
    assert [each.id for each in read(inside)] == ["1"]


scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
names = st.sampled_from(
    "id name description contents phones contacts organization service_at_locations location addresses schedules "
    "eligibilitys attributes taxonomy_term taxonomy cost_options amount languages total_pages page_number email number".split()
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names | st.text(max_size=5), inner, max_size=6),
    max_leaves=25,
)


def texts_of(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for each in value.values():
            yield from texts_of(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts_of(each)
    elif isinstance(value, str):
        yield value


@given(values)
def test_any_json_is_read_or_refused_and_every_text_is_carried_or_told(tmp_path_factory: Any, value: Any) -> None:
    path = tmp_path_factory.getbasetemp() / "any.json"
    path.write_text(json.dumps([{"id": "1", "name": "x", "more": value}, value]), encoding="utf-8")
    try:
        records = read(path)
    except SourceFault as fault:
        pytest.fail(str(fault))
    first = records[0]
    assert (first.id, first.name, len(records)) == ("1", "x", 2)
    if any(text.strip() for text in texts_of(value)):
        assert first.lost
        assert records[1] != Incoming("", records[1].origin)


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_in_words(tmp_path_factory: Any, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(content)
    with pytest.raises(SourceFault):
        read(path)
