"""How good a feed is, as one page for a council that has never heard of us: figures first, then each kind with ten examples.

In: a `Result` in which every record was looked at. Out: a `Page`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from localoffer import wording
from localoffer.importing.account import EXAMPLES, by_size, reason, short
from localoffer.importing.quality import FIELDS, OLD_AFTER_MONTHS, Row, rows_of
from localoffer.importing.run import Result
from localoffer.reports.sections import Examples, Page, Section
from localoffer.wording import first_capital

PROPOSALS = "Found by whole words of the text, to help families find a listing. A person then agrees, or puts it right."


def as_page_of(result: Result) -> Page:
    """The page."""
    rows = rows_of(result)
    looked = len(result.made)
    faulty = {row.number for row in rows if row.what == "cannot be published"}
    ours = [number for number in result.made if result.choices[number].is_taken]
    day = wording.day_date(result.today)
    intro = [
        f"This is about {result.system}, read on {day}: {', '.join(dict.fromkeys(result.forms))}."
        + (" Nothing was published or changed." if result.wish.is_dry_run else ""),
        "We read each record as a family would need it: is this for my child, what is it, what does it cost, how do I get it, whom "
        "do I call? What a record does not say is never guessed. A page can say “we do not know yet, ask them”, so a gap stops "
        "nothing; but every gap below is a question that a family has to ask.",
        "Each part shows some examples. All of them are in the table beside this page, which a spreadsheet opens.",
        *result.notes,
        *result.doubts,
    ]
    complete = looked - len(
        {row.number for row in rows if row.what in ("missing", "cannot be published") and row.field != "topics"}
    )
    figures = [
        ("Records read", f"{result.records:,}"),
        ("Can be published today", f"{looked - len(faulty):,}"),
        ("Look to be for the Local Offer", f"{len(ours):,}"),
        ("Say all that families ask", f"{complete:,}"),
    ]
    return Page(f"What families would find in {result.system}", intro, list(_sections(result, rows)), figures)


def _sections(result: Result, rows: list[Row]) -> Iterator[Section]:
    of = {what: [row for row in rows if row.what == what] for what in {row.what for row in rows}}
    looked = len(result.made) - len(of.get("cannot be published", []))
    yield _listed(
        of,
        "cannot be published",
        "cannot",
        "Cannot be published yet",
        "Everything else can be published today, with its gaps told honestly.",
        ("Name", "Number", "Why"),
        lambda row: (row.name or "(no name)", row.number, row.more),
        "put these right where the records are kept.",
    )
    yield _chosen(result)
    yield _missing(of.get("missing", []), looked)
    yield _mended(
        "mended", "What we put right on the way", "Only forms and clutter: no fact is added.", of.get("mended", [])
    )
    yield _mended("proposed", "Topics and needs that we would propose", PROPOSALS, of.get("proposed", []))
    yield _alike(result)
    yield _listed(
        of,
        "dead-looking address",
        "dead",
        "Web addresses that look dead",
        "We did not ask them: these look wrong from the address alone.",
        ("Name", "Address", "Why"),
        lambda row: (row.name, short(row.value, 90), row.more),
        "look at each, and write the new address or take it out.",
    )
    yield _listed(
        of,
        "old check",
        "old",
        f"Not checked for {OLD_AFTER_MONTHS} months or more",
        "Families lose trust when what they read is no longer so. Every page says when it was last checked.",
        ("Name", "Number", "Last checked", "That is"),
        lambda row: (row.name, row.number, row.value, row.more),
        "ask the oldest first whether all of it is still true.",
    )
    yield _listed(
        of,
        "private-looking e-mail",
        "private",
        "E-mail addresses that look private",
        "They may be one person's own, so we would not publish them. They are shown here by their first letter only.",
        ("Name", "Address", "Why"),
        lambda row: (row.name, row.value, row.more),
        "ask whether it may be public, or for an address of the group.",
    )
    yield _held_back(of.get("held back or lost", []))


def _listed(
    of: dict[str, list[Row]],
    what: str,
    identity: str,
    title: str,
    says: str,
    columns: tuple[str, ...],
    shown: Callable[[Row], tuple[Any, ...]],
    to_do: str,
) -> Section:
    """A section with one table."""
    found = of.get(what, [])
    if not found:
        return Section(identity, title, ["None."], total=0)
    table = Examples(title, columns, [shown(row) for row in found[:EXAMPLES]], len(found))
    return Section(identity, title, [says], [table], len(found), to_do)


def _chosen(result: Result) -> Section:
    by_why: dict[tuple[bool, str], list[str]] = {}
    for number, choice in result.choices.items():
        made = result.made.get(number)
        if made:
            by_why.setdefault((choice.is_taken, choice.why.partition(" (")[0]), []).append(made.name)
    ordered = sorted(by_why.items(), key=lambda group: (not group[0][0], -len(group[1]), group[0][1]))
    rows = [
        ("yes" if taken else "no", why, len(names), ", ".join(short(name, 50) for name in names[:3]))
        for (taken, why), names in ordered
    ]
    taken = sum(choice.is_taken for choice in result.choices.values())
    return Section(
        "for-the-offer",
        "Which look to be for the Local Offer",
        [
            "A Local Offer is for children and young people up to 25 with special educational needs or a disability, and their "
            "families. We can only go by ages, subjects and words; a person decides."
        ],
        [Examples("Why we think so", ("For it", "Because", "Records", "Such as"), rows, len(rows))],
        taken,
    )


def _missing(rows: list[Row], looked: int) -> Section:
    of: dict[str, list[Row]] = {}
    for row in rows:
        of.setdefault(row.field, []).append(row)
    ordered = sorted(FIELDS, key=lambda name: (-len(of.get(name, [])), list(FIELDS).index(name)))
    table = [
        (FIELDS[name][0], len(of.get(name, [])), f"{_percent(len(of.get(name, [])), looked)}", _names(of.get(name, [])))
        for name in ordered
    ]
    return Section(
        "missing",
        "What families ask, and records do not say",
        [f"Of {looked:,} records that can be published."],
        [
            Examples(
                "What is missing, the most frequent first",
                ("What", "Records without it", "That is", "Such as"),
                table,
                len(table),
            )
        ],
        None,
        "ask providers for what is missing most. We write the e-mails: each asks exactly for what its own listing lacks.",
    )


def _names(rows: list[Row]) -> str:
    shown = "; ".join(short(row.name, 40) for row in rows[:EXAMPLES])
    return f"{shown}; …" if len(rows) > EXAMPLES else shown


def _percent(part: int, whole: int) -> str:
    if not part or not whole:
        return "0 %"
    return f"{max(1, round(100 * part / whole))} %"


def _mended(identity: str, title: str, says: str, rows: list[Row]) -> Section:
    tables = [
        Examples(
            first_capital(why),
            ("Name", "Field", "It came as", "It would be shown as"),
            [(row.name, row.field, row.value, row.more.partition(": ")[2]) for row in found[:EXAMPLES]],
            len(found),
        )
        for why, found in by_size(rows, lambda row: row.more.partition(": ")[0])
    ]
    return Section(identity, title, [says] if rows else ["None."], tables, len(rows))


def _alike(result: Result) -> Section:
    rows = [(short(pair.name, 60), pair.one, short(pair.other_name, 60), pair.other, pair.why) for pair in result.alike]
    if not rows:
        return Section("alike", "May be there twice", ["None."], total=0)
    table = Examples("Pairs to look at", ("Name", "Number", "Other name", "Number", "Why"), rows[:EXAMPLES], len(rows))
    return Section(
        "alike",
        "May be there twice",
        ["Nothing was merged: only a person can tell."],
        [table],
        len(rows),
        "keep one of each pair, or name them apart.",
    )


def _held_back(rows: list[Row]) -> Section:
    table = [
        (first_capital(why), len(found), ", ".join(sorted({row.field for row in found})[:3]))
        for why, found in by_size(rows, lambda row: reason(row.more))
    ]
    return Section(
        "held-back",
        "What we would not show, or have no place for",
        [
            "Names of people, the addresses of those who checked, private notes: a public feed should not hold them. None is shown here."
        ],
        [Examples("Why, and how often", ("Why", "Times", "Where"), table, len(table))],
        len(rows),
        "take personal addresses out of what the feed publishes." if rows else "",
    )
