"""A list of services in pages at an address, and the full record of each where the list is short.

In: the first answer and a way to ask for more. Out: each record with its place. Pages that repeat, never end or stop halfway
are seen; what then cannot be known is said in `doubts`, so that nobody takes a service for gone that was only not told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from localoffer.exchange.document import Document
from localoffer.exchange.fault import SourceFault
from localoffer.exchange.forms.form import Get, Given
from localoffer.exchange.forms.listed import Listed, is_about_the_interface, listed
from localoffer.exchange.forms.record import read_record
from localoffer.exchange.forms.taken import text_of
from localoffer.exchange.jsontext import read_json
from localoffer.exchange.shape import Incoming, Origin

MOST_PAGES, MOST_RECORDS = 5_000, 100_000
"""All services of England's councils together are fewer."""
FAILURES_AT_FIRST, FAILURES_LATER = 3, 10
"""So many full records that cannot be read one after another: at first, the source has none to give; later, it has stopped."""


def read_list(given: Given, get: Get) -> Iterator[Incoming]:
    """Each service at an address, in full where it can be had."""
    address, page = _first_page(given, get)
    details = _Details(address, get) if page.is_short else None
    for record, origin in _records(given, address, page, get):
        yield details.read(record, origin) if details else read_record(record, origin)
    if details and details.says:
        given.progress.doubts.append(details.says)


FILE = ".json"
"""How the addresses of an interface end that is made of files: of its root, its lists and each record alike."""


def list_address(given: Given) -> str:
    """Where the list of services is: the address given, or what the root of an interface leads to."""
    if listed(given.json) is None and is_about_the_interface(given.json):
        return _below(given.name, "services", keep_query=True)
    return given.name


def _below(address: str, name: str, *, keep_query: bool = False) -> str:
    """What stands below an address; below a file, another file: `api.json` → `api/services.json`."""
    parts = urlsplit(address)
    folder, ending = parts.path.rstrip("/"), ""
    if folder.endswith(FILE):
        folder, ending = folder.removesuffix(FILE), FILE
    query = parts.query if keep_query else ""
    return urlunsplit((parts.scheme, parts.netloc, f"{folder}/{name}{ending}", query, ""))


def _first_page(given: Given, get: Get) -> tuple[str, Listed]:
    address = list_address(given)
    if address == given.name:
        return address, _page_of(given.json, given.first)
    document = get(address)
    return address, _page_of(read_json(document), document)


def _page_of(value: Any, document: Document) -> Listed:
    page = listed(value)
    if page is None:
        raise SourceFault(
            f"{document.name} is no list of services.", "give the address of its services: it often ends in /services."
        )
    return page


def _records(given: Given, address: str, page: Listed, get: Get) -> Iterator[tuple[Any, Origin]]:
    seen: set[str] = set()
    name, count, pages = given.first.name, 0, 1
    while True:
        given.progress.total = page.total
        for at, record in enumerate(page.records, 1):
            yield record, Origin(name, at)
        count += len(page.records)
        if pages >= MOST_PAGES or count > MOST_RECORDS:
            raise SourceFault(f"{address} does not end: {count:,} services in {pages:,} pages.", "tell its owner.")
        ids = {text_of(record.get("id")) for record in page.records if isinstance(record, dict)} - {""}
        if pages > 1 and ids and ids <= seen:
            raise SourceFault(f"{address} gives the same services again on page {pages}.", "tell its owner.")
        seen |= ids
        if _is_last(page, pages):
            break
        document = get(with_page(address, page.number + 1))
        name, pages, page = document.name, pages + 1, _following(page, read_json(document), document)
    if page.total is not None and page.total > count:
        given.progress.doubts.append(f"{address} says that it has {page.total:,} services and gave {count:,}.")


def _is_last(page: Listed, pages: int) -> bool:
    """A page without services ends a list, whatever it says; so does a list that has no pages."""
    if not page.records:
        return True
    return pages >= page.pages if page.pages is not None else page.says_last or page.total is None


def _following(before: Listed, value: Any, document: Document) -> Listed:
    """The next page; its number is one more, whatever it says of itself."""
    page = _page_of(value, document)
    return Listed(page.records, page.version, before.number + 1, page.pages, page.total, page.says_last)


def with_page(address: str, number: int) -> str:
    """The address of a page of a list."""
    parts = urlsplit(address)
    query = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name != "page"]
    return urlunsplit((parts.scheme, parts.netloc, parts.path, urlencode([*query, ("page", str(number))]), ""))


def with_id(address: str, own: str) -> str:
    """The address of one full record: its id is text, and never leads anywhere else."""
    return _below(address, quote(own, safe=""))


@dataclass
class _Details:
    """Asks for full records; gives up where there are none."""

    address: str
    get: Get
    says: str = ""
    _failed: int = 0
    _has_worked: bool = False

    def read(self, record: Any, origin: Origin) -> Incoming:
        """The full record, or what the list says with the reason why it is only that."""
        own = record.get("id") if isinstance(record, dict) else None
        if not isinstance(own, str) or not own.strip(" .") or self.says:
            return self._short(record, origin, self.says and "the source gives no full records")
        try:
            document = self.get(with_id(self.address, own))
            full = listed(read_json(document))
        except SourceFault as fault:
            return self._failed_once(record, origin, fault)
        if full is None or full.is_list or full.records[0].get("id") != own:
            return self._failed_once(record, origin, SourceFault(f"{document.name} is not the record of that id."))
        self._has_worked, self._failed = True, 0
        return read_record({**record, **full.records[0]}, Origin(document.name, 1))

    def _failed_once(self, record: Any, origin: Origin, fault: SourceFault) -> Incoming:
        self._failed += 1
        if self._has_worked and self._failed >= FAILURES_LATER:
            raise SourceFault(
                f"{self.address} has stopped answering: {fault.what}", "try again later: it goes on there."
            )
        if not self._has_worked and self._failed >= FAILURES_AT_FIRST:
            self.says = f"{self.address} gives no full records, only what its list says. ({fault.what})"
        return self._short(record, origin, fault.what)

    def _short(self, record: Any, origin: Origin, why: str) -> Incoming:
        incoming = read_record(record, origin)
        incoming.incomplete = why
        return incoming
