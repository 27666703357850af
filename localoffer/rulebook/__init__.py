"""The published page of rules: each with a bad sample, exactly what is shown, and a good sample.

In: the good offer and the tables of faults. Out: Markdown from ## down, by group. It is
written into schema/checks by `build.py schema`; a test proves it true.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from localoffer.catalogue import read_catalogue
from localoffer.findings import Finding, format_text, sort_findings
from localoffer.records.rules import PROVIDER_RULES, SERVICE_RULES
from localoffer.rulebook.samples import TODAY, Sample, break_offer, copy_offer, load_samples
from localoffer.rulebook.statements import GROUPS
from localoffer.yamlfile.source import source_lines

PROJECT = Path(__file__).resolve().parents[2]
PAGES = PROJECT / "schema" / "checks"
SITE = PROJECT / "tests" / "site"
FAULTS = PROJECT / "tests" / "cases" / "faults"
AROUND = 1
GROUP_FILES = {
    "file": "The file",
    "fields": "Fields and what they hold",
    "fields-that-agree": "Fields that must agree",
    "words-and-links": "Words and links",
    "whole-offer": "The offer as a whole",
    "reading": "Plain words",
    "easy-read": "Easy read",
    "alt-text": "Words for pictures",
    "colours": "Colours",
    "built-page": "Each built page",
    "whole-site": "The built site as a whole",
    "browser": "What a browser does with a page",
    "other-tools": "Other people's checkers, and links to elsewhere",
}
"""Groups in the order of the pages: name of the file in schema/checks and in addresses → title."""


def rules() -> dict[str, dict[str, str]]:
    """Group → rule id → what the rule says."""
    agreeing = {rule.id: rule.says for rule in [*SERVICE_RULES, *PROVIDER_RULES]}
    groups: dict[str, Mapping[str, str]] = dict(GROUPS)
    ordered = {"The file": groups["The file"], "Fields and what they hold": groups["Fields and what they hold"]}
    ordered["Fields that must agree"] = agreeing
    ordered["Words and links"] = groups["Words and links"]
    ordered["The offer as a whole"] = groups["The offer as a whole"]
    return {heading: dict(found) for heading, found in ordered.items()}


def published_groups() -> dict[str, tuple[str, str]]:
    """Every group of rules as committed: its name in addresses → its title, and Markdown from ## down."""
    return {name: _published(name) for name in GROUP_FILES}


def _published(name: str) -> tuple[str, str]:
    title, _, body = (PAGES / f"{name}.md").read_text(encoding="utf-8").removeprefix("# ").partition("\n\n")
    return title, body


def write_groups(site: Path = SITE, faults: Path = FAULTS) -> dict[str, str]:
    """The rules of records made anew: title of a group → its Markdown, from ## down."""
    samples: dict[str, Sample] = {}
    for sample in load_samples(faults):
        samples.setdefault(sample.rule, sample)
    with tempfile.TemporaryDirectory() as folder:
        return {
            heading: "\n".join(_lines(found, samples, site, Path(folder))).rstrip() + "\n"
            for heading, found in rules().items()
        }


def _lines(found: Mapping[str, str], samples: Mapping[str, Sample], site: Path, folder: Path) -> Iterator[str]:
    for rule, statement in found.items():
        yield from (f"## {rule}", "", statement, "")
        if rule in samples:
            yield from _shown(samples[rule], site, folder / rule)


def _shown(sample: Sample, site: Path, folder: Path) -> Iterator[str]:
    good = copy_offer(site, folder / "good")
    bad = copy_offer(site, folder / "bad")
    break_offer(bad, sample)
    _, findings = read_catalogue(bad, TODAY)
    found = next((finding for finding in sort_findings(findings) if finding.rule == sample.rule), None)
    if found is None:
        return
    if _is_small(bad / found.path):
        yield from ("Wrong:", "", *code_block(excerpt(bad / found.path, found.line)), "")
    yield from ("What you see:", "", *code_block(shown_output(found, bad)), "")
    if sample.find and (good / found.path).is_file():
        yield from ("Right:", "", *code_block(excerpt(good / found.path, found.line)), "")


def shown_output(finding: Finding, root: Path) -> str:
    """A finding exactly as `check` shows it, without the count below."""
    return format_text([finding], source_lines(root)).rstrip("\n").rpartition("\n")[0]


def _is_small(path: Path) -> bool:
    return path.is_file() and not path.is_symlink() and path.stat().st_size < 20_000 and b"\0" not in path.read_bytes()


def excerpt(path: Path, line: int) -> str:
    """A few lines of a file round the one at fault."""
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    return "\n".join(lines[max(0, line - 1 - AROUND) : line + AROUND]).rstrip()


def code_block(text: str) -> list[str]:
    """Text as a block that shows just these characters, with no colours for code."""
    shown = "".join(char if char.isprintable() or char == "\n" else "�" for char in text)
    return ["~~~~text", *shown.split("\n"), "~~~~"]
