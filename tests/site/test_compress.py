"""The compressed forms hold the file, whatever it holds, and are the same each time."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli
from hypothesis import given
from hypothesis import strategies as st

from localoffer.site.compress import LEAST, write_published

pieces = st.lists(
    st.sampled_from([b"</style>", b"<style>p{}", b"word " * 40, b"\0", "é".encode()]) | st.binary(max_size=90)
)


@given(parts=pieces, start=st.sampled_from([b"", b"<!doctype html><style>" + b"a{color:red}" * 90 + b"</style>"]))
def test_both_forms_give_the_file_back(tmp_path_factory: object, parts: list[bytes], start: bytes) -> None:
    folder = Path(tmp_path_factory.mktemp("forms"))  # type: ignore[attr-defined]
    content = start + b"".join(parts) + b"x" * LEAST
    for name in ("one.html", "two.html"):
        write_published(folder / name, content)
        assert gzip.decompress((folder / f"{name}.gz").read_bytes()) == content
        assert brotli.decompress((folder / f"{name}.br").read_bytes()) == content
    assert (folder / "one.html.gz").read_bytes() == (folder / "two.html.gz").read_bytes()
    assert (folder / "one.html.gz").read_bytes()[4:8] == bytes(4), "no time in it"


def test_small_files_and_pictures_have_no_other_forms(tmp_path: Path) -> None:
    write_published(tmp_path / "a.html", b"x" * (LEAST - 1))
    write_published(tmp_path / "a.jpg", b"x" * 9_000)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.html", "a.jpg"]
