"""Who runs it: an organisation → the fields of provider.yml."""

from __future__ import annotations

from typing import Any

from localoffer.exchange.clean.prose import as_line, as_markdown
from localoffer.exchange.clean.signs import one_line
from localoffer.exchange.draft import Draft
from localoffer.exchange.shape import Organization
from localoffer.exchange.taking.addresses import take_email, take_web
from localoffer.exchange.taking.reach import _number
from localoffer.exchange.taking.school import kind_of
from localoffer.exchange.taking.words import LONGEST_NAME, fit
from localoffer.model.choices import BODIES, KINDS
from localoffer.wording.phones import phone_chunks


def provider_fields(organization: Organization, draft: Draft) -> dict[str, Any]:
    """What is known of it; nothing where it has no name."""
    name = fit(as_line(organization.name, "organization.name", draft), LONGEST_NAME)
    if len(name) < 3:
        return {}
    numbers = [number for phone in organization.phones if (number := _number(one_line(phone.number)))]
    description = as_markdown(organization.description, "organization.description", draft)
    return {
        "name": name,
        "description": description if len(description) >= 10 else "",
        "kind": KINDS.standard(one_line(organization.legal_status)) or kind_of(organization),
        "url": take_web(organization.url, "organization.url", "url", draft),
        "email": take_email(organization.email, "organization.email", draft),
        "phone": phone_chunks(numbers[0]) if numbers else "",
        "registrations": [
            {"body": body, "number": one_line(number)[:80]}
            for scheme, number in organization.identifiers
            if (body := BODIES.standard(one_line(scheme))) and one_line(number)
        ],
    }
