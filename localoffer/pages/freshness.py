"""When a listing is due for its next check, and whether that day has passed.

In: a Service and the catalogue (topics may ask for checks more often). Out: dates and facts.
"""

from __future__ import annotations

import calendar
from datetime import date

from localoffer.catalogue import Catalogue
from localoffer.model import Service

MONTHS_BETWEEN_CHECKS = 6


def months_between_checks(service: Service, catalogue: Catalogue) -> int:
    """The listing's own figure, else the smallest of its topics', else six months."""
    if service.review_every:
        return service.review_every
    topics = catalogue.vocabulary.topics
    asked = [topics[topic].review_every for topic in service.topics if topic in topics]
    return min((months for months in asked if months), default=MONTHS_BETWEEN_CHECKS)


def next_check(service: Service, catalogue: Catalogue) -> date:
    """The day by which somebody must ask again."""
    return add_months(service.last_checked.date, months_between_checks(service, catalogue))


def is_overdue(service: Service, catalogue: Catalogue) -> bool:
    """True when the next check should have been made before today; never for closed services."""
    return service.status != "closed" and next_check(service, catalogue) < catalogue.today


def add_months(day: date, months: int) -> date:
    """The same day some months on, or the month's last day where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
