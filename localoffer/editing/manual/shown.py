"""What a rule says of its own samples: computed by the code that checks, never typed.

In: the samples of reading, alt-text and HTML rules, and offers and sites with faults. Out: `Entry`s of the manual.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from localoffer.alttext import ALT_RULES, faults_of, faults_together
from localoffer.alttext.markdown import html_pictures
from localoffer.audit.html import audit_html
from localoffer.audit.html.page import PageView
from localoffer.audit.html.rules import page_faults
from localoffer.audit.sources import Sources
from localoffer.check import check_offer
from localoffer.easyread.twin import page_hash
from localoffer.editing.manual.reading_rules import ManualEntry, findings_of, reading_manual
from localoffer.editing.manual.records import excerpt
from localoffer.findings import Finding, format_text, sort_findings
from localoffer.reading.rules import RULES
from localoffer.rulebook import Rule
from localoffer.rulebook.samples import TODAY, Sample, break_offer, copy_offer, load_samples
from localoffer.site.assets import read_assets
from localoffer.site.build import check_colours
from localoffer.site.settings import read_settings
from localoffer.system.folders import TOOL
from localoffer.yamlfile.source import source_lines

SAMPLE = "sample.md"
HTML_SAMPLE = "sample.html"
MOST = 200
SECRETS = ("7 Secret Lane",)
Planted = Mapping[str, tuple[str, str]]
"""Rule id → the lines of the file at fault, and what is shown of them."""


@dataclass(frozen=True)
class Entry:
    """One rule as its page shows it; samples that cannot be small are empty."""

    id: str
    says: str
    source: str = ""
    wrong: str = ""
    seen: str = ""
    right: str = ""


def show(finding: Finding, line_of: Callable[[str, int], str | None]) -> str:
    """A finding exactly as `check` and `audit` show it, without the count below."""
    return format_text([finding], line_of).rstrip("\n").rpartition("\n")[0]


def show_in(finding: Finding, text: str) -> str:
    """The same, for a finding in a sample that is the whole file."""
    lines = text.split("\n")
    return show(finding, lambda _path, number: lines[number - 1] if number <= len(lines) else None)


def reading_entries() -> Iterator[Entry]:
    """The reading rules."""
    rules = {rule.id: rule for rule in RULES}
    for entry in reading_manual():
        found = next(finding for finding in findings_of(entry.bad, rules[entry.id]) if finding.rule == entry.id)
        yield _reading_entry(entry, found)


def _reading_entry(entry: ManualEntry, found: Finding) -> Entry:
    before = entry.bad[: found.column - 1]
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    placed = Finding(SAMPLE, line, column, found.severity, found.rule, found.message, found.fix)
    return Entry(entry.id, entry.says, "; ".join(entry.sources), entry.bad, show_in(placed, entry.bad), entry.good)


def alt_entries() -> Iterator[Entry]:
    """The alt-text rules."""
    for rule in ALT_RULES:
        found = alt_findings_of(rule.bad)
        first = next(finding for finding in found if finding.rule == rule.id)
        yield Entry(rule.id, rule.says, "", rule.bad, show_in(first, rule.bad), rule.good)


def alt_findings_of(sample: str) -> list[Finding]:
    """What the alt-text rules say of pictures in HTML."""
    pictures = [(shown, (line, column)) for shown, line, column in html_pictures(sample, HTML_SAMPLE)]
    found = [(rule, fault, place) for shown, place in pictures for rule, fault in faults_of(shown)]
    found += list(faults_together(pictures))
    return [rule.found(fault, HTML_SAMPLE, place) for rule, fault, place in found]


def page_entries(rules: Sequence[Rule], bad: Path, planted: Planted) -> Iterator[Entry]:
    """The rules for one built page: their samples stand in a page that is otherwise good."""
    make = bad_site_maker(bad)
    for rule in rules:
        found = next((one for one in page_findings(rule.bad, rule, make) if one.rule == rule.id), None)
        if rule.bad and found is not None:
            yield Entry(rule.id, rule.says, "", rule.bad, show_in(found, rule.bad), rule.good)
        else:
            wrong, seen = planted.get(rule.id, ("", ""))
            yield Entry(rule.id, rule.says, "", wrong, seen, rule.good)


def page_findings(sample: str, rule: Rule, make: ModuleType) -> list[Finding]:
    """What the page rules say of a good page with this sample in the rule's place; lines are those of the sample."""
    front = "" if rule.within == "main" else f"{rule.within}: {make.json.dumps(sample)}\n"
    html = make.page(
        f"---\nfault: a sample\n{front}---\n{sample if rule.within == 'main' else '<p>Words</p>'}\n", "sample"
    )
    found = page_faults(PageView(html, HTML_SAMPLE))
    return [rule.found(fault, HTML_SAMPLE, _place(sample, fault.where.texts)) for rule, fault in found]


def _place(sample: str, clues: Sequence[str]) -> tuple[int, int]:
    at = next((sample.index(clue) for clue in clues if clue.strip() and clue in sample), 0)
    return sample.count("\n", 0, at) + 1, at - (sample.rfind("\n", 0, at) + 1) + 1


def bad_site_maker(bad: Path) -> ModuleType:
    """tests/site-bad/make.py as a module."""
    spec = importlib.util.spec_from_file_location("site_bad_make", bad / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def planted_findings(bad: Path, folder: Path) -> Planted:
    """What the audit says of the site with faults."""
    root = bad_site_maker(bad).lay_out(folder / "bad-site")
    found, _pages = audit_html(root / "build" / "site", Sources.of(root), list(SECRETS), processors=1)
    return {finding.rule: _shown(finding, root) for finding in reversed(found)}


def _shown(finding: Finding, root: Path) -> tuple[str, str]:
    file = root / finding.path
    wrong = excerpt(file, finding.line) if file.is_file() and finding.path.startswith("content/") else ""
    return wrong, show(finding, source_lines(root))


def offer_entries(statements: Mapping[str, str], site: Path, samples: Path, folder: Path) -> Iterator[Entry]:
    """Rules that need a whole offer: one change to a good one each."""
    good = settled_offer(site, folder)
    known = {sample.rule: sample for sample in load_samples(samples)}
    for rule, says in statements.items():
        yield _offer_entry(rule, says, known[rule], good, folder / rule) if rule in known else Entry(rule, says)


def _offer_entry(rule: str, says: str, sample: Sample, good: Path, folder: Path) -> Entry:
    bad = copy_offer(good, folder)
    break_offer(bad, sample)
    found = next(finding for finding in offer_findings(bad) if finding.rule == rule)
    file = sample.file if (bad / sample.file).is_file() else found.path
    line = found.line if file == found.path else changed_line(good / file, bad / file)
    right = excerpt(good / file, line) if not sample.remove else (good / sample.file).read_text("utf-8").rstrip()
    wrong = "" if sample.remove else excerpt(bad / file, line)
    return Entry(rule, says, "", _cut(wrong), show(found, source_lines(bad)), _cut(right))


def changed_line(good: Path, bad: Path) -> int:
    """The first line that differs."""
    pairs = zip(good.read_text("utf-8").split("\n"), bad.read_text("utf-8").split("\n"), strict=False)
    return next((number for number, (old, new) in enumerate(pairs, 1) if old != new), 1)


def _cut(text: str) -> str:
    return "\n".join(line if len(line) <= MOST else f"{line[:MOST].rsplit(' ', 1)[0]} …" for line in text.split("\n"))


def settled_offer(site: Path, folder: Path) -> Path:
    """The good offer, its easy-read pages compared and checked by people."""
    root = copy_offer(site, folder / "settled")
    catalogue, _findings = check_offer(root, TODAY)
    assert catalogue is not None
    for page in catalogue.content.values():
        if page.easy:
            file = root / page.easy.path
            kept = f'written_from: "{page_hash(page)}"\nchecked_by: Tinybrook Readers'
            file.write_text(re.sub("written_from:.*", kept, file.read_text("utf-8"), count=1), "utf-8")
    return root


def offer_findings(root: Path) -> list[Finding]:
    """What `check` and the colours' check of the build say of an offer."""
    css = "\n".join(read_assets(TOOL / "theme").sheets.values())
    return sort_findings([*check_offer(root, TODAY)[1], *check_colours(read_settings(root / "mkdocs.yml"), css)])
