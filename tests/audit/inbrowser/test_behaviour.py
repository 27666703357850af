"""Each check of behaviour finds the fault planted for it, and nothing on a page without fault."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from localoffer.audit.axe import check_with_axe, read_axe
from localoffer.audit.behaviour import CHECKS, check_behaviour, rule_sentences
from localoffer.audit.behaviour.buttons import check_buttons
from localoffer.audit.behaviour.colours import check_contrast
from localoffer.audit.behaviour.keyboard import check_no_single_key_shortcuts, check_tab_stops
from localoffer.audit.behaviour.layout import check_double_text, check_text_spacing
from localoffer.audit.behaviour.others import check_lists_say_so
from localoffer.audit.faults import BrowserFault
from localoffer.audit.rules import BROWSER
from localoffer.browser.worker import Fact
from tests.audit.inbrowser.conftest import FRAME, MakePage
from tests.audit.inbrowser.rules import CHECKS_OF

GOOD = """<p>Words, and <a href="/">a link</a> among them. Phone <a href="tel:01632960100">01632 960 100</a>.</p>
<p><a class="big" href="https://www.example.org/">Read more at Example</a></p>
<form role="search" action="/"><label for="q">What do you need?</label> <input id="q" type="search" name="q">
<button>Search</button></form>
<details><summary>More</summary><p>More words.</p></details>
<p role="status" id="said"></p>
<p><button type="button" aria-expanded="false" aria-controls="box" id="opener" hidden>Open</button></p>
<div id="box" hidden><p>Opened.</p></div>"""
GOOD_SCRIPT = """
const opener = document.querySelector('#opener'), box = document.querySelector('#box');
opener.hidden = false;
const set = (open) => { opener.setAttribute('aria-expanded', open); box.hidden = !open; };
opener.addEventListener('click', () => set(box.hidden));
document.addEventListener('keydown', (e) => { if (e.key === 'Escape' && !box.hidden) { set(false); opener.focus(); } });
document.querySelector('form').addEventListener('submit', (e) => {
  e.preventDefault(); document.querySelector('#said').textContent = '2 services found'; });
"""
GOOD_STYLE = """summary { padding: .7rem; } summary::marker { content: ''; }
form input, form button { vertical-align: middle; box-sizing: border-box; max-width: 100%; }"""

OPENER = '<p><button type="button" aria-expanded="false" id="opener">Open</button></p><div id="box" hidden><p>Opened.</p></div>'
OPENS = "const b = document.querySelector('#opener'); b.onclick = () => { b.setAttribute('aria-expanded', 'true'); };"
SEARCH = '<form role="search"><label for="q">Find</label> <input id="q" type="search"> <button>Search</button></form><p role="status"></p>'

#: rule → main part, and what the page has besides. One planted fault each.
PLANTED: dict[str, tuple[str, dict[str, str]]] = {
    "trouble-on-loading": ("<p>x</p>", {"script": "nothing.here();"}),
    "skip-link-missing": ("", {"whole": FRAME.replace('<a class="skip" href="#main">Skip to main content</a>', "").format(head="", main="<p>x</p>")}),
    "keyboard-trap": (
        "<p><button type='button' id='trap'>Stay</button> <button type='button'>Never</button></p>",
        {"script": "document.querySelector('#trap').addEventListener('keydown', (e) => { if (e.key === 'Tab') e.preventDefault(); });"},
    ),
    "focus-out-of-view": ('<p class="away"><a href="/">Hidden link</a></p>', {"style": ".away { position: absolute; left: -9999px; }"}),
    "focus-covered": (
        "<p><a class='big' href='/'>Under the bar</a></p>",
        {"style": "header { position: fixed; inset: 0 0 auto; height: 12rem; background: #fff; z-index: 2; }"},
    ),
    "focus-order": (
        '<p class="back"><a class="big" href="/">First</a></p><p class="front"><a class="big" href="/x">Second</a></p>',
        {"style": "main { display: flex; flex-direction: column-reverse; }"},
    ),
    "not-by-keyboard": ('<p><span class="press">Press me</span></p>', {"style": ".press { cursor: pointer; }"}),
    "opener-not-a-button": ('<p><span aria-expanded="false" role="img" aria-label="Open">Open</span></p>', {}),
    "escape-does-not-close": (OPENER, {"script": OPENS}),
    "single-key-shortcut": (
        "<p>x</p>", {"script": "document.addEventListener('keydown', (e) => { if (e.key === 's') document.querySelector('a.big').focus(); });"}),
    "focus-not-seen": ('<p><a class="big faint" href="/x">Faint ring</a></p>', {"style": ".faint:focus-visible { outline: 3px solid #e8e8e8; box-shadow: none; }"}),
    "too-wide": ('<p class="wide">x</p>', {"style": ".wide { width: 700px; }"}),
    "text-cut": ('<p class="low">Words that run over several lines on a small screen are cut off here, alas.</p>', {"style": ".low { height: 1.6rem; overflow: hidden; }"}),
    "text-on-text": ('<p class="one">The first words</p><p class="two">The other words</p>', {"style": ".one { height: .2rem; margin: 0; } .two { margin: 0; }"}),
    "text-does-not-grow": ("<p>Words.</p>" * 3, {"style": "p { font-size: 16px; }"}),
    "under-sticky": (
        '<p><a class="big" href="#part">Go to the part</a></p><div class="tall"></div><h2 id="part">A part</h2><div class="tall"></div>',
        {"style": "header { position: sticky; top: 0; height: 9rem; background: #fff; } .tall { height: 120rem; }"},
    ),
    "target-too-small": ('<p><button type="button" class="tiny">x</button></p>', {"style": ".tiny { all: unset; width: 12px; height: 12px; outline: revert; }"}),
    "text-faint": ('<p class="faint">Faint words</p>', {"style": ".faint { color: #999; }"}),
    "list-not-told": ('<ul class="bare"><li>One</li><li>Two</li></ul>', {"style": ".bare { list-style: none; padding: 0; }"}),
    "edge-faint": ('<p><label for="n">Name</label> <input id="n"></p>', {"style": "input { border-color: #ddd; }"}),
    "link-by-colour-only": ('<p>Words and <a class="plain" href="/x">a link</a> among them.</p>', {"style": ".plain { text-decoration: none; }"}),
    "lost-in-forced-colours": ('<p><button type="button">Save</button></p>', {"style": "button { border: 0; background: #eee; }"}),
    "results-not-announced": (SEARCH, {"script": "document.querySelector('form').addEventListener('submit', (e) => e.preventDefault());"}),
    "result-without-name": (
        SEARCH + '<p id="found"></p>',
        {"script": "document.querySelector('form').addEventListener('submit', (e) => { e.preventDefault();"
         " document.querySelector('[role=status]').textContent = '1 found';"
         " document.querySelector('#found').innerHTML = '<a class=\"big\" href=\"/x\"></a>'; });"},
    ),
    "toggle-by-colour-only": (
        '<p><button type="button">Large words</button></p>',
        {"script": "document.querySelector('button').onclick = (e) => { e.currentTarget.style.backgroundColor = 'navy'; };"},
    ),
    "change-not-announced": (
        '<p><button type="button">Count</button></p><p id="n">None yet</p>',
        {"script": "document.querySelector('button').onclick = () => { document.querySelector('#n').textContent = '3 found'; };"},
    ),
    "hover-only": ('<p class="tip">Times <span>9am to 5pm</span></p>', {"style": ".tip span { display: none; } .tip:hover span { display: inline; }"}),
    "easy-read-type": ('<ul class="lo-ideas"><li class="lo-idea"><p class="low">You can swim.</p></li></ul>', {"style": ".low { font-size: 14px; }"}),
    "easy-read-picture": (
        '<ul class="lo-ideas"><li class="lo-idea turned"><svg width="90" height="90" aria-hidden="true"></svg><p>You can swim.</p></li></ul>',
        {"style": ".turned { display: flex; flex-direction: row-reverse; }"},
    ),
    "moving": ('<p class="spin">x</p>', {"style": "@keyframes turn { to { rotate: 1turn } } .spin { animation: turn 3s infinite; }"}),
    "search-needs-javascript": ('<div id="here"></div>', {"script": "document.querySelector('#here').innerHTML = '<input type=search aria-label=Find>';"}),
    "words-need-javascript": ('<div id="here"></div>', {"script": "document.querySelector('#here').textContent = 'Words that only a script brings. '.repeat(5);"}),
    "dead-without-javascript": ('<p><button type="button">Does nothing</button></p>', {}),
    "not-printed": ("<dl><dt>Cost</dt><dd>Free</dd></dl>", {"style": "@media print { dd { display: none; } }"}),
    "phone-not-printed": ('<p><a class="big" href="tel:01632960100">Phone us</a></p>', {}),
    "address-not-printed": ('<p><a class="big" href="https://www.example.org/">More</a></p>', {"style": "@media print { a[href]::after { content: none !important; } }"}),
    "cut-on-paper": ('<p class="wide">x</p>', {"style": "@media print { .wide { width: 1500px; } }"}),
}  # fmt: skip


def found(look_at: MakePage, main: str, **page: str) -> list[BrowserFault]:
    return list(check_behaviour(look_at(main, **page)))


def test_a_page_without_fault_has_none(chromium: Browser, look_at: MakePage) -> None:
    faults = found(look_at, GOOD, script=GOOD_SCRIPT, style=GOOD_STYLE)
    assert [(fault.rule, fault.message, fault.where) for fault in faults] == []


@pytest.mark.parametrize("rule", PLANTED)
def test_the_planted_fault_is_found(rule: str, chromium: Browser, look_at: MakePage) -> None:
    main, page = PLANTED[rule]
    visit = look_at(main, **page)
    if rule == "results-not-announced":  # waits for what never comes
        visit.windows.page().context.set_default_timeout(1000)
    faults = list(CHECKS_OF[rule][0](visit))
    if rule == "results-not-announced":
        visit.reopen()
    assert rule in {fault.rule for fault in faults}, [(fault.rule, fault.message) for fault in faults]
    assert all(fault.message and fault.kind == "home" for fault in faults)


@pytest.mark.parametrize("leads", ["location.href = '/?next'", "document.querySelector('a.big').click()"])
def test_keys_that_lead_to_another_page_are_found_and_stop_nothing(
    leads: str, chromium: Browser, look_at: MakePage
) -> None:
    script = f"document.addEventListener('keydown', (e) => {{ if ('np'.includes(e.key)) {leads}; }});"
    faults = list(check_no_single_key_shortcuts(look_at("<p>x</p>", script=script)))
    assert [fault.message for fault in faults] == [f"pressing {key} alone does something" for key in "np"]


VISITED = ".button { color: #fff; background: #00429d; } main a:visited { color: #5b2a6b; }"


def test_a_visited_link_that_looks_like_a_button_must_still_be_read(chromium: Browser, look_at: MakePage) -> None:
    button = '<p><a class="big button" href="/x">Call us</a></p>'
    faults = list(check_contrast(look_at(button, style=VISITED)))
    assert {(fault.rule, fault.where) for fault in faults} == {
        ("text-faint", "1280 px, light"),
        ("text-faint", "1280 px, dark"),
    }
    assert all("once it was visited" in fault.message for fault in faults)
    mended = VISITED.replace("main a:visited", "main a:not(.button):visited")
    assert list(check_contrast(look_at(button, style=mended))) == []


def test_a_list_without_dots_that_says_so_is_good(chromium: Browser, look_at: MakePage) -> None:
    lists = '<ul class="bare" role="list"><li>One</li></ul><ul><li>Two</li></ul><ol class="bare" role="list"><li>3</li></ol>'
    assert list(check_lists_say_so(look_at(lists, style=".bare { list-style: none; }"))) == []


def test_every_rule_has_a_planted_fault() -> None:
    judged_elsewhere = {"state-not-reached", "page-not-tested", "known-issue-gone", "known-issue-kind"}
    assert {rule.id for rule in BROWSER} - judged_elsewhere == set(PLANTED)


def test_every_check_says_its_rule() -> None:
    assert len(rule_sentences()) == len(CHECKS)
    assert all(sentence for sentence in rule_sentences().values())


AXE_PLANTED = {
    "axe-image-alt": '<img src="/x.png" width="9" height="9">',
    "axe-label": "<input>",
    "axe-color-contrast": '<p class="faint">Faint words</p>',
    "axe-target-size": '<p><a class="tiny" href="/a">a</a><a class="tiny" href="/b">b</a></p>',
    "axe-heading-order": "<h4>Too deep</h4>",
}


@pytest.mark.parametrize("rule", AXE_PLANTED)
def test_axe_finds_the_planted_fault_at_every_level(rule: str, chromium: Browser, look_at: MakePage) -> None:
    style = ".faint { color: #aaa; } .tiny { display: inline-block; width: 12px; height: 12px; overflow: hidden; }"
    faults = list(check_with_axe(look_at(AXE_PLANTED[rule], style=style), read_axe()))
    assert rule in {fault.rule for fault in faults}, [(fault.rule, fault.message) for fault in faults]


def test_axe_finds_what_only_dark_forced_or_small_shows(chromium: Browser, look_at: MakePage) -> None:
    style = "@media (prefers-color-scheme: dark) { .dim { color: #333 !important; } } @media (min-width: 400px) { .small { display: none; } }"
    main = '<p class="dim">Words</p><p class="small"><input></p>'
    faults = list(check_with_axe(look_at(main, style=style), read_axe()))
    assert {(fault.rule, fault.where) for fault in faults} >= {
        ("axe-color-contrast", "320 px, dark"),
        ("axe-label", "320 px, light"),
    }


def test_axe_on_a_page_without_fault_finds_nothing(chromium: Browser, look_at: MakePage) -> None:
    faults = list(check_with_axe(look_at(GOOD, script=GOOD_SCRIPT, style=GOOD_STYLE), read_axe()))
    assert [(fault.rule, fault.message, fault.where) for fault in faults] == []


def test_the_way_back_is_gone_once_for_the_same_thing_that_stays_in_place(
    chromium: Browser, look_at: MakePage
) -> None:
    sticky = "header { position: sticky; top: 0; background: #fff; } html { scroll-padding: 9rem 0; }"
    good: set[Fact] = set()
    gone = []
    for style in (sticky, sticky, sticky + "footer { position: sticky; bottom: 0; background: #fff; }"):
        visit = look_at('<p><a class="big" href="/x">One</a></p>', style=style)
        visit.good = good
        assert list(check_tab_stops(visit)) == []
        gone.append(sorted(visit.backwards))
    assert gone == [[320, 1280], [], [320, 1280]]


def test_words_that_come_by_themselves_are_not_taken_for_what_a_button_did(chromium: Browser, look_at: MakePage) -> None:
    body = '<p><button type="button">Copy</button> <span role="status"></span></p><p id="late"></p>'
    script = (
        "document.querySelector('button').onclick = () => { document.querySelector('[role=status]').textContent = 'Copied'; };"
        "fetch(location.href).then(() => setTimeout(() => { document.querySelector('#late').textContent = 'A list'; }, 90));"
    )
    assert list(check_buttons(look_at(body, script=script))) == []


def test_what_stays_in_place_lies_on_no_text_because_the_page_was_scrolled(
    chromium: Browser, look_at: MakePage
) -> None:
    sticky = "header { position: sticky; top: 0; background: #fff; } main { min-height: 300vh; }"
    visit = look_at("<p>Words</p>" * 60, style=sticky)
    visit.show().evaluate("scrollTo(0, 700)")
    assert [fault.message for check in (check_text_spacing, check_double_text) for fault in check(visit)] == []
