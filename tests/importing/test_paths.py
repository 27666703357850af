"""A record's place comes from its name, is never taken twice, and never leaves providers/."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from localoffer.importing.paths import NOT_FOR_FILES, file_for, folder_for

HOSTILE = st.text(max_size=40) | st.sampled_from(
    [
        "../../etc/passwd",
        "/",
        "..",
        ".",
        "_imports",
        "C:\\con",
        "con",
        "NUL",
        "provider",
        "index",
        "a/b",
        "\x00",
        "️🎈",
        "Помощь",
        "x" * 300,
    ]
)


@given(HOSTILE, HOSTILE, st.sets(st.sampled_from(["con", "provider", "index", "provider-service", "xxx"])))
def test_any_name_gives_a_name_of_our_form_that_is_free(name: str, key: str, taken: set[str]) -> None:
    for place in (folder_for(name, key, taken), file_for(name, key, taken)):
        assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", place)
        assert len(place) <= 128
        assert place not in taken
        assert place not in NOT_FOR_FILES
    assert file_for(name, key, taken) not in ("provider", "index")


def test_two_records_of_one_name_have_places_that_tell_them_apart_and_do_not_change() -> None:
    first = file_for("Saturday club", "1", set())
    second = file_for("Saturday club", "2", {first})
    assert first == "saturday-club"
    assert re.fullmatch(r"saturday-club-[0-9a-f]{4}", second)
    assert second == file_for("Saturday club", "2", {first})
    assert file_for("Saturday club", "3", {first, second}) not in (first, second)
