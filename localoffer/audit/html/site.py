"""Rules that need the whole site: titles, links, files, twins, the policy of the host, the same help everywhere.

In: a `SiteView`: the facts of every page and the names of all files. Out: (page, fault).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from localoffer.alttext.picture import Shown
from localoffer.alttext.together import faults_together
from localoffer.audit.html.page import Fault, short
from localoffer.audit.html.safety import POLICY
from localoffer.audit.html.siteview import Found, SiteRule, SiteView
from localoffer.audit.html.weight import check_scripts, check_weight
from localoffer.outputs.pages.easy import EXEMPT

MOST_SHEETS = 3
MOST_LINKS = 3
EASY = "easy-read/"


def check_titles(site: SiteView) -> Found:
    """No two pages have the same title: people tell tabs and bookmarks apart by it."""
    first: dict[str, str] = {}
    for address, page in site.pages.items():
        if page.title and page.is_whole and first.setdefault(page.title, address) != address:
            fault = Fault(
                f"the title “{short(page.title, 90)}” is also that of /{first[page.title].removesuffix('index.html')}",
                "say in the title what is different here.",
                (page.title.split(":")[0], "title:", "name:"),
            )
            yield address, fault


def check_links(site: SiteView) -> Found:
    """A link inside the site leads to a page or file that is there."""
    for address, page in site.pages.items():
        for target, _, href, where in page.links:
            if target not in site.files:
                yield (
                    address,
                    Fault(
                        f"a link leads to /{short(_bare(target), 80)}, and no page is there",
                        "correct the address, or take the link out.",
                        _link_clues(href, target),
                        bool(where),
                    ),
                )


def _bare(target: str) -> str:
    """`topics/index.html` → `topics/`."""
    return target.removesuffix("index.html")


def _link_clues(href: str, target: str) -> tuple[str, ...]:
    bare = _bare(target).rstrip("/")
    return (f"/{bare}/" if bare else href, href, bare.removeprefix("services/"), bare.rpartition("/")[2])


def check_fragments(site: SiteView) -> Found:
    """A link to a part of a page leads to a part that is there."""
    ids = {address: set(page.ids) for address, page in site.pages.items()}
    for address, page in site.pages.items():
        for target, fragment, _href, where in page.links:
            if (
                fragment
                and target in ids
                and fragment not in ids[target]
                and fragment != "top"
                and not fragment.startswith(":~:")
            ):
                yield (
                    address,
                    Fault(
                        f"a link leads to /{short(_bare(target), 80)}#{fragment}, and that page has no such part",
                        "copy the address of the heading again, from # on.",
                        (f"#{fragment}", fragment),
                        bool(where),
                    ),
                )


def check_files(site: SiteView) -> Found:
    """Every picture, script and icon that a page asks for is there."""
    for address, page in site.pages.items():
        for target, href, where in page.assets:
            if target not in site.files:
                yield (
                    address,
                    Fault(
                        f"the page asks for {short(href, 80)}, which is not there",
                        "put the file there, or correct its name.",
                        (href, href.rpartition("/")[2]),
                        bool(where),
                    ),
                )


def check_twins(site: SiteView) -> Found:
    """A page and its easy-read twin lead to each other by the switch, and each page that owes a twin has one."""
    for address, page in site.pages.items():
        if not page.is_whole or address == "404.html":
            continue
        if address.startswith(EASY):
            full = address.removeprefix(EASY)
            if full in site.pages and page.switch and _unpaged(page.switch) != _unpaged(full):
                yield (
                    address,
                    Fault(
                        "the easy-read page does not lead back to its full page",
                        f"let its switch lead to /{full.removesuffix('index.html')}",
                        ("title:",),
                    ),
                )
        elif f"{EASY}{address}" in site.pages:
            if page.switch and _unpaged(page.switch) != _unpaged(f"{EASY}{address}"):
                yield (
                    address,
                    Fault(
                        "the page does not lead to its easy-read page",
                        f"let its switch lead to /{EASY}{address.removesuffix('index.html')}",
                        ("title:", "name:"),
                    ),
                )
        elif (
            (kind := site.kinds.get(address, ""))
            and kind not in EXEMPT
            and not kind.startswith(("embed", "easy"))
            and _unpaged(address) not in site.without_twin
        ):
            yield (
                address,
                Fault(
                    f"the page has no easy-read page, and pages of its kind ({kind}) owe one",
                    "write the file beside it that ends in .easy.md, or say easy_read: none and why.",
                    ("title:", "name:"),
                ),
            )


def _unpaged(address: str) -> str:
    """A later part of a list belongs to its first: `topics/x/page/2/index.html` → `topics/x/index.html`."""
    return re.sub(r"/page/\d+/index\.html$", "/index.html", address)


def check_help_order(site: SiteView) -> Found:
    """The easy-read switch, print and help stand in the same order on every page (WCAG 3.2.6)."""
    orders = Counter(page.order for page in site.pages.values() if page.is_whole and page.order)
    if orders:
        usual = orders.most_common(1)[0][0]
        for address, page in site.pages.items():
            has_all = sorted(set(page.order.split(", "))) == sorted(set(usual.split(", ")))
            if page.is_whole and has_all and page.order != usual:
                yield (
                    address,
                    Fault(
                        f"help stands elsewhere than on other pages: {page.order}; elsewhere {usual}",
                        "leave header and footer to the shared template.",
                        ("<header", "<body"),
                        True,
                    ),
                )


_HASH = re.compile(r"'sha256-[A-Za-z0-9+/=]+'")


def check_host_policy(site: SiteView) -> Found:
    """The policy that the host sends (_headers) asks what every page asks, and allows the sheets of all pages."""
    try:
        sent = re.findall(
            r"^\s+Content-Security-Policy:\s*(.+?)\s*$", (site.folder / "_headers").read_text("utf-8"), re.M
        )
    except OSError:
        sent = []
    if not sent:
        yield (
            "index.html",
            Fault("the site has no _headers file that sends the policy", "build the site anew.", (), True),
        )
        return
    for address, page in site.pages.items():
        if page.policy and _HASH.sub("", page.policy).split() != POLICY.split():
            continue  # said by policy-missing
        is_allowed = set(_HASH.findall(page.policy)) <= set(_HASH.findall(sent[0]))
        if page.policy and not (is_allowed and _HASH.sub("", sent[0]).split() == POLICY.split()):
            yield (
                address,
                Fault(
                    "the policy in the page is not the one that the host sends",
                    "build the site anew: python build.py build --clean",
                    ("Content-Security-Policy",),
                    True,
                ),
            )


def check_sheet_count(site: SiteView) -> Found:
    """The whole site has at most three inline stylesheets: pages, easy read, embeds."""
    first: dict[str, str] = {}
    for address, page in site.pages.items():
        for sheet in page.sheets:
            first.setdefault(sheet, address)
    for sheet, address in list(first.items())[MOST_SHEETS:]:
        yield (
            address,
            Fault(
                f"the site has {len(first)} different stylesheets in its pages ({sheet[:16]}… is one too many)",
                "let pages share them: one for pages, one for easy read, one for embeds.",
                ("<style",),
                True,
            ),
        )


def check_reach(site: SiteView) -> Found:
    """Every page can be reached from home by links, and every service in three at most."""
    for address, page in site.pages.items() if "index.html" in site.pages else ():
        distance = site.distances.get(address)
        is_service = re.fullmatch(r"services/[^/]+/[^/]+/index\.html", address)
        if not page.is_whole or address == "404.html" or site.kinds.get(address, "").startswith(("embed", "redirect")):
            continue
        if distance is None:
            yield (
                address,
                Fault("no link leads to this page", "link to it from a page people find.", ("title:", "name:")),
            )
        elif is_service and distance > MOST_LINKS and address not in site.closed and "/page/" not in address:
            yield (
                address,
                Fault(
                    f"this service is {distance} links from home, and {MOST_LINKS} are the most",
                    "give it a topic that is listed at home.",
                    ("topics:",),
                ),
            )


def picture_faults(site: SiteView) -> Iterator[tuple[str, str, str, Fault]]:
    """Rule id, how bad, page and fault: one alt on different pictures, different alts on one picture."""
    shown = (
        (Shown(file, alt), (address, alt, file)) for address, page in site.pages.items() for alt, file in page.pictures
    )
    told: set[tuple[str, str, str]] = set()
    for rule, fault, (address, alt, file) in faults_together(shown):
        if (rule.id, alt, file) not in told:
            told.add((rule.id, alt, file))
            yield rule.id, fault.severity or rule.severity, address, Fault(fault.message, fault.fix, (alt, file.rpartition("/")[2]))


SITE: tuple[SiteRule, ...] = (
    SiteRule("title-twice", check_titles),
    SiteRule("link-broken", check_links),
    SiteRule("fragment-broken", check_fragments),
    SiteRule("file-missing", check_files),
    SiteRule("easy-twin", check_twins),
    SiteRule("help-order", check_help_order),
    SiteRule("policy-differs", check_host_policy),
    SiteRule("too-many-sheets", check_sheet_count),
    SiteRule("page-weight", check_weight),
    SiteRule("script-weight", check_scripts),
    SiteRule("out-of-reach", check_reach),
)

__all__ = ["SITE", "SiteRule", "SiteView", "picture_faults"]
