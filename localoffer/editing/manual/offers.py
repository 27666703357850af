"""Rules whose sample is one change to a good offer: what the checks say of the broken copy, never typed.

In: the good offer and the tables of `rulebook.samples`. Out: `Shown`s.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from localoffer.catalogue import read_catalogue
from localoffer.catalogue.settings import read_settings
from localoffer.check import check_offer
from localoffer.check.colours import check_colours
from localoffer.easyread.twin import page_hash
from localoffer.editing.manual.shown import Shown, excerpt, show
from localoffer.findings import Finding, sort_findings
from localoffer.rulebook.samples import FAULTS, SITE, TODAY, WHOLE, Sample, broken, copy_offer, load_samples
from localoffer.site.assets import read_assets
from localoffer.system.carried import THEME
from localoffer.yamlfile.source import source_lines

MOST = 200


def sample_of_rule(tables: Path) -> Mapping[str, Sample]:
    """Rule id → the first sample that breaks it."""
    found: dict[str, Sample] = {}
    for sample in load_samples(tables):
        found.setdefault(sample.rule, sample)
    return found


class OfferSamples:
    """The tables, and the good offers they break, in a folder for the time of the work."""

    def __init__(self, folder: Path) -> None:
        self.kept = folder / "kept"
        self.faults, self.whole = sample_of_rule(FAULTS), sample_of_rule(WHOLE)
        self.settled = settled_offer(folder)
        self.of_good, self.of_settled = copy_offer(folder / "good"), copy_offer(folder / "again", self.settled)

    def show(self, rule: str) -> Shown | None:
        """The rule's sample of the tables; None where it has none."""
        if rule in self.faults:
            with broken(self.of_good, SITE, self.faults[rule]) as bad:
                return _show_fault(self.faults[rule], bad, self.kept)
        if rule in self.whole:
            with broken(self.of_settled, self.settled, self.whole[rule]) as bad:
                return _show_whole(self.whole[rule], self.settled, bad, self.kept)
        return None


def _show_fault(sample: Sample, bad: Path, kept: Path) -> Shown:
    _, findings = read_catalogue(bad, TODAY, cache=kept)
    found = next(finding for finding in sort_findings(findings) if finding.rule == sample.rule)
    wrong = excerpt(bad / found.path, found.line) if _is_small(bad / found.path) else ""
    has_right = sample.find and (SITE / found.path).is_file()
    right = excerpt(SITE / found.path, found.line) if has_right else ""
    return Shown(wrong, show(found, source_lines(bad)), right)


def _is_small(path: Path) -> bool:
    return path.is_file() and not path.is_symlink() and path.stat().st_size < 20_000 and b"\0" not in path.read_bytes()


def _show_whole(sample: Sample, good: Path, bad: Path, kept: Path) -> Shown:
    found = next(finding for finding in offer_findings(bad, kept) if finding.rule == sample.rule)
    seen = show(found, source_lines(bad))
    if sample.remove:
        return Shown("", seen, _cut((good / sample.file).read_text("utf-8").rstrip()))
    if not (good / sample.file).is_file():  # the fault is that there is such a file
        return Shown("", seen)
    line = found.line if sample.file == found.path else changed_line(good / sample.file, bad / sample.file)
    return Shown(_cut(excerpt(bad / sample.file, line)), seen, _cut(excerpt(good / sample.file, line)))


def changed_line(good: Path, bad: Path) -> int:
    """The first line that differs."""
    pairs = zip(good.read_text("utf-8").split("\n"), bad.read_text("utf-8").split("\n"), strict=False)
    return next((number for number, (old, new) in enumerate(pairs, 1) if old != new), 1)


def _cut(text: str) -> str:
    return "\n".join(line if len(line) <= MOST else f"{line[:MOST].rsplit(' ', 1)[0]} …" for line in text.split("\n"))


def settled_offer(folder: Path) -> Path:
    """The good offer, its easy-read pages compared and checked by people."""
    root = copy_offer(folder / "settled")
    catalogue, _findings = check_offer(root, TODAY)
    assert catalogue is not None
    for page in catalogue.content.values():
        if page.easy:
            file = root / page.easy.path
            kept = f'written_from: "{page_hash(page)}"\nchecked_by: Tinybrook Readers'
            file.write_text(re.sub("written_from:.*", kept, file.read_text("utf-8"), count=1), "utf-8")
    return root


def offer_findings(root: Path, kept: Path) -> list[Finding]:
    """What `check` and the colours' check of the build say of an offer; `kept`: a folder for files that were read before."""
    colours = check_colours(read_settings(root / "mkdocs.yml"), _theme_sheets())
    return sort_findings([*check_offer(root, TODAY, cache=kept)[1], *colours])


@cache
def _theme_sheets() -> str:
    return "\n".join(read_assets(THEME).sheets.values())
