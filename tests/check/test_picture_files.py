"""Each picture file is looked at by check, and what is wrong stands at the line that names the file."""

from __future__ import annotations

import gzip
import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from localoffer.check import check_offer, picture_files
from localoffer.findings import Finding, format_text
from localoffer.picturefile import look_at
from localoffer.yamlfile.source import source_lines
from tests.offer import CLUB, TODAY, LentSite, copy_site
from tests.picturefile.hostile import HOSTILE, RUN, drawing
from tests.picturefile.places import GUIDE, PICTURES, PLACES, add, in_council_logo, in_easy_read, in_page, put

SCRIPT = HOSTILE["script"]


def errors(lent: LentSite) -> list[Finding]:
    found = [finding for finding in lent.check() if finding.is_error]
    assert str(lent.root) not in format_text(found, source_lines(lent.root))
    return found


@pytest.mark.parametrize(
    ("raw", "rule"),
    [
        (SCRIPT, "picture-unsafe"),
        (b"no picture at all", "picture-unreadable"),
        (b"GIF89a....", "picture-kind"),
        (HOSTILE["big"], "picture-too-big"),
    ],
    ids=["unsafe", "unreadable", "kind", "too big"],
)
def test_a_fault_in_each_place_stands_at_the_line_that_names_the_file(raw: bytes, rule: str, lent: LentSite) -> None:
    wanted = sorted(place(lent.root, raw) for place in PLACES)
    found = errors(lent)
    assert {one.rule for one in found} == {rule}
    assert sorted(one.path for one in found) == [file for file, _line in wanted]
    for file, line in wanted:
        lines = (lent.root / file).read_text(encoding="utf-8", errors="replace").split("\n")
        assert [line in lines[one.line - 1] for one in found if one.path == file].count(True) == 1 or not line


def test_a_good_drawing_is_no_fault_anywhere(lent: LentSite) -> None:
    for place in PLACES:
        place(lent.root, drawing("").encode())
    assert errors(lent) == []


def png(width: int, height: int, data: bytes = b"") -> bytes:
    def part(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + part(b"IHDR", head)
        + part(b"IDAT", data or zlib.compress(b"\0" * 100))
        + part(b"IEND", b"")
    )


def photo(kind: str, **options: object) -> bytes:
    target = io.BytesIO()
    Image.radial_gradient("L").convert("RGB").save(target, kind, **options)
    return target.getvalue()


def half(raw: bytes) -> bytes:
    return raw[: len(raw) // 2]


def moving(kind: str) -> bytes:
    target = io.BytesIO()
    pictures = [Image.new("RGB", (9, 9), colour) for colour in ("red", "blue")]
    pictures[0].save(target, kind, save_all=True, append_images=pictures[1:])
    return target.getvalue()


FILES: list[tuple[str, bytes, str, str]] = [
    ("hall.png", b"This is a text.", "picture-unreadable", "holds no picture"),
    ("hall.png", photo("JPEG"), "picture-kind", "is a JPEG picture; its name says PNG"),
    ("hall.jpg", photo("WEBP"), "picture-kind", "is a WebP picture; its name says JPEG"),
    ("hall.jpg", drawing("").encode(), "picture-kind", "is an SVG picture; its name says JPEG"),
    ("hall.jpg", half(photo("JPEG")), "picture-unreadable", "is broken"),
    ("hall.png", half(photo("PNG")), "picture-unreadable", "is broken"),
    ("hall.webp", half(photo("WEBP")), "picture-unreadable", "is broken"),
    ("hall.png", b"", "picture-unreadable", "has nothing in it"),
    ("hall.png", png(20_000, 20_000), "picture-too-big", "more pixels than any camera takes"),
    ("hall.png", png(9_000, 9_000), "picture-too-big", "has 9,000 by 9,000 pixels; the most is 64 million in all"),
    ("hall.png", png(60_000, 60_000, zlib.compress(b"\0" * 10_000_000, 9)), "picture-too-big", "the most is 64 million"),
    ("hall.jpg", photo("JPEG") + b"\0" * 21_000_000, "picture-too-big", "the most is 20 MB"),
    ("hall.png", moving("PNG"), "picture-kind", "moves"),
    ("hall.webp", moving("WEBP"), "picture-kind", "moves"),
    ("hall.gif", photo("GIF"), "picture-kind", "is a GIF file, which is not published"),
    ("hall.gif", moving("GIF"), "picture-kind", "is a GIF file, which is not published"),
    ("hall.avif", b"\0\0\0\x1cftypavif", "picture-kind", "is an AVIF file, which is not published"),
    ("hall.jpg", b"\0\0\0\x18ftypheic\0\0\0\0", "picture-kind", "is a HEIC file; its name says JPEG"),
    ("hall.jpg", photo("TIFF"), "picture-kind", "is a TIFF file; its name says JPEG"),
    ("hall.png", photo("BMP"), "picture-kind", "is a BMP file; its name says PNG"),
    ("hall.jpg", b"%PDF-1.7\n", "picture-kind", "is a PDF file; its name says JPEG"),
    ("hall.svg", gzip.compress(drawing("").encode(), mtime=0), "picture-kind", "is a compressed drawing (SVGZ)"),
    ("hall.svg", photo("PNG"), "picture-kind", "is a PNG picture; its name says SVG"),
    ("hall.png", b"<!DOCTYPE html><title>404</title>", "picture-kind", "is a web page file; its name says PNG"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "raw", "rule", "says"), FILES, ids=[f"{name} {says}" for name, _, _, says in FILES])
def test_a_file_that_is_no_picture_to_publish_is_said(
    name: str, raw: bytes, rule: str, says: str, lent: LentSite
) -> None:
    put(lent.root, f"providers/marl-trust/images/{name}", raw)
    add(lent.root, CLUB, "file: images/hall.svg", f"file: images/{name}")
    (found,) = errors(lent)
    assert (found.path, found.rule) == (CLUB, rule)
    assert found.message.startswith(f"{name} ")
    assert says in found.message
    assert found.fix


@pytest.mark.parametrize("ending", [".heic", ".tiff", ".bmp", ".svgz", ".gif", ".tif", ".avif"])
def test_a_picture_of_another_kind_beside_a_page_is_said(ending: str, lent: LentSite) -> None:
    put(lent.root, f"content/guides/map{ending}", b"MM\0*")
    (found,) = errors(lent)
    assert (found.path, found.rule) == (f"content/guides/map{ending}", "picture-kind")


@pytest.mark.parametrize(
    ("name", "kind"), [("a.jpg", "JPEG"), ("a.jpeg", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP"), ("a.jpg", "MPO")]
)
def test_a_good_photo_is_no_fault(name: str, kind: str, lent: LentSite) -> None:
    put(lent.root, f"providers/marl-trust/images/{name}", photo(kind))
    add(lent.root, CLUB, "file: images/hall.svg", f"file: images/{name}")
    assert errors(lent) == []


@pytest.mark.parametrize("name", ["clock.html", "clock.js", "page.xhtml", "feed.xml", "CLOCK.HTM", "deep/clock.mjs"])
def test_a_file_that_could_run_is_refused(name: str, lent: LentSite) -> None:
    put(lent.root, f"content/about/{name}", f"<script>{RUN}</script>".encode())
    (found,) = errors(lent)
    assert (found.path, found.rule) == (f"content/about/{name}", "file-runs")


def test_papers_beside_pages_are_no_fault(lent: LentSite) -> None:
    for name in ("form.pdf", "plan.docx", "numbers.csv", "letter.txt"):
        put(lent.root, f"content/about/{name}", b"%PDF-1.7")
    assert errors(lent) == []


def test_a_picture_that_is_not_there_is_said_where_it_is_named(lent: LentSite) -> None:
    in_easy_read(lent.root, b"")
    (lent.root / "content/_data/pictures/own.svg").unlink()
    in_council_logo(lent.root, b"")
    (lent.root / "content/assets/logo.svg").unlink()
    assert {(found.path, found.rule) for found in errors(lent)} == {
        ("mkdocs.yml", "image-missing"),
        (PICTURES, "image-missing"),
    }


def test_a_picture_in_a_link_that_is_not_there_is_said(lent: LentSite) -> None:
    add(lent.root, GUIDE, "## How to ask", "[![A map of the way](lost.svg)](/find/)\n\n## How to ask")
    (found,) = errors(lent)
    assert (found.path, found.rule, found.message) == (
        GUIDE,
        "image-missing",
        "there is no picture content/guides/lost.svg",
    )


def test_one_picture_named_twice_is_looked_at_once_and_said_twice(lent: LentSite) -> None:
    in_page(lent.root, SCRIPT)
    add(lent.root, GUIDE, "## How to ask", "![The same map again, smaller](map.svg)\n\n## How to ask")
    assert [found.rule for found in errors(lent)] == ["picture-unsafe", "picture-unsafe"]


def test_a_picture_seen_in_an_earlier_run_is_not_opened_and_a_changed_one_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copy_site(tmp_path)
    check_offer(root, TODAY, cache=tmp_path / "cache")
    opened: list[str] = []
    monkeypatch.setattr(picture_files, "look_at", lambda raw, name: opened.append(name) or look_at(raw, name))
    check_offer(root, TODAY, cache=tmp_path / "cache")
    assert opened == []
    put(root, "providers/marl-trust/images/hall.svg", SCRIPT)
    for _ in range(2):
        findings = check_offer(root, TODAY, cache=tmp_path / "cache")[1]
        assert [finding.rule for finding in findings if finding.is_error] == ["picture-unsafe"]
    assert set(opened) == {"providers/marl-trust/images/hall.svg"}
