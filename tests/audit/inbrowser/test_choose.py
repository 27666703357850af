"""Which pages a browser tests, and what is covered by likeness."""

from __future__ import annotations

from pathlib import Path

from localoffer.audit.choose import BuiltPage, choose_pages, cover, read_pages, structure_of
from localoffer.cache.digests import write_json
from localoffer.cache.store import read_note


def page(*parts: str) -> bytes:
    return (
        f"<!doctype html><html><head><title>x</title></head><body><main>{''.join(parts)}</main></body></html>".encode()
    )


def built(address: str, kind: str, *pieces: str, structure: str = "", sheets: str = "") -> BuiltPage:
    return BuiltPage(address, kind, address, structure or "".join(sorted(pieces)), frozenset(pieces), sheets)


def lay_out(folder: Path, pages: dict[str, bytes]) -> tuple[Path, Path]:
    site, cache = folder / "site", folder / "cache"
    for address, content in pages.items():
        (site / address).parent.mkdir(parents=True, exist_ok=True)
        (site / address).write_bytes(content)
    return site, cache


def test_likenesses_beside_each_other_count_once() -> None:
    three = structure_of(page("<ul>", "<li>one</li>" * 3, "</ul>"))
    thirty = structure_of(page("<ul>", "<li>other words</li>" * 30, "</ul>"))
    assert three == thirty


def test_a_class_a_role_a_type_or_a_state_makes_another_structure() -> None:
    plain = structure_of(page("<p>words</p>"))[0]
    others = [
        page('<p class="lo-alert">words</p>'),
        page('<p role="status">words</p>'),
        page("<p>words</p><table></table>"),
        page("<p hidden>words</p>"),
    ]
    assert len({plain, *(structure_of(other)[0] for other in others)}) == 5


def test_what_is_inside_a_picture_does_not_count() -> None:
    assert structure_of(page("<svg><path/></svg>"))[0] == structure_of(page("<svg><g><circle/></g></svg>"))[0]


def test_a_few_pages_cover_every_piece() -> None:
    group = [built("a", "service", "x", "y"), built("b", "service", "x", "y", "z"), built("c", "service", "w", "x")]
    assert [found.address for found in cover(group)] == ["b", "c"]


def test_a_kind_without_pieces_still_has_one_page() -> None:
    assert [found.address for found in cover([built("a", "news"), built("b", "news")])] == ["a"]


def test_a_piece_is_tested_once_under_each_set_of_stylesheets_and_every_kind_has_a_page() -> None:
    pages = [
        built("a", "topic", "x", "y", sheets="lists"),
        built("b", "need", "x", "y", sheets="lists"),
        built("c", "need", "x", sheets="lists"),
        built("d", "need", "x", sheets="guides"),
        built("e", "guide", "x", "z", sheets="guides"),
        built("f", "guide", "y", "z", sheets="guides"),
    ]
    assert [found.address for found in choose_pages(pages).tested] == ["a", "b", "d", "e", "f"]
    assert [found.address for found in choose_pages(pages[:3]).tested] == ["a", "b"]


def test_another_stylesheet_is_another_look() -> None:
    def looks(head: str) -> str:
        return structure_of(page("<p>words</p>").replace(b"</title>", f"</title>{head}".encode()))[2]

    heads = [
        "",
        "<style>p { color: red }</style>",
        "<style>p { color: green }</style>",
        '<link rel="stylesheet" href="/a.css">',
        '<link rel="stylesheet" href="/b.css">',
    ]
    assert len({looks(head) for head in heads}) == 5
    assert looks(heads[1]) == looks(heads[1] + '<link rel="icon" href="/icon.svg"><script src="/page.js"></script>')


def test_every_kind_is_tested_with_every_piece_and_the_rest_is_accounted_for() -> None:
    pages = [
        built("a", "service", "x"),
        built("b", "service", "x"),
        built("c", "service", "x", "y"),
        built("d", "home", "h"),
        built("old", "redirect"),
    ]
    choice = choose_pages(pages)
    assert [found.address for found in choice.tested] == ["c", "d"]
    assert choice.made_of == ("a", "b")
    assert choice.left == {"old": "it leads to another page at once"}
    assert choice.covered + len(choice.tested) + len(choice.left) == len(pages)


def test_a_changed_page_is_always_tested() -> None:
    pages = [built("a", "service", "x"), built("b", "service", "x"), built("c", "service", "x")]
    choice = choose_pages(pages, {"b"})
    assert [found.address for found in choice.tested] == ["a", "b"]
    assert choice.like == {"c": "a"}


def test_all_means_one_of_each_structure() -> None:
    pages = [
        built("a", "service", "x", "y"),
        built("b", "service", "x"),
        built("c", "service", "x"),
        built("d", "service", "y"),
    ]
    choice = choose_pages(pages, every=True)
    assert [found.address for found in choice.tested] == ["a", "b", "d"]
    assert choice.like == {"c": "b"}
    assert choice.made_of == ()


def test_pages_are_read_with_their_kinds_and_not_twice(tmp_path: Path) -> None:
    moved = b'<!doctype html><head><meta http-equiv="refresh" content="0; url=/x/"></head><body></body>'
    site, cache = lay_out(
        tmp_path,
        {
            "index.html": page("<h1>Home</h1>"),
            "services/a/b/index.html": page("<h1>B</h1>"),
            "old/index.html": moved,
        },
    )
    write_json(cache / "kinds.json", {"services/a/b/index.html": "service"})
    first = read_pages(site, cache)
    assert {found.address: found.kind for found in first} == {
        "index.html": "index",
        "services/a/b/index.html": "service",
        "old/index.html": "redirect",
    }
    kept = read_note(cache, "structures")
    assert len(kept) == 3
    assert read_pages(site, cache) == first
