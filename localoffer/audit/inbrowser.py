"""The part of the audit that needs a browser: choose pages, run pa11y-ci, axe and our own checks, keep what was found.

In: an `Audit`. Out: findings, build/reports/audit.json, and the evidence when it is to be recorded. A page whose bytes
and whose testers are as they were is not tested again: its faults are remembered by digest. A page that could not be
tested, even at the second try, is an error: it never counts as clean.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from localoffer.audit import behaviour, rules
from localoffer.audit.axe import check_with_axe, read_axe
from localoffer.audit.choose import BuiltPage, Choice, choose_pages, read_pages
from localoffer.audit.context import Audit
from localoffer.audit.faults import BrowserFault, finding_of, merge_faults
from localoffer.audit.in_states import check_in_states
from localoffer.audit.known_issues import read_known_issues, sift_faults
from localoffer.audit.pa11y import (
    BATCH,
    Pa11yReport,
    criterion_of,
    issues_of,
    rule_of,
    run_pa11y,
    sentence_of,
)
from localoffer.audit.results import Results, record_evidence, tool_versions, write_results
from localoffer.audit.visit import PageVisit, visit_page
from localoffer.browser.installed import find_browser, find_node, find_node_file
from localoffer.browser.supervisor import Seen, look_at_pages
from localoffer.browser.visit import serve_twice
from localoffer.browser.worker import Orders
from localoffer.cache.digests import digest_of, read_json, write_json
from localoffer.findings import WARNING, Finding, count
from localoffer.system.carried import NODE_MODULES, PACKAGE
from localoffer.system.programs import run_program

Note = dict[str, list[dict[str, Any]]]
PA11Y, OURS = "pa11y", "ours"


@dataclass
class Verdicts:
    """What is known of pages so far: (tester and page's digest) → faults; pages tried twice; pages not tested, and why."""

    known: Note = field(default_factory=dict)
    fresh: set[str] = field(default_factory=set)
    retried: list[str] = field(default_factory=list)
    untested: dict[str, str] = field(default_factory=dict)

    def has(self, tester: str, page: BuiltPage) -> bool:
        """True when this tester has seen these bytes before."""
        return f"{tester} {page.kind} {page.digest}" in self.known

    def keep(self, tester: str, page: BuiltPage, faults: Iterable[BrowserFault]) -> None:
        """Remember what a tester found on a page."""
        self.known[f"{tester} {page.kind} {page.digest}"] = [asdict(fault) for fault in faults]

    def faults_of(self, page: BuiltPage) -> list[BrowserFault]:
        """Everything found on a page; two pages of the same bytes share it."""
        rows = [row for tester in (PA11Y, OURS) for row in self.known.get(f"{tester} {page.kind} {page.digest}", [])]
        return [BrowserFault(**{**row, "page": page.address, "clues": tuple(row["clues"])}) for row in rows]


def audit_in_browser(audit: Audit) -> list[Finding]:
    """Everything that only a browser can see."""
    browser, node = find_browser(), find_node()
    pa11y = [node, str(find_node_file("pa11y-ci/bin/pa11y-ci.js"))]
    axe = read_axe()
    entries, findings = read_known_issues(audit.root)
    with audit.progress("Choosing pages to test"):
        choice = choose_pages(
            read_pages(audit.site, audit.cache), pages_from(audit, audit.changed), every=audit.every_page
        )
    tested = Verdicts()
    note = audit.cache / "audit" / "tested.json"
    testers = digest_of_testers(audit.site, browser, pa11y[1], axe)
    kept = read_json(note)
    kept = kept if kept.get("testers") == testers else {}
    tested.known, version = kept.get("known", {}), str(kept.get("browser", ""))
    try:
        version = _test(audit, choice, tested, browser, pa11y) or version
    finally:
        write_json(note, {"testers": testers, "browser": version, "known": tested.known})
    faults = [fault for page in choice.tested for fault in tested.faults_of(page)]
    sifted = sift_faults(without_doubles(faults), entries, choice.kinds, whole=not tested.untested)
    results = Results(
        audit.today,
        choice,
        list(behaviour.rule_sentences()),
        sifted.new,
        sifted.known,
        tested.retried,
        tool_versions(version),
    )
    write_results(results, audit.reports)
    if audit.record and not tested.untested:
        audit.say(f"Wrote {record_evidence(results, audit.root)}: the accessibility statement is made from it.")
    say_what_was_tested(audit, results)
    findings += [finding_of(fault, audit.sources) for fault in merge_faults(sifted.new)]
    findings += [_known(finding_of(fault, audit.sources), entry.reason) for fault, entry in sifted.known]
    return [*findings, *sifted.gone, *(_not_tested(audit, page, why) for page, why in tested.untested.items())]


def check_page(visit: PageVisit) -> Iterator[BrowserFault]:
    """All of our checks on one page."""
    yield from check_with_axe(visit, read_axe())
    yield from behaviour.check_behaviour(visit)
    yield from check_in_states(visit, read_axe())


def pages_from(audit: Audit, changed: Iterable[str]) -> set[str]:
    """The pages made from these files; a change of the theme changes all pages, whose pieces are tested anyway."""
    files = set(changed)
    return {address for address, source in audit.sources.pages.items() if source in files}


def digest_of_testers(site: Path, browser: str, *tools: str) -> str:
    """A digest of all that may change a verdict besides the page: our code, the tools, the site's scripts, the browser."""
    rooms = [PACKAGE / room for room in ("audit", "browser")]
    ours = sorted(path for room in rooms for path in room.rglob("*") if path.suffix in (".py", ".js"))
    scripts = sorted(path.relative_to(site).as_posix() for path in (site / "assets").rglob("*.js"))
    packages = [NODE_MODULES / name / "package.json" for name in ("pa11y-ci", "pa11y", "axe-core")]
    state = Path(browser).resolve().stat()
    return digest_of(
        *(path.read_bytes() for path in [*ours, *packages] if path.is_file()),
        *scripts,
        *(tool[:2000] for tool in tools),
        f"{state.st_size} {state.st_mtime_ns}",
    )


def _test(audit: Audit, choice: Choice, tested: Verdicts, browser: str, pa11y: Sequence[str]) -> str:
    """Test every chosen page that is not known yet; the browser's version."""
    with serve_twice(audit.site) as served:
        todo = [page for page in choice.tested if not tested.has(PA11Y, page)]
        for start in range(0, len(todo), BATCH):
            some = todo[start : start + BATCH]
            with audit.progress(f"pa11y-ci: pages {start + 1} to {start + len(some)} of {len(todo)}"):
                urls = {f"{served.base}/{page.url}": page for page in some}
                take_pa11y(run_pa11y(list(urls), pa11y, browser, audit.cache / "audit", run=run_program), urls, tested)
        todo = [page for page in choice.tested if not tested.has(OURS, page) and page.address not in tested.untested]
        with audit.progress(f"axe, keyboard, sizes and colours: {count(len(todo), 'page')}"):
            looks = look_at_pages(
                todo, Orders(browser, partial(visit_page, check_page, served)), workers=audit.processors
            )
            with closing(looks):
                return take_looks(looks, tested)


def take_pa11y(report: Pa11yReport, urls: dict[str, BuiltPage], tested: Verdicts) -> None:
    """Keep what pa11y-ci said."""
    found: dict[str, list[BrowserFault]] = {url: [] for url in report.issues}
    for url, issue in issues_of(report):
        page = urls[url]
        words = " ".join(str(issue.get("message", "")).split())
        found[url].append(
            BrowserFault(
                page.address,
                page.kind,
                rule_of(issue),
                str(issue.get("selector", "")),
                words,
                "",
                "error" if issue.get("type") == "error" else WARNING,
                criterion_of(str(issue["code"])),
                "pa11y-ci, 1280 px, light",
            )
        )
    for url, faults in found.items():
        tested.keep(PA11Y, urls[url], faults)
    tested.retried += [urls[url].address for url in report.retried]
    tested.untested |= {urls[url].address: why for url, why in report.untested.items()}


def take_looks(seen: Iterable[Seen[BuiltPage]], tested: Verdicts) -> str:
    """Keep what our own look found; the browser's version."""
    version = ""
    for one in seen:
        if one.tries > 1:
            tested.retried.append(one.page.address)
        if one.outcome.failed:
            tested.untested[one.page.address] = f"the browser failed twice: {one.outcome.failed}"
        else:
            tested.keep(OURS, one.page, one.outcome.found)
            version = one.outcome.version
    return version


def without_doubles(faults: Sequence[BrowserFault]) -> list[BrowserFault]:
    """pa11y-ci brings an older axe: where ours names the same rule on the same page, its finding is the same fault."""
    ours = {(fault.page, fault.rule) for fault in faults if not fault.where.startswith("pa11y-ci")}
    return [fault for fault in faults if not (fault.where.startswith("pa11y-ci") and (fault.page, fault.rule) in ours)]


def say_what_was_tested(audit: Audit, results: Results) -> None:
    """What was tested, what is covered by likeness, and what was tried twice."""
    choice = results.choice
    audit.say(
        f"Tested {count(len(choice.tested), 'page')} of {count(len(choice.kinds), 'kind')} in a browser: every kind of "
        f"page and every piece that pages are made of{', and one page of each structure' if audit.every_page else ''}. "
        f"{count(choice.covered, 'page')} covered by likeness: {len(choice.like)} built just like a tested page, "
        f"{len(choice.made_of)} of the same pieces."
    )
    if choice.left:
        audit.say(f"Left out: {count(len(choice.left), 'page')} that lead to another page at once.")
    if tried_twice := sentence_of(results.retried):
        audit.say(tried_twice)


def _known(finding: Finding, reason: str) -> Finding:
    return replace(finding, severity=WARNING, message=f"{finding.message} Known: {reason}")


def _not_tested(audit: Audit, page: str, why: str) -> Finding:
    message = f"/{page.removesuffix('index.html')} could not be tested: {why}."
    fix = "open the page in a browser; if it looks right there, run the audit again."
    return rules.PAGE_NOT_TESTED.finding(audit.sources.source_of(page), message, fix)
