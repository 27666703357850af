"""Every rule of every check as Markdown: what it asks, who asks for it, a bad sample, the exact output, a good sample.

In: the root of the project, whose tests hold the good and the bad offer. Out: the files of schema/checks, by name. The
pages about/checks/ publish them; tests prove them true and complete.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from localoffer.audit.html import PAGE_RULES, SITE_RULES
from localoffer.editing.manual import statements
from localoffer.editing.manual.records import code_block, write_groups
from localoffer.editing.manual.shown import (
    Entry,
    Planted,
    alt_entries,
    offer_entries,
    page_entries,
    planted_findings,
    reading_entries,
)
from localoffer.rulebook import GROUPS

OFFER, FAULTS, SAMPLES, BAD = "tests/site", "tests/cases/faults", "tests/cases/manual", "tests/site-bad"
BY_BROWSER = "A browser looks at pages for this; there is no sample to read."


def can_write(root: Path) -> bool:
    """True in the project itself; an offer of its own has no samples."""
    return all((root / name).is_dir() for name in (OFFER, FAULTS, SAMPLES, BAD))


def manual_files(root: Path) -> dict[str, str]:
    """File name in schema/checks → its text."""
    with tempfile.TemporaryDirectory() as folder:
        return dict(_files(root, Path(folder)))


def _files(root: Path, folder: Path) -> Iterator[tuple[str, str]]:
    texts = write_groups(root / OFFER, root / FAULTS)
    titles = {name: title for name, title in GROUPS.items() if title not in texts}
    for name, title in GROUPS.items():
        if title in texts:
            yield f"{name}.md", f"# {title}\n\n{texts[title]}"
    for name, entries in _entries(root, folder).items():
        yield f"{name}.md", f"# {titles[name]}\n\n" + "\n".join(_lines(entries)).rstrip() + "\n"


def _entries(root: Path, folder: Path) -> Mapping[str, Iterable[Entry]]:
    planted = planted_findings(root / BAD, folder)

    def of_offer(name: str, says: Mapping[str, str]) -> Iterator[Entry]:
        return offer_entries(says, root / OFFER, root / SAMPLES, folder / name)

    return {
        "reading": [*reading_entries(), *of_offer("reading", statements.WORDS)],
        "easy-read": of_offer("easy-read", statements.EASY),
        "alt-text": [*alt_entries(), *of_offer("alt-text", statements.PICTURES)],
        "colours": of_offer("colours", statements.COLOURS),
        "built-page": page_entries(PAGE_RULES, root / BAD, planted),
        "whole-site": site_entries(planted),
        "browser": (Entry(rule, f"{says} {BY_BROWSER}") for rule, says in statements.BROWSER.items()),
        "other-tools": (Entry(rule, says) for rule, says in statements.OTHERS.items()),
    }


def site_entries(planted: Planted) -> Iterator[Entry]:
    """Rules over all pages together, shown on the site with faults."""
    says = {rule.id: rule.says for rule in SITE_RULES}
    for rule, statement in says.items():
        wrong, seen = planted.get(rule, ("", ""))
        yield Entry(rule, statement, "", wrong, seen)


def _lines(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        yield from (f"## {entry.id}", "", entry.says, "")
        if entry.source:
            yield from (f"Asked for by: {entry.source}.", "")
        for heading, text in (("Wrong", entry.wrong), ("What you see", entry.seen), ("Right", entry.right)):
            if text:
                yield from (f"{heading}:", "", *code_block(text), "")
