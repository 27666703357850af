"""Photos are published upright, small and without what the camera wrote."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from localoffer.site import BuildFailed
from localoffer.site.photos import publishable, size_of


def photo(folder: Path, name: str, size: tuple[int, int] = (40, 20)) -> Path:
    path = folder / name
    exif = Image.Exif()
    exif[0x0112] = 6  # lies on its side
    exif[0x010E] = "12 Secret Street"
    exif.get_ifd(0x8825)[2] = (52.0, 36.0, 1.0)
    Image.new("RGB", size, "#336699").save(path, exif=exif, comment=b"12 Secret Street")
    return path


@pytest.mark.parametrize("name", ["hall.jpg", "hall.png", "hall.webp"])
def test_what_the_camera_wrote_is_gone(tmp_path: Path, name: str) -> None:
    source = photo(tmp_path, name)
    assert b"Secret" in source.read_bytes()
    cleaned = publishable(source, tmp_path / "cache", source.name)
    assert b"Secret" not in cleaned.read_bytes()
    with Image.open(cleaned) as opened:
        assert not opened.getexif()
        assert opened.size == (20, 40)


def test_a_large_photo_is_made_smaller_and_a_small_one_is_not_made_larger(tmp_path: Path) -> None:
    path = tmp_path / "wide.jpg"
    Image.new("RGB", (4000, 3000)).save(path)
    assert size_of(publishable(path, tmp_path / "cache", "wide.jpg")) == (1280, 960)


def test_the_same_photo_is_drawn_once(tmp_path: Path) -> None:
    source = photo(tmp_path, "hall.jpg")
    first = publishable(source, tmp_path / "cache", source.name)
    before = first.stat().st_mtime_ns
    assert publishable(source, tmp_path / "cache", source.name).stat().st_mtime_ns == before


def test_a_file_that_is_no_picture_is_named(tmp_path: Path) -> None:
    (tmp_path / "hall.jpg").write_bytes(b"no picture")
    with pytest.raises(BuildFailed, match=r"images/hall\.jpg holds no picture") as stopped:
        publishable(tmp_path / "hall.jpg", tmp_path / "cache", "images/hall.jpg")
    assert str(tmp_path) not in str(stopped.value)


def test_a_phone_s_two_pictures_in_one_stay_a_jpeg(tmp_path: Path) -> None:
    first, second = Image.new("RGB", (40, 20), "red"), Image.new("RGB", (40, 20), "blue")
    first.save(tmp_path / "hall.jpg", "MPO", save_all=True, append_images=[second])
    with Image.open(publishable(tmp_path / "hall.jpg", tmp_path / "cache", "hall.jpg")) as opened:
        assert (opened.format, getattr(opened, "n_frames", 1)) == ("JPEG", 1)


def test_a_drawing_is_published_clean(tmp_path: Path) -> None:
    (tmp_path / "hall.svg").write_text('<svg viewBox="0 0 9 9" onload="x()"><path d="M0 0h9"/></svg>')
    clean = publishable(tmp_path / "hall.svg", tmp_path / "cache", "hall.svg").read_text()
    assert clean == '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9" /></svg>'
    assert size_of(tmp_path / "hall.svg") == (9, 9)


@pytest.mark.parametrize(
    ("svg", "size"),
    [
        ('<svg viewBox="0 0 72 36">', (72, 36)),
        ('<svg width="10" height="20px" viewBox="0 0 1 1">', (10, 20)),
        ("<svg>", None),
    ],
)
def test_the_size_of_a_drawing_is_read(tmp_path: Path, svg: str, size: tuple[int, int] | None) -> None:
    (tmp_path / "a.svg").write_text(svg)
    assert size_of(tmp_path / "a.svg") == size
