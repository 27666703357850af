"""One page from MkDocs' HTML to the published HTML."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest

from localoffer.site import BuildFailed
from localoffer.site.assets import Assets, references_in
from localoffer.site.finish import MOST_SHEETS, Shared, finish_page, sheets_of, squeeze, unsized_pictures
from localoffer.site.sheets import council_colours, minify

ADDRESS = "services/p/s/index.html"


def shared(css: str = "body{color:#000}", base: str = "/offer/", **sizes: tuple[int, int]) -> Shared:
    names = {"assets/a.css": "assets/a.1.css", "assets/page.js": "assets/page.2.js", "assets/i.svg": "assets/i.3.svg"}
    return Shared(
        Assets({}, names, {"assets/a.css": css, "assets/b.css": "p{margin:0}"}),
        {},
        {},
        {name.replace("__", "/").replace("_", "."): size for name, size in sizes.items()},
        base,
    )


def finish(body: str, head: str = "", address: str = ADDRESS, **options: object) -> str:
    raw = (
        f'<!DOCTYPE html>\n<html><head>\n<meta charset="utf-8">\n<title>T</title>\n{head}</head>\n'
        f"<body>{body}</body></html>"
    )
    return finish_page(raw, address, shared(**options))  # type: ignore[arg-type]


LINK = '<link rel="stylesheet" href="../../../assets/a.css">\n'


def test_the_sheet_stands_in_the_page_and_the_policy_allows_exactly_it() -> None:
    page = finish("", LINK)
    text = re.search(r"<style>(.*?)</style>", page)
    assert text
    digest = base64.b64encode(hashlib.sha256(text[1].encode()).digest()).decode()
    policy = f"default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'sha256-{digest}'"
    assert f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{policy}">' in page
    assert "stylesheet" not in page


def test_several_sheets_become_one() -> None:
    page = finish("", LINK + '<link rel="stylesheet" href="../../../assets/b.css">')
    assert page.count("<style>") == 1
    assert "body{color:#000}p{margin:0}" in page


def test_a_print_sheet_stays_a_link() -> None:
    assert 'media="print"' in finish("", LINK + '<link rel="stylesheet" href="/assets/a.css" media="print">')


def test_more_sheets_than_kinds_of_page_need_are_refused() -> None:
    sheets = {f"assets/{name}.css": f"p{{top:{name}px}}" for name in range(MOST_SHEETS + 1)}
    many = Shared(Assets({}, {}, sheets), {}, {}, {})
    for path in list(sheets)[:MOST_SHEETS]:
        many.sheet((path,))
    with pytest.raises(BuildFailed, match=f"more than {MOST_SHEETS} different stylesheets"):
        many.sheet((f"assets/{MOST_SHEETS}.css",))


def test_a_sheet_that_asks_for_files_is_refused() -> None:
    with pytest.raises(BuildFailed, match="different depths"):
        finish("", LINK, css="body{background:url(x.png)}")


def test_a_sheet_that_is_not_there_is_named() -> None:
    with pytest.raises(BuildFailed, match=r"assets/gone\.css, which is not there"):
        finish("", '<link rel="stylesheet" href="../assets/gone.css">')


@pytest.mark.parametrize(
    ("raw", "finished"),
    [
        ('<a href="/guides/x/">', '<a href="../../../guides/x/">'),
        ('<a href="/">', '<a href="../../../">'),
        ('<a href="/x/?a=b#c">', '<a href="../../../x/?a=b#c">'),
        ('<form action="/find/">', '<form action="../../../find/">'),
        ('<div data-list="/my-list/">', '<div data-list="../../../my-list/">'),
        ('<a href="//other.example.org/">', '<a href="//other.example.org/">'),
        ('<a href="https://x.example.org/">', '<a href="https://x.example.org/">'),
        ('<a href="../x/">', '<a href="../x/">'),
        ('<input value="/x/">', '<input value="/x/">'),
        (
            '<img alt="" width="1" srcset="/a.png 1x, /b.png 2x">',
            '<img alt="" width="1" srcset="../../../a.png 1x, ../../../b.png 2x">',
        ),
        (
            '<meta http-equiv="refresh" content="0; url=/x/">',
            '<meta http-equiv="refresh" content="0; url=../../../x/">',
        ),
        ('<script src="../../../assets/page.js"></script>', '<script src="../../../assets/page.2.js"></script>'),
        ('<script src="/assets/page.js"></script>', '<script src="../../../assets/page.2.js"></script>'),
        ('<use href="../../../assets/i.svg#x"/>', '<use href="../../../assets/i.3.svg#x"/>'),
        ('<a href="/guides/assets/page.js">', '<a href="../../../guides/assets/page.js">'),
        ("<p>our assets/page.js file</p>", "<p>our assets/page.js file</p>"),
        ('<td style="text-align: right;">1</td>', '<td class="lo-right">1</td>'),
        ('<th id="a" align="center">1</th>', '<th id="a" class="lo-centre">1</th>'),
        ('<svg viewBox="0 0 1 1">', '<svg aria-hidden="true" viewBox="0 0 1 1">'),
        ('<svg role="img" aria-label="Map">', '<svg role="img" aria-label="Map">'),
        (
            '<img alt="" src="/pictures/phone.svg">',
            '<img alt="" src="../../../pictures/phone.svg" width="72" height="36">',
        ),
        (
            '<img alt="" width="9" src="/pictures/phone.svg">',
            '<img alt="" width="9" src="../../../pictures/phone.svg">',
        ),
        ("<!-- note --><p>x</p>", "<p>x</p>"),
    ],
)
def test_one_thing_is_put_right(raw: str, finished: str) -> None:
    assert finished in finish(raw, pictures__phone_svg=(72, 36))


def test_the_404_page_is_found_from_every_depth() -> None:
    page = finish(
        '<a href="/x/">a</a><a href="/offer/y/">b</a><script src="/offer/assets/page.js"></script>', address="404.html"
    )
    assert 'href="/offer/x/"' in page
    assert 'href="/offer/y/"' in page
    assert 'src="/offer/assets/page.2.js"' in page


def test_the_home_page_links_to_itself() -> None:
    assert '<a href="./">' in finish('<a href="/">', address="index.html")


def test_indentation_goes_but_not_in_preformatted_text() -> None:
    assert squeeze("<p>\n    a\n\n  b</p>") == "<p>\na\nb</p>"
    assert squeeze("<p>\n  a\n  <pre>\n  x\n\n  y</pre>\n  b") == "<p>\na\n<pre>\n  x\n\n  y</pre>\nb"
    assert squeeze("<i>\n  <textarea>\n  x</textarea>") == "<i>\n<textarea>\n  x</textarea>"


def test_a_page_says_which_sheets_and_sizes_it_needs() -> None:
    raw = f'<html><head>{LINK}</head><body><img src="../a.png"><img src="/b.svg" alt=""><img width=1 src="c"></body>'
    assert sheets_of(raw) == ("assets/a.css",)
    assert unsized_pictures(raw, ADDRESS) == ["b.svg", "services/p/a.png"]


def test_minify_keeps_what_css_needs() -> None:
    css = """/* note */ a , b > c { color : red ; margin: calc(1px + 2px) ; }
    @media (min-width: 40em) and (hover) { a :hover { top: 0 } a:hover{ } }
    .x::before { content: "a  /* b */ ; }"; } .y [title="a > b"] > p { left: -1px }"""
    assert minify(css) == (
        "a,b>c{color:red;margin:calc(1px + 2px)}@media (min-width: 40em) and (hover){a :hover{top:0}"
        'a:hover{}}.x::before{content:"a  /* b */ ; }"}.y [title="a > b"]>p{left:-1px}'
    )


def test_council_colours_of_the_light_scheme_leave_the_dark_one_alone() -> None:
    rules = council_colours({"accent": "#0b4a57"}, {})
    assert "prefers-color-scheme:light" in rules
    assert "prefers-color-scheme:dark" not in rules
    assert rules.count("--lo-accent:#0b4a57") == 2


def test_references_between_assets_are_found() -> None:
    script = b'import a, { b } from "./x.js";\nimport "../y.js";\nconst z = await import("./z.js");\nexport * from \'./w.js\';'
    assert references_in("assets/js/a.js", script) == [
        "assets/js/x.js",
        "assets/y.js",
        "assets/js/z.js",
        "assets/js/w.js",
    ]
    assert references_in("assets/css/a.css", b"a{background:url('../i.svg#x')}") == ["assets/i.svg"]


def test_a_long_page_is_folded_by_its_headings_where_it_asks_for_it() -> None:
    words = '<p>First.</p><h2 id="a">A</h2><p>One.</p><h2><a href="b/">B</a></h2><p>Two.</p>'
    folded = '<p>First.</p><details class="lo-fold"><summary><h2 id="a">A</h2></summary><p>One.</p></details><h2><a href="b/">B</a></h2><p>Two.</p>'
    page = f"<html><head></head><body>{{}}{words}{{}}</body></html>"
    assert folded in finish_page(page.format("<!--folds-->", "<!--/folds-->"), "about/law/index.html", shared())
    assert "<details" not in finish_page(page.format("", ""), "about/law/index.html", shared())


def test_a_marked_part_stays_open_and_what_must_be_seen_stands_below_the_folded_heading() -> None:
    words = (
        '<h2 id="a" class="lo-stay">A</h2><p>One.</p><h2 id="b">B</h2>\n<p class="lo-kept">You have 2 months.</p>\n<p>Two.</p>'
        '<h2 id="c">C</h2><p>Three.</p>'
    )
    page = f"<html><head></head><body><!--folds-->{words}<!--/folds--></body></html>"
    first, opener, rest = finish_page(page, "x/index.html", shared()).partition('<p class="lo-screen"><button')
    assert '<h2 id="a">A</h2><p>One.</p>' in first, opener
    assert (
        '<details class="lo-fold"><summary><h2 id="b">B</h2></summary>\n<p>Two.</p></details>'
        '<p class="lo-kept" data-lo-screen>You have 2 months.</p><details class="lo-fold"><summary><h2 id="c">C</h2></summary>'
    ) in rest
    assert opener, "one button for all, before the first that folds"
