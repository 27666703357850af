"""Lists in pages at an address, and the full record of each: what repeats, never ends or stops halfway is seen and told."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import Any

import pytest

from localoffer.exchange.document import Document
from localoffer.exchange.fault import SourceFault
from localoffer.exchange.forms import pages, recognise
from localoffer.exchange.forms.form import Given
from localoffer.exchange.forms.pages import with_id, with_page
from localoffer.exchange.shape import Incoming

API = "https://marl.example.org/api"
LIST = f"{API}/services"
Answers = Callable[[str], Any]


def service(own: Any, **more: Any) -> dict[str, Any]:
    return {"id": own, "name": f"Service {own}", "description": "x", **more}


def full(own: Any) -> dict[str, Any]:
    return service(own, phones=[{"number": "01632 960123"}])


def page(number: int, many: int, records: list[Any], total: int | None = None) -> dict[str, Any]:
    last = number == many
    return {"total_items": total, "total_pages": many, "page_number": number, "last_page": last, "contents": records}


class Website:
    """Answers by address; every question is written down. What is no answer is not there."""

    def __init__(self, answers: dict[str, Any] | Answers) -> None:
        self.answers = answers.get if isinstance(answers, dict) else answers
        self.asked: list[str] = []

    def get(self, address: str) -> Document:
        self.asked.append(address)
        found = self.answers(address)
        if found is None:
            raise SourceFault(f"{address} cannot be read: there is nothing at that address (404).")
        content = found if isinstance(found, bytes) else json.dumps(found).encode()
        return Document(address, lambda: io.BytesIO(content))


def read(website: Website, address: str = LIST) -> tuple[list[Incoming], Given]:
    given = Given(address, (website.get(address),), website.get)
    return list(recognise(given).read(given)), given


def test_all_pages_are_read_once_and_in_order() -> None:
    website = Website(
        {
            LIST: page(1, 3, [full("a"), full("b")], 5),
            f"{LIST}?page=2": page(2, 3, [full("c"), full("d")], 5),
            f"{LIST}?page=3": page(3, 3, [full("e")], 5),
        }
    )
    records, given = read(website)
    assert [each.id for each in records] == list("abcde")
    assert (given.progress.total, given.progress.doubts) == (5, [])
    assert [each.origin.place for each in records] == [1, 2, 1, 2, 1]
    assert len(website.asked) == 3


def test_the_root_of_an_interface_leads_to_its_services() -> None:
    website = Website({API: {"version": "3.0", "profile": "https://x.example"}, LIST: page(1, 1, [full("a")], 1)})
    records, _given = read(website, API)
    assert (len(records), website.asked) == (1, [API, LIST])


def test_pages_of_version_1_that_count_from_nought_are_read() -> None:
    def old(number: int, records: list[Any]) -> dict[str, Any]:
        return {"totalElements": 3, "totalPages": 2, "number": number, "last": number == 1, "content": records}

    website = Website({LIST: old(0, [full("a"), full("b")]), f"{LIST}?page=1": old(1, [full("c")])})
    records, given = read(website)
    assert [each.id for each in records] == ["a", "b", "c"]
    assert recognise(given).id == "oruk-1"


def test_a_short_list_is_read_in_full_record_by_record() -> None:
    answers = {LIST: page(1, 1, [service("a", url="www.x.example"), service("b/../c")], 2)}
    website = Website(answers | {f"{LIST}/a": full("a"), f"{LIST}/b%2F..%2Fc": full("b/../c")})
    records, given = read(website)
    assert [each.phones[0].number for each in records] == ["01632 960123"] * 2
    assert (records[0].url, given.progress.doubts) == ("www.x.example", [])
    assert [each.incomplete for each in records] == ["", ""]


def test_one_full_record_that_fails_leaves_its_short_form_and_says_so() -> None:
    answers: dict[str, Any] = {LIST: page(1, 1, [service(own) for own in "abcd"], 4)}
    website = Website(answers | {f"{LIST}/a": full("a"), f"{LIST}/c": b"{broken", f"{LIST}/d": full("other")})
    records, _given = read(website)
    assert len(records) == 4
    assert not records[0].incomplete
    assert "(404)" in records[1].incomplete
    assert "is broken" in records[2].incomplete
    assert "not the record of that id" in records[3].incomplete


def test_a_source_without_full_records_is_not_asked_for_each() -> None:
    website = Website({LIST: page(1, 1, [service(str(at)) for at in range(50)], 50)})
    records, given = read(website)
    assert (len(records), len(website.asked)) == (50, 4)
    assert all(each.incomplete for each in records)
    assert "gives no full records" in given.progress.doubts[0]


def test_a_website_that_stops_answering_in_the_middle_stops_the_import() -> None:
    website = Website({LIST: page(1, 1, [service(str(at)) for at in range(50)], 50), f"{LIST}/0": full("0")})
    with pytest.raises(SourceFault, match="has stopped answering"):
        read(website)
    assert len(website.asked) == 12


def test_a_page_that_comes_again_stops_the_import() -> None:
    website = Website(lambda _address: page(1, 9, [full("a"), full("b")], 18))
    with pytest.raises(SourceFault, match="the same services again on page 2"):
        read(website)


def test_pages_that_never_end_stop_the_import(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "MOST_PAGES", 20)
    website = Website(lambda address: page(1, 10**8, [full(address)], None))
    with pytest.raises(SourceFault, match="does not end: 20 services in 20 pages"):
        read(website)
    assert len(website.asked) == 20


def test_a_list_that_gives_fewer_than_it_says_is_doubted() -> None:
    website = Website({LIST: page(1, 2, [full("a")], 9), f"{LIST}?page=2": page(2, 2, [], 9)})
    records, given = read(website)
    assert len(records) == 1
    assert given.progress.doubts == [f"{LIST} says that it has 9 services and gave 1."]


@pytest.mark.parametrize("value", [[], {"contents": "x", "total_pages": "7"}, {"a": 1}, "words", None, b"<html>"])
def test_a_later_page_that_is_none_stops_the_import(value: Any) -> None:
    website = Website({LIST: page(1, 2, [full("a")], 2), f"{LIST}?page=2": value})
    if value == []:
        assert len(read(website)[0]) == 1
        return
    with pytest.raises(SourceFault):
        read(website)


def test_records_that_are_none_are_given_on_to_be_told() -> None:
    website = Website({LIST: page(1, 1, [full("a"), None, "words", {"id": 5, "name": ["x"]}], 4)})
    records, _given = read(website)
    assert [each.id for each in records] == ["a", "", "", "5"]
    assert [len(each.lost) for each in records] == [0, 0, 1, 1]


def test_addresses_keep_their_own_questions() -> None:
    assert with_page(f"{LIST}?per_page=50&page=3&q=", 4) == f"{LIST}?per_page=50&q=&page=4"
    assert with_id(f"{LIST}/?per_page=50", "../x?y#z") == f"{LIST}/..%2Fx%3Fy%23z"
