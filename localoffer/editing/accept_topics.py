"""`build.py fix --accept-topics PATH`: a person agrees to the topics and needs that a program has proposed.

In: the root and a listing, or a folder of them. Out: a sentence a listing; the lines that call them proposals are taken out, and
every other byte of a file stays.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from localoffer.system.failures import CannotRun
from localoffer.system.whole_file import write_whole
from localoffer.yamlfile.putting import NotPut, put, read_values
from localoffer.yamlfile.source import read_text, relative_name

PROPOSALS = (("topics", ("topics_proposed",)), ("needs", ("eligibility", "needs_proposed")))
"""What was proposed, and the field that says so."""


def agree(root: Path, place: str) -> str:
    """Agree to every proposal in a listing or a folder; a line for each listing, or that there is nothing to agree to."""
    agreed = accept_topics(root, root / place)
    return "".join(f"{line}\n" for line in agreed) or "Nothing is proposed there: a person has agreed to it all.\n"


def accept_topics(root: Path, place: Path) -> list[str]:
    """Agree to every proposal in this place; what was agreed to, listing by listing."""
    return [line for file in _listings(place) if (line := _accept(root, file))]


def _listings(place: Path) -> Iterator[Path]:
    files = [place] if place.is_file() else sorted(place.rglob("*.yml"))
    yield from (file for file in files if file.suffix == ".yml" and file.name != "provider.yml")


def _accept(root: Path, file: Path) -> str:
    name = relative_name(file, root)
    text, _findings = read_text(file, root)
    values = read_values(text) if text is not None else None
    if text is None or values is None:
        raise CannotRun(f"{name} cannot be read. Run build.py check and put it right first.")
    raw, agreed = file.read_bytes().decode("utf-8"), list[str]()
    for what, where in PROPOSALS:
        try:
            changed = put(raw, where, None)
        except NotPut as why:
            raise CannotRun(f"{name}: {why}. Take {where[-1]} out by hand.") from None
        if changed != raw:
            raw = changed
            agreed.append(f"{what} {_said(values, where, what)}")
    if agreed:
        write_whole(file, raw.encode("utf-8"))
    return f"{name}: agreed to {' and '.join(agreed)}." if agreed else ""


def _said(values: dict[str, object], where: tuple[str, ...], what: str) -> str:
    held: object = values
    for part in (*where[:-1], what):
        held = held.get(part) if isinstance(held, dict) else None
    return ", ".join(map(str, held)) if isinstance(held, list) else str(held or "")
