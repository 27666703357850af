"""Which schools link to the offer: those that the law asks and that do not first, each with a letter.

In: the catalogue, with what was found last on their websites. Out: one row a school.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from localoffer import wording
from localoffer.addresses import FOR_SCHOOLS, WHO_LINKS, whole_url
from localoffer.catalogue import Catalogue
from localoffer.letters import name_order
from localoffer.model.schools import LocalSchool, SchoolLink
from localoffer.reports.files import Letter, Table

COLUMNS = {
    "school": "School",
    "kind": "Kind",
    "must_link": "Does the law ask it?",
    "found": "Found",
    "date": "Looked on",
    "why": "Why",
    "page": "Page of the school",
    "leads_to": "Where its link leads",
    "letter": "Letter",
}
ORDER = ("wrong link", "no link", "could not look", "not looked at", "linked")
NOT_LOOKED_AT = "not looked at"


def table(catalogue: Catalogue) -> Table:
    """Every school of the list, those with most to do first."""
    words = catalogue.vocabulary
    rows = [_row(school, words.school_links.get(school.id), catalogue) for school in words.schools.values()]
    rows.sort(
        key=lambda row: (row["must_link"] != "yes", ORDER.index(str(row["found"])), name_order(str(row["school"])))
    )
    return Table(list(_intro(catalogue)), COLUMNS, rows)


def _intro(catalogue: Catalogue) -> Iterator[str]:
    words = catalogue.vocabulary
    if not words.schools:
        yield "No school is listed yet. Write them into content/_data/schools.yml, each with its web address."
        return
    asked = [school for school in words.schools.values() if school.must_link == "yes"]
    found = Counter(words.school_links[school.id].found for school in asked if school.id in words.school_links)
    yield (
        f"{catalogue.site.council.name}, {wording.day_date(catalogue.today)}. The law asks {wording.count(len(asked), 'school')} "
        f"of the list to say where the offer is. {found['linked']} of them link to it; {found['wrong link']} have a wrong link; "
        f"on the websites of {found['no link']} no link was found; {found['could not look']} could not be looked at."
    )
    yield (
        "A computer looked at a few pages of each website. It runs no scripts, so it can miss a link: look at a website "
        "yourself before you write. Each letter says what was seen and what to do, and blames nobody."
    )


def _row(school: LocalSchool, seen: SchoolLink | None, catalogue: Catalogue) -> dict[str, object]:
    return {
        "school": school.name,
        "kind": school.kind,
        "must_link": school.must_link,
        "found": seen.found if seen else NOT_LOOKED_AT,
        "date": seen.date.isoformat() if seen else "",
        "why": seen.why
        if seen
        else "It has no web address in schools.yml."
        if not school.url
        else "Nobody has looked yet.",
        "page": (seen and seen.page) or school.url or "",
        "leads_to": (seen and seen.leads_to) or "",
        "letter": letter(school, seen, catalogue) if seen and seen.found in ("wrong link", "no link") else "",
    }


def letter(school: LocalSchool, seen: SchoolLink, catalogue: Catalogue) -> Letter:
    """What was seen and what to do. `Letter.to` is empty where nobody knows the school's e-mail address."""
    site = catalogue.site
    provider = catalogue.providers.get(school.provider or "")
    to = school.email or (provider.email if provider else "") or ""
    here = whole_url("", site.site_url)
    lines = [
        "Dear colleague,",
        "",
        f"on {wording.day_date(seen.date)} we looked at the website of {school.name}, to see if families can find the Local Offer from it.",
        *_what_was_seen(school, seen),
        "",
        f"Please link to {here}",
        *(["The law asks for this in your SEN information report."] if school.must_link == "yes" else []),
        f"Ready words, a badge and a poster are here: {whole_url(FOR_SCHOOLS, site.site_url)}",
        "",
        "Perhaps the link is there and we missed it: a computer looked, at a few pages. Then tell us where it is. "
        f"What we found is public, with the day: {whole_url(WHO_LINKS, site.site_url)}",
        *([f"Shall we help? Phone {wording.phone_chunks(site.help.phone)}."] if site.help.phone else []),
        "",
        "Thank you.",
        site.help.name or site.help.role,
        site.council.name,
    ]
    return Letter(to, f"A link to the Local Offer from the website of {school.name}", "\n".join(lines))


def _what_was_seen(school: LocalSchool, seen: SchoolLink) -> Iterator[str]:
    if seen.found == "no link":
        yield f"We saw {wording.count(seen.pages, 'page')} and did not find a link."
    else:
        yield f"{seen.why} The link is on {seen.page or school.url}" + (
            f" and leads to {seen.leads_to}" if seen.leads_to else ""
        )
