"""Rules about what people operate: links, buttons, fields, toggles, frames.

In: a `PageView`. Out: faults.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from localoffer.audit.html.hrefs import fragment_of, leads_to
from localoffer.audit.html.page import Node, PageView, around, short, words_of
from localoffer.findings import WARNING
from localoffer.records.links import VAGUE
from localoffer.rulebook import Fault, Rules

NAMES = Rules("built-page", within="main")

_UNLABELLED = {"hidden", "submit", "reset", "button", "image"}
_BUTTON_ROLES = {"button", "switch", "checkbox", "radio", "tab", "menuitem", "option", "combobox", "textbox", "slider"}


@NAMES.rule(
    "label-missing", bad='<input type="text" name="q">', good='<label for="a">Name</label><input id="a" type="text">'
)
def check_labels(page: PageView) -> Iterator[Fault]:
    """A field has a label that stays while people type (WCAG 3.3.2); a placeholder does not."""
    for node, attributes in page.all("input", "select", "textarea"):
        if node.tag == "input" and (attributes.get("type") or "text").lower() in _UNLABELLED:
            continue
        if not _has_label(page, node, attributes):
            kind = (attributes.get("type") or "text") if node.tag == "input" else node.tag
            fix = "add <label for=…> with what to write there."
            named = f'name="{attributes["name"]}"' if attributes.get("name") else ""
            yield page.fault(node, f"a field ({kind}) has no label", fix, named, f"<{node.tag}")


def _has_label(page: PageView, node: Node, attributes: dict[str, str | None]) -> bool:
    if attributes.get("aria-label") or attributes.get("aria-labelledby"):
        return bool(page.name_of(node))
    id = attributes.get("id")
    if id and any(given.get("for") == id and page.content_name(label) for label, given in page.all("label")):
        return True
    label = next((outer for outer in around(node) if outer.tag == "label"), None)
    return label is not None and bool(page.content_name(label))


@NAMES.rule(
    "button-name",
    bad='<button type="button"><svg aria-hidden="true"></svg></button>',
    good='<button type="button">Print</button>',
)
def check_buttons(page: PageView) -> Iterator[Fault]:
    """A button or switch says what it does, in words (WCAG 4.1.2)."""
    found = [(node, attributes) for node, attributes in page.all("button", "summary")]
    found += [
        (node, attributes)
        for node, tag, attributes in page.nodes
        if attributes.get("role") in _BUTTON_ROLES and tag not in ("button", "summary", "input", "select", "textarea")
    ]
    for node, attributes in found:
        if not page.name_of(node):
            message = "a button has no words"
            fix = "write what it does."
            yield page.fault(node, message, fix, attributes.get("id"), attributes.get("class"), f"<{node.tag}")
    for node, attributes in page.all("input"):
        kind = (attributes.get("type") or "").lower()
        if (kind == "image" and not attributes.get("alt")) or (
            kind == "button" and not (attributes.get("value") or attributes.get("aria-label"))
        ):
            yield page.fault(node, "a button has no words", "write what it does.", "<input")


@NAMES.rule(
    "toggle-state",
    bad='<span role="switch">Large text</span>',
    good='<span role="switch" aria-checked="false" tabindex="0">Large text</span>',
)
def check_toggles(page: PageView) -> Iterator[Fault]:
    """A switch that is not a plain checkbox tells whether it is on, and the keyboard reaches it."""
    for node, tag, attributes in page.nodes:
        role = attributes.get("role")
        if role not in ("switch", "checkbox", "radio", "tab", "slider", "button"):
            continue
        if role in ("switch", "checkbox", "radio") and tag != "input" and "aria-checked" not in attributes:
            fix = 'use <input type="checkbox">, or add aria-checked.'
            yield page.fault(node, f"a {role} does not tell whether it is on", fix, words_of(node), f'role="{role}"')
        elif tag not in ("a", "button", "input", "summary") and "tabindex" not in attributes:
            message = f"the keyboard does not reach a {role}"
            yield page.fault(node, message, "use <button>.", words_of(node), f'role="{role}"')


@NAMES.rule("link-name", bad='<a href="../"></a>', good='<a href="../">All clubs</a>')
def check_link_names(page: PageView) -> Iterator[Fault]:
    """A link has words, or a picture with alt (WCAG 2.4.4)."""
    for node, attributes in page.all("a"):
        if "href" in attributes and not page.name_of(node) and not node.css_first("img:not([alt]),img[alt='']"):
            message = f"the link to {short(attributes['href'] or '')} has no words"
            yield page.fault(node, message, "write where it goes.", attributes["href"])


@NAMES.rule("link-words", bad='<a href="../">Click here</a>', good='<a href="../">All clubs</a>')
def check_link_words(page: PageView) -> Iterator[Fault]:
    """A link's words say where it goes, even when read alone."""
    for node, attributes in page.all("a"):
        if "href" in attributes:
            name = page.name_of(node)
            if name and VAGUE.fullmatch(name.strip(" .!>»→")):
                message = f"the link “{short(name)}” does not say where it goes"
                yield page.fault(node, message, "write what people will find there.", attributes["href"], name)


@NAMES.rule("link-empty-target", bad="<a href=''>Clubs</a>", good="<a href='../'>Clubs</a>")
def check_link_targets(page: PageView) -> Iterator[Fault]:
    """A link leads somewhere: it has an address, which is not only #."""
    for node, attributes in page.all("a", "area"):
        href = attributes.get("href")
        if href is None and not ("id" in attributes or "name" in attributes or attributes.get("role")):
            message = f"the link “{short(words_of(node))}” leads nowhere"
            yield page.fault(node, message, "give it an address, or use a <button>.", words_of(node))
        elif href is not None and href.strip() in ("", "#"):
            message = f"the link “{short(words_of(node))}” leads nowhere"
            yield page.fault(node, message, "give it an address, or use a <button>.", words_of(node), f'href="{href}"')


@NAMES.rule(
    "same-link-words",
    bad='<a href="one/">Details of it</a> <a href="two/">Details of it</a>',
    good='<a href="one/">Details of one</a> <a href="two/">Details of two</a>',
    severity=WARNING,
)
def check_same_words(page: PageView) -> Iterator[Fault]:
    """Links with the same words under one heading lead to the same place (WCAG 2.4.4: words and where they stand)."""
    first: dict[tuple[int, int, str], str] = {}
    told: set[str] = set()
    heading = 0
    for node, tag, attributes in page.nodes:
        heading += tag in _HEADINGS
        if tag != "a" or "href" not in attributes:
            continue
        name = page.name_of(node).casefold()
        href = attributes["href"] or ""
        goal = leads_to(page.address, href).casefold() + fragment_of(href)
        if name and first.setdefault((_part_of(node), heading, name), goal) != goal and name not in told:
            told.add(name)
            message = f"two links read “{short(page.name_of(node))}” and lead to different places"
            yield page.fault(node, message, "say in each what is different there.", href, page.name_of(node))


_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_PARTS = {"nav", "section", "aside", "header", "footer", "main", "article", "body"}


def _part_of(node: Node) -> int:
    """The nearest part of the page around a node."""
    while node.parent is not None and node.tag not in _PARTS:
        node = node.parent
    return int(node.mem_id)


@NAMES.rule("new-window", bad='<a href="../" target="_blank">All clubs</a>', good='<a href="../">All clubs</a>')
def check_windows(page: PageView) -> Iterator[Fault]:
    """A link opens where people are, unless its words say that it opens a new window (WCAG 3.2.5)."""
    for node, attributes in page.all("a", "area", "form"):
        stays = (attributes.get("target") or "").lower() in ("", "_self", "_top", "_parent")
        if not stays and not re.search(r"new (?:window|tab)", page.name_of(node), re.I):
            message = f"“{short(words_of(node))}” opens a new window without saying so"
            yield page.fault(node, message, "take out target.", attributes.get("href"), "target=")


@NAMES.rule("focus-order", bad='<p tabindex="3">Words</p>', good="<p>Words</p>")
def check_focus_order(page: PageView) -> Iterator[Fault]:
    """The keyboard goes through a page in the order it is read: no tabindex above 0, and nothing takes the focus at once."""
    for node, _tag, attributes in page.nodes:
        value = attributes.get("tabindex")
        if value is not None and re.fullmatch(r"\s*\+?0*[1-9]\d*\s*", value):
            message = f"tabindex {value.strip()} changes the order of the keyboard"
            yield page.fault(node, message, "take it out.", f'tabindex="{value}"')
        if "autofocus" in attributes:
            yield page.fault(node, "the page moves people to a field as it opens", "take out autofocus.", "autofocus")


@NAMES.rule("single-key", bad='<a href="../" accesskey="s">All clubs</a>', good='<a href="../">All clubs</a>')
def check_keys(page: PageView) -> Iterator[Fault]:
    """No single key does something: people who speak to their computer would set it off (WCAG 2.1.4)."""
    for node, _tag, attributes in page.nodes:
        if "accesskey" in attributes:
            message = f"the key “{attributes['accesskey']}” does something"
            yield page.fault(node, message, "take out accesskey.", f'accesskey="{attributes["accesskey"]}"')


@NAMES.rule(
    "frame-title", bad='<iframe src="../"></iframe>', good='<iframe src="../" title="Map of the hall"></iframe>'
)
def check_frames(page: PageView) -> Iterator[Fault]:
    """A frame has a title, so that people know what is in it."""
    for node, attributes in page.all("iframe", "object"):
        if not (attributes.get("title") or attributes.get("aria-label") or "").strip():
            yield page.fault(node, "a frame has no title", "say what is in it.", attributes.get("src"), f"<{node.tag}")


@NAMES.rule(
    "plays-by-itself", bad='<video src="../a.mp4" autoplay></video>', good='<video src="../a.mp4" controls></video>'
)
def check_media(page: PageView) -> Iterator[Fault]:
    """Nothing plays, blinks or moves by itself (WCAG 1.4.2, 2.2.2)."""
    for node, attributes in page.all("video", "audio", "marquee", "blink", "bgsound"):
        if "autoplay" in attributes or node.tag in ("marquee", "blink", "bgsound"):
            message = f"a {node.tag} begins by itself"
            yield page.fault(node, message, "let people start it.", attributes.get("src"), f"<{node.tag}")


@NAMES.rule(
    "hidden-focus",
    bad='<p aria-hidden="true"><a href="../">All clubs</a></p>',
    good='<p><a href="../">All clubs</a></p>',
)
def check_hidden_focus(page: PageView) -> Iterator[Fault]:
    """What is hidden from screen readers holds nothing the keyboard reaches."""
    for node, _tag, attributes in page.nodes:
        if attributes.get("aria-hidden") == "true":
            if node.tag == "svg" and not node.css_first("a,[tabindex]"):
                continue
            is_one = node.tag in ("a", "button", "input")
            inner = node if is_one else node.css_first("a[href],button,input,select,textarea,[tabindex]")
            if inner is not None and inner.attributes.get("tabindex") != "-1" and "disabled" not in inner.attributes:
                message = "something hidden from screen readers can be reached by keyboard"
                yield page.fault(node, message, "take out aria-hidden.", words_of(inner), 'aria-hidden="true"')
