"""Rules about finding one's way: how far each page is from home.

In: a `SiteView`. Out: faults, each with its page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from localoffer.audit.html.page import fault_on
from localoffer.audit.html.site import SiteView
from localoffer.rulebook import Fault, Rules

REACH = Rules("whole-site")
MOST_LINKS = 3


@REACH.rule("out-of-reach")
def check_reach(site: SiteView) -> Iterator[Fault]:
    """Every page can be reached from home by links, and every service in three at most."""
    for address, page in site.pages.items() if "index.html" in site.pages else ():
        distance = site.distances.get(address)
        is_service = re.fullmatch(r"services/[^/]+/[^/]+/index\.html", address)
        if not page.is_whole or address == "404.html" or site.kinds.get(address, "").startswith(("embed", "redirect")):
            continue
        if distance is None:
            yield fault_on(
                address, "no link leads to this page", "link to it from a page people find.", "title:", "name:"
            )
        elif is_service and distance > MOST_LINKS and address not in site.closed and "/page/" not in address:
            yield fault_on(
                address,
                f"this service is {distance} links from home, and {MOST_LINKS} are the most",
                "give it a topic that is listed at home.",
                "topics:",
            )
