"""The whole of an import, up to the writing: sources are read, records chosen, cleaned and placed; each is accounted for.

In: a root, today, a `Wish`, and how addresses are fetched. Out: a `Result`, whose plan is written by `plan.write_plan`, unless
it is a dry run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from localoffer.cache.store import Room
from localoffer.catalogue.reading import read_lists
from localoffer.exchange.shape import Incoming, Lost
from localoffer.importing.alike import Alike, Row, find_alike
from localoffer.importing.choose import Choice, Choose, looks_right, only, read_selection, selected
from localoffer.importing.here import look_here
from localoffer.importing.last_time import read_last_time, systems_here
from localoffer.importing.leads import NAME, WHY, Leads
from localoffer.importing.plan import LEFT_OUT, NEW, Outcome, Plan, Prepared, why_not_listing
from localoffer.importing.prepare import Made, Maker, Offered, number_of
from localoffer.importing.source import Fetch, is_address, read_source
from localoffer.letters import folded
from localoffer.system.failures import CannotRun

Counted = Callable[[int, int | None], None]
"""Is told how many records are done, and of how many, where that is known."""


@dataclass(frozen=True)
class Wish:
    """What a person asked for. `looks_at_all`: also clean the records that are not taken, for a report about a whole feed."""

    sources: tuple[str, ...]
    system: str = ""
    licence: str = ""
    only: str = ""
    select: Path | None = None
    mapping: Mapping[str, Any] | None = None
    is_dry_run: bool = False
    looks_at_all: bool = False
    close_missing: bool = False


@dataclass
class Result:
    """What became of every record."""

    wish: Wish
    system: str
    today: date
    plan: Plan
    forms: list[str] = field(default_factory=list)
    records: int = 0
    made: dict[str, Made] = field(default_factory=dict)
    prepared: dict[str, Prepared] = field(default_factory=dict)
    choices: dict[str, Choice] = field(default_factory=dict)
    outcomes: list[Outcome] = field(default_factory=list)
    gone: list[tuple[str, str, bool]] = field(default_factory=list)
    """Number, listing, and whether it was closed here."""
    alike: list[Alike] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """What was done to read it: letters that were guessed, rows that belong to nothing."""
    not_found: list[str] = field(default_factory=list)
    withdrawn: set[str] = field(default_factory=set)
    faults: dict[str, str] = field(default_factory=dict)
    """Number → why it could not be published, for records that were only looked at."""

    def count(self, *results: str) -> int:
        """How many records have one of these results."""
        return sum(outcome.result in results for outcome in self.outcomes)


def run_import(
    root: Path, today: date, wish: Wish, fetch: Fetch | None, counted: Counted = lambda _done, _of: None
) -> Result:
    """Work everything out; nothing is written. SourceFault where a source cannot be read to its end."""
    system = wish.system.strip() or _system_of(root, wish)
    files = read_lists(root, Room(None, "records"))
    if not files.vocabulary.topics:
        raise CannotRun(
            "content/_data has no list of topics that can be read.", "run build.py check and put that right first."
        )
    place = files.site.council.place if files.site else ""
    numbers = read_selection(wish.select) if wish.select else frozenset()
    plan = Plan(look_here(root, system), read_last_time(root, system), numbers)
    maker = Maker(Offered(files.vocabulary, place, system, wish.licence, today))
    result = Result(wish, system, today, plan)
    choose = _choose(wish, numbers)
    rows: list[Row] = []
    for incoming in _records(wish, fetch, result, counted):
        _take(incoming, result, maker, choose, rows)
    _lead(result)
    _look_for_gone(result)
    result.not_found = sorted(numbers - result.choices.keys())
    result.alike = find_alike([*rows, *_rows_here(plan)])
    return result


def _system_of(root: Path, wish: Wish) -> str:
    """The name of the system, where a person did not say it: the address's host, or the one that data came from before."""
    if is_address(wish.sources[0]):
        return wish.sources[0].split("//", 1)[1].split("/", 1)[0].lower().removeprefix("www.").rpartition("@")[2]
    known = systems_here(root)
    if len(known) == 1:
        return known[0]
    if wish.is_dry_run:
        return Path(wish.sources[0]).name or "the feed"
    raise CannotRun(
        "Say which system this comes from: by its name and each record's number a listing is known again next time.",
        "for example --system 'Marlbrook directory'. Write it the same each time."
        + (f" So far: {', '.join(known)}." if known else ""),
    )


def _choose(wish: Wish, numbers: frozenset[str]) -> Choose:
    asked = [
        choose for choose in (only(wish.only) if wish.only else None, selected(numbers) if numbers else None) if choose
    ]
    if not asked:
        return looks_right

    def any_of(record: Incoming) -> Choice:
        choices = [choose(record) for choose in asked]
        return next((choice for choice in choices if choice.is_taken), choices[0])

    return any_of


def _records(wish: Wish, fetch: Fetch | None, result: Result, counted: Counted) -> Iterator[Incoming]:
    for source in wish.sources:
        reading = read_source(source, fetch=fetch, mapping=wish.mapping, today=result.today)
        result.forms.append(reading.says)
        for incoming in reading.records:
            result.records += 1
            counted(result.records, reading.progress.total)
            yield incoming
        result.doubts += reading.progress.doubts
        result.notes += reading.progress.notes


def _take(incoming: Incoming, result: Result, maker: Maker, choose: Choose, rows: list[Row]) -> None:
    """One record: chosen or not, cleaned, placed. One that is here already waits until all others are placed."""
    number, plan = number_of(incoming), result.plan
    if number in result.choices:
        why = f"the number {number} came before: two records cannot have one number"
        result.outcomes.append(Outcome(number, incoming.name.strip(), LEFT_OUT, "", why))
        return
    choice = Choice(False, incoming.withdrawn) if incoming.withdrawn else choose(incoming)
    if not choice.is_taken and not incoming.withdrawn and number in plan.here.ours:
        choice = Choice(True, f"it is here already; {choice.why}")
    result.choices[number] = choice
    if incoming.withdrawn:
        result.withdrawn.add(number)
    made = maker.make(incoming) if choice.is_taken or result.wish.looks_at_all else None
    if made:
        result.made[number] = made
        rows.append(_row(number, made))
    if not choice.is_taken or made is None:
        result.outcomes.append(plan.leave_out(number, incoming.name.strip(), choice.why))
        if made and result.wish.looks_at_all:
            result.faults[number] = made.left_out or why_not_listing(made.fields)
    elif made.left_out:
        result.outcomes.append(plan.leave_out(number, made.name, made.left_out))
    else:
        prepared = Prepared(number, made.name, made.fields, made.provider_key, made.provider, made.incomplete)
        result.prepared[number] = prepared
        if number not in plan.here.ours:
            result.outcomes.append(plan.add(prepared))


def _lead(result: Result) -> None:
    """What records name in each other lies elsewhere here: all are placed now, and are told where. In the order in which they came."""
    plan = result.plan
    placed = {number: known.path for number, known in plan.here.ours.items()}
    placed |= {number: outcome.path for number, outcome in plan.outcomes.items() if outcome.path}
    numbers = {made.name_there: number for number, made in result.made.items() if made.name_there}
    leads = Leads(plan.here.root, placed, numbers, (f"{folder}/{stem}" for folder, stem, _fields in plan.here.not_ours))
    for number, prepared in result.prepared.items():
        fields, gone = leads.led(prepared.fields)
        if gone:
            made = result.made[number]
            made.lost = [*made.lost, Lost(NAME, WHY + ", ".join(gone))]
        if number in plan.here.ours:
            result.outcomes.append(plan.add(replace(prepared, fields=fields)))
        elif fields != prepared.fields and plan.outcomes[number].result == NEW:
            plan.again(number, fields)
    order = {number: place for place, number in enumerate(result.choices)}
    result.outcomes.sort(key=lambda outcome: order[outcome.number])
    plan.outcomes = dict(sorted(plan.outcomes.items(), key=lambda each: order[each[0]]))


def _look_for_gone(result: Result) -> None:
    """Listings whose record did not come, or came withdrawn; only where the whole of the source was read."""
    if result.doubts:
        return
    came = result.choices.keys() - result.withdrawn
    for number, known in sorted(result.plan.here.ours.items()):
        if number in came:
            continue
        is_closed = known.fields.get("status") == "closed"
        if result.wish.close_missing and not is_closed:
            result.plan.close(number)
            is_closed = True
        result.gone.append((number, known.path, is_closed))


# What is compared, to find what is alike


def _row(number: str, made: Made) -> Row:
    return Row(number, made.name, str(made.provider.get("name", "")), _shares(made.fields))


def _rows_here(plan: Plan) -> Iterator[Row]:
    """Listings that did not come in from this system."""
    for folder, stem, fields in plan.here.not_ours:
        provider = plan.here.provider_files.get(folder)
        name = str(provider.fields.get("name", "")) if provider else ""
        yield Row(f"providers/{folder}/{stem}.yml", str(fields.get("name", "")), name, _shares(fields), is_here=True)


def _shares(fields: Mapping[str, Any]) -> frozenset[str]:
    found: set[str] = set()
    for part in [*_members(fields, "contacts"), *_members(fields, "locations"), *_members(fields, "links")]:
        for name in ("phone", "email", "url", "postal_code"):
            value = part.get(name)
            if isinstance(value, str) and folded(value):
                found.add(
                    value.lower().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
                )
    return frozenset(found)


def _members(fields: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    held = fields.get(name)
    return [part for part in held if isinstance(part, dict)] if isinstance(held, list) else []
