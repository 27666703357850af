"""Rules about pictures in built pages: the alt-text rules, their size, and a picture for each idea of easy read.

In: a `PageView`. Out: faults; and the pictures of a page as the alt-text rules see them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from localoffer.alttext import Shown, faults_of
from localoffer.alttext.markdown import html_picture
from localoffer.alttext.picture import IMG, ROLE, SVG
from localoffer.audit.html.hrefs import is_elsewhere, leads_to
from localoffer.audit.html.page import Node, PageView, around, short, words_of
from localoffer.rulebook import Fault, Rule, Rules

PICTURES = Rules("built-page", within="main")


def pictures_of(page: PageView) -> Iterator[tuple[Node, Shown]]:
    """Every picture of a page, as the alt-text rules see it."""
    for node, tag, attributes in page.nodes:
        if tag == "img" or tag == "svg" or attributes.get("role") == "img":
            given = {name: value or "" for name, value in attributes.items()}
            shown = html_picture(tag, given, "")
            if shown and not (tag == "svg" and _parent(node, "svg") is not None):
                yield node, _in_context(page, node, shown, attributes.get("src") or "")


def _in_context(page: PageView, node: Node, shown: Shown, source: str) -> Shown:
    if shown.kind in (SVG, ROLE):
        return replace(shown, alt=_name(page, node)) if shown.alt is not None else shown
    file = source if is_elsewhere(source) else leads_to(page.address, source)
    link = _parent(node, "a")
    beside = tuple(_beside(node)) if shown.alt else ()
    shown = replace(shown, file=file, words_beside=beside)
    return replace(shown, is_linked=True, link_words=_other_words(page, link, shown)) if link is not None else shown


def _name(page: PageView, node: Node) -> str:
    """The name of a drawing or of role="img": a label or a title, never what stands inside."""
    attributes = node.attributes
    if attributes.get("aria-labelledby") or attributes.get("aria-label"):
        return page.name_of(node)
    title = node.css_first("title")
    return words_of(title) if title is not None else attributes.get("title") or ""


def _other_words(page: PageView, link: Node, shown: Shown) -> str:
    """The words of a link besides this picture's own alt."""
    if link.attributes.get("aria-label") or link.attributes.get("aria-labelledby"):
        return page.name_of(link)
    return words_of(link) + " ".join(other.attributes.get("alt") or "" for other in link.css("img") if not shown.words)


def _parent(node: Node, tag: str) -> Node | None:
    return next((outer for outer in around(node.parent) if outer.tag == tag), None)


def _beside(node: Node) -> Iterator[str]:
    """The caption, the words around the picture in its own element, and its neighbours' words."""
    if figure := _parent(node, "figure"):
        yield from (words_of(caption) for caption in figure.css("figcaption"))
    parent = node.parent
    if parent is not None and parent.tag not in ("body", "main"):
        yield words_of(parent)
        for near in (parent.next, parent.prev):
            if near is not None and near.tag != "-text":
                yield words_of(near)
    for near in (node.next, node.prev):
        if near is not None and near.tag != "-text":
            yield words_of(near)


def alt_faults(page: PageView) -> Iterator[tuple[Rule, Fault]]:
    """The faults of every picture of the page."""
    for node, shown in pictures_of(page):
        for rule, fault in faults_of(shown):
            clues = (shown.words, shown.name if shown.file else "", *_svg_clues(node, shown))
            placed = page.fault(node, fault.message, fault.fix, *clues)
            yield rule, placed._replace(severity=fault.severity)


def _svg_clues(node: Node, shown: Shown) -> tuple[str, ...]:
    if shown.kind == IMG:
        return ()
    return node.attributes.get("class") or "", 'role="img"' if shown.kind == ROLE else "<svg"


@PICTURES.rule(
    "image-size",
    bad='<img src="/a.png" alt="Children in a bright hall">',
    good='<img src="/a.png" width="4" height="3" alt="Children in a bright hall">',
)
def check_sizes(page: PageView) -> Iterator[Fault]:
    """A picture says its width and height, so that the text below does not jump when it comes."""
    for node, attributes in page.all("img"):
        if not ((attributes.get("width") or "").isdigit() and (attributes.get("height") or "").isdigit()):
            source = attributes.get("src") or ""
            fix = "use a picture the build can measure (.svg, .png, .jpg, .webp)."
            yield page.fault(node, f"{short(source)} does not say its width and height", fix, source.rpartition("/")[2])


@PICTURES.rule(
    "easy-picture",
    bad='<ul class="lo-ideas"><li class="lo-idea"><div><p>You can swim.</p></div></li></ul>',
    good='<ul class="lo-ideas"><li class="lo-idea"><img src="/a.svg" alt="" data-decorative width="9" height="9"></li></ul>',
)
def check_easy_pictures(page: PageView) -> Iterator[Fault]:
    """Each idea of an easy-read page has its picture, unless its writer said why there is none."""
    for node, attributes in page.all("li"):
        names = (attributes.get("class") or "").split()
        if "lo-idea" in names and "lo-idea--words" not in names and not node.css_first("img,svg"):
            message = f"the idea “{short(words_of(node))}” has no picture"
            fix = 'choose one, or write ![](picture:none "why there is none").'
            yield page.fault(node, message, fix, words_of(node.css_first("p") or node))
