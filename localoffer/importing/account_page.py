"""The account of an import as a page: what came in, what stayed, what was left out and why.

In: a `Result`. Out: a `Page`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from localoffer import wording
from localoffer.importing.account import (
    EXAMPLES,
    by_size,
    changed_rows,
    kept_here,
    left_out,
    reason,
    sentence,
    short,
    unknown_fields,
    written,
)
from localoffer.importing.plan import CHANGED, LEFT_OUT, NEW, UNCHANGED
from localoffer.importing.run import Result
from localoffer.reports.sections import Examples, Page, Section
from localoffer.wording import first_capital

MOST_ROWS = 500


def as_page_of(result: Result) -> Page:
    """The account for people."""
    day = wording.day_date(result.today)
    intro = [
        f"What came in from {result.system} on {day}: {', '.join(dict.fromkeys(result.forms))}.",
        sentence(result),
        "The whole of it, for programs, is in import.json beside this page.",
        *result.notes,
        *result.doubts,
    ]
    figures = [
        ("Records", f"{result.records:,}"),
        ("New or changed here", f"{result.count(NEW, CHANGED):,}"),
        ("As they were", f"{result.count(UNCHANGED):,}"),
        ("Left out", f"{result.count(LEFT_OUT):,}"),
    ]
    return Page("What came in", intro, list(_sections(result)), figures)


def _sections(result: Result) -> Iterator[Section]:
    yield _left_out_section(result)
    yield _taken_section(result)
    yield _kept_section(result)
    yield _gone_section(result)
    yield _alike_section(result)
    yield _unknown_section(result)
    yield _changed_section(result)
    yield _lost_section(result)


def _listed(
    identity: str, title: str, says: str, caption: str, columns: tuple[str, ...], rows: list[tuple[Any, ...]]
) -> Section:
    """A section with one table."""
    return Section(identity, title, [says], [Examples(caption, columns, rows[:MOST_ROWS], len(rows))], len(rows))


def _taken_section(result: Result) -> Section:
    says = "Look through these too: words can mislead. A listing that does not belong here can be removed; it will not come back."
    taken = [(one.name, one.number, one.path, result.choices[one.number].why) for one in written(result)]
    columns = ("Name", "Number there", "File", "Why")
    return _listed("taken", "Taken, and why", says, "Records that are here", columns, taken)


def _kept_section(result: Result) -> Section:
    says = "A field that somebody changed here is never written over. Where it changed there too, look at both."
    rows = [
        (
            one.path,
            ".".join(kept.where),
            short(kept.here),
            short(kept.there),
            kept.why or ("yes" if kept.changed_there else "no"),
        )
        for one, kept in kept_here(result)
    ]
    columns = ("File", "Field", "Here", "There", "Changed there too")
    return _listed("kept", "Changed here, and kept", says, "Fields that differ", columns, rows)


def _gone_section(result: Result) -> Section:
    says = "Their records did not come this time. Nothing is deleted: --close-missing makes such listings say that they have closed."
    rows = [(path, number, "yes" if closed else "no") for number, path, closed in result.gone]
    columns = ("File", "Number there", "Closed here")
    return _listed("gone", "No longer there", says, "Listings whose record did not come", columns, rows)


def _unknown_section(result: Result) -> Section:
    unknown = unknown_fields(result).most_common()
    return Section(
        "unknown",
        "Not known",
        ["Pages say so, and whom to ask. build.py report asking writes the e-mails."],
        [Examples("Fields that nobody has filled", ("Field", "Listings"), unknown, len(unknown))],
        sum(number for _name, number in unknown),
    )


def _changed_section(result: Result) -> Section:
    rows = [
        (row["why"], (row["path"], row["field"], short(row["from"]), short(row["to"]))) for row in changed_rows(result)
    ]
    columns = ("File", "Field", "Came", "Stands here")
    return Section(
        "changed", "Changed on the way", ["Each reason with some examples."], _by_reason(rows, columns), len(rows)
    )


def _lost_section(result: Result) -> Section:
    rows = [
        (lost.why, (one.path, lost.path, lost.why)) for one in written(result) for lost in result.made[one.number].lost
    ]
    return Section(
        "lost",
        "Has no place here, or is held back",
        ["Nothing is left out in silence. What must not be published is named by what it is, never shown."],
        _by_reason(rows, ("File", "What", "Why")),
        len(rows),
    )


def _left_out_section(result: Result) -> Section:
    says = "To take any of them in: write its number on a line of a file, and run the import again with --select FILE."
    rows = [(one.name or "(no name)", one.number, one.why) for one in left_out(result)]
    return _listed("left-out", "Left out", says, "Records that are not here", ("Name", "Number there", "Why"), rows)


def _alike_section(result: Result) -> Section:
    """Records that may be one and the same."""
    says = "Nothing was merged: only a person can tell."
    rows = [(pair.name, pair.one, pair.other_name, pair.other, pair.why) for pair in result.alike]
    columns = ("Name", "Number or file", "Other name", "Number or file", "Why")
    return _listed("alike", "May be one and the same", says, "Pairs to look at", columns, rows)


def _by_reason(rows: Iterable[tuple[str, tuple[Any, ...]]], columns: tuple[str, ...]) -> list[Examples]:
    """A table for each reason, the most frequent first, each with a few examples."""
    groups = [(why, [row for _why, row in found]) for why, found in by_size(rows, lambda row: reason(row[0]))]
    return [Examples(first_capital(why), columns, held[:EXAMPLES], len(held)) for why, held in groups]
