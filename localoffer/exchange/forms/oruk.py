"""Open Referral UK and HSDS as JSON: one full record, lists of full or short records, one file or many.

In: what was given. Out: its services, in its order. A short record of a list is asked for in full, where there is somebody to ask.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from localoffer.exchange.document import Document
from localoffer.exchange.forms.form import Given
from localoffer.exchange.forms.listed import is_about_the_interface, listed
from localoffer.exchange.forms.pages import read_list
from localoffer.exchange.forms.record import is_short, read_record
from localoffer.exchange.forms.taken import text_of
from localoffer.exchange.jsontext import read_json
from localoffer.exchange.shape import Incoming, Origin

#: Files and folders of an export that lie beside its services.
BESIDE = ("organi", "taxonom", "service_at_location", "location")


def fits_version_1(given: Given) -> bool:
    """Lists of version 1 have `content` and `totalElements`; its records `eligibilitys`, `service_taxonomys` and the like."""
    return _version(given) == 1


def fits_version_3(given: Given) -> bool:
    """Lists of version 3 have `contents`; its records the names of HSDS 3. A plain list of services is one too."""
    return _version(given) == 3


def _version(given: Given) -> int:
    if not given.is_json:
        return 0
    page = listed(given.json)
    if page is None:
        is_one = is_about_the_interface(given.json) or len(given.documents) > 1
        return 3 if is_one and (given.get or len(given.documents) > 1) else 0
    return page.version


def read(given: Given) -> Iterator[Incoming]:
    """Each service of all documents, or of all pages at an address."""
    yield from read_list(given, given.get) if given.get else _read_files(given)


def _read_files(given: Given) -> Iterator[Incoming]:
    """The services of files: each that stands in a file of its own, then what lists have besides, for lists are short."""
    lists: list[Document] = []
    in_full: set[str] = set()
    given.progress.total = 1 if len(given.documents) == 1 else None
    for document in given.documents:
        page = None if _is_beside(document, given) else listed(_json_of(document, given))
        if page is None:
            continue
        if page.is_list:
            lists.append(document)
            continue
        incoming = read_record(page.records[0], Origin(document.name, 1))
        in_full.add(incoming.id)
        yield incoming
    for document in lists:
        page = listed(_json_of(document, given))
        assert page is not None
        if len(given.documents) == 1:
            given.progress.total = len(page.records)
        for at, record in enumerate(page.records, 1):
            if not (isinstance(record, dict) and text_of(record.get("id")) in in_full and is_short(record)):
                yield read_record(record, Origin(document.name, at))


def _json_of(document: Document, given: Given) -> Any:
    return given.json if document is given.first else read_json(document)


def _is_beside(document: Document, given: Given) -> bool:
    """True for a table beside the services, by the name of its file or of the folder below what was given."""
    below = document.name.removeprefix(given.name).replace("\\", "/").strip("/").lower().split("/")
    return document is not given.first and any(part.startswith(BESIDE) for part in below)
