"""What a person changed here stays; what only changed there comes in."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from localoffer.importing.merge import Change, Kept, merge, same_in
from localoffer.model import Service

IS_SAME = same_in(Service)
LAST: dict[str, Any] = {
    "name": "Saturday club",
    "summary": "Games.",
    "eligibility": {"minimum_age": "8", "needs": ["all"]},
    "cost": {"free": "yes"},
    "schedules": [{"byday": ["SA"], "opens_at": "09:30"}],
}


def test_a_change_there_comes_in_and_says_what_stood_here() -> None:
    now = {**LAST, "summary": "Games and art.", "eligibility": {"minimum_age": "5", "needs": ["all"]}}
    merged = merge(LAST, LAST, now, IS_SAME)
    assert merged.changes == [
        Change(("summary",), "Games.", "Games and art."),
        Change(("eligibility", "minimum_age"), "8", "5"),
    ]
    assert merged.kept == []


def test_an_edit_here_stays_and_is_told() -> None:
    here = {**LAST, "summary": "Ours.", "eligibility": {"minimum_age": "9", "needs": ["all"]}}
    now = {**LAST, "summary": "Theirs."}
    merged = merge(LAST, here, now, IS_SAME)
    assert merged.changes == []
    assert merged.kept == [
        Kept(("summary",), "Ours.", "Theirs.", changed_there=True),
        Kept(("eligibility", "minimum_age"), "9", "8", changed_there=False),
    ]


def test_what_a_person_took_out_or_added_here_stays_so() -> None:
    here = {name: value for name, value in LAST.items() if name != "cost"} | {"bsl": "yes"}
    merged = merge(LAST, here, LAST, IS_SAME)
    assert merged.changes == []
    assert {kept.where for kept in merged.kept} == {("cost",), ("bsl",)} or {kept.where for kept in merged.kept} == {
        ("cost", "free"),
        ("bsl",),
    }


def test_what_is_new_there_or_gone_there_follows() -> None:
    now = {name: value for name, value in LAST.items() if name != "cost"} | {
        "bsl": "yes",
        "access": {"route": ["drop-in"]},
    }
    assert merge(LAST, LAST, now, IS_SAME).changes == [
        Change(("cost",), {"free": "yes"}, None),
        Change(("bsl",), None, "yes"),
        Change(("access",), None, {"route": ["drop-in"]}),
    ]


def test_where_nobody_knows_what_came_in_last_time_all_stays() -> None:
    merged = merge(None, {**LAST, "summary": "Ours."}, LAST, IS_SAME)
    assert merged.changes == []
    assert merged.kept == [Kept(("summary",), "Ours.", "Games.", changed_there=False)]


def test_another_form_of_the_same_value_is_no_edit() -> None:
    here = {
        **LAST,
        "summary": "  Games.\n",
        "cost": {"free": "Yes"},
        "schedules": [{"byday": "saturday", "opens_at": "9.30am"}],
        "eligibility": {"minimum_age": "8 years", "needs": "all"},
    }
    assert merge(LAST, here, LAST, IS_SAME).kept == []
    assert [change.where for change in merge(LAST, here, {**LAST, "summary": "New."}, IS_SAME).changes] == [
        ("summary",)
    ]


LEAF = st.sampled_from(["a", "b", "c"])
GROUPS = st.dictionaries(
    st.sampled_from("xyz"), LEAF | st.dictionaries(st.sampled_from("pq"), LEAF, min_size=1), max_size=3
)


def leaves(value: Any, where: tuple[str, ...] = ()) -> dict[tuple[str, ...], Any]:
    if not isinstance(value, dict):
        return {where: value}
    return {at: held for name, inner in value.items() for at, held in leaves(inner, (*where, name)).items()}


@given(GROUPS, GROUPS, GROUPS)
def test_nothing_that_differs_from_last_time_is_changed_and_all_else_is_as_there(
    last: Any, here: Any, now: Any
) -> None:
    merged = merge(last, here, now, lambda _where, one, other: one == other)
    result = dict(leaves(here))
    for change in merged.changes:
        result = {at: value for at, value in result.items() if at[: len(change.where)] != change.where}
        result |= leaves(change.new, change.where) if change.new is not None else {}
    result.pop((), None)
    edited = {at for at, value in leaves(here).items() if leaves(last).get(at) != value}
    assert all(result.get(at) == leaves(here)[at] for at in edited if at)
    if here == last:
        assert result == {at: value for at, value in leaves(now).items() if at}
        assert merged.kept == []
