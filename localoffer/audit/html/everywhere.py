"""Rules about what every page has in the same place: help, the easy-read switch, print.

In: a `PageView`. Out: faults.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from localoffer.audit.html.page import Node, PageView, around, frame_fault
from localoffer.rulebook import Fault, Rules

EVERYWHERE = Rules("built-page", within="main")


@EVERYWHERE.rule("help-missing", bad="", good='<a href="tel:01632960100">01632 960 100</a>', within="help")
def check_help(page: PageView) -> Iterator[Fault]:
    """Each page says who helps with the site, by phone and e-mail, in its footer (WCAG 3.2.6)."""
    footer = page.all("footer")
    if page.is_whole and footer:
        ways = [attributes.get("href") or "" for node, attributes in page.all("a") if _is_in(node, "footer")]
        open_ways = " ".join(attributes.get("data-lo-without") or "" for _node, attributes in page.all("ul"))
        for scheme, what in (("tel:", "phone number"), ("mailto:", "e-mail address")):
            if scheme in open_ways:
                continue  # not filled in yet: `check` says so, at its line
            if not any(way.startswith(scheme) for way in ways):
                message = f"the footer has no {what} of the person who helps with the site"
                yield frame_fault(message, "put it where the other pages have it.", "<footer")


@EVERYWHERE.rule("easy-switch-missing", bad="", good='<a href="/easy-read/">Easy read</a>', within="switch")
def check_switch(page: PageView) -> Iterator[Fault]:
    """Each page has the easy-read switch in its header."""
    if page.is_whole and page.all("header") and switch_of(page) is None:
        message = "the header has no switch to easy read or the full page"
        yield frame_fault(message, "put it where the other pages have it.", "<header")


@EVERYWHERE.rule(
    "print-missing", bad="", good='<button type="button" data-lo-print hidden>Print</button>', within="print"
)
def check_print(page: PageView) -> Iterator[Fault]:
    """Each page has the print button."""
    if page.is_whole and not any("data-lo-print" in attributes for _, attributes in page.all("button", "a")):
        message = "the page has no print button"
        yield frame_fault(message, "put it where the other pages have it.", "data-lo-print", "<body")


_SWITCH = re.compile(r"easy read|full page", re.IGNORECASE)


def switch_of(page: PageView) -> Node | None:
    """The link of the header that switches between the full page and easy read."""
    for node, attributes in page.all("a"):
        if "href" in attributes and _is_in(node, "header") and _SWITCH.fullmatch(page.name_of(node)):
            return node
    return None


def _is_in(node: Node, tag: str) -> bool:
    return any(outer.tag == tag for outer in around(node))


def order_of_help(page: PageView) -> str:
    """In which order a page offers the easy-read switch, print and help: the same on every page."""
    switch = switch_of(page)
    found = []
    for node, tag, attributes in page.nodes:
        if switch is not None and node.mem_id == switch.mem_id:
            found.append("the easy-read switch")
        elif "data-lo-print" in attributes:
            found.append("print")
        elif tag == "main":
            found.append("the main part")
        elif tag == "a" and (attributes.get("href") or "").startswith(("tel:", "mailto:")) and not _is_in(node, "main"):
            found.append("help")
    return ", ".join(what for number, what in enumerate(found) if not number or found[number - 1] != what)
