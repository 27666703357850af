"""Where a link of easy read leads: whoever reads easy read stays there wherever there is a page.

In: an address as an editor wrote it, and the catalogue. Out: the same, or that of the easy-read twin.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from localoffer.addresses import (
    DATES,
    EVERY_NEED,
    FIND,
    GUIDES,
    NEEDS,
    SERVICES,
    STAGES,
    STATEMENT,
    TOPICS,
    easy_url,
    is_easy,
    stage_url,
)
from localoffer.catalogue import Catalogue
from localoffer.catalogue.index import ALL_NEEDS
from localoffer.easyread.page import Section
from localoffer.facts.voice import Idea, Sentence


def easy_address(href: str, catalogue: Catalogue) -> str:
    """A page of the offer leads to its easy-read twin where it has one; other addresses stay as they are."""
    if not href.startswith("/"):
        return href
    path, _, fragment = href.strip("/").partition("#")
    url = f"{path.rstrip('/')}/" if path else ""
    if has_twin(url, catalogue):
        return easy_url(url)
    return f"{url}#{fragment}" if fragment else url


def has_twin(url: str, catalogue: Catalogue) -> bool:
    """True where the page at this address has an easy-read twin."""
    page = url.rstrip("/")
    record = page.removeprefix(SERVICES)
    guide = catalogue.content.get(page) or catalogue.content.get(f"{page}/index")
    if record in catalogue.services or record in catalogue.providers or (guide is not None and guide.easy is not None):
        return True
    return url in _lists(catalogue)


def _lists(catalogue: Catalogue) -> set[str]:
    words = catalogue.vocabulary
    doors = {"", FIND, TOPICS, NEEDS, STAGES, GUIDES, STATEMENT, *([DATES] if words.letters else [])}
    if any(ALL_NEEDS in service.eligibility.needs for service in catalogue.services.values()):
        doors.add(EVERY_NEED)
    of_each = {*(f"{TOPICS}{name}/" for name in words.topics), *(f"{NEEDS}{name}/" for name in words.needs)}
    return doors | of_each | {stage_url(name) for name in words.stages}


def in_easy_read(sections: Iterable[Section], catalogue: Catalogue, full_page: str) -> list[Section]:
    """The sections, each link to a page of the offer leading to its twin; those to the full page itself stay."""

    def sentence(found: Sentence) -> Sentence:
        return tuple(
            replace(part, href=easy_address(f"/{part.href}", catalogue)) if _leaves(part.href, full_page) else part
            for part in found
        )

    def idea(found: Idea) -> Idea:
        if not any(_leaves(part.href, full_page) for one in found.sentences for part in one):
            return found
        return replace(found, sentences=tuple(map(sentence, found.sentences)))

    return [replace(section, ideas=tuple(map(idea, section.ideas))) for section in sections]


def _leaves(href: str, full_page: str) -> bool:
    is_inside = bool(href) and ":" not in href and not href.startswith("#")
    return is_inside and not is_easy(href) and href.partition("#")[0] != full_page
