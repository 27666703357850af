"""A name that no list has: the one that is meant, or the ones there are, each with what it means.

In: a vocabulary and the name. Out: the name to write, or what to choose from. Only a plain slip of the hand, or a word that
the list itself gives as another name of one member, leads to a name; all else is answered with what there is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from localoffer import overlay
from localoffer.model import NATIONAL, NOT_KNOWN, NOT_SORTED, OUTSIDE, WHOLE_AREA
from localoffer.model.taken import same_name
from localoffer.overlay import is_national
from localoffer.records.names import nearest

MOST = 12
FEW = 5
"""A list of up to MOST names is shown whole; of a longer one, the FEW that have most in common with what was written."""
BESIDES: Mapping[str, Mapping[str, str]] = {
    "topics": {NOT_SORTED: "nobody has looked yet"},
    "areas": {
        WHOLE_AREA: "all of the council's area",
        OUTSIDE: "outside the council's area",
        NATIONAL: "the whole country",
        NOT_KNOWN: "nobody has said yet",
    },
    "needs": {"all": "every need", NOT_KNOWN: "nobody has said yet"},
}
"""What a list of names may say besides the members of its vocabulary."""


def meant_by(name: str, vocabulary: str, members: Mapping[str, Any]) -> str | None:
    """By other words, short forms and misspellings, if they are of one member only; then by a slip of the hand."""
    wanted = same_name(name)
    found = {identity for identity, member in members.items() if wanted in map(same_name, _other_names(member))}
    if found:
        return found.pop() if len(found) == 1 else None
    by_name = {str(getattr(member, "name", "") or identity): identity for identity, member in members.items()}
    return nearest(name, [*members, *BESIDES.get(vocabulary, ())]) or by_name.get(nearest(name, by_name) or "")


def _other_names(member: Any) -> Iterator[str]:
    for field in ("synonyms", "abbreviations", "misspellings"):
        yield from getattr(member, field, [])


def hint_and_fix(meant: str | None, otherwise: str) -> tuple[str, str]:
    """The end of a message and the way out, where it is likely what was meant, and where it is not."""
    return (f" Did you mean {meant}?", f"write {meant}.") if meant else ("", otherwise)


def to_choose_from(name: str, vocabulary: str, members: Mapping[str, Any]) -> str:
    """`write one of these: autism (Autism), … All of them stand in content/_data/needs.yml.`"""
    path = held_in(vocabulary, members)
    rows = {identity: str(getattr(member, "name", "") or "") for identity, member in members.items()}
    shown = rows if len(rows) <= MOST else {identity: rows[identity] for identity in _likest(name, members)}
    listed = [_row(identity, meaning) for identity, meaning in [*shown.items(), *BESIDES.get(vocabulary, {}).items()]]
    if not shown:
        return f"choose one from {path}."
    start = "write one of these" if len(shown) == len(rows) else "these are nearest"
    end = "" if len(shown) == len(rows) else f" Or choose one from {path}."
    return f"{start}: {', '.join(listed)}.{end}"


def held_in(vocabulary: str, members: Mapping[str, Any]) -> str:
    """The file to read a list in: ours where we have one; a national list lies in the package, and schema/ has its names."""
    path = f"content/_data/{vocabulary}.yml"
    if not members or not all(is_national(getattr(member, "path", "") or path) for member in members.values()):
        return path
    if vocabulary == "law":
        return f"the national list, {overlay.NATIONAL}/{overlay.LISTS}/law.yml"
    schema = {"stages": "page", "situations": "page", "roles": "local", "documents": "local"}.get(vocabulary, "service")
    return f"the national list, whose names stand in schema/{schema}.json"


def _row(identity: str, meaning: str) -> str:
    """A short name, with its meaning where that says more."""
    return identity if not meaning or same_name(identity) == same_name(meaning) else f"{identity} ({meaning})"


def _likest(name: str, members: Mapping[str, Any]) -> list[str]:
    """The members that share most words with what was written, in the order of the list; none where none shares any."""
    wanted = _stems(name)
    score = {identity: len(wanted & _stems(_all_words(identity, member))) for identity, member in members.items()}
    best = sorted((identity for identity in members if score[identity]), key=lambda identity: -score[identity])[:FEW]
    return [identity for identity in members if identity in best]


def _all_words(identity: str, member: Any) -> str:
    names = (str(getattr(member, field, "") or "") for field in ("name", "summary", "short", "means"))
    return " ".join([identity, *names, *getattr(member, "words", ()), *_other_names(member)])


def _stems(text: str) -> set[str]:
    """Words of four letters or more, without their ends: difficulties and difficulty are one."""
    return {word[:7].rstrip("s") for word in re.findall(r"[^\W\d_]{4,}", text.casefold())}
