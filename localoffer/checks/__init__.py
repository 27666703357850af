"""The published page of rules: each with a bad sample, exactly what is shown, and a good sample.

In: the good offer and the tables of faults. Out: Markdown from ## down. It is
written into schema/checks.md by `build.py schema`; a test proves it true.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from localoffer.catalogue import read_catalogue
from localoffer.checks.samples import TODAY, Sample, break_offer, copy_offer, load_samples
from localoffer.checks.statements import GROUPS
from localoffer.findings import Finding, format_text, sort_findings
from localoffer.records.rules import PROVIDER_RULES, SERVICE_RULES
from localoffer.sourcefile import source_lines

PROJECT = Path(__file__).resolve().parents[2]
PAGE = PROJECT / "schema" / "checks.md"
SITE = PROJECT / "tests" / "site"
FAULTS = PROJECT / "tests" / "cases" / "faults"
AROUND = 1


def rules() -> dict[str, dict[str, str]]:
    """Group → rule id → what the rule says."""
    agreeing = {rule.id: rule.says for rule in [*SERVICE_RULES, *PROVIDER_RULES]}
    groups: dict[str, Mapping[str, str]] = dict(GROUPS)
    ordered = {"The file": groups["The file"], "Fields and what they hold": groups["Fields and what they hold"]}
    ordered["Fields that must agree"] = agreeing
    ordered["Words and links"] = groups["Words and links"]
    ordered["The offer as a whole"] = groups["The offer as a whole"]
    return {heading: dict(found) for heading, found in ordered.items()}


def published_checks() -> str:
    """The page as committed, from ## down."""
    return PAGE.read_text(encoding="utf-8")


def published_groups() -> list[tuple[str, str]]:
    """The page in parts, one for each group of rules: heading and Markdown, from ### down."""
    page = published_checks()
    headings = list(rules())
    starts = [page.index(f"## {heading}\n") for heading in headings] + [len(page)]
    bodies = [page[start:end].partition("\n")[2].strip() for start, end in pairwise(starts)]
    return [(heading, f"{body}\n") for heading, body in zip(headings, bodies, strict=True)]


def write_checks(site: Path = SITE, faults: Path = FAULTS) -> str:
    """The page made anew."""
    samples: dict[str, Sample] = {}
    for sample in load_samples(faults):
        samples.setdefault(sample.rule, sample)
    with tempfile.TemporaryDirectory() as folder:
        return "\n".join(_lines(samples, site, Path(folder))).rstrip() + "\n"


def _lines(samples: Mapping[str, Sample], site: Path, folder: Path) -> Iterator[str]:
    for heading, found in rules().items():
        yield from (f"## {heading}", "")
        for rule, statement in found.items():
            yield from (f"### {rule}", "", statement, "")
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
        yield from ("Wrong:", "", *_code(excerpt(bad / found.path, found.line)), "")
    yield from ("What you see:", "", *_code(shown_output(found, bad)), "")
    if sample.find and (good / found.path).is_file():
        yield from ("Right:", "", *_code(excerpt(good / found.path, found.line)), "")


def shown_output(finding: Finding, root: Path) -> str:
    """A finding exactly as `check` shows it, without the count below."""
    return format_text([finding], source_lines(root)).rstrip("\n").rpartition("\n")[0]


def _is_small(path: Path) -> bool:
    return path.is_file() and not path.is_symlink() and path.stat().st_size < 20_000 and b"\0" not in path.read_bytes()


def excerpt(path: Path, line: int) -> str:
    """A few lines of a file round the one at fault."""
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    return "\n".join(lines[max(0, line - 1 - AROUND) : line + AROUND]).rstrip()


def _code(text: str) -> list[str]:
    shown = "".join(char if char.isprintable() or char == "\n" else "�" for char in text)
    return ["~~~text", *shown.split("\n"), "~~~"]
