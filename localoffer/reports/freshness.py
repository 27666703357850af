"""Which listings should have been checked by now, provider by provider, those who are most behind first.

In: the catalogue. Out: one row a listing whose check is overdue, or that nobody has checked, with whom to ask.
"""

from __future__ import annotations

from datetime import date

from localoffer import wording
from localoffer.catalogue import Catalogue
from localoffer.catalogue.freshness import is_overdue, next_check
from localoffer.model import Service
from localoffer.reports.files import Table

COLUMNS = {
    "service": "Listing",
    "path": "File",
    "provider": "Provider",
    "email": "E-mail",
    "phone": "Phone",
    "last_checked": "Last checked",
    "due": "Check due",
    "days_late": "Days late",
}

NEVER = date.min
"""A listing that nobody has checked is the most late of all."""


def table(catalogue: Catalogue) -> Table:
    """The overdue listings; a listing that has closed need not be checked."""
    open_ones = [service for service in catalogue.services.values() if service.status != "closed"]
    topics, today = catalogue.vocabulary.topics, catalogue.today
    late = [service for service in open_ones if service.last_checked is None or is_overdue(service, topics, today)]
    due = {service.id: next_check(service, topics) or NEVER for service in late}
    most_late = {
        provider: min(due[service.id] for service in services if service.id in due)
        for provider, services in catalogue.services_of.items()
        if any(service.id in due for service in services)
    }
    late.sort(key=lambda service: (most_late[service.provider_id], service.provider_id, due[service.id], service.id))

    def row(service: Service) -> dict[str, str | int | None]:
        provider = catalogue.providers[service.provider_id]
        return {
            "service": service.name,
            "path": service.path,
            "provider": provider.name,
            "email": provider.email,
            "phone": provider.phone and wording.phone_chunks(provider.phone),
            "last_checked": service.last_checked.date.isoformat() if service.last_checked else "never",
            "due": due[service.id].isoformat() if service.last_checked else None,
            "days_late": (today - due[service.id]).days if service.last_checked else None,
        }

    never = sum(service.last_checked is None for service in late)
    unchecked = f"Nobody has checked {wording.count(never, 'listing')} of them yet. " if never else ""
    sentence = (
        f"{catalogue.site.council.name}, {wording.day_date(catalogue.today)}. {len(late)} of "
        f"{wording.count(len(open_ones), 'listing')} should have been checked by now. {unchecked}The provider who is most behind "
        "comes first."
    )
    return Table((sentence,), COLUMNS, [row(service) for service in late])
