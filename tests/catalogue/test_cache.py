"""The cache changes the time a check takes, never what it says."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

from localoffer.catalogue import read_catalogue
from tests.offer import CLUB, TODAY, copy_site


class Planted:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (Path.touch, (Path("planted"),))  # type: ignore[return-value]


def test_the_same_with_and_without_a_cache(tmp_path: Path) -> None:
    root, cache = copy_site(tmp_path), tmp_path / "cache"
    plain = read_catalogue(root, TODAY)
    first = read_catalogue(root, TODAY, cache=cache)
    second = read_catalogue(root, TODAY, cache=cache)
    assert plain == first == second
    assert second[0] is not None
    assert second[0].services["marl-trust/saturday-club"].lines["name"] == (1, 7)


def test_an_edit_is_seen_and_the_old_record_is_forgotten(tmp_path: Path) -> None:
    root, cache = copy_site(tmp_path), tmp_path / "cache"
    read_catalogue(root, TODAY, cache=cache)
    kept = len(list((cache / "records").iterdir()))
    text = (root / CLUB).read_text(encoding="utf-8")
    (root / CLUB).write_text(text.replace("maximum_age: 18", "maximum_age: 7"), encoding="utf-8")
    for _ in range(2):
        catalogue, findings = read_catalogue(root, TODAY, cache=cache)
        assert catalogue is None
        assert [finding.rule for finding in findings] == ["ages-reversed"]
    assert len(list((cache / "records").iterdir())) == kept


def test_the_date_is_never_cached(tmp_path: Path) -> None:
    root, cache = copy_site(tmp_path), tmp_path / "cache"
    assert read_catalogue(root, TODAY, cache=cache)[1] == []
    assert read_catalogue(root, date(2027, 11, 21), cache=cache)[1] != []


def test_a_damaged_or_planted_file_counts_as_absent(tmp_path: Path, monkeypatch: object) -> None:
    root, cache = copy_site(tmp_path), tmp_path / "cache"
    good = read_catalogue(root, TODAY, cache=cache)
    for number, kept in enumerate(sorted((cache / "records").iterdir())):
        kept.write_bytes([b"", b"\x80\x05broken", pickle.dumps(Planted()), kept.read_bytes()[:-9]][number % 4])
    assert read_catalogue(root, TODAY, cache=cache) == good
    assert not Path("planted").exists()


def test_a_cache_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert read_catalogue(root, TODAY, cache=tmp_path / "file")[0] is not None
