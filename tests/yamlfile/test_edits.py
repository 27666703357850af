"""An edit changes what it is about and not one byte more, whatever the file looks like round it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localoffer.findings import Edit, Range
from localoffer.yamlfile import Fields, Members, Tree, Words, parse_yaml
from localoffer.yamlfile.edits import Lines, apply_edits
from localoffer.yamlfile.writing import as_yaml

WORDS = st.text("abcé ö’–:#,[]{}'\"&*!%@|>-?.£0123456789\\", min_size=1, max_size=25).map(str.strip).filter(bool)
PLAIN = st.text("abcé’–£0 .", min_size=1, max_size=20).map(lambda text: f"x{text}".rstrip())
NOTES = st.sampled_from(["", "  # a note", " # x: y"])
GAPS = st.sampled_from(["", "\n", "# a note: here\n", "\n\n"])


@dataclass(frozen=True)
class Typed:
    """A value as somebody typed it, all of its bytes, and what is behind it on its line."""

    raw: str
    after: str = ""


@st.composite
def typed_values(draw: st.DrawFn) -> Typed:
    text, style = draw(WORDS), draw(st.sampled_from(["plain", "single", "double", "literal", "folded", "two lines"]))
    if style == "plain":
        return Typed(draw(PLAIN), draw(NOTES))
    if style == "single":
        return Typed("'" + text.replace("'", "''") + "'", draw(NOTES))
    if style == "double":
        return Typed('"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"', draw(NOTES))
    if style == "two lines":
        return Typed(f"{draw(PLAIN)}\n    {draw(PLAIN)}", draw(NOTES))
    return Typed(
        f"{'|' if style == 'literal' else '>'}{draw(st.sampled_from(['', '-']))}\n    {draw(PLAIN)}\n\n    {draw(PLAIN)}"
    )


@st.composite
def files(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A listing of our shapes: values in every style, flow and block lists, notes and gaps; and each value as typed."""
    text, raws = "", []
    for number in range(draw(st.integers(1, 5))):
        shape = draw(st.sampled_from(["value", "list", "brackets", "group"]))
        text += draw(GAPS)
        if shape == "value":
            value = draw(typed_values())
            text += f"f{number}: {value.raw}{value.after}\n"
            raws.append(value.raw)
        elif shape == "list":
            members = draw(st.lists(PLAIN, min_size=1, max_size=3))
            text += f"f{number}:\n" + "".join(f"  - {member}{draw(NOTES)}\n" for member in members)
            raws += members
        elif shape == "brackets":
            members = [as_yaml(text, in_brackets=True) for text in draw(st.lists(WORDS, min_size=1, max_size=3))]
            text += f"f{number}: [{', '.join(members)}]{draw(NOTES)}\n"
            raws += members
        else:
            values = draw(st.lists(typed_values(), min_size=1, max_size=2))
            text += f"f{number}:\n" + "".join(f"  g{at}: {value.raw}{value.after}\n" for at, value in enumerate(values))
            raws += [value.raw for value in values]
    return text, raws


def leaves(tree: Tree | None) -> list[Words]:
    if isinstance(tree, Words):
        return [tree]
    children = tree.values.values() if isinstance(tree, Fields) else tree.values if isinstance(tree, Members) else ()
    return [leaf for child in children for leaf in leaves(child)]


@given(files(), WORDS, st.integers(0, 99), st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from(["", "\ufeff"]))
def test_one_value_changes_and_every_other_byte_stays(
    file: tuple[str, list[str]], new: str, choice: int, line_end: str, mark: str
) -> None:
    text, raws = file
    tree, wrong = parse_yaml(text, "x.yml")
    assert not wrong, text
    on_disk = mark + text.replace("\n", line_end)
    before = leaves(tree)
    assert [Lines(text).words(leaf.range) for leaf in before] == raws
    number = choice % len(before)
    leaf = before[number]
    edit = Edit("x.yml", leaf.range, as_yaml(new, in_brackets=leaf.in_brackets))
    written, _changes = apply_edits(on_disk, [edit])
    place = Lines(on_disk).slice_of(leaf.range)
    assert place is not None
    assert written == on_disk[: place.start] + edit.text + on_disk[place.stop :]
    after, wrong = parse_yaml(written.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), "x.yml")
    assert not wrong, written
    values = [leaf.value for leaf in before]
    values[number] = new
    assert [leaf.value.rstrip("\n") for leaf in leaves(after)] == [value.rstrip("\n") for value in values]


@given(WORDS, st.booleans())
def test_a_text_is_read_as_it_was_written(text: str, in_brackets: bool) -> None:
    written = as_yaml(text, in_brackets=in_brackets)
    tree, wrong = parse_yaml(f"a: [{written}]\n" if in_brackets else f"a: {written}  # note\n", "x.yml")
    assert not wrong
    assert [leaf.value for leaf in leaves(tree)] == [text]


@pytest.mark.parametrize(
    ("text", "in_brackets", "written"),
    [
        ("09:30", False, "09:30"),
        ("Mill Lane, Easton", False, "Mill Lane, Easton"),
        ("Mill Lane, Easton", True, '"Mill Lane, Easton"'),
        ("Note: no club", False, '"Note: no club"'),
        ('"Crafts" and "games"', False, '\'"Crafts" and "games"\''),
        ("Bus #9", False, '"Bus #9"'),
        ("null", False, '"null"'),
        ("#0b4a57", False, '"#0b4a57"'),
    ],
)
def test_there_are_quotation_marks_only_where_they_must_be(text: str, in_brackets: bool, written: str) -> None:
    assert as_yaml(text, in_brackets=in_brackets) == written


def test_edits_that_touch_each_other_are_not_mixed() -> None:
    first = Edit("x.yml", Range(1, 1, 1, 4), "one", was="abc")
    second = Edit("x.yml", Range(1, 2, 1, 6), "two")
    new, changes = apply_edits("abcdef\n", [second, first])
    assert (new, [change.old for change in changes]) == ("onedef\n", ["abc"])


@pytest.mark.parametrize(
    "edit",
    [
        Edit("x.yml", Range(1, 1, 1, 4), "one", was="other"),
        Edit("x.yml", Range(7, 1, 7, 2), "one"),
        Edit("x.yml", Range(1, 5, 1, 99), "one"),
        Edit("x.yml", Range(1, 1, 1, 4), "abc"),
    ],
    ids=["other words stand there", "no such line", "no such column", "it stands there already"],
)
def test_an_edit_that_does_not_fit_changes_nothing(edit: Edit) -> None:
    assert apply_edits("abcdef\n", [edit]) == ("abcdef\n", [])
