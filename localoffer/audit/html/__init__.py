"""The HTML audit: every built page by its own rules, then all pages together.

In: a finished site, its sources, and what must stay private. Out: findings at the source file a person edits. Adding a
check is adding one function to one tuple.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from localoffer.audit.html.looking import Look, look_at_pages
from localoffer.audit.html.page import Fault, PageRule
from localoffer.audit.html.rules import PAGE_RULES
from localoffer.audit.html.secrets import files_with_secrets, secrets_of
from localoffer.audit.html.site import SITE, SiteRule, SiteView, picture_faults
from localoffer.audit.sources import FRAME, Sources
from localoffer.findings import ERROR, Finding, sort_findings

__all__ = ["PAGE_RULES", "SITE_RULES", "PageRule", "SiteRule", "audit_html", "site_files"]

SITE_RULES = SITE
Found = tuple[str, str, str, Fault]
"""Rule id, how bad, page, fault."""
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
    found = [*_page_faults(looks), *_site_faults(site)]
    return sort_findings([*_findings(found, sources), *_secret_findings(folder, files, secrets, sources)]), len(looks)


def site_files(folder: Path) -> frozenset[str]:
    """Every file of a site, as posix paths from it."""
    return frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _page_faults(looks: dict[str, Look]) -> Iterator[Found]:
    for address, look in looks.items():
        for rule, severity, fault in look.faults:
            yield rule, severity, address, fault


def _site_faults(site: SiteView) -> Iterator[Found]:
    for rule in SITE:
        for address, fault in rule.check(site):
            yield rule.id, rule.severity, address, fault
    yield from picture_faults(site)


def _findings(found: list[Found], sources: Sources) -> Iterator[Finding]:
    """One cause, one finding: what the shared frame does wrong on many pages is said once, at the theme."""
    pages: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for rule, _severity, address, fault in found:
        if fault.in_frame:
            pages[rule, fault.message].add(address)
    for rule, severity, address, fault in found:
        shared = pages.get((rule, fault.message), set())
        path, line, column = sources.place(address, fault.clues, fault.in_frame and len(shared) > MANY_PAGES)
        message = fault.message
        if fault.in_frame and len(shared) > MANY_PAGES:
            message = f"{message} (on {len(shared)} pages, such as /{min(shared).removesuffix('index.html')})"
            if not path.startswith("theme/"):
                path, line, column = FRAME, 1, 1
        yield Finding(path, line, column, severity, rule, message, fault.fix)


def _secret_findings(folder: Path, files: frozenset[str], secrets: list[str], sources: Sources) -> Iterator[Finding]:
    """The address of a place that must stay private stands nowhere in the site, compressed copies and search included."""
    known = secrets_of(secrets)
    if known is None:
        return
    for file, words in files_with_secrets(folder, files, known):
        address = file.removesuffix(".gz").removesuffix(".br")
        path, line, column = (
            sources.place(address, (words,), False) if address.endswith(".html") else (f"build/site/{file}", 1, 1)
        )
        message = f"“{words}” is the address of a place that must stay private, and /{file} names it"
        yield Finding(
            path,
            line,
            column,
            ERROR,
            "private-address",
            message,
            "take the address out where it stands, then build again with --clean.",
        )
