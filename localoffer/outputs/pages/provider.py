"""The page of a provider: who they are, how to reach them, what they run.

In: one Provider, the Index. Out: Pages for theme/provider.html (several when it runs more than 50 services).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from localoffer import wording
from localoffer.addresses import PROVIDERS, picture_path, provider_url
from localoffer.model import Provider
from localoffer.outputs.index import Index
from localoffer.outputs.markdown import render
from localoffer.outputs.page import Meta, Page
from localoffer.outputs.pages.lists import Group, list_pages
from localoffer.outputs.pages.service import NOT_ENDORSED
from localoffer.outputs.parts import site_name
from localoffer.outputs.view import FactLine, Link, Picture, Way, Words

KINDS = {
    "council": "Part of the council",
    "nhs": "Part of the NHS",
    "school": "A school",
    "college": "A college",
    "early-years": "Early years: for children under 5",
    "charity": "A charity",
    "community-group": "A community group",
    "private": "A private company",
    "national": "A national organisation",
}


def make_pages(index: Index) -> Iterator[Page]:
    """The pages of every provider."""
    for provider in index.catalogue.providers.values():
        yield from provider_pages(provider, index)


def provider_pages(provider: Provider, index: Index) -> list[Page]:
    """The provider's page and, for a long list, its further parts."""
    url = provider_url(provider.id)
    meta: Meta = {
        "title": provider.name,
        "summary": f"{provider.name}: what they do, and how to reach them.",
        "crumbs": [Link("Who runs services", PROVIDERS)],
        "kind": _kind(provider, index),
        "logo": _logo(provider),
        "ways": list(_ways(provider)),
        "address": _address(provider, index),
        "facts": list(_facts(provider)),
        "not_endorsed": NOT_ENDORSED,
    }
    body = render("provider.md.j2", description=provider.description)
    pages = list_pages(url, meta, _groups(provider, index), provider.path, "provider")
    return [replace(pages[0], body=body), *pages[1:]]


def _kind(provider: Provider, index: Index) -> Words:
    words = KINDS[provider.kind]
    above = index.catalogue.providers.get(provider.part_of or "")
    return [f"{words}. Part of ", Link(above.name, provider_url(above.id))] if above else words


def _groups(provider: Provider, index: Index) -> list[Group]:
    services = index.by_provider.get(provider.id, [])
    running = [index.row(s) for s in services if s.status != "closed"]
    closed = [index.row(s) for s in services if s.status == "closed"]
    below = index.teams_of.get(provider.id, [])
    groups = [
        Group("services", "What they run", running),
        Group("teams", "Their teams", [[p.name, provider_url(p.id), KINDS[p.kind]] for p in below]),
        Group("closed", "Closed", closed, "These services have closed. Their pages say where else to look."),
    ]
    return [group for group in groups if group.rows]


def _logo(provider: Provider) -> Picture | None:
    logo = provider.logo
    return Picture(picture_path(provider.id, logo.file), logo.alt or provider.name) if logo else None


def _ways(provider: Provider) -> Iterator[Way]:
    if provider.phone:
        yield Way("phone", wording.phone_chunks(provider.phone), wording.phone_link(provider.phone))
    if provider.email:
        yield Way("mail", provider.email, f"mailto:{provider.email}")
    if provider.url:
        yield Way("globe", site_name(provider.url), provider.url)


def _address(provider: Provider, index: Index) -> str:
    where = provider.address
    if where is None:
        return ""
    kept_secret = [p for s in index.by_provider.get(provider.id, []) for p in s.locations if p.sensitive]
    if any(where.postal_code == p.postal_code or where.address_1 == p.address_1 for p in kept_secret):
        return where.city
    return ", ".join(part for part in (where.address_1, where.address_2, where.city, where.postal_code) if part)


def _facts(provider: Provider) -> Iterator[FactLine]:
    for registration in provider.registrations:
        name = "Charity number" if registration.body == "Charity Commission" else f"{registration.body} number"
        yield FactLine("registration", "", name, registration.number)
