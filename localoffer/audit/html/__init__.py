"""The HTML audit: every built page by its own rules, then all pages together.

In: a finished site, its sources, and what must stay private. Out: findings at the source file a person edits. Adding a
check is adding one function to a module of `rules`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from localoffer.audit.html.rules import PAGE_RULES, PRIVATE_ADDRESS, SITE_RULES, site_faults
from localoffer.audit.html.runner import Look, look_at_pages
from localoffer.audit.html.secrets import files_with_secrets, secrets_of
from localoffer.audit.html.site import SiteView
from localoffer.audit.sources import FRAME, Sources
from localoffer.findings import Finding, sort_findings
from localoffer.rulebook import Fault, Rule

__all__ = ["PAGE_RULES", "SITE_RULES", "audit_html", "site_files"]

Found = tuple[Rule, str, Fault]
"""Rule, page, fault."""
MANY_PAGES = 3


def audit_html(
    folder: Path,
    sources: Sources,
    secrets: list[str],
    *,
    base: str = "/",
    cache: Path | None = None,
    processors: int = 2,
    without_twin: frozenset[str] = frozenset(),
    closed: frozenset[str] = frozenset(),
) -> tuple[list[Finding], int]:
    """Every fault of the site in `folder`, and how many pages there are."""
    files = site_files(folder)
    looks = look_at_pages(
        folder, sorted(path for path in files if path.endswith(".html")), base=base, cache=cache, processors=processors
    )
    facts = {address: look.facts for address, look in looks.items()}
    site = SiteView(folder, facts, files, sources.kinds, without_twin, closed)
    found = [*_page_faults(looks), *((rule, fault.where.page, fault) for rule, fault in site_faults(site))]
    return sort_findings([*_findings(found, sources), *_secret_findings(folder, files, secrets, sources)]), len(looks)


def site_files(folder: Path) -> frozenset[str]:
    """Every file of a site, as posix paths from it."""
    return frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _page_faults(looks: dict[str, Look]) -> Iterator[Found]:
    for address, look in looks.items():
        for rule, fault in look.faults:
            yield rule, address, fault


def _findings(found: list[Found], sources: Sources) -> Iterator[Finding]:
    """One cause, one finding: what the shared frame does wrong on many pages is said once, at the theme."""
    pages: defaultdict[tuple[Rule, str], set[str]] = defaultdict(set)
    for rule, address, fault in found:
        if fault.where.in_frame:
            pages[rule, fault.message].add(address)
    for rule, address, fault in found:
        shared = pages.get((rule, fault.message), set())
        is_shared = fault.where.in_frame and len(shared) > MANY_PAGES
        path, line, column = sources.place(address, fault.where.texts, is_shared)
        message = fault.message
        if is_shared:
            message = f"{message} (on {len(shared)} pages, such as /{min(shared).removesuffix('index.html')})"
            if not path.startswith("theme/"):
                path, line, column = FRAME, 1, 1
        yield rule.finding(path, message, fault.fix, (line, column), fault.severity)


def _secret_findings(folder: Path, files: frozenset[str], secrets: list[str], sources: Sources) -> Iterator[Finding]:
    """Private addresses anywhere in the site, compressed copies and search included."""
    known = secrets_of(secrets)
    if known is None:
        return
    for file, words in files_with_secrets(folder, files, known):
        address = file.removesuffix(".gz").removesuffix(".br")
        path, line, column = (
            sources.place(address, (words,), False) if address.endswith(".html") else (f"build/site/{file}", 1, 1)
        )
        message = f"“{words}” is the address of a place that must stay private, and /{file} names it"
        fix = "take the address out where it stands, then build again with --clean."
        yield PRIVATE_ADDRESS.finding(path, message, fix, (line, column))
