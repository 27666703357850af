"""A long page folds by its headings; whom to call, urgent numbers and the family's own dates stay in sight."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from types import SimpleNamespace
from typing import Any, cast

from localoffer.model import ContentPage
from localoffer.model.law import LawFact
from localoffer.model.urgent import Call
from localoffer.outputs.pages.folds import LONG, is_folded, marked_parts
from localoffer.outputs.pages.urgent import URGENT
from localoffer.prose.placeholders import fill

SAYS = {"appeal": "You have {it} to appeal.", "decision": "The council has {it} to decide."}


def law(name: str) -> LawFact:
    return LawFact.model_construct(
        id=name, says=SAYS[name], value="2", unit="months", yours=name == "appeal", as_at=date(2026, 11, 26)
    )


LAW = {name: law(name) for name in SAYS}
CALLS = [
    cast(Call, SimpleNamespace(href="tel:111", also_href="sms:85258", hours="day and night")),
    cast(Call, SimpleNamespace(href="tel:01632960150", also_href="", hours="Monday to Friday, 9am to 5pm")),
]


def a_page(body: str, name: str = "guides/appeal", **more: object) -> ContentPage:
    """A page with its law filled in, as the catalogue gives it."""
    filled = fill(body, lambda _: "2 months", lambda _: "")
    page = SimpleNamespace(id=name, body=filled.text, filled=filled, template=None, **more)
    return cast(ContentPage, page)


def marked(*parts: str) -> list[str]:
    """What a page of these parts becomes, part by part; a blank line stands between two."""
    page = a_page("\n\n".join(parts))
    return _split(marked_parts(page.body, page, LAW, CALLS))


def _split(body: str) -> list[str]:
    return [part.strip() for part in re.split(r"^(?=## )", body, flags=re.MULTILINE) if part.strip()]


def headings(parts: Iterable[str]) -> list[str]:
    return [part.partition("\n")[0] for part in parts]


def test_guides_fold_and_other_pages_where_they_are_long_but_never_urgent_help_or_whom_to_call() -> None:
    parts = "## A\n\nx\n\n## B\n\ny\n\n## C\n\nz\n"
    long = parts + "word " * (LONG // 5)
    assert is_folded(a_page(parts))
    assert not is_folded(a_page("## A\n\nx\n\n## B\n\ny\n" + "word " * LONG)), "two parts are no list"
    assert not is_folded(a_page(parts, "about/help"))
    assert is_folded(a_page(long, "about/help"))
    assert not is_folded(a_page(long, "about/contact"))
    assert not is_folded(cast(Any, SimpleNamespace(id="guides/emergencies", body=long, template=URGENT)))


def test_the_first_part_stays_open_and_the_others_have_no_mark() -> None:
    found = marked("## First", "1. Ask.", "## Second { #two }", "Words.", "### Third", "## Fourth")
    assert headings(found) == ["## First { .lo-stay }", "## Second { #two }", "## Fourth"]


def test_a_part_that_is_the_first_to_give_an_urgent_number_stays_open() -> None:
    found = marked(
        "## First", "## If it is bad { #bad }", "Phone [111](tel:111).", "## Again", "[111](tel:111)", "## Write",
        "[SHOUT](sms:85258)", "## In the day", "[us](tel:01632960150)",
    )  # fmt: skip
    assert headings(found) == [
        "## First { .lo-stay }", "## If it is bad { #bad .lo-stay }", "## Again", "## Write { .lo-stay }", "## In the day",
    ]  # fmt: skip


def test_a_date_of_the_family_stands_below_the_heading_of_the_folded_part_that_says_it_first() -> None:
    _, second, third, last = marked(
        "## First", "## No?", "Appeal in {law:appeal}.", "## Again", "{law:appeal}", "## We", "In {law:decision}."
    )
    assert second.startswith("## No?\n\n**A date to keep.** You have 2 months to appeal.\n{ .lo-kept }\n")
    assert "lo-kept" not in third + last, "said once; and the council's own date is no date to keep"


def test_a_date_that_stands_in_what_is_open_is_not_said_again() -> None:
    for above in ("In {law:appeal}.\n\n## First", "## First\n\nIn {law:appeal}."):
        assert "lo-kept" not in "".join(marked(above, "## No?", "{law:appeal}", "## Last"))


def test_letters_to_choose_from_all_fold() -> None:
    found = marked("Copy one.", "## Ask", '!!! lo-letter "To us"\n\n    Please.', "## Complain", "Words.", "## Last")
    assert not any("lo-stay" in part for part in found)


def test_a_heading_in_code_is_none() -> None:
    found = marked("## First", "```\n## not a part\n```", "## Second", "## Third")
    assert headings(found) == ["## First { .lo-stay }", "## not a part", "## Second", "## Third"]
