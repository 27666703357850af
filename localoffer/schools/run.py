"""Look at the websites of all schools of the list, and write down what was found.

In: the catalogue. Out: content/_data/school_links.yml. Several websites are asked at once, each one thing at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import groupby
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from localoffer.catalogue import Catalogue
from localoffer.check import check_offer
from localoffer.model.contact_forms import is_web_address
from localoffer.model.schools import LocalSchool
from localoffer.overlay import LISTS, OURS
from localoffer.schools.asking import Visitor
from localoffer.schools.links import Offer
from localoffer.schools.looking import Found, look_at
from localoffer.system.failures import CannotRun
from localoffer.system.folders import Folders

AT_ONCE = 4
NAME = "school_links.yml"
HEAD = """\
# What was found on the websites of the schools in schools.yml, and when.
# `python build.py report schools` writes this file anew each time: what you change here is lost.
"""


def visit_and_write(root: Path, today: date) -> Path | None:
    """Look at each school's website and write down what was found; None where there is none to look at. Nothing is asked
    while the offer has errors: the report shows them."""
    catalogue, _findings = check_offer(root, today, cache=Folders(root).cache)
    if catalogue is None or not any(school.url for school in catalogue.vocabulary.schools.values()):
        return None
    return write_found(look_at_schools(catalogue), catalogue)


def look_at_schools(
    catalogue: Catalogue, visitor: Callable[[str], Visitor] = lambda about: Visitor(about=about)
) -> dict[str, Found]:
    """School → what was found, in the order of the list; schools without a web address are left out."""
    offer = offer_of(catalogue)
    schools = [school for school in catalogue.vocabulary.schools.values() if school.url]

    def visit(group: list[LocalSchool]) -> list[tuple[str, Found]]:
        guest = visitor(offer.address)
        try:
            return [
                (school.id, look_at(school.url or "", offer, guest, _sen_page(school, catalogue))) for school in group
            ]
        finally:
            guest.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = {name: one for group in pool.map(visit, _by_host(schools)) for name, one in group}
    return {school.id: found[school.id] for school in schools}


def offer_of(catalogue: Catalogue) -> Offer:
    """The address to look for; CannotRun where nobody has said it."""
    if not catalogue.site.site_url:
        raise CannotRun(
            "Nobody has said which web address this offer has, so nothing can be looked for.",
            "write it in mkdocs.yml: site_url: https://…",
        )
    return Offer(catalogue.site.site_url, tuple(catalogue.site.former_addresses))


def _by_host(schools: Iterable[LocalSchool]) -> list[list[LocalSchool]]:
    """Schools of one website together: it is asked one thing at a time."""

    def host(school: LocalSchool) -> str:
        return urlsplit(school.url or "").netloc.lower()

    return [list(group) for _host, group in groupby(sorted(schools, key=host), key=host)]


def _sen_page(school: LocalSchool, catalogue: Catalogue) -> str:
    """Its page about special educational needs, as far as somebody has written it down."""
    listings = catalogue.services_of.get(school.provider or "", [])
    reports = (
        service.school.sen_report_url for service in listings if service.school and service.school.sen_report_url
    )
    return school.sen_page or next(reports, "") or ""


def write_found(found: dict[str, Found], catalogue: Catalogue) -> Path:
    """Write the list of this day; the file."""
    path = catalogue.root / OURS / LISTS / NAME
    members = [
        yaml.safe_dump([_member(name, one, catalogue)], sort_keys=False, allow_unicode=True, width=200)
        for name, one in found.items()
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([HEAD, *members]), encoding="utf-8", newline="\n")
    return path


def _member(name: str, one: Found, catalogue: Catalogue) -> dict[str, object]:
    """An address that our own files would refuse is left out: a website must not be able to stop our build."""
    places = {"page": one.page, "leads_to": one.leads_to}
    return {
        "id": name,
        "found": one.found,
        "date": catalogue.today,
        "why": one.why,
        **{key: address for key, address in places.items() if is_web_address(address)},
        "pages": one.pages,
    }
