"""The rules of records and of the whole offer, each with a bad sample, exactly what is shown, and a good sample.

In: the good offer and the tables of faults. Out: Markdown from ## down, by group.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from localoffer.catalogue import read_catalogue
from localoffer.catalogue.rules import OFFER
from localoffer.findings import Finding, format_text, sort_findings
from localoffer.model.rules import FIELDS
from localoffer.records.markdown import WORDS
from localoffer.records.rules import SERVICE_RULES
from localoffer.rulebook.samples import TODAY, Sample, break_offer, copy_offer, load_samples
from localoffer.yamlfile.rules import FILE
from localoffer.yamlfile.source import source_lines

PROJECT = Path(__file__).resolve().parents[3]
SITE = PROJECT / "tests" / "site"
FAULTS = PROJECT / "tests" / "cases" / "faults"
AROUND = 1


def rules() -> dict[str, dict[str, str]]:
    """Group → rule id → what the rule says."""
    groups = {
        "The file": FILE,
        "Fields and what they hold": FIELDS,
        "Fields that must agree": SERVICE_RULES,
        "Words and links": WORDS,
        "The offer as a whole": OFFER,
    }
    return {title: {rule.id: rule.says for rule in group} for title, group in groups.items()}


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
