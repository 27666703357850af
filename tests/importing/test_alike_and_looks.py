"""What may be twice or dead is told; what is not is left in peace."""

from __future__ import annotations

import pytest

from localoffer.importing.alike import Row, find_alike
from localoffer.importing.quality import why_dead

CLUB = Row("1", "Saturday Club", "Marl Trust", frozenset({"01632 960 111", "marl.example.org"}))


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (Row("2", "Saturday club", "Marl Trust", frozenset()), "same name and the same provider"),
        (Row("2", "Saturday Club ", "Others", frozenset({"01632 960 111"})), "same name; both have 01632 960 111"),
        (Row("2", "Saturday Club", "Others", frozenset()), "the same name"),
        (Row("2", "The Saturday Club", "Marl Trust", frozenset()), "nearly the same name, and the same provider"),
        (Row("2", "Saturday Clubs", "Others", frozenset({"marl.example.org"})), "both have marl.example.org"),
    ],
)
def test_two_that_may_be_one_are_told_with_what_they_share(other: Row, words: str) -> None:
    (pair,) = find_alike([CLUB, other])
    assert {pair.one, pair.other} == {"1", "2"}
    assert words in pair.why


@pytest.mark.parametrize(
    "other",
    [
        Row("2", "Sunday School", "Marl Trust", frozenset({"01632 960 111"})),
        Row("2", "Saturday Clubs", "Others", frozenset()),
        Row("2", "", "Marl Trust", CLUB.shares),
    ],
)
def test_two_that_only_share_a_house_are_two(other: Row) -> None:
    assert find_alike([CLUB, other]) == []


def test_groups_told_apart_by_a_number_are_two() -> None:
    rows = [Row("1", "Beavers group 1", "Scouts", frozenset()), Row("2", "Beavers group 2", "Scouts", frozenset())]
    assert find_alike(rows) == []


def test_two_listings_that_are_here_already_are_no_news() -> None:
    here = [Row(f"providers/a/{name}.yml", "Club", "A", frozenset(), is_here=True) for name in "xy"]
    assert find_alike(here) == []
    assert len(find_alike([*here, Row("1", "Club", "A", frozenset())])) == 2


def test_thousands_are_compared_in_few_steps() -> None:
    rows = [
        Row(str(number), f"Group {number}", "The Council", frozenset({"council.example.org"})) for number in range(3000)
    ]
    assert find_alike(rows) == []


@pytest.mark.parametrize(
    "address",
    [
        "https://plus.google.com/123",
        "https://www.direct.gov.uk/x",
        "http://intranet/page",
        "https://10.0.0.1/",
        "https://club.example/",
        "https://www.http.club.org.uk",
        "https://club..org.uk/",
        "https://club.org.uk/errors/404.html",
        "https://",
        "Warmley Community Centre",
        "http://[::1",
    ],
)
def test_an_address_that_looks_dead_is_told_with_why(address: str) -> None:
    assert why_dead(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://www.club.org.uk/",
        "https://club.co.uk/a/404-group",
        "https://xn--bcher-kva.ch",
        "https://wwwsomething.org.uk/x",
        "https://nhs.uk",
    ],
)
def test_an_address_that_may_be_alive_is_left_in_peace(address: str) -> None:
    assert why_dead(address) == ""
