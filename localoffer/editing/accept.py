"""What a person agrees to, written down: easy read that was compared with its source, topics and needs that a program has proposed.

In: the root and the path of a listing, a page or its twin, or a folder. Out: sentences; of each file only the lines that say it change.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from localoffer.easyread.source_hash import source_hash, text_hash, write_renewed
from localoffer.model import ContentPage, Service
from localoffer.records import read_record_text
from localoffer.records.pagefile import read_page
from localoffer.system.failures import CannotRun
from localoffer.system.whole_file import write_whole
from localoffer.yamlfile.putting import NotPut, put, read_values
from localoffer.yamlfile.source import read_text, relative_name

# Easy read (`build.py easy-read --accept PATH`)


def accept(root: Path, path: Path) -> str:
    """Renew `written_from` of one listing or twin; a sentence that says so."""
    file = next((found for found in (root / path, path) if found.is_file()), None)
    if file is None:
        raise CannotRun(f"{path} is not there. Name a listing, like providers/marl-trust/saturday-club.yml, or a page.")
    target, new = _yaml_hash(file) if file.suffix == ".yml" else _page_hash(file)
    write_renewed(target, new)
    return f"{target}: easy read accepted (written_from is now {new})."


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8-sig").replace("\r\n", "\n")


def _yaml_hash(file: Path) -> tuple[Path, str]:
    service, findings = read_record_text(_text(file), f"providers/{file.parent.name}/{file.name}", Service)
    if service is None:
        raise CannotRun(f"{file} has mistakes. Run build.py check and put them right first ({len(findings)} found).")
    if service.easy_read is None:
        raise CannotRun(f"{file} has no easy_read part of its own, so there is nothing to accept.")
    return file, source_hash(service)


def _page_hash(file: Path) -> tuple[Path, str]:
    is_twin = file.name.endswith(".easy.md")
    standard = file.with_name(file.name.removesuffix(".easy.md") + ".md") if is_twin else file
    twin = file if is_twin else file.with_name(file.name.removesuffix(".md") + ".easy.md")
    if not standard.is_file() or not twin.is_file():
        raise CannotRun(f"{file} needs both versions: {standard.name} and {twin.name}.")
    page, findings = read_page(_text(standard), standard.name, ContentPage)
    if page is None:
        raise CannotRun(
            f"{standard} has mistakes. Run build.py check and put them right first ({len(findings)} found)."
        )
    return twin, text_hash(page.body)


# Topics and needs that a program has proposed (`build.py fix --accept-topics PATH`)


PROPOSALS = (("topics", ("topics_proposed",)), ("needs", ("eligibility", "needs_proposed")))
"""What was proposed, and the field that says so."""


def agree(root: Path, place: str) -> str:
    """Agree to every proposal in a listing or a folder; a line for each listing, or that there is nothing to agree to."""
    agreed = accept_topics(root, root / place)
    return "".join(f"{line}\n" for line in agreed) or "Nothing is proposed there: a person has agreed to it all.\n"


def accept_topics(root: Path, place: Path) -> list[str]:
    """Agree to every proposal in this place; what was agreed to, listing by listing."""
    return [line for file in _listings(place) if (line := _agree(root, file))]


def _listings(place: Path) -> Iterator[Path]:
    files = [place] if place.is_file() else sorted(place.rglob("*.yml"))
    yield from (file for file in files if file.suffix == ".yml" and file.name != "provider.yml")


def _agree(root: Path, file: Path) -> str:
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
