"""Open Referral UK and HSDS as JSON: one full record, lists of full or short records, one file or many.

In: what was given. Out: its services, in its order. A short record of a list is asked for in full, where there is somebody to ask.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from localoffer.exchange.forms.form import Given
from localoffer.exchange.forms.listed import is_about_the_interface, listed
from localoffer.exchange.forms.pages import read_list
from localoffer.exchange.forms.record import read_record
from localoffer.exchange.jsontext import read_json
from localoffer.exchange.shape import Incoming, Origin

#: Files of an export that lie beside its services.
BESIDE = ("organi", "taxonom", "service_at_location", "location", "index")


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
        return 3 if given.get and is_about_the_interface(given.json) else 0
    return page.version


def read(given: Given) -> Iterator[Incoming]:
    """Each service of all documents, or of all pages at an address."""
    for incoming in read_list(given, given.get) if given.get else _read_files(given):
        given.progress.done += 1
        yield incoming


def _read_files(given: Given) -> Iterator[Incoming]:
    for document in given.documents:
        found: Any = given.json if document is given.first else read_json(document)
        page = listed(found)
        if page is None or (document is not given.first and document.stem.startswith(BESIDE)):
            continue
        if len(given.documents) == 1:
            given.progress.total = len(page.records)
        for at, record in enumerate(page.records, 1):
            yield read_record(record, Origin(document.name, at))
