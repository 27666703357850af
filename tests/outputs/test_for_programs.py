"""What programs read beside the open data: calendars, the feed, linked data, the search form, security.txt, pictures of shared links."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown
from PIL import Image

from localoffer.catalogue import Catalogue, read_catalogue
from localoffer.model import Service
from localoffer.outputs import calendars, feed, ical, search_form, security, share
from localoffer.outputs.files import Later
from localoffer.outputs.index import Index
from localoffer.outputs.pages.about import open_data_page
from localoffer.outputs.pages.linked_data import service_data
from localoffer.site.finish import MAY_BE_HEAVY, MOST_BYTES, _light_enough
from tests.offer import CLUB, SITE, TODAY, copy_site, kept, tiny_council

CLUB_ID = "marl-trust/saturday-club"
ATOM = "{http://www.w3.org/2005/Atom}"
Changed = Callable[..., Catalogue]


def read(root: Path) -> Catalogue:
    catalogue, findings = tiny_council() if root == SITE else read_catalogue(root, TODAY, cache=kept(root))
    assert catalogue is not None, findings
    return catalogue


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read(SITE)


@pytest.fixture
def changed(tmp_path: Path) -> Changed:
    """The offer with changes to the club's file."""

    def change(*edits: tuple[str, str]) -> Catalogue:
        root = copy_site(tmp_path / str(len(list(tmp_path.iterdir()))))
        text = (root / CLUB).read_text(encoding="utf-8")
        for old, new in edits:
            assert old in text, old
            text = text.replace(old, new)
        (root / CLUB).write_text(text, encoding="utf-8")
        return read(root)

    return change


def events(text: str) -> list[dict[str, str]]:
    """The events of a calendar file, as a program reads them: lines put together again, each with its value."""
    assert text.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    found: list[dict[str, str]] = []
    for line in text.replace("\r\n ", "").split("\r\n"):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and name != "END":
            found[-1][name] = re.sub(r"\\(.)", r"\1", value)
    return found


def times(catalogue: Catalogue) -> list[dict[str, str]]:
    files = dict(calendars.make_files(Index(catalogue)))
    file = files.get(f"services/{CLUB_ID}/times.ics")
    return events(str(file.make())) if isinstance(file, Later) else []


def test_a_club_in_term_time_says_so_in_the_name_of_its_event(catalogue: Catalogue) -> None:
    (event,) = times(catalogue)
    assert event["SUMMARY"] == "Saturday club (term time only)"
    assert event["DTSTART;TZID=Europe/London"] == "20260905T093000"
    assert event["DTEND;TZID=Europe/London"] == "20260905T120000"
    assert event["RRULE"] == "FREQ=WEEKLY;BYDAY=SA;UNTIL=20270717T235959Z"
    assert event["LOCATION"].startswith("Mill Lane Hall, ")
    assert "Checked on Monday 12 October 2026" in event["DESCRIPTION"]


def test_known_holidays_are_taken_out_of_a_calendar(catalogue: Catalogue) -> None:
    year = [
        {"first": "2026-09-03", "last": "2026-10-23"},
        {"first": "2026-11-02", "last": "2026-12-18"},
        {"first": "2027-01-04", "last": "2027-07-21"},
    ]
    local = catalogue.local.model_validate({**catalogue.local.model_dump(exclude_unset=True), "school_terms": year})
    (event,) = times(replace(catalogue, local=local))
    assert event["SUMMARY"] == "Saturday club"
    days = [day[:8] for day in event["EXDATE;TZID=Europe/London"].split(",")]
    assert days == ["20261024", "20261031", "20261219", "20261226", "20270102"]


TIMES = "  - byday: [SA]\n    opens_at: 09:30\n    closes_at: 12:00\n    term_time_only: yes\n    valid_from: 2026-09-05\n    valid_to: 2027-07-17\n"
WHEN = {
    "the second of the month": ("byday: [SA]\n    opens_at: 09:30\n    every: month\n    week_of_month: 2", "20261114", "FREQ=MONTHLY;BYDAY=2SA"),
    "the last of the month": ("byday: [SA]\n    opens_at: 09:30\n    every: month\n    week_of_month: 5", "20261128", "FREQ=MONTHLY;BYDAY=-1SA"),
    "every fortnight": (
        "byday: [SA]\n    opens_at: 09:30\n    every: fortnight\n    valid_from: 2026-11-07", "20261107", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA",
    ),
    "a single day": ("dates: [2027-04-05]\n    opens_at: 09:30", "20270405", ""),
}  # fmt: skip


@pytest.mark.parametrize("case", WHEN)
def test_times_begin_on_a_day_on_which_it_is(changed: Changed, case: str) -> None:
    lines, first, rule = WHEN[case]
    (event,) = times(changed((TIMES, f"  - {lines}\n")))
    assert event["DTSTART;TZID=Europe/London"] == f"{first}T093000"
    assert event.get("RRULE", "") == rule


NO_TIMES = {
    "no hour": ("byday: [SA]", ""),
    "no days": ("description: Most days", ""),
}


@pytest.mark.parametrize("case", NO_TIMES)
def test_what_a_calendar_cannot_hold_is_in_none(changed: Changed, case: str) -> None:
    assert times(changed((TIMES, f"  - {NO_TIMES[case][0]}\n"))) == []


def test_the_calendar_of_a_private_place_names_the_town_alone(changed: Changed) -> None:
    (event,) = times(changed(("postal_code: MB1 2AB\n", "postal_code: MB1 2AB\n    sensitive: yes\n")))
    assert event["LOCATION"] == "Tinybrook"


def test_a_night_that_ends_after_midnight_ends_on_the_next_day(changed: Changed) -> None:
    (event,) = times(changed(("opens_at: 09:30\n    closes_at: 12:00", "opens_at: 21:00\n    closes_at: 02:00")))
    assert event["DTEND;TZID=Europe/London"] == "20260906T020000"


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=200))
def test_any_text_goes_into_a_calendar_and_comes_out(text: str) -> None:
    line = ical.folded(f"SUMMARY:{ical.escaped(text)}")
    assert all(len(part.encode()) <= ical.LONGEST for part in line.split("\r\n"))
    (event,) = events(f"BEGIN:VEVENT\r\n{line}END:VEVENT\r\nEND:VCALENDAR\r\n")
    assert event["SUMMARY"] == text.replace("\x85", " ")


def test_the_feed_has_what_is_new_and_newly_checked_the_newest_first(catalogue: Catalogue) -> None:
    ((address, text),) = feed.make_files(Index(catalogue))
    root = ElementTree.fromstring(str(text))
    assert (address, root.tag) == ("news/new.atom", f"{ATOM}feed")
    assert {f"{ATOM}{name}" for name in ("id", "title", "updated", "author", "link", "entry")} <= {
        each.tag for each in root
    }
    entries = root.findall(f"{ATOM}entry")
    days = [str(entry.findtext(f"{ATOM}updated")) for entry in entries]
    assert days == sorted(days, reverse=True)
    assert root.findtext(f"{ATOM}updated") == days[0]
    assert all(TODAY - feed.LATELY <= date.fromisoformat(day[:10]) <= TODAY for day in days)
    ids = [str(entry.findtext(f"{ATOM}id")) for entry in entries]
    assert len(ids) == len(set(ids))
    assert all(each.startswith("urn:uuid:") for each in ids)
    assert (
        dict(feed.make_files(Index(replace(catalogue, today=date(2028, 1, 1)))))["news/new.atom"].count("<entry>") == 0
    )  # type: ignore[union-attr]


def data(catalogue: Catalogue, service: str = CLUB_ID) -> list[dict[str, Any]]:
    text = service_data(catalogue.services[service], catalogue)
    assert not re.search("[<>&]", text)
    return json.loads(text)["@graph"] if text else []


def test_linked_data_says_what_the_record_says(catalogue: Catalogue) -> None:
    service, event = data(catalogue)
    assert (service["@type"], service["name"]) == ("Service", "Saturday club")
    assert service["audience"] == {"@type": "PeopleAudience", "suggestedMinAge": 8, "suggestedMaxAge": 18}
    assert service["provider"]["@type"] == "NGO"
    assert service["offers"] == [{"@type": "Offer", "name": "One session", "price": "3.50", "priceCurrency": "GBP"}]
    (when,) = event["eventSchedule"]
    assert (when["byDay"], when["startTime"], when["endTime"]) == (["https://schema.org/Saturday"], "09:30", "12:00")
    assert (when["startDate"], when["endDate"]) == ("2026-09-05", "2027-07-17")
    assert when["description"] == "In term time only."
    assert event["location"][0]["address"]["postalCode"] == "MB1 2AB"
    assert "Dana" not in json.dumps([service, event])


def test_linked_data_tells_no_private_place_and_nothing_of_what_has_closed(
    changed: Changed, catalogue: Catalogue
) -> None:
    hidden = json.dumps(data(changed(("postal_code: MB1 2AB\n", "postal_code: MB1 2AB\n    sensitive: yes\n"))))
    assert not [each for each in ("Mill Lane", "MB1 2AB") if each in hidden]
    assert data(catalogue, "marl-health/old-clinic") == []
    closed = data(changed(("status: active", "status: temporarily closed")))
    assert [each["@type"] for each in closed] == ["Service"]


def test_what_nobody_knows_is_no_part_of_linked_data(changed: Changed) -> None:
    catalogue = changed(
        ("  minimum_age: 8\n  maximum_age: 18\n", "  any_age: not known\n"),
        ("service_areas: [whole area]", "service_areas: [not known]"),
    )
    assert not {"audience", "areaServed"} & data(catalogue)[0].keys()


def test_markup_in_a_name_stays_text_in_linked_data(catalogue: Catalogue) -> None:
    evil = "</script><img src=x onerror=alert(1)> & more"
    service: Service = catalogue.services[CLUB_ID].model_copy(update={"name": evil})
    text = service_data(service, catalogue)
    assert "<" not in text
    assert json.loads(text)["@graph"][0]["name"] == evil


def test_a_page_that_would_be_too_heavy_goes_without_linked_data() -> None:
    block = '<script type="application/ld+json">{"a":1}</script>\n'
    noise = "".join(f"{number * 2654435761 % 4294967296:x}" for number in range(9_000))
    light, heavy = f"<p>{'long ' * MAY_BE_HEAVY}</p>{block}", f"<p>{noise}</p>{block}"
    assert len(heavy) > MAY_BE_HEAVY > MOST_BYTES
    assert _light_enough(light) == light
    assert _light_enough(heavy) == heavy.replace(block, "")


def test_the_search_form_leads_to_the_search(catalogue: Catalogue) -> None:
    root = ElementTree.fromstring(str(dict(search_form.make_files(Index(catalogue)))["opensearch.xml"]))
    url = next(each for each in root if each.tag.endswith("Url"))
    assert url.get("template") == "https://localoffer.tinybrook.example/find/?q={searchTerms}"
    assert len(str(next(each for each in root if each.tag.endswith("ShortName")).text)) <= search_form.LONGEST_NAME


@pytest.mark.parametrize("today", [date(2026, 1, 1), date(2026, 11, 30), date(2028, 2, 29)])
def test_security_txt_ends_within_a_year_and_not_soon(today: date) -> None:
    ends = datetime.fromisoformat(security.expires(today)).date()
    assert timedelta(days=300) < ends - today < timedelta(days=367)


def test_whom_to_tell_is_said_only_where_the_council_has_said_it(catalogue: Catalogue) -> None:
    def told(contact: str | None) -> str:
        site = catalogue.site.model_copy(update={"security_contact": contact})
        return "".join(str(text) for _address, text in security.make_files(Index(replace(catalogue, site=site))))

    assert told(None) == ""
    assert told("safety@tinybrook.example").startswith("Contact: mailto:safety@tinybrook.example\nExpires: ")
    assert told("https://tinybrook.example/security").startswith("Contact: https://tinybrook.example/security\n")


def pictures(catalogue: Catalogue) -> Iterator[tuple[str, Image.Image]]:
    for address, content in share.make_files(Index(catalogue)):
        assert isinstance(content, Later)
        drawn = content.make()
        assert isinstance(drawn, bytes)
        yield address, Image.open(io.BytesIO(drawn))


def test_each_kind_of_page_has_a_picture_for_links_and_the_templates_ask_for_no_other(catalogue: Catalogue) -> None:
    found = dict(pictures(catalogue))
    assert set(found) == {f"share/{kind}.png" for kind in share.KINDS}
    assert {picture.size for picture in found.values()} == {share.SIZE}
    theme = SITE.parents[1] / "theme"
    asked = {
        name for file in theme.glob("*.html") for name in re.findall(r"{% block share %}(\w+)", file.read_text("utf-8"))
    }
    assert asked == set(share.KINDS)


def test_a_long_name_stays_inside_its_picture() -> None:
    name = "Royal Borough of Northwick and Southmarsh Special Educational Needs Local Offer"
    image = Image.open(io.BytesIO(share.picture(name, share.KINDS["page"], "#000000", "#ffffff"))).convert("L")
    assert image.getbbox() is not None
    left, top, right, bottom = image.getbbox() or (0, 0, 0, 0)
    assert left >= share.EDGE - 5
    assert top >= share.EDGE
    assert right <= share.WIDTH - share.EDGE + 5
    assert bottom <= share.HEIGHT - 40


def test_addresses_on_the_page_about_open_data_can_be_copied(catalogue: Catalogue) -> None:
    shown = unescape(re.sub("<[^>]+>", "", markdown(open_data_page(Index(catalogue)).body, extensions=["tables"])))
    for words in (
        "https://localoffer.tinybrook.example/api/services",
        'build.py import https://localoffer.tinybrook.example/api.json --system "',
    ):
        assert words in shown
    assert "&#" not in shown
