"""The dates of a hand-written page: in its text, in its easy-read twin, and as a file for calendars."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from localoffer.catalogue import Catalogue, read_catalogue
from localoffer.check import check_offer
from localoffer.easyread.twin import easy_twin, page_hash
from localoffer.outputs import page_dates
from localoffer.outputs.index import Index
from localoffer.outputs.pages.content import content_page
from tests.offer import TODAY, copy_site, kept
from tests.outputs.test_for_programs import events

GUIDE, TWIN, ID = "content/guides/short-breaks.md", "content/guides/short-breaks.easy.md", "guides/short-breaks"
FILE = f"{ID}/dates.ics"
DATES = """dates:
  - {date: 2027-03-09, name: last day to tell us}
  - {date: 2026-12-08, name: "what you *told* us; rooms, food", opens_at: "10:30", closes_at: "12:00", place: "Easton, the library"}
"""
LATER = date(2027, 1, 1)
AFTER_ALL = date(2027, 3, 10)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The tiny council, whose guide and twin have dates."""
    root = copy_site(tmp_path)
    put(root, GUIDE, "\npicture:", f"\n{DATES}picture:")
    put(
        root,
        GUIDE,
        "It gives carers a rest.",
        "It gives carers a rest.\n\n{dates}\n\n{if dates}Phone before you come.{end}",
    )
    text = (root / TWIN).read_text(encoding="utf-8")
    (root / TWIN).write_text(f"{text.rstrip()}\n\n## The next dates\n\n{{dates}}\n", encoding="utf-8")
    return root


def put(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def read(root: Path, today: date = TODAY) -> Catalogue:
    catalogue, findings = read_catalogue(root, today, cache=kept(root))
    assert catalogue is not None, findings
    return catalogue


def calendar(catalogue: Catalogue) -> list[dict[str, str]]:
    files = dict(page_dates.make_files(Index(catalogue)))
    return events(str(files[FILE])) if files else []


def test_a_page_lists_its_dates_in_order_and_leads_to_the_file(root: Path) -> None:
    catalogue = read(root)
    body = content_page(catalogue.content[ID], Index(catalogue)).body
    first = r"- Tuesday 8 December 2026, 10:30am to midday: what you \*told\* us; rooms, food. Easton, the library"
    assert f"{first}\n- Tuesday 9 March 2027: last day to tell us\n" in body
    assert f"[Put these dates in your calendar](/{FILE})" in body
    assert "Phone before you come." in body


def twin_words(root: Path, today: date) -> list[str]:
    catalogue = read(root, today)
    page = catalogue.content[ID]
    assert page.easy is not None
    section = next(each for each in easy_twin(page, page.easy, catalogue).sections if each.heading == "The next dates")
    assert {idea.picture for idea in section.ideas} == {"calendar"}
    return [idea.words for idea in section.ideas]


def test_the_twin_says_each_date_with_a_picture(root: Path) -> None:
    assert twin_words(root, TODAY) == [
        "The day is Tuesday 8 December 2026, 10:30am to midday. What you told us; rooms, food. The place is Easton, the library.",
        "The day is Tuesday 9 March 2027. Last day to tell us.",
    ]
    assert twin_words(root, AFTER_ALL) == ["There are no dates yet."]


def test_days_that_are_past_fall_away_from_page_and_file(root: Path) -> None:
    catalogue = read(root, LATER)
    assert "8 December" not in catalogue.content[ID].body
    assert [event["SUMMARY"] for event in calendar(catalogue)] == ["Short breaks: last day to tell us"]


def test_a_page_whose_dates_are_all_past_says_that_there_are_none_yet(root: Path) -> None:
    catalogue = read(root, AFTER_ALL)
    body = catalogue.content[ID].body
    assert "There are no dates yet." in body
    assert "calendar" not in body
    assert "Phone before you come." not in body
    assert calendar(catalogue) == []


def test_the_easy_read_is_not_out_of_date_because_a_day_is_past(root: Path) -> None:
    assert page_hash(read(root).content[ID]) == page_hash(read(root, AFTER_ALL).content[ID])


def test_the_file_has_hours_for_a_meeting_and_a_day_for_a_deadline(root: Path) -> None:
    meeting, deadline = calendar(read(root))
    assert meeting["SUMMARY"] == "Short breaks: what you *told* us; rooms, food"
    assert meeting["DTSTART;TZID=Europe/London"] == "20261208T103000"
    assert meeting["DTEND;TZID=Europe/London"] == "20261208T120000"
    assert meeting["LOCATION"] == "Easton, the library"
    assert deadline["DTSTART;VALUE=DATE"] == "20270309"
    assert not {"LOCATION", "DTSTART;TZID=Europe/London", "DTEND;TZID=Europe/London"} & set(deadline)


def test_an_event_keeps_its_id_when_its_hour_and_place_change(root: Path) -> None:
    before = [event["UID"] for event in calendar(read(root))]
    put(
        root,
        GUIDE,
        'opens_at: "10:30", closes_at: "12:00", place: "Easton, the library"',
        'opens_at: "14:00", place: Online',
    )
    assert [event["UID"] for event in calendar(read(root))] == before
    assert len(set(before)) == 2


@pytest.mark.parametrize(
    ("old", "new"), [("date: 2027-03-09", "date: 2027-02-30"), ("name: last day", "opens_at: 25:70, name: last day")]
)
def test_a_wrong_date_or_hour_is_a_finding_at_its_line(root: Path, old: str, new: str) -> None:
    put(root, GUIDE, old, new)
    lines = (root / GUIDE).read_text(encoding="utf-8").split("\n")
    line = next(number for number, text in enumerate(lines, 1) if new in text)
    _, findings = check_offer(root, TODAY, cache=kept(root))
    assert [each.line for each in findings if each.path == GUIDE and each.severity == "error"] == [line]


def test_a_title_has_no_dates(root: Path) -> None:
    put(root, GUIDE, "title: Short breaks", "title: Short breaks {dates}")
    _, findings = check_offer(root, TODAY, cache=kept(root))
    assert "placeholder-unknown" in {each.rule for each in findings if each.path == GUIDE}


@pytest.mark.parametrize(
    ("file", "other"), [(GUIDE, TWIN), (TWIN, GUIDE)], ids=["not in the page", "not in its easy read"]
)
def test_dates_that_a_text_does_not_list_are_a_finding_until_they_are_past(root: Path, file: str, other: str) -> None:
    put(root, file, "{dates}", "")
    (found,) = [each for each in check_offer(root, TODAY, cache=kept(root))[1] if each.rule == "dates-unseen"]
    assert found.path == GUIDE
    assert file in found.message
    assert other not in found.message
    assert "{dates}" in found.fix
    assert "dates-unseen" not in {each.rule for each in check_offer(root, AFTER_ALL, cache=kept(root))[1]}
