"""Names of topics, needs, ages, areas, features and pictures as pages show them → their short names.

In: all files, as read. Out: the same files, where every name that can mean one member of a list is that member's short name. A
name that is in no list stays, and `references` says so. Records are kept by what their own file says, so this is done anew
each time, and only for a record that names something otherwise than by its short name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from localoffer.catalogue.files import Files
from localoffer.catalogue.local import changed
from localoffer.catalogue.offered import BESIDES
from localoffer.catalogue.references import RULES
from localoffer.model import NOT_KNOWN, NOT_SORTED
from localoffer.model.base import Part
from localoffer.model.gaps import is_not_known
from localoffer.model.taken import same_name
from localoffer.records.names import fields_with_names

GAPS = {"topics": NOT_SORTED, "needs": NOT_KNOWN, "areas": NOT_KNOWN}
"""What a list of names says where nobody knows."""
LISTS = tuple(RULES)
"""Each list of which a field names members."""


class Terms:
    """For each list: every way to name a member → its short name. A way that two members share names neither."""

    def __init__(self, lists: Mapping[str, Mapping[str, Any]]) -> None:
        self.ids = {name: {*lists[name], *BESIDES.get(name, ())} for name in lists}
        self.ids["pictures"] = {*self.ids.get("pictures", ()), "none"}
        self.lists = lists
        self.known: dict[str, dict[str, str]] = {}

    def names(self, vocabulary: str) -> dict[str, str]:
        """Worked out when first asked for: most offers use short names only."""
        if vocabulary not in self.known:
            self.known[vocabulary] = _names(self.lists[vocabulary], self.ids[vocabulary])
        return self.known[vocabulary]

    def one(self, name: str, vocabulary: str) -> str:
        """The short name that is meant, or the name as it is."""
        if name in self.ids[vocabulary]:
            return name
        if vocabulary in GAPS and is_not_known(name):
            return GAPS[vocabulary]
        return self.names(vocabulary).get(same_name(name)) or name

    def all(self, names: Sequence[str], vocabulary: str) -> list[str]:
        """The short names of a list; a name with a comma in it may have been parted, and several may stand in one text."""
        if self.ids[vocabulary].issuperset(names):
            return list(names)
        found: list[str] = []
        for name in _joined(names, self.names(vocabulary)):
            meant = self.one(name, vocabulary)
            parts = [self.one(part.strip(), vocabulary) for part in name.split(",") if part.strip()]
            all_known = meant not in self.ids[vocabulary] and self.ids[vocabulary].issuperset(parts)
            found += parts if all_known else [meant]
        return list(dict.fromkeys(found))


def _names(members: Mapping[str, Any], ids: Iterable[str]) -> dict[str, str]:
    """Short names, names and the names on cards; a way that would name two is left out."""
    own = {same_name(identity): identity for identity in ids}
    found = dict(own)
    shared: set[str] = set()
    for identity, member in members.items():
        for name in (getattr(member, "name", None), getattr(member, "short", None)):
            if name and found.setdefault(same_name(name), identity) != identity:
                shared.add(same_name(name))
    return {way: identity for way, identity in found.items() if way not in shared or way in own}


def _joined(names: Sequence[str], known: Mapping[str, str]) -> list[str]:
    """`[Music, art and drama]` is one name that has a comma in it."""
    found: list[str] = []
    place = 0
    while place < len(names):
        for end in range(min(len(names), place + 3), place, -1):
            joined = ", ".join(names[place:end])
            if end == place + 1 or same_name(joined) in known:
                found.append(joined)
                place = end
                break
    return found


def take_names(files: Files) -> None:
    """Short names everywhere."""
    terms = Terms({name: files.vocabulary.named(name) for name in LISTS})
    short = {f"{listed}: {name}" for listed, names in terms.ids.items() for name in names}
    for identity, service in files.services.items():
        if not files.names_only(identity, short) and (changes := _changes(service, terms)):
            files.services[identity] = changed(service, changes)
    for identity, page in files.content.items():
        if changes := _changes(page, terms):
            files.content[identity] = changed(page, changes)


def _changes(part: Part, terms: Terms) -> dict[str, Any]:
    """The fields that name a member of a list otherwise than by its short name, as they should stand."""
    changes = {}
    for field, _written, listed in fields_with_names(type(part)):
        value = getattr(part, field)
        new = _with_short_names(value, listed, terms)
        if new != value:
            changes[field] = new
    return changes


def _with_short_names(value: Any, listed: str, terms: Terms) -> Any:
    if isinstance(value, Part):
        changes = _changes(value, terms)
        return value.model_copy(update=changes) if changes else value
    if not listed:
        return [_with_short_names(inner, "", terms) for inner in value or ()] if isinstance(value, list) else value
    if listed not in terms.lists or not value:
        return value
    if isinstance(value, str):
        return terms.one(value, listed)
    if isinstance(value, list):
        return terms.all(value, listed)
    named = {terms.one(name, listed): answer for name, answer in value.items()}
    return value if len(named) < len(value) else named
