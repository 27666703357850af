"""What templates read on every page: where urgent help and the languages page are, and whom to call.

In: the Catalogue. Out: plain values for `extra`, which every template sees as it sees mkdocs.yml's own facts.
"""

from __future__ import annotations

from dataclasses import asdict

from localoffer.addresses import EMERGENCIES, LANGUAGES, content_url, easy_url
from localoffer.catalogue import Catalogue
from localoffer.model.opening import schedules_of
from localoffer.wording import open_hours

NOT_SHOWN = ("words",)
IN_FOOT = 4
"""How many languages the foot of every page names in their own letters."""


def languages_frame(catalogue: Catalogue) -> dict[str, object]:
    """Where the languages page is, and the first few languages, for whom a link in English says nothing; empty without any."""
    names = [{"lang": one.id, "name": one.name} for one in catalogue.languages[:IN_FOOT]]
    return {"page": LANGUAGES, "easy": easy_url(LANGUAGES), "names": names} if names else {}


def easy_links(catalogue: Catalogue) -> dict[str, str]:
    """The council's own links → the easy-read twin of the page they lead to, where it has one."""
    site = catalogue.site
    pages = {content_url(name): page for name, page in catalogue.content.items() if page.easy}
    hrefs = {link.url: link.url.strip("/").partition("#")[0] + "/" for link in (*site.header_links, *site.footer_links)}
    return {url: easy_url(place) for url, place in hrefs.items() if url.startswith("/") and place in pages}


def urgent_frame(catalogue: Catalogue) -> dict[str, object]:
    """`page` and `easy` are empty where nobody has written them; `help_open`: the help line's hours, for a script."""
    page = catalogue.content.get(EMERGENCIES.rstrip("/"))
    calls = [
        {name: value for name, value in asdict(call).items() if name not in NOT_SHOWN} for call in catalogue.urgent
    ]
    return {
        "page": EMERGENCIES if page else "",
        "easy": easy_url(EMERGENCIES) if page and page.easy else "",
        "calls": calls,
        "help_open": open_hours(schedules_of(catalogue.site.help.hours or "")),
    }


def offer_name(catalogue: Catalogue) -> str:
    """What the offer is called, whole: `Marlbrook SEND Local Offer`."""
    site = catalogue.site
    return site.offer_name or site.site_name or f"{site.council.place} SEND Local Offer"
