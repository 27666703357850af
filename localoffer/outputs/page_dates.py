"""`<page>/dates.ics` (RFC 5545): the dates of a hand-written page, to be put into a calendar.

In: the Index. Out: a file for each page of content/ that has `dates` to come; a date without hours is a day, such as a deadline.
"""

from __future__ import annotations

from collections.abc import Iterator

from localoffer import wording
from localoffer.addresses import content_url, page_dates_url, whole_url
from localoffer.exchange.writing.ids import Ids
from localoffer.model import ContentPage, PageDate
from localoffer.outputs.files import PublishedFile
from localoffer.outputs.ical import calendar_text, escaped, when
from localoffer.outputs.index import Index


def make_files(index: Index) -> Iterator[PublishedFile]:
    """One file a page."""
    for page in index.catalogue.content.values():
        if wording.dates_to_come(page.dates, index.catalogue.today):
            yield page_dates_url(page.id), calendar_text(_events(page, index))


def _events(page: ContentPage, index: Index) -> Iterator[str]:
    ids = Ids(page.id)
    for each in wording.dates_to_come(page.dates, index.catalogue.today):
        yield from _event(page, each, ids, index)


def _event(page: ContentPage, each: PageDate, ids: Ids, index: Index) -> Iterator[str]:
    """An event keeps its id while its day and name stay: a new hour or place is then no second event."""
    today, site_url = index.catalogue.today, index.catalogue.site.site_url
    yield "BEGIN:VEVENT"
    yield f"UID:{ids.of('date', each.date.isoformat(), each.name)}"
    yield f"DTSTAMP:{page.checked.date if page.checked else today:%Y%m%d}T000000Z"
    yield from when(each.date, each.opens_at, each.closes_at)
    yield f"SUMMARY:{escaped(f'{page.title}: {each.name}')}"
    if each.place:
        yield f"LOCATION:{escaped(each.place)}"
    checked = (
        f"Checked on {wording.day_date(page.checked.date)}." if page.checked else "Nobody has checked this page yet."
    )
    yield f"DESCRIPTION:{escaped(f'Dates can change. Ask us if you are not sure. {checked}')}"
    if site_url:
        yield f"URL:{whole_url(content_url(page.id), site_url)}"
    yield "END:VEVENT"
