"""Lists and lines as a person sees them in the file: what people paste, and the HTML that comes of it."""

from __future__ import annotations

import markdown
import pytest

from localoffer.outputs.markdown import neutral_markdown
from localoffer.prose import mend_lists


def shown(text: str) -> str:
    """The HTML of a description, on one line."""
    html = markdown.markdown(neutral_markdown(text), extensions=["sane_lists", "tables", "attr_list"])
    return html.replace("\n", "")


FOOTBALL = "<ul><li>Football</li><li>Art</li></ul>"


@pytest.mark.parametrize(
    "text",
    [
        "- Football\n- Art",
        "• Football\n• Art",
        "•Football\n•Art",
        "· Football\n· Art",
        "– Football\n– Art",
        "▪ Football\n▪ Art",
        "* Football\n* Art",
    ],
)
def test_every_sign_that_begins_a_point_makes_a_list(text: str) -> None:
    assert shown(text) == FOOTBALL


@pytest.mark.parametrize("mark", ["-", "*", "•", "–", "·"])
def test_a_list_straight_after_words_is_a_list(mark: str) -> None:
    assert shown(f"We play:\n{mark} Football\n{mark} Art") == f"<p>We play:</p>{FOOTBALL}"


def test_numbers_with_brackets_are_a_numbered_list() -> None:
    assert shown("1) Phone us.\n2) Come.") == "<ol><li>Phone us.</li><li>Come.</li></ol>"


def test_letters_stay_with_their_points() -> None:
    assert shown("a) Phone us.\nb) Come.") == "<ul><li>a) Phone us.</li><li>b) Come.</li></ul>"


def test_points_two_spaces_in_lie_in_the_point_above() -> None:
    assert (
        shown("- Football\n  - Boys\n  - Girls\n- Art")
        == "<ul><li>Football<ul><li>Boys</li><li>Girls</li></ul></li><li>Art</li></ul>"
    )


def test_a_list_from_3_begins_at_3() -> None:
    assert shown("3. Phone us.\n4. Come.") == '<ol start="3"><li>Phone us.</li><li>Come.</li></ol>'


def test_a_year_at_the_start_stays() -> None:
    assert shown("2026. A new year for us.") == "<p>2026. A new year for us.</p>"


def test_words_far_in_are_no_code() -> None:
    assert shown("We play.\n\n    Come at nine.") == "<p>We play.</p><p>Come at nine.</p>"


def test_words_below_a_list_are_no_part_of_its_last_point() -> None:
    assert shown("• Football\n• Art\nPlease bring a coat.") == f"{FOOTBALL}<p>Please bring a coat.</p>"


def test_lines_that_a_person_ended_stay_lines() -> None:
    assert shown("Monday: 9 to 5\nTuesday: 10 to 4") == "<p>Monday: 9 to 5<br />Tuesday: 10 to 4</p>"


@pytest.mark.parametrize(
    "text",
    [
        "A line that a program wrapped at about eighty letters, which is what editors\nof text do. It goes on here.",
        "- A point that a program wrapped at about eighty letters, which is what editors\n  do. It goes on here.\n- Another.",
        "1. One.\n2. Two.\n\n    More of two.\n\n3. Three.",
        "### Times\n\n| Day | Time |\n|---|---|\n| Monday | 9am |\n\nCome.",
    ],
)
def test_what_is_right_already_stays_as_it_is(text: str) -> None:
    assert mend_lists(text) == text


def test_code_and_boxes_of_pages_stay_as_they_are() -> None:
    page = "!!! note\n    Read this.\n\n    - One\n    - Two\n\n```\n• no list\n```\n\n    code\n"
    assert mend_lists(page, keeps_code=True) == page
