"""Every rule of every check as Markdown: what it asks, who asks for it, a bad sample, the exact output, a good sample.

In: the rules, and the samples of `rulebook`. Out: the files of schema/checks, by name. The pages about/checks/ publish them;
tests prove them true and complete.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from localoffer.editing.manual.book import BOOK
from localoffer.editing.manual.offers import OfferSamples
from localoffer.editing.manual.shown import Shown, code_block
from localoffer.editing.manual.texts import SOURCES, planted_findings, show_text
from localoffer.rulebook import GROUPS, Rule

TEXT_GROUPS = ("reading", "alt-text", "built-page", "whole-offer")
"""Groups whose rules have samples of their own."""


def manual_files() -> dict[str, str]:
    """File name in schema/checks → its text."""
    with tempfile.TemporaryDirectory() as folder:
        manual = _Manual(Path(folder))
        return {f"{name}.md": manual.page(name) for name in GROUPS}


class _Manual:
    """The samples, laid out in a folder for the time of the work."""

    def __init__(self, folder: Path) -> None:
        self.offers = OfferSamples(folder)
        self.planted = planted_findings(folder)

    def page(self, group: str) -> str:
        lines = [line for rule in BOOK[group] for line in self.lines(rule)]
        return f"# {GROUPS[group]}\n\n" + "\n".join(lines).rstrip() + "\n"

    def lines(self, rule: Rule) -> Iterator[str]:
        says = f"{rule.says} {rule.no_sample}" if rule.group == "browser" else rule.says
        yield from (f"## {rule.id}", "", says, "")
        if rule.source:
            yield from (f"Asked for by: {'; '.join(SOURCES[name] for name in rule.source.split())}.", "")
        shown = self.shown(rule)
        for heading, text in (("Wrong", shown.wrong), ("What you see", shown.seen), ("Right", shown.right)):
            if text:
                yield from (f"{heading}:", "", *code_block(text), "")

    def shown(self, rule: Rule) -> Shown:
        if rule.no_sample:
            return Shown()
        if rule.group in TEXT_GROUPS and (shown := show_text(rule)):
            return shown
        if rule.group in ("built-page", "whole-site"):
            return self.planted.get(rule.id, Shown())._replace(right=rule.good)
        return self.offers.show(rule.id) or Shown()
