"""What is wrong with the built site, each finding at the source file a person edits.

In: the root of an offer whose site is built. Out: findings. Each step of `STEPS` looks at the whole site in its own way;
with `fast` only steps that need neither browser nor Node nor Java run, and the output says what was left out. A step
that cannot run raises `CannotRun`: a check that did not happen is never a pass.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from localoffer.addresses import built_file, content_url, service_url
from localoffer.audit.checkers import audit_by
from localoffer.audit.context import Audit, Progress, Say
from localoffer.audit.html import audit_html
from localoffer.audit.html.secrets import secret_words
from localoffer.audit.html_validate import HTML_VALIDATE
from localoffer.audit.inbrowser import audit_in_browser
from localoffer.audit.node_parts import fetch_node_parts
from localoffer.audit.nu_checker import NU_CHECKER
from localoffer.audit.sources import Sources
from localoffer.cache.store import Room
from localoffer.catalogue.reading import read_files
from localoffer.catalogue.settings import read_settings
from localoffer.check.national import with_a_way_out
from localoffer.findings import Finding, count, sort_findings
from localoffer.system.failures import CannotRun
from localoffer.system.processors import usable_processors


@dataclass(frozen=True)
class Step:
    """One way to look at the site. A slow step is left out by --fast."""

    name: str
    run: Callable[[Audit], list[Finding]]
    is_slow: bool = False


def run_html(audit: Audit) -> list[Finding]:
    """Our own rules on every page."""
    with Room(audit.cache, "records") as records:
        files = read_files(audit.root, records)
    secrets = secret_words(files.services.values(), files.providers.values())
    without_twin = frozenset(built_file(content_url(page.id)) for page in files.content.values() if page.easy_read)
    closed = frozenset(
        built_file(service_url(name)) for name, service in files.services.items() if service.status == "closed"
    )
    base = read_settings(audit.root / "mkdocs.yml").base
    with audit.progress("Checking the HTML of every page"):
        findings, pages = audit_html(
            audit.site,
            audit.sources,
            secrets,
            base=base,
            cache=audit.cache,
            processors=audit.processors,
            without_twin=without_twin,
            closed=closed,
        )
    audit.say(f"Our own rules: {count(pages, 'page')}, {count(len(findings), 'finding')}.")
    return findings


STEPS: tuple[Step, ...] = (
    Step("our own rules", run_html),
    Step("html-validate", partial(audit_by, HTML_VALIDATE), is_slow=True),
    Step("the Nu checker", partial(audit_by, NU_CHECKER), is_slow=True),
    Step("pa11y-ci, axe and how pages behave in a browser", audit_in_browser, is_slow=True),
)


def audit_site(
    root: Path,
    today: date,
    *,
    fast: bool,
    every_page: bool,
    external: bool,
    progress: Progress,
    say: Say,
    steps: tuple[Step, ...] = STEPS,
    changed: tuple[str, ...] = (),
    record: bool = False,
) -> list[Finding]:
    """Every fault of build/site; with `external` only links to other websites are followed."""
    site = root / "build" / "site"
    if not (site / "index.html").is_file():
        raise CannotRun(f"There is no site in {site} to look at. Build it first: python build.py build")
    audit = Audit(
        root, site.resolve(), today, Sources.of(root), every_page, progress, say, usable_processors(), changed, record
    )
    if external:
        from localoffer.audit.external import audit_external

        return audit_external(audit)
    if not fast:
        fetch_node_parts(say, progress)
    findings = [finding for step in steps if not (fast and step.is_slow) for finding in step.run(audit)]
    if fast and (left_out := [step.name for step in steps if step.is_slow]):
        say(f"Left out because of --fast: {', '.join(left_out)}. To run everything: build.py audit")
    return sort_findings(with_a_way_out(findings, root))
