"""Rules that know today's date. What time does to an offer is a warning, never an error.

In: all files and today. Out: findings. The only errors are dates in the future
that cannot be: time heals them, and never makes one.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from localoffer.catalogue import rules
from localoffer.catalogue.files import Files
from localoffer.catalogue.freshness import is_old_wait, is_overdue, next_check
from localoffer.findings import Finding
from localoffer.model import Record
from localoffer.model import rules as field_rules


def check_future(files: Files, today: date) -> Iterator[Finding]:
    """What has been done was done today or before."""
    for service in files.services.values():
        if service.last_checked:
            yield from _check_done(service, "last_checked.date", service.last_checked.date, today)
        if service.waiting_time:
            yield from _check_done(service, "waiting_time.as_at", service.waiting_time.as_at, today)
    for page in files.content.values():
        if page.checked:
            yield from _check_done(page, "checked.date", page.checked.date, today)
    for comment in files.vocabulary.comments:
        yield from _check_done(comment, "date", comment.date, today)


def _check_done(record: Record, field: str, day: date, today: date) -> Iterator[Finding]:
    if day > today:
        message = f"{day} is still to come; today is {today}"
        yield field_rules.DATE_FUTURE.in_field(record, field, message, "check the year and the month.")


def check_alerts(files: Files, today: date) -> Iterator[Finding]:
    """An alert is shown until its day; after that it should be taken out."""
    for service in files.services.values():
        if service.alert and service.alert.until < today:
            message = f"this alert ended on {service.alert.until} and is no longer shown"
            yield rules.ALERT_OVER.in_field(service, "alert.until", message, "take the alert out, or write a new day.")


def check_waits(files: Files, today: date) -> Iterator[Finding]:
    """A waiting time is not older than 90 days."""
    for service in files.services.values():
        wait = service.waiting_time
        if wait and service.status != "closed" and is_old_wait(wait, today):
            message = f"this waiting time is {(today - wait.as_at).days} days old; readers are told so"
            fix = "ask the provider how long people wait now."
            yield rules.WAIT_OLD.in_field(service, "waiting_time.as_at", message, fix)


def check_reviews(files: Files, today: date) -> Iterator[Finding]:
    """A listing is checked again in time: by review_every, by its topics, or every 6 months."""
    topics = files.vocabulary.topics
    for service in files.services.values():
        if service.status != "closed" and is_overdue(service, topics, today):
            due = next_check(service, topics)
            message = f"this listing should have been checked by {due}; readers are told so"
            fix = "ask the provider whether all is still true, then write the day, who and how."
            yield rules.CHECK_OVERDUE.in_field(service, "last_checked.date", message, fix)


def check_ended(files: Files, today: date) -> Iterator[Finding]:
    """Prices and times do not end without new ones."""
    for service in files.services.values():
        if service.status in ("closed", "temporarily closed"):
            continue
        prices = [price.valid_to for price in service.cost.cost_options]
        times = [schedule.valid_to for schedule in service.schedules]
        for field, days, what in (("cost.cost_options", prices, "prices"), ("schedules", times, "times")):
            ended = [day for day in days if day and day < today]
            if ended and len(ended) == len(days):
                message = f"all {what} of this listing have ended"
                fix = f"ask the provider for the new {what}."
                yield rules.ALL_OVER.in_field(service, f"{field}.0.valid_to", message, fix)
