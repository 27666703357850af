"""Rules about what all pages of a site share: help in one place, the policy of the host, stylesheets.

In: a `SiteView`. Out: faults, each with its page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from localoffer.audit.html.page import fault_on
from localoffer.audit.html.safety import POLICY
from localoffer.audit.html.site import SiteView
from localoffer.rulebook import Fault, Rules
from localoffer.system.headers import without_frames

SHARED = Rules("whole-site")
MOST_SHEETS = 6


@SHARED.rule("help-order")
def check_help_order(site: SiteView) -> Iterator[Fault]:
    """The easy-read switch, print and help stand in the same order on every page (WCAG 3.2.6)."""
    orders = Counter(page.order for page in site.pages.values() if page.is_whole and page.order)
    if orders:
        usual = orders.most_common(1)[0][0]
        for address, page in site.pages.items():
            has_all = sorted(set(page.order.split(", "))) == sorted(set(usual.split(", ")))
            if page.is_whole and has_all and page.order != usual:
                message = f"help stands elsewhere than on other pages: {page.order}; elsewhere {usual}"
                fix = "leave header and footer to the shared template."
                yield fault_on(address, message, fix, "<header", "<body", in_frame=True)


_HASH = re.compile(r"'sha256-[A-Za-z0-9+/=]+'")


@SHARED.rule("policy-differs")
def check_host_policy(site: SiteView) -> Iterator[Fault]:
    """The policy that the host sends (_headers) asks what every page asks, and allows the sheets of all pages."""
    try:
        sent = re.findall(
            r"^\s+Content-Security-Policy:\s*(.+?)\s*$", (site.folder / "_headers").read_text("utf-8"), re.M
        )
    except OSError:
        sent = []
    sent = [without_frames(each) for each in sent]
    if not sent:
        message = "the site has no _headers file that sends the policy"
        yield fault_on("index.html", message, "build the site anew.", in_frame=True)
        return
    for address, page in site.pages.items():
        if page.policy and _HASH.sub("", page.policy).split() != POLICY.split():
            continue  # said by policy-missing
        is_allowed = set(_HASH.findall(page.policy)) <= set(_HASH.findall(sent[0]))
        if page.policy and not (is_allowed and _HASH.sub("", sent[0]).split() == POLICY.split()):
            message = "the policy in the page is not the one that the host sends"
            fix = "build the site anew: python build.py build --clean"
            yield fault_on(address, message, fix, "Content-Security-Policy", in_frame=True)


@SHARED.rule("too-many-sheets")
def check_sheet_count(site: SiteView) -> Iterator[Fault]:
    """The whole site has at most six inline stylesheets: pages, easy read, embeds, and kinds of page that need more."""
    first: dict[str, str] = {}
    for address, page in site.pages.items():
        for sheet in page.sheets:
            first.setdefault(sheet, address)
    for sheet, address in list(first.items())[MOST_SHEETS:]:
        message = f"the site has {len(first)} different stylesheets in its pages ({sheet[:16]}… is one too many)"
        fix = "let kinds of page share them: a sheet of its own is for what only one kind shows."
        yield fault_on(address, message, fix, "<style", in_frame=True)
