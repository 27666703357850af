"""Run pa11y-ci over pages of the site, and believe nothing it does not say.

In: addresses of pages, served on this machine. Out: its issues page by page. pa11y-ci counts a page that it could not
test as a page without errors, leaves pages out when its browser context breaks, and ends with the same code either
way. So every page asked for must come back with a list in which each issue has a code; anything else is a failure.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from localoffer.browser.windows import FLAGS
from localoffer.findings import count
from localoffer.system.failures import CannotRun, ToolMissing
from localoffer.system.programs import Ended, Run, run_program

AT_ONCE = 2
BATCH = 40
PAGE_SECONDS = 30
START_SECONDS = 60
FOUND_NOTHING, FOUND_SOMETHING = 0, 2

Issue = Mapping[str, Any]


class AuditStopped(CannotRun):
    """A tool of the audit failed, so nothing is known: never to be taken for a pass."""


@dataclass
class Pa11yReport:
    """`issues`: page → what was found, a list for each tested page; `untested`: page → why; `retried`: tried twice."""

    issues: dict[str, list[Issue]] = field(default_factory=dict)
    untested: dict[str, str] = field(default_factory=dict)
    retried: list[str] = field(default_factory=list)


def run_pa11y(
    urls: Sequence[str],
    command: Sequence[str],
    browser: str,
    work: Path,
    *,
    run: Run = run_program,
    batch: int = BATCH,
    page_seconds: float = PAGE_SECONDS,
    start_seconds: float = START_SECONDS,
) -> Pa11yReport:
    """Test `urls`. A page or a whole run that fails is tried once more, and named in `retried`.

    `command` starts pa11y-ci; `work` keeps its settings. Raises AuditStopped when pa11y-ci fails twice.
    """
    report = Pa11yReport()

    def test(some: Sequence[str]) -> Pa11yReport:
        settings = write_settings(some, browser, work, page_seconds)
        seconds = start_seconds + page_seconds * len(some) / AT_ONCE
        return read_report(run([*command, "--json", "--config", str(settings)], seconds), some, seconds)

    for start in range(0, len(urls), batch):
        some = list(urls[start : start + batch])
        try:
            first = test(some)
        except AuditStopped:
            report.retried += some
            first = test(some)
        if again := sorted(first.untested):
            report.retried += again
            second = test(again)
            first.issues |= second.issues
            first.untested = second.untested
        report.issues |= first.issues
        report.untested |= first.untested
    return report


def write_settings(urls: Sequence[str], browser: str, work: Path, page_seconds: float = PAGE_SECONDS) -> Path:
    """pa11y-ci's settings. Its incognito contexts lose pages, so they are off."""
    defaults = {
        "standard": "WCAG2AA",
        "runners": ["axe", "htmlcs"],
        # What axe cannot decide is no fault: contrast it cannot see through we measure ourselves (behaviour/colours.py).
        "levelCapWhenNeedsReview": "warning",
        "concurrency": AT_ONCE,
        "timeout": int(page_seconds * 1000),
        "useIncognitoBrowserContext": False,
        "chromeLaunchConfig": {"executablePath": browser, "args": list(FLAGS)},
    }
    work.mkdir(parents=True, exist_ok=True)
    path = work / "pa11y.json"
    path.write_text(json.dumps({"defaults": defaults, "urls": list(urls)}), encoding="utf-8")
    return path


def read_report(ended: Ended, urls: Sequence[str], seconds: float) -> Pa11yReport:
    """What one run of pa11y-ci says of `urls`; AuditStopped when it says nothing that can be believed."""
    if ended.code is None:
        raise _stopped(f"pa11y-ci did not finish {count(len(urls), 'page')} within {seconds:.0f} seconds")
    if ended.code not in (FOUND_NOTHING, FOUND_SOMETHING):
        raise _why_it_failed(ended)
    try:
        told = json.loads(ended.output)
        results, total = told["results"], told["total"]
    except (ValueError, KeyError, TypeError):
        raise _stopped(f"pa11y-ci's answer cannot be read: it begins “{ended.output.strip()[:60]}”") from None
    if not isinstance(results, dict):
        raise _stopped("pa11y-ci's answer has no list of pages")
    report = Pa11yReport()
    for url in urls:
        issues = results.get(url)
        if reason := _why_untested(issues):
            report.untested[url] = reason
        else:
            report.issues[url] = list(issues or [])
    if total != len(urls) and not report.untested:
        raise _stopped(f"pa11y-ci was given {count(len(urls), 'page')} but counted {total}")
    if ended.code == FOUND_SOMETHING and not report.untested and not any(report.issues.values()):
        raise _stopped("pa11y-ci says that it found faults but does not say which")
    return report


def _why_untested(issues: object) -> str:
    """Why a page counts as not tested; empty when it was tested."""
    if issues is None:
        return "pa11y-ci left it out of its answer"
    if not isinstance(issues, list):
        return "pa11y-ci gave no list of faults for it"
    for issue in issues:
        if not isinstance(issue, dict):
            return "pa11y-ci gave a fault that cannot be read"
        if not issue.get("code"):
            return f"pa11y-ci could not test it: {str(issue.get('message') or 'it gives no reason')[:160]}"
    return ""


def _stopped(what: str) -> AuditStopped:
    return AuditStopped(
        f"{what}, so the pages are not tested.\n  How to fix: run the audit again; if it happens again, "
        "look at build/cache/audit/pa11y.json and start pa11y-ci by hand."
    )


def _why_it_failed(ended: Ended) -> CannotRun:
    words = ended.errors.strip() or ended.output.strip()
    if re.search(r"failed to launch|could not find chrom|browser was not found|ENOENT.*chrom", words, re.I):
        return ToolMissing(
            "pa11y-ci could not start the browser, so the pages are not tested.",
            "install Chromium or Chrome, or set CHROMIUM to where yours is.",
        )
    if "cannot find module" in words.lower():
        return ToolMissing(
            "A part of pa11y-ci is missing, so the pages are not tested.", "run `npm ci --ignore-scripts` again."
        )
    first = next((line.strip() for line in words.splitlines() if line.strip()), "it gives no reason")
    return _stopped(f"pa11y-ci stopped with code {ended.code}: {first[:200]}")


def criterion_of(code: str) -> str:
    """The WCAG criterion in HTML_CodeSniffer's code: `WCAG2AA.Principle1.Guideline1_1.1_1_1.H37` → `1.1.1`."""
    match = re.search(r"\.(\d+_\d+_\d+)\.", code)
    return match[1].replace("_", ".") if match else ""


def rule_of(issue: Issue) -> str:
    """A rule id for an issue: `axe-color-contrast`, `htmlcs-1-1-1-h37`."""
    code = str(issue["code"])
    if issue.get("runner") == "axe":
        return f"axe-{code}"
    found = re.search(r"\.(\d+_\d+_\d+\..*)", code)
    return "htmlcs-" + re.sub(r"[^a-z0-9]+", "-", (found[1] if found else code).lower()).strip("-")


def issues_of(report: Pa11yReport) -> Iterator[tuple[str, Issue]]:
    """Every (page, issue)."""
    for url, issues in report.issues.items():
        for issue in issues:
            yield url, issue


def sentence_of(retried: Iterable[str]) -> str:
    """Names what was tried twice; empty when nothing was."""
    names = list(retried)
    return f"Tried twice: {', '.join(names[:5])}{' …' if len(names) > 5 else ''}." if names else ""
