"""Records that came in, cleaned → what to write where, with nothing written yet.

In: what is here, what came in last time, and each record's fields. Out: the text of every file that would change, and what
became of each record. A dry run stops there; else `write_plan` writes each file whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from localoffer.findings import Finding
from localoffer.importing.here import Here, Known
from localoffer.importing.last_time import LastTime, Record, write_last_time
from localoffer.importing.merge import Change, Kept, Merged
from localoffer.importing.paths import file_for, folder_for
from localoffer.importing.update import completed, update, with_old
from localoffer.importing.words import PROSE, beginning, notes_for
from localoffer.letters import same_name
from localoffer.model import Provider, Service
from localoffer.model.base import Record as Model
from localoffer.records import read_record_text
from localoffer.system.failures import CannotRun
from localoffer.system.whole_file import write_whole
from localoffer.yamlfile.whole import as_read, yaml_text

NEW, CHANGED, UNCHANGED, LEFT_OUT = "new", "changed", "unchanged", "left out"


@dataclass(frozen=True)
class Prepared:
    """One record with the fields that our listing would have. `provider_key`: its organisation's number there, or its name."""

    number: str
    name: str
    fields: Mapping[str, Any]
    provider_key: str
    provider: Mapping[str, Any]
    incomplete: str = ""


@dataclass
class Outcome:
    """What becomes of one record. `path`: its listing, from the root."""

    number: str
    name: str
    result: str
    path: str = ""
    why: str = ""
    changes: list[Change] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)


@dataclass
class Plan:
    """What an import would do. `asked_for`: numbers a person named, whose listings come back though they were removed here."""

    here: Here
    last: LastTime
    asked_for: frozenset[str] = frozenset()
    files: dict[str, str] = field(default_factory=dict)
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    provider_outcomes: dict[str, Outcome] = field(default_factory=dict)
    _folders: dict[str, str] = field(default_factory=dict)

    def add(self, prepared: Prepared) -> Outcome:
        """Plan one record; a number that came before is told by itself."""
        known = self.here.ours.get(prepared.number)
        outcome = self._update(prepared, known) if known else self._new(prepared)
        self.outcomes[prepared.number] = outcome
        return outcome

    def leave_out(self, number: str, name: str, why: str) -> Outcome:
        """A record that is not written, and why."""
        outcome = Outcome(number, name, LEFT_OUT, "", why)
        self.outcomes.setdefault(number, outcome)
        return outcome

    def close(self, number: str) -> Outcome | None:
        """A record that is gone there: its listing says closed, unless a person changed that field here."""
        known, last = self.here.ours.get(number), self.last.records.get(number)
        if known is None or last is None:
            return None
        fields = {**last.fields, "status": "closed"}
        return self._changed(number, known, last.fields, fields)

    # One listing

    def _update(self, prepared: Prepared, known: Known) -> Outcome:
        self._provider_folder(prepared)
        last = self.last.records.get(prepared.number)
        now = as_read(prepared.fields) or {}
        if prepared.incomplete and last:
            now = completed(now, last.fields)
        return self._changed(prepared.number, known, last.fields if last else None, now)

    def _changed(self, number: str, known: Known, last: dict[str, Any] | None, now: dict[str, Any]) -> Outcome:
        text, merged = update(known, Service, last, now)
        if text != known.text:
            self.files[known.path] = text
        self.last.records[number] = Record(known.path, with_old(now, last or {}, merged))
        result = CHANGED if text != known.text else UNCHANGED
        return Outcome(number, str(known.fields.get("name", "")), result, known.path, "", merged.changes, merged.kept)

    def _new(self, prepared: Prepared) -> Outcome:
        before = self.last.records.get(prepared.number)
        if before and (self.here.root / before.path).exists():
            why = f"{before.path} cannot be read, or no longer says where it came from: it stays as it is"
            kept = [Kept((), None, None, changed_there=False, why=why)]
            return Outcome(prepared.number, prepared.name, UNCHANGED, before.path, why, kept=kept)
        if before and prepared.number not in self.asked_for:
            why = f"its listing was removed here ({before.path}); to have it again, name {prepared.number} in --select"
            return Outcome(prepared.number, prepared.name, LEFT_OUT, "", why)
        fields = as_read(prepared.fields) or {}
        text = self._text_of(fields)
        if why := _why_not(text, "providers/x/x.yml", Service):
            return Outcome(prepared.number, prepared.name, LEFT_OUT, "", why)
        folder = self._provider_folder(prepared)
        if not folder:
            why = "who runs it cannot be written as a provider"
            return Outcome(prepared.number, prepared.name, LEFT_OUT, "", why)
        stem = file_for(prepared.name, f"{self.here.system}\n{prepared.number}", self.here.files[folder])
        path = f"providers/{folder}/{stem}.yml"
        self.here.files[folder].add(stem)
        self.files[path] = text
        self.last.records[prepared.number] = Record(path, fields)
        return Outcome(prepared.number, prepared.name, NEW, path)

    def again(self, number: str, fields: Mapping[str, Any]) -> None:
        """The listing of a new record with other fields, now that all are placed."""
        path, now = self.outcomes[number].path, as_read(fields) or {}
        self.files[path], self.last.records[number] = self._text_of(now), Record(path, now)

    def _text_of(self, fields: dict[str, Any]) -> str:
        return yaml_text(fields, notes_for(fields), beginning(self.here.system, "service"), PROSE)

    # Its provider

    def _provider_folder(self, prepared: Prepared) -> str:
        key = prepared.provider_key
        if key not in self._folders:
            self._folders[key] = self._find_provider(key, prepared.provider)
        return self._folders[key]

    def _find_provider(self, key: str, provider: Mapping[str, Any]) -> str:
        now = as_read(provider) or {}
        last = self.last.providers.get(key)
        folder = self.here.our_providers.get(key) or (last.path.split("/")[1] if last else "")
        if folder not in self.here.files:
            folder = self._of_the_same_name(now)
        known = self.here.provider_files.get(folder)
        if folder and known and folder in self.here.our_providers.values():
            text, merged = update(known, Provider, last.fields if last else None, now)
            self._enter_provider(
                key, known.path, known.text, text, with_old(now, last.fields if last else {}, merged), merged
            )
            return folder
        return folder or self._new_provider(key, now)

    def _of_the_same_name(self, now: Mapping[str, Any]) -> str:
        """The folder of a provider that a person wrote and that may be this one: nothing that both say differs."""
        folder = self.here.providers.get(same_name(str(now.get("name", ""))), "")
        known = self.here.provider_files.get(folder)
        if known is None or "source" in known.fields:
            return ""
        says = [(known.fields.get(name), now.get(name)) for name in ("url", "address", "registrations")]
        return "" if any(ours and theirs and not _agree(ours, theirs) for ours, theirs in says) else folder

    def _new_provider(self, key: str, now: dict[str, Any]) -> str:
        text = yaml_text(now, {}, beginning(self.here.system, "provider"), PROSE)
        if _why_not(text, "providers/x/provider.yml", Provider):
            return ""
        folder = folder_for(str(now.get("name", "")), f"{self.here.system}\n{key}", self.here.files)
        path = f"providers/{folder}/provider.yml"
        self.here.files[folder] = {"provider"}
        self._enter_provider(key, path, "", text, now, Merged())
        return folder

    def _enter_provider(
        self, key: str, path: str, before: str, text: str, fields: dict[str, Any], merged: Merged
    ) -> None:
        if text != before:
            self.files[path] = text
        self.last.providers[key] = Record(path, fields)
        result = NEW if not before else CHANGED if text != before else UNCHANGED
        name = str(fields.get("name", ""))
        self.provider_outcomes[key] = Outcome(key, name, result, path, "", merged.changes, merged.kept)


def _agree(ours: Any, theirs: Any) -> bool:
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return same_name(str(ours.get("postal_code"))) == same_name(str(theirs.get("postal_code")))
    if isinstance(ours, str) and isinstance(theirs, str):
        return _host(ours) == _host(theirs)
    return bool(ours == theirs)


def _host(address: str) -> str:
    return address.partition("://")[2].partition("/")[0].lower().removeprefix("www.")


def _why_not(text: str, path: str, model: type[Model]) -> str:
    """Why the text of a file would not be a record; empty where it would."""
    found: list[Finding] = [finding for finding in read_record_text(text, path, model)[1] if finding.is_error]
    return "; ".join(f"{finding.message} [{finding.rule}]" for finding in found[:3])


def why_not_listing(fields: Mapping[str, Any]) -> str:
    """Why these fields would not be a listing; empty where they would."""
    return _why_not(yaml_text(fields), "providers/x/x.yml", Service)


def write_plan(plan: Plan) -> None:
    """Write every file whole; what came in is kept even where the run is stopped between two of them."""
    root = plan.here.root
    try:
        for path in _providers_first(plan.files):
            place = _safe_place(root, path)
            place.parent.mkdir(parents=True, exist_ok=True)
            write_whole(place, plan.files[path].encode("utf-8"))
    except OSError as error:
        raise CannotRun(
            f"{error.filename or root} cannot be written: {error.strerror}. What was written before it stays.",
            "put that right and run the same import again: it goes on where it stopped.",
        ) from None
    write_last_time(plan.last)


def _providers_first(files: Mapping[str, str]) -> Iterator[str]:
    """A folder's provider.yml before its listings, so that a stopped run leaves no listing without one."""
    yield from sorted(
        files, key=lambda path: (path.partition("/")[2].partition("/")[0], not path.endswith("/provider.yml"), path)
    )


def _safe_place(root: Path, path: str) -> Path:
    place = root / path
    if not place.parent.resolve().is_relative_to((root / "providers").resolve()):
        raise CannotRun(f"{path} would lead out of providers/.", "put the folder itself there, not a pointer to it.")
    return place
