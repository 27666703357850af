"""Rules about finding one's way: how far each page is from home.

In: a `SiteView`. Out: faults, each with its page.
"""

from __future__ import annotations

from collections.abc import Iterator

from localoffer.addresses import NOT_FOUND
from localoffer.audit.html.page import fault_on
from localoffer.audit.html.site import SiteView
from localoffer.kinds import kind_of
from localoffer.rulebook import Fault, Rules

REACH = Rules("whole-site")
MOST_LINKS = 3


@REACH.rule("out-of-reach")
def check_reach(site: SiteView) -> Iterator[Fault]:
    """Every page can be reached from home by links, and every service in three at most."""
    for address, page in site.pages.items() if "index.html" in site.pages else ():
        distance = site.distances.get(address)
        kind = site.kinds.get(address, "")
        if not page.is_whole or address == NOT_FOUND or not kind_of(kind).is_listed:
            continue
        if distance is None:
            yield fault_on(
                address, "no link leads to this page", "link to it from a page people find.", "title:", "name:"
            )
        elif kind == "service" and distance > MOST_LINKS and address not in site.closed:
            yield fault_on(
                address,
                f"this service is {distance} links from home, and {MOST_LINKS} are the most",
                "give it a topic that is listed at home.",
                "topics:",
            )
