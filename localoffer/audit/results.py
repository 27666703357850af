"""What an audit did and found, kept for people and for the accessibility statement.

In: what was chosen, checked and found. Out: build/reports/audit.json after every audit, and with `--record` the
evidence in content/_data/accessibility.yml, which is committed, so that the published statement says what was tested
and never more. Tests by people, written there by hand, are kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from localoffer import __version__
from localoffer.audit.choose import Choice
from localoffer.audit.faults import BrowserFault
from localoffer.audit.known_issues import KnownIssue
from localoffer.catalogue.files import Files
from localoffer.catalogue.sitefile import read_site
from localoffer.model.evidence import EVIDENCE, Evidence
from localoffer.records import read_record_text
from localoffer.system.carried import NODE_MODULES, as_called_here

NODE_TOOLS = ("pa11y-ci", "axe-core", "html-validate", "vnu-jar")
_HEAD = as_called_here("""# What was tested for accessibility, and what was found. The accessibility statement is made from this file.
# Written by: python build.py audit --record. Only by_people is written by hand, like this:
# by_people:
#   - {date: 2026-10-12, by: six parents who use screen readers, how: "NVDA and VoiceOver, ten tasks", found: …}
""")


@dataclass(frozen=True)
class Results:
    """One audit in a browser. `names` of checks; `retried` pages were tried twice."""

    today: date
    choice: Choice
    checks: Sequence[str]
    new: Sequence[BrowserFault] = ()
    known: Sequence[tuple[BrowserFault, KnownIssue]] = ()
    retried: Sequence[str] = ()
    tools: Mapping[str, str] = field(default_factory=dict)


def tool_versions(browser: str, modules: Path = NODE_MODULES) -> dict[str, str]:
    """Program → version, as installed; a program that is not there is not named."""
    found = {"localoffer": __version__}
    for name in NODE_TOOLS:
        try:
            found[name] = str(json.loads((modules / name / "package.json").read_text(encoding="utf-8"))["version"])
        except (OSError, ValueError, KeyError):
            continue
    return {**found, "Chromium": browser} if browser else found


def results_as_json(results: Results) -> dict[str, Any]:
    """What build/reports/audit.json holds."""
    choice = results.choice
    return {
        "date": results.today.isoformat(),
        "tools": dict(results.tools),
        "checks": list(results.checks),
        "tested": [page.address for page in choice.tested],
        "kinds": choice.kinds,
        "alike": dict(sorted(choice.like.items())),
        "made_of_tested_pieces": list(choice.made_of),
        "left_out": dict(choice.left),
        "retried": list(results.retried),
        "faults": [_fault(fault) for fault in results.new],
        "known": [
            {**_fault(fault), "reason": entry.reason, "since": entry.date.isoformat()} for fault, entry in results.known
        ],
    }


def _fault(fault: BrowserFault) -> dict[str, Any]:
    return {
        name: getattr(fault, name)
        for name in ("page", "kind", "rule", "selector", "message", "where", "wcag", "severity")
    }


def write_results(results: Results, folder: Path) -> Path:
    """Write audit.json into the folder of reports."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "audit.json"
    path.write_text(json.dumps(results_as_json(results), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return path


def record_evidence(results: Results, root: Path) -> Path:
    """Write the evidence the accessibility statement is made from."""
    path = root / EVIDENCE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(evidence_text(results, read_evidence(path), _site_url(root)), encoding="utf-8", newline="\n")
    return path


def read_evidence(path: Path) -> Evidence | None:
    """The evidence in a file, as far as it can be read."""
    if not path.is_file():
        return None
    return read_record_text(path.read_text(encoding="utf-8"), EVIDENCE, Evidence)[0]


def _site_url(root: Path) -> str:
    files = Files()
    read_site(root, files)
    return (files.site.site_url if files.site else None) or ""


def evidence_text(results: Results, before: Evidence | None = None, site: str = "") -> str:
    """The evidence as YAML; what people tested, as told in `before`, stays."""
    choice = results.choice
    lines = [
        *([f"site: {site}"] if site else []),
        f"tested: {results.today.isoformat()}",
        f"pages: {len(choice.tested) + choice.covered + len(choice.left)}",
        f"tested_pages: {len(choice.tested)}",
        f"alike_pages: {choice.covered}",
        f"left_pages: {len(choice.left)}",
        f"kinds: {_flow(choice.kinds)}",
        f"checks: {_flow(results.checks)}",
        *_list("tools", [{"name": name, "version": version} for name, version in results.tools.items()]),
        *_list("issues", _issues(results)),
        *_list(
            "by_people",
            [test.model_dump(mode="json", exclude_none=True) for test in (before.by_people if before else [])],
        ),
    ]
    return _HEAD + "\n".join(lines) + "\n"


def _issues(results: Results) -> list[dict[str, str]]:
    """Each open fault once, by rule and kind of page."""
    told = [
        *((fault, entry.reason, entry.date) for fault, entry in results.known),
        *((fault, fault.message, results.today) for fault in results.new if fault.severity == "error"),
    ]
    issues: dict[tuple[str, str], dict[str, str]] = {}
    for fault, what, since in told:
        issue = {"rule": fault.rule, "what": what, "wcag": fault.wcag, "kind": fault.kind, "since": since.isoformat()}
        issues.setdefault((fault.rule, fault.kind), {key: value for key, value in issue.items() if value})
    return list(issues.values())


def _flow(values: Iterable[str]) -> str:
    return "[" + ", ".join(_value(value) for value in values) + "]"


def _list(name: str, members: Sequence[Mapping[str, Any]]) -> list[str]:
    rows = ["{" + ", ".join(f"{key}: {_value(value)}" for key, value in member.items()) + "}" for member in members]
    return [f"{name}:", *(f"  - {row}" for row in rows)] if rows else [f"{name}: []"]


def _value(value: Any) -> str:
    return json.dumps(str(value), ensure_ascii=False)
