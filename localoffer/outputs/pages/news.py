"""What is new: services added in the last half year, by month.

In: the Index. Out: list Pages.
"""

from __future__ import annotations

from itertools import groupby

from localoffer import wording
from localoffer.addresses import NEWS, SAID_AND_DONE, UP_TO_DATE
from localoffer.catalogue.measures import new_services
from localoffer.model import Service
from localoffer.outputs.index import Index
from localoffer.outputs.page import SITE, Page
from localoffer.outputs.pages.lists import ListPage, cards, list_pages
from localoffer.outputs.view import Box, Group, Link, Notice


def make_pages(index: Index) -> list[Page]:
    """The list, newest month first."""
    months = groupby(new_services(index), key=_month)
    groups = [
        Group(f"month-{number}", month, cards(services, index)) for number, (month, services) in enumerate(months, 1)
    ]
    nothing = Notice("", "Nothing is new just now.", "Look in the topics for everything we know of.")
    return list_pages(
        ListPage(
            "news",
            NEWS,
            SITE,
            "What is new",
            "Services we added in the last 6 months.",
            notices=[] if groups else [nothing],
            groups=groups,
            side=[Box("More", [Link("You said, we did", SAID_AND_DONE), Link("How up to date we are", UP_TO_DATE)])],
        )
    )


def _month(service: Service) -> str:
    return wording.month_year(service.added) if service.added else ""
