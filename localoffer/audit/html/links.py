"""Rules about what leads where in a site: titles, links, files, twins, and how far each page is from home.

In: a `SiteView`. Out: faults, each with its page.
"""

from __future__ import annotations

from collections.abc import Iterator

from localoffer.addresses import NOT_FOUND, SERVICES, easy_url, first_part, full_url, is_easy, url_of
from localoffer.audit.html.page import fault_on, short
from localoffer.audit.html.site import SiteView
from localoffer.kinds import kind_of
from localoffer.rulebook import Fault, Rules

LINKS, REACH = Rules("whole-site"), Rules("whole-site")
MOST_LINKS = 3
"""Links that a service is from home at most."""


@LINKS.rule("title-twice")
def check_titles(site: SiteView) -> Iterator[Fault]:
    """No two pages have the same title: people tell tabs and bookmarks apart by it."""
    first: dict[str, str] = {}
    for address, page in site.pages.items():
        if page.title and page.is_whole and first.setdefault(page.title, address) != address:
            message = f"the title “{short(page.title, 90)}” is also that of /{url_of(first[page.title])}"
            fix = "say in the title what is different here."
            yield fault_on(address, message, fix, page.title.split(":")[0], "title:", "name:")


@LINKS.rule("link-broken")
def check_links(site: SiteView) -> Iterator[Fault]:
    """A link inside the site leads to a page or file that is there."""
    for address, page in site.pages.items():
        for target, _, href, where in page.links:
            if target not in site.files:
                message = f"a link leads to /{short(url_of(target), 80)}, and no page is there"
                fix = "correct the address, or take the link out."
                yield fault_on(address, message, fix, *_link_clues(href, target), in_frame=bool(where))


def _link_clues(href: str, target: str) -> tuple[str, ...]:
    bare = url_of(target).rstrip("/")
    return (f"/{bare}/" if bare else href, href, bare.removeprefix(SERVICES), bare.rpartition("/")[2])


@LINKS.rule("fragment-broken")
def check_fragments(site: SiteView) -> Iterator[Fault]:
    """A link to a part of a page leads to a part that is there."""
    ids = {address: set(page.ids) for address, page in site.pages.items()}
    for address, page in site.pages.items():
        for target, fragment, _href, where in page.links:
            leads_to_part = fragment not in ("", "top") and not fragment.startswith(":~:")
            if leads_to_part and target in ids and fragment not in ids[target]:
                message = f"a link leads to /{short(url_of(target), 80)}#{fragment}, and that page has no such part"
                fix = "copy the address of the heading again, from # on."
                yield fault_on(address, message, fix, f"#{fragment}", fragment, in_frame=bool(where))


@LINKS.rule("file-missing")
def check_files(site: SiteView) -> Iterator[Fault]:
    """Every picture, script and icon that a page asks for is there."""
    for address, page in site.pages.items():
        for target, href, where in page.assets:
            if target not in site.files:
                message = f"the page asks for {short(href, 80)}, which is not there"
                fix = "put the file there, or correct its name."
                yield fault_on(address, message, fix, href, href.rpartition("/")[2], in_frame=bool(where))


@LINKS.rule("easy-twin")
def check_twins(site: SiteView) -> Iterator[Fault]:
    """A page and its easy-read twin lead to each other by the switch, and each page that owes a twin has one; that of a list's
    later part may be the list's."""
    for address, page in site.pages.items():
        if not page.is_whole or address == NOT_FOUND:
            continue
        if is_easy(address):
            full = full_url(address)
            if full in site.pages and page.switch and first_part(page.switch) != first_part(full):
                message = "the easy-read page does not lead back to its full page"
                yield fault_on(address, message, f"let its switch lead to /{url_of(full)}", "title:")
        elif twin := next((one for one in (easy_url(address), easy_url(first_part(address))) if one in site.pages), ""):
            if page.switch and first_part(page.switch) != first_part(twin):
                message = "the page does not lead to its easy-read page"
                yield fault_on(address, message, f"let its switch lead to /{url_of(twin)}", "title:", "name:")
        elif kind_of(kind := site.kinds.get(address, "")).twin and first_part(address) not in site.without_twin:
            message = f"the page has no easy-read page, and pages of its kind ({kind}) owe one"
            fix = "write the file beside it that ends in .easy.md, or say easy_read: none and why."
            yield fault_on(address, message, fix, "title:", "name:")


@REACH.rule("out-of-reach")
def check_reach(site: SiteView) -> Iterator[Fault]:
    """Every page can be reached from home by links, and every service in three at most."""
    for address, page in site.pages.items() if "index.html" in site.pages else ():
        distance = site.distances.get(address)
        kind = site.kinds.get(address, "")
        if not page.is_whole or address == NOT_FOUND or not kind_of(kind).is_listed:
            continue
        if distance is None:
            message = "no link leads to this page"
            yield fault_on(address, message, "link to it from a page people find.", "title:", "name:")
        elif kind == "service" and distance > MOST_LINKS and address not in site.closed:
            message = f"this service is {distance} links from home, and {MOST_LINKS} are the most"
            yield fault_on(address, message, "give it a topic that is listed at home.", "topics:")
