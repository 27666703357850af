"""The local facts of an offer, put into every text that names them.

In: all files, as read. Out: the same files, whose pages, twins and lists say `Marlbrook` where they were written with
`{place}`; findings for names that mean nothing, for roles that nobody has filled, and for what local.yml names wrongly.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, TypeVar

from localoffer.cache.digests import digest_of
from localoffer.catalogue import rules
from localoffer.catalogue.files import Files
from localoffer.catalogue.local_checks import check_documents, check_films, check_languages, check_roles
from localoffer.catalogue.local_values import Local, Written, as_they_are, check_known, in_easy_read, in_markdown
from localoffer.catalogue.page_dates import OwnDates, check_dates_shown, dates_in_page, dates_in_twin
from localoffer.catalogue.statutory import fill_services
from localoffer.catalogue.urgent import urgent_calls
from localoffer.findings import Finding
from localoffer.model import ContentPage, EasyPage, PageChecked, Record
from localoffer.model.base import RecordT
from localoffer.model.urgent import Call
from localoffer.model.words import SignedVideo
from localoffer.overlay import is_national
from localoffer.prose.placeholders import Filled, has_names
from localoffer.records.markdown import body_position

PageT = TypeVar("PageT", ContentPage, EasyPage)


def fill_in(files: Files, today: date) -> None:
    """Local facts, and dates from today on, into every page, twin and list."""
    if files.site is None:
        return
    local = Local(files)
    files.facts_used = local.used
    files.urgent = _urgent(local)
    checked = {one.page: PageChecked(date=one.date, by=one.by) for one in local.facts.checked}
    for identity, page in files.content.items():
        films = local.facts.bsl_videos
        film = next((one for one in films if one.page == identity), None)
        files.content[identity] = _with_film(
            _with_check(_fill_page(page, local, files, today), checked.get(identity)), film
        )
    _fill_lists(local, files)
    fill_services(local, files)
    files.findings += [*check_roles(local), *check_documents(local), *check_languages(local), *check_films(local)]


def _urgent(local: Local) -> tuple[Call, ...]:
    """Whom to call at once; their roles are named by the list as they are by texts."""
    entries = list(local.files.vocabulary.urgent.values())
    for entry in entries:
        if entry.role:
            local.used.setdefault(f"role:{entry.role}", Counter())[entry.path] += 1
    return tuple(urgent_calls(entries, local))


def _with_check(page: ContentPage, checked: PageChecked | None) -> ContentPage:
    if checked is None or not is_national(page.path):
        return page
    return changed(page, {"checked": checked})


def _with_film(page: ContentPage, film: SignedVideo | None) -> ContentPage:
    return changed(page, {"bsl_video": film}) if film and not page.bsl_video else page


def _fill_page(page: ContentPage, local: Local, files: Files, today: date) -> ContentPage:
    files.findings += check_dates_shown(page, today)
    filled = _filled(page, local, files, in_markdown, dates_in_page(page, today, in_markdown))
    if page.easy is not None:
        filled._easy = _filled(page.easy, local, files, in_easy_read, dates_in_twin(page, today, in_easy_read))
    related = getattr(filled, "related", [])
    if any(name.startswith("role/") for name in related):
        names = [_service_of(name, local) for name in related]
        filled = changed(filled, {"related": [name for name in names if name]})
    return filled


def _service_of(name: str, local: Local) -> str | None:
    """`role/sendiass` among the pages to read next → the service that has the role."""
    if not name.startswith("role/"):
        return name
    who = local.filled.get(name.removeprefix("role/"))
    return who.service if who else None


def _filled(page: PageT, local: Local, files: Files, write: Written, dates: OwnDates) -> PageT:
    fields: dict[str, str] = {}
    for name in ("title", "summary"):
        if isinstance(text := getattr(page, name, None), str):
            fields[name] = text
    if not any(map(has_names, (*fields.values(), page.body))):
        return page
    changes = _fields_filled(page, fields, local, files)
    body = local.fill(page.body, write, page.path, dates=dates)
    files.findings += _check_names(body, local, partial(_in_body, page))
    copy = changed(page, changes)
    copy._filled, copy._body = body, body.text
    copy.origin.digest = digest_of(copy.origin.digest, body.text, *changes.values())
    return copy


def _fields_filled(record: Record, fields: dict[str, str], local: Local, files: Files) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    for name, text in fields.items():
        filled = local.fill(text, as_they_are, record.path, is_markdown=False)
        files.findings += _check_names(filled, local, partial(_in_field, record, name))
        changes[name] = filled.text
    return changes


def _in_field(record: Record, name: str, offset: int) -> tuple[str, tuple[int, int]]:
    return record.path, record.origin.position(name, offset)


def _in_body(page: ContentPage | EasyPage, offset: int) -> tuple[str, tuple[int, int]]:
    return page.path, body_position(page.body, offset, page.body_line)


def changed(record: RecordT, changes: dict[str, Any]) -> RecordT:
    """A copy that knows its file as the record did; what was worked out from it is worked out anew."""
    copy = record.model_copy(update=changes)
    for name in [name for name in copy.__dict__ if name not in type(record).model_fields]:
        del copy.__dict__[name]
    return copy


def _fill_lists(local: Local, files: Files) -> None:
    vocabulary = files.vocabulary
    for name in ("topics", "needs", "stages", "features", "glossary", "duties", "situations", "pictures"):
        members: dict[str, Record] = getattr(vocabulary, name)
        for identity, member in members.items():
            texts = {key: text for key, text in member.__dict__.items() if isinstance(text, str) and has_names(text)}
            changes = _fields_filled(member, texts, local, files)
            if changes:
                members[identity] = changed(member, changes)


Place = Callable[[int], tuple[str, tuple[int, int]]]


def _check_names(filled: Filled, local: Local, place: Place) -> Iterator[Finding]:
    for wrong in filled.wrong:
        path, at = place(wrong.offset)
        if wrong.is_open:
            message, fix = (
                ("{end} ends nothing", "write {if …} before it, or take {end} out.")
                if wrong.name == "end"
                else ("this {if …} has no {end}", "write {end} where the words that depend on it end.")
            )
            yield rules.PLACEHOLDER_OPEN.finding(path, message, fix, at)
            continue
        yield from check_known(wrong.name, local, path, at)


def written_at(findings: Iterable[Finding], pages: Iterable[ContentPage]) -> Iterator[Finding]:
    """Findings in texts that have local facts in them, at the place where the words were written."""
    bodies: dict[str, ContentPage | EasyPage] = {}
    for page in pages:
        bodies |= {body.path: body for body in (page, page.easy) if body is not None and body.filled is not None}
    for finding in findings:
        body = bodies.get(finding.path)
        if body is None or body.filled is None or finding.line < body.body_line:
            yield finding
            continue
        line, column = body.filled.written_at(finding.line - body.body_line + 1, finding.column)
        yield replace(finding, line=line + body.body_line - 1, column=column, edit=None)
