"""Rules about how a page is built: language, title, headings, landmarks, ids, tables.

In: a `PageView`. Out: faults.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from localoffer.audit.html.page import Clues, Node, PageView, around, frame_fault, short, words_of
from localoffer.rulebook import Fault, Rules

STRUCTURE = Rules("built-page", within="main")

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@STRUCTURE.rule("html-lang", bad="<html>", good='<html lang="en-GB">', within="html")
def check_language(page: PageView) -> Iterator[Fault]:
    """A page says which language it is in, and so does a part in another language (WCAG 3.1.1, 3.1.2)."""
    html = page.all("html")
    if html and not _LANGUAGE.fullmatch(html[0][1].get("lang") or ""):
        message = "the page does not say which language it is in"
        yield frame_fault(message, 'write <html lang="en-GB">.', "<html", "lang")
    for node, _tag, attributes in page.nodes:
        if "lang" in attributes and node.tag != "html" and not _LANGUAGE.fullmatch(attributes["lang"] or ""):
            message = f"“{attributes['lang']}” is not a language"
            yield page.fault(node, message, "write a short code such as pl or cy.", f'lang="{attributes["lang"]}"')


@STRUCTURE.rule("page-title", bad="", good="<title>Saturday club: Marlbrook SEND Local Offer</title>", within="title")
def check_title(page: PageView) -> Iterator[Fault]:
    """A page has one title, which is not empty (WCAG 2.4.2)."""
    titles = [node for node, _ in page.all("title") if _is_in_head(node)]
    if len(titles) != 1 or not words_of(titles[0]):
        what = "no title" if not titles or not words_of(titles[0]) else f"{len(titles)} titles"
        yield frame_fault(f"the page has {what}", "give it one <title> with the page's name.", "<title", "title")


def _is_in_head(node: Node) -> bool:
    return node.parent is not None and node.parent.tag == "head"


@STRUCTURE.rule(
    "meta-description", bad="", good='<meta name="description" content="A club on Saturdays.">', within="description"
)
def check_description(page: PageView) -> Iterator[Fault]:
    """A page has a description, which search engines show; not where they are asked to stay away."""
    metas = {
        (attributes.get("name") or "").lower(): attributes.get("content") or "" for _, attributes in page.all("meta")
    }
    if page.is_whole and "noindex" not in metas.get("robots", "") and not metas.get("description", "").strip():
        message = "the page has no description for search engines"
        yield Fault(message, "give the page a summary.", Clues(("summary", "title:")))


@STRUCTURE.rule(
    "zoom",
    bad='<meta name="viewport" content="width=device-width, maximum-scale=1">',
    good='<meta name="viewport" content="width=device-width, initial-scale=1">',
    within="viewport",
)
def check_zoom(page: PageView) -> Iterator[Fault]:
    """A page fits small screens and lets people zoom (WCAG 1.4.4, 1.4.10)."""
    found = [
        attributes.get("content") or "" for _, attributes in page.all("meta") if attributes.get("name") == "viewport"
    ]
    if not found and not page.is_redirect:
        fix = 'add <meta name="viewport" content="width=device-width, initial-scale=1">.'
        yield frame_fault("the page does not fit itself to small screens", fix, "viewport", "<head")
    for content in found:
        if re.search(r"user-scalable\s*=\s*(?:no|0)|maximum-scale\s*=\s*[01](?:\.\d+)?(?!\d)", content):
            message = "the page keeps people from zooming"
            yield frame_fault(message, "take out user-scalable and maximum-scale.", "viewport")


@STRUCTURE.rule("main-heading", bad="<h2>Saturday club</h2>", good="<h1>Saturday club</h1>", within="heading")
def check_main_heading(page: PageView) -> Iterator[Fault]:
    """A page has one main heading, h1, and it stands in the main part."""
    first = [node for node, level in page.headings if level == 1]
    if page.is_whole and len(first) != 1:
        clue = words_of(first[1]) if len(first) > 1 else ""
        what = "no main heading (h1)" if not first else f"{len(first)} main headings (h1)"
        fix = "give it one h1, which says what the page is."
        yield Fault(f"the page has {what}", fix, Clues((clue, "<h1", "title:") if clue else ("<h1", "title:")))


@STRUCTURE.rule("heading-order", bad="<h2>Times</h2><h4>Saturday</h4>", good="<h2>Times</h2><h3>Saturday</h3>")
def check_heading_order(page: PageView) -> Iterator[Fault]:
    """Headings go down one level at a time: people who hear a page use them as its list of contents."""
    before = 0
    for node, level in page.headings:
        if before and level > before + 1:
            words = words_of(node)
            message = f"the heading “{short(words)}” is a level {level} after a level {before}"
            yield page.fault(node, message, f"make it a level {before + 1} heading.", words)
        before = level


@STRUCTURE.rule("heading-empty", bad="<h2> </h2>", good="<h2>Times</h2>")
def check_empty_headings(page: PageView) -> Iterator[Fault]:
    """A heading has words; one that waits, hidden, for a script to fill it may be empty."""
    for node, level in page.headings:
        if not page.name_of(node) and not is_hidden(node):
            message = f"a level {level} heading is empty"
            yield page.fault(node, message, "write its words, or take it out.", f"<h{level}", "##")


def is_hidden(node: Node) -> bool:
    """True for what nobody sees or hears until a script shows it."""
    return any(outer.tag == "template" or "hidden" in outer.attributes for outer in around(node))


@STRUCTURE.rule("landmarks", bad="<div>", good='<main id="main">', within="main-start")
def check_landmarks(page: PageView) -> Iterator[Fault]:
    """A page has a header, a menu, one main part and a footer, marked as such, so that people can jump between them."""
    if not page.is_whole:
        return
    for tag, what in (("header", "header"), ("nav", "menu (nav)"), ("main", "main part (main)"), ("footer", "footer")):
        if not page.all(tag):
            yield frame_fault(f"the page has no {what}", f"put it into a <{tag}> element.", f"<{tag}", "<body")
    if len(page.all("main")) > 1:
        yield frame_fault("the page has more than one main part", "keep one <main>.", "<main")


@STRUCTURE.rule(
    "landmark-names",
    bad="<nav><a href='../'>One</a></nav>",
    good="<nav aria-label='On this page'><a href='../'>One</a></nav>",
)
def check_landmark_names(page: PageView) -> Iterator[Fault]:
    """Where a page has several menus, forms for search or side parts, each has a name of its own."""
    for tag in ("nav", "aside"):
        found = page.all(tag)
        names = Counter(page.name_of(node) if _is_labelled(node) else "" for node, _ in found)
        for node, attributes in found if len(found) > 1 else ():
            name = page.name_of(node) if _is_labelled(node) else ""
            if not name or names[name] > 1:
                shared, label = f"the {tag} “{name}” has the name of another", f'aria-label="{name}"'
                message, clue = (shared, label) if name else (f"a {tag} has no name, and the page has several", "")
                fix = f"add aria-label and a name of its own to the {tag}."
                yield page.fault(node, message, fix, clue, attributes.get("class"), f"<{tag}")
                break


def _is_labelled(node: Node) -> bool:
    return "aria-label" in node.attributes or "aria-labelledby" in node.attributes


@STRUCTURE.rule("skip-link", bad="", good='<a href="#main">Skip to main content</a>', within="skip")
def check_skip_link(page: PageView) -> Iterator[Fault]:
    """The first link of a page leads past the menu to the main part (WCAG 2.4.1)."""
    if not page.is_whole or not page.all("main"):
        return
    links = page.all("a")
    target = (links[0][1].get("href") or "") if links else ""
    goal = page.ids.get(target[1:]) if target.startswith("#") else None
    if goal is None or goal.tag != "main":
        message = "the first link does not lead to the main part"
        yield frame_fault(message, 'begin the body with <a href="#main">Skip to main content</a>.', "skip", "<body")


@STRUCTURE.rule("duplicate-id", bad='<p id="a">One</p><p id="a">Two</p>', good='<p id="a">One</p><p id="b">Two</p>')
def check_ids(page: PageView) -> Iterator[Fault]:
    """An id stands once in a page: links and labels lead to the first only."""
    counts = Counter(attributes["id"] for _, _, attributes in page.nodes if "id" in attributes)
    for id, number in counts.items():
        if number > 1 or not id or " " in id:
            where = [node for node, _, attributes in page.nodes if attributes.get("id") == id][-1 if number > 1 else 0]
            what = f"the id “{id}” stands {number} times" if number > 1 else f"“{id}” cannot be an id"
            yield page.fault(where, what, "give each an id of its own.", f'id="{id}"', words_of(where))


_REFERENCES = frozenset(
    """
    aria-labelledby aria-describedby aria-controls aria-owns aria-activedescendant aria-details aria-errormessage
    for list headers form
    """.split()
)


@STRUCTURE.rule("aria-reference", bad='<p aria-describedby="x">Words</p>', good='<p aria-describedby="main">Words</p>')
def check_references(page: PageView) -> Iterator[Fault]:
    """What an element refers to (its label, its description) is there."""
    for node, tag, attributes in page.nodes:
        for name in attributes.keys() & _REFERENCES if attributes else ():
            for id in (attributes[name] or "").split():
                if id not in page.ids and not (name == "list" and tag != "input"):
                    message = f"{name} leads to “{id}”, and nothing has that id"
                    yield page.fault(node, message, "correct the id.", f'"{id}"', id)


@STRUCTURE.rule(
    "table-headers",
    bad="<table><caption>Times</caption><tr><td>Day</td><td>Time</td></tr></table>",
    good='<table><caption>Times</caption><tr><th scope="col">Day</th></tr><tr><td>Monday</td></tr></table>',
)
def check_table_headers(page: PageView) -> Iterator[Fault]:
    """A table has header cells, and a header cell is not empty (WCAG 1.3.1)."""
    for node, attributes in page.all("table"):
        if attributes.get("role") in ("presentation", "none"):
            continue
        headers = node.css("th")
        if not headers:
            fix = 'mark them up as <th scope="col"> or <th scope="row">.'
            yield page.fault(node, "a table has no header cells", fix, _first_cell(node), "<table")
        elif empty := [cell for cell in headers if not words_of(cell)]:
            message = "a header cell of a table is empty"
            fix = (
                "write what its column or row holds; the first cell of a table with headers on two sides may be a <td>."
            )
            clues = (words_of(node.css_first("th,td")), _first_cell(node), "<table")
            yield page.fault(empty[0], message, fix, *clues)


def _first_cell(table: Node) -> str:
    cells = [words_of(cell) for cell in table.css("th,td")]
    return next((words for words in cells if words), "")


@STRUCTURE.rule(
    "table-caption",
    bad='<table><tr><th scope="col">Day</th></tr><tr><td>Monday</td></tr></table>',
    good='<table><caption>Times</caption><tr><th scope="col">Day</th></tr><tr><td>Monday</td></tr></table>',
)
def check_table_caption(page: PageView) -> Iterator[Fault]:
    """A table says what it is about: a caption, or aria-labelledby with a heading's id."""
    for node, attributes in page.all("table"):
        if attributes.get("role") in ("presentation", "none"):
            continue
        caption = node.css_first("caption")
        if not (caption and words_of(caption)) and not (_is_labelled(node) and page.name_of(node)):
            fix = "give it a caption, or aria-labelledby with the id of its heading."
            yield page.fault(node, "a table does not say what it is about", fix, _first_cell(node), "<table")


@STRUCTURE.rule("refresh", bad='<meta http-equiv="refresh" content="30">', good="", within="head")
def check_refresh(page: PageView) -> Iterator[Fault]:
    """A page does not change by itself (WCAG 2.2.1); one that has moved may send on at once."""
    for _, attributes in page.all("meta"):
        if (attributes.get("http-equiv") or "").lower() == "refresh":
            content = attributes.get("content") or ""
            if not re.match(r"0\s*;\s*url=", content, re.IGNORECASE):
                yield frame_fault("the page loads itself anew", "take the refresh out.", 'http-equiv="refresh"')
