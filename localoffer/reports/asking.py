"""What nobody knows yet, provider by provider, those with most to ask first, each with a letter that asks exactly that.

In: the catalogue. Out: one row a provider that has something to be asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from localoffer import wording
from localoffer.addresses import service_url, whole_url
from localoffer.catalogue import Catalogue
from localoffer.facts.asking import Question, questions
from localoffer.letters import name_order
from localoffer.model import Provider, Service
from localoffer.reports.files import Letter, Table

COLUMNS = {
    "provider": "Provider",
    "path": "File",
    "email": "E-mail",
    "phone": "Phone",
    "listings": "Listings",
    "questions": "Questions",
    "about": "What we do not know",
    "letter": "Letter",
}
MOST_LISTINGS = 10
"""A letter asks about no more listings than this: a longer one is not answered."""
Asked = Sequence[tuple[Service, Sequence[Question]]]
"""Listings of one provider, each with its questions."""


def table(catalogue: Catalogue) -> Table:
    """The providers with something to be asked, worst first."""
    found = {provider: _asked(catalogue.services_of.get(provider, []), catalogue) for provider in catalogue.providers}
    open_ones = {provider: asked for provider, asked in found.items() if asked}
    order = sorted(open_ones, key=lambda name: (-_count(open_ones[name]), name_order(catalogue.providers[name].name)))
    rows = [_row(catalogue.providers[name], open_ones[name], catalogue) for name in order]
    return Table(list(_intro(catalogue, open_ones.values())), COLUMNS, rows)


def _asked(services: Iterable[Service], catalogue: Catalogue) -> Asked:
    asked = [(service, questions(service, catalogue)) for service in services]
    return sorted((pair for pair in asked if pair[1]), key=lambda pair: (-len(pair[1]), pair[0].id))


def _count(asked: Asked) -> int:
    return sum(len(open_ones) for _, open_ones in asked)


def _intro(catalogue: Catalogue, found: Iterable[Asked]) -> Iterable[str]:
    listings = [pair for asked in found for pair in asked]
    yield (
        f"{catalogue.site.council.name}, {wording.day_date(catalogue.today)}. We do not know all about "
        f"{wording.count(len(listings), 'listing')}: {wording.count(_count(listings), 'question')} to ask. "
        "The provider with most to ask comes first."
    )
    yield "Each letter asks what our pages do not say, and nothing else. Send it as it is, or change it."
    waiting = [service for service in catalogue.services.values() if service.topics_proposed]
    unsorted = [service for service in catalogue.services.values() if not service.has_topics]
    if waiting or unsorted:
        yield (
            f"To be done here: {wording.count(len(unsorted), 'listing')} without topics, and "
            f"{wording.count(len(waiting), 'listing')} whose topics a computer has proposed. When they are right: "
            "python build.py fix --accept-topics PATH"
        )


def _row(provider: Provider, asked: Asked, catalogue: Catalogue) -> dict[str, object]:
    to = _email(provider, asked)
    phone = provider.phone or next((c.phone for service, _ in asked for c in service.contacts if c.phone), None)
    names = dict.fromkeys(question.name for _, open_ones in asked for question in open_ones)
    return {
        "provider": provider.name,
        "path": provider.path,
        "email": to,
        "phone": phone and wording.phone_chunks(phone),
        "listings": len(asked),
        "questions": _count(asked),
        "about": ", ".join(names),
        "letter": Letter(to or "", _subject(asked, catalogue), _body(asked, catalogue)),
        "each": [
            {"service": service.name, "path": service.path, "questions": [question.words for question in open_ones]}
            for service, open_ones in asked
        ],
    }


def _email(provider: Provider, asked: Asked) -> str | None:
    """The provider's address, or else the first of its listings' that has one."""
    return provider.email or next((c.email for service, _ in asked for c in service.contacts if c.email), None)


def _offer(catalogue: Catalogue) -> str:
    site = catalogue.site
    named = site.offer_name or site.site_name
    return f"the {named}" if named else f"the Local Offer of {site.council.name}"


def _subject(asked: Asked, catalogue: Catalogue) -> str:
    page = "Your page" if len(asked) == 1 else "Your pages"
    return f"{page} in {_offer(catalogue)}: {wording.count(_count(asked[:MOST_LISTINGS]), 'question')}"


def _body(asked: Asked, catalogue: Catalogue) -> str:
    site = catalogue.site
    lines = [
        "Hello,",
        "",
        f"families find you in {_offer(catalogue)}. There are things that our pages do not say yet, and we do not want to guess. "
        "Please answer what you can. Short answers are fine.",
    ]
    number = 0
    for service, open_ones in asked[:MOST_LISTINGS]:
        lines += ["", service.name, whole_url(service_url(service.id), site.site_url)]
        for question in open_ones:
            number += 1
            lines.append(f"{number}. {question.words}")
    if len(asked) > MOST_LISTINGS:
        lines += ["", f"We will ask about {len(asked) - MOST_LISTINGS} more of your pages another time."]
    sender = ", ".join(filter(None, [site.help.name, site.help.role]))
    lines += ["", "Thank you.", sender, site.council.name]
    lines += [wording.phone_chunks(site.help.phone)] if site.help.phone else []
    return "\n".join(lines) + "\n"
