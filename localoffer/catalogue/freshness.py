"""When a listing must be checked again: the one statement of it for checks, pages, easy read and reports.

In: a listing, the topics and today. Out: dates and facts.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from localoffer.model import Service, WaitingTime
from localoffer.model.vocabulary import Topic
from localoffer.wording.reckoning import add_months

USUAL_MONTHS = 6
"""Months between checks where neither the listing nor its topics say (DESIGN section 4)."""

WAIT_IS_OLD = timedelta(days=90)
"""A waiting time counted longer ago than this is shown as old (DESIGN section 4)."""


def review_months(service: Service, topics: Mapping[str, Topic]) -> int:
    """Months between checks: the listing's own, else the shortest of its topics', else 6."""
    if service.review_every:
        return service.review_every
    by_topic = [months for topic in service.topics if topic in topics and (months := topics[topic].review_every)]
    return min(by_topic, default=USUAL_MONTHS)


def next_check(service: Service, topics: Mapping[str, Topic]) -> date | None:
    """The day by which the listing must be checked again; None where nobody knows of a check."""
    if service.last_checked is None:
        return None
    return add_months(service.last_checked.date, review_months(service, topics))


def is_overdue(service: Service, topics: Mapping[str, Topic], today: date) -> bool:
    """True when the next check should have been before today; what was never checked is told otherwise."""
    due = next_check(service, topics)
    return due is not None and due < today


def is_old_wait(wait: WaitingTime, today: date) -> bool:
    """True when the waiting time was counted more than 90 days ago."""
    return today - wait.as_at > WAIT_IS_OLD
