"""Findings as the hosts of code take them: GitLab's code quality report, Azure's log, and one comment for all of them.

In: findings. Out: text for standard output. GitHub's own form stands beside the others in `findings`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from localoffer.findings import Finding, count_sentence, sort_findings

MARK = "<!-- localoffer: what the check found -->"
"""The first line of the comment, by which the next run finds it again."""
MOST_LETTERS = 60_000
"""GitHub takes comments of 65,536 letters, GitLab of more, Azure of 150,000."""


def format_gitlab(findings: Iterable[Finding]) -> str:
    """GitLab's code quality report: shown beside the lines of a merge request."""
    seen: dict[str, int] = {}
    rows = []
    for finding in sort_findings(findings):
        alike = f"{finding.rule}\n{finding.path}\n{finding.message}"
        seen[alike] = seen.get(alike, 0) + 1
        rows.append(
            {
                "description": _with_fix(finding),
                "check_name": finding.rule,
                "fingerprint": hashlib.sha256(f"{alike}\n{seen[alike]}".encode()).hexdigest(),
                "severity": "major" if finding.is_error else "minor",
                "location": {"path": finding.path, "lines": {"begin": finding.line}},
            }
        )
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def format_azure(findings: Iterable[Finding]) -> str:
    """Azure Pipelines' log commands: each is listed on the page of the run, with its file and line."""
    return "".join(_azure_line(finding) + "\n" for finding in sort_findings(findings))


def _azure_line(finding: Finding) -> str:
    kind = "error" if finding.is_error else "warning"
    place = f"sourcepath={_azure(finding.path)};linenumber={finding.line};columnnumber={finding.column}"
    words = re.sub(r"[\r\n]+", " ", _with_fix(finding))
    return f"##vso[task.logissue type={kind};{place};code={_azure(finding.rule)}]{words.replace('%', '%AZP25')}"


def _azure(text: str) -> str:
    """A value as Azure's log commands take it."""
    for sign, code in (("%", "%AZP25"), (";", "%3B"), ("\r", "%0D"), ("\n", "%0A"), ("]", "%5D")):
        text = text.replace(sign, code)
    return text


def format_comment(findings: Iterable[Finding], link: str = "") -> str:
    """One comment, Markdown: everything that was found, errors first, each with a link to its line.

    `link`: an address in which {path} and {line} stand for the place; without it places are named, not linked.
    """
    ordered = sorted(sort_findings(findings), key=lambda finding: not finding.is_error)
    said, left = [MARK, f"### {count_sentence(ordered)}", ""], len(ordered)
    size = sum(map(len, said))
    for line in _comment_lines(ordered, link):
        size += len(line) + 1
        if size > MOST_LETTERS:
            said += ["", f"… and {left} more. To see them, look at the run of the check."]
            break
        said.append(line)
        left -= 1
    return "\n".join(said).rstrip() + "\n"


def _comment_lines(findings: Iterable[Finding], link: str) -> Iterator[str]:
    for finding in findings:
        place = f"`{finding.path}` line {finding.line}".replace("``", "`")
        if link:
            address = link.replace("{path}", quote(finding.path)).replace("{line}", str(finding.line))
            place = f"[{_plain(finding.path)}, line {finding.line}]({address})"
        kind = "Wrong" if finding.is_error else "Better"
        fix = f" **How to fix:** {_plain(finding.fix)}" if finding.fix else ""
        yield f"- **{kind}:** {place}: {_plain(finding.message)}.{fix}"


def _with_fix(finding: Finding) -> str:
    return f"{finding.message}. How to fix: {finding.fix}" if finding.fix else finding.message


def _plain(text: str) -> str:
    """Text that stands in Markdown as it is: what a stranger wrote can be no link, no picture, no mention."""
    folded = " ".join(text.split())
    escaped = re.sub(r"([\\`*_{}\[\]<>#|~&!])", r"\\\1", folded)
    return escaped.replace("@", "@\u200b").replace("://", ":\u200b//").replace("www.", "www\u200b.")
