"""The pages that list every rule: what it asks, a bad sample, exactly what is shown, a good sample.

In: the files of schema/checks, which `build.py schema` writes and tests prove true. Out: about/checks/ with every rule's
name, and one page, or a few, for each group of rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from localoffer import wording
from localoffer.addresses import CHECKS, checks_url, part_url
from localoffer.outputs.markdown import escape_markdown
from localoffer.outputs.page import SITE, Meta, Page, new_page
from localoffer.outputs.parts import pager
from localoffer.outputs.view import Link
from localoffer.rulebook import published_groups

MOST_TEXT = 14_000
"""Characters of samples on one page: with the frame and its styles it stays below 14,336 bytes compressed."""
NOWHERE = {
    "Tinybrook": "Your Area",
    "tinybrook": "your-area",
    "Marlbrook": "Your Area",
    "marlbrook": "your-area",
    "Marl": "Some",
    "marl": "some",
    "01632": "0xxxx",
    "07700": "0xxxx",
    "MB": "XX",
}
"""Words of the samples → words as long that are of no place."""
_SOMEWHERE = re.compile(r"Tinybrook|tinybrook|Marlbrook|marlbrook|\b[Mm]arl\b|01632|07700|\bMB(?=\d)")
CRUMBS = [Link("What we check", CHECKS)]


class Rule(NamedTuple):
    """One rule of a group, with its Markdown from ## down."""

    id: str
    says: str
    text: str


def checks_pages(*, is_sample: bool) -> list[Page]:
    """The list of all rules, and every group's own pages. Only the sample's site shows the sample's numbers and names."""
    return list(_made(is_sample))


@lru_cache(maxsize=2)
def _made(is_sample: bool) -> tuple[Page, ...]:
    shown: Callable[[str], str] = str if is_sample else _of_nowhere
    groups = {name: (title, list(_parts(_rules(shown(body))))) for name, (title, body) in published_groups().items()}
    grouped = [page for name, (title, parts) in groups.items() for page in _group_pages(name, title, parts)]
    return (_index_page(groups), *grouped)


def _of_nowhere(body: str) -> str:
    """The samples with no number that looks like one to phone, and no place. No text grows, so that carets stay below their words."""
    return _SOMEWHERE.sub(lambda found: NOWHERE[found[0]], body)


def _rules(body: str) -> Iterator[Rule]:
    for text in re.split(r"^(?=## [a-z0-9-]+$)", body, flags=re.MULTILINE):
        if text.strip():
            heading, _, rest = text.partition("\n\n")
            says = rest.partition("\n\n")[0].strip()
            shown = f"{heading} {{ #{heading[3:]} }}\n\n{escape_markdown(says)}\n\n{rest.partition(says)[2].strip()}"
            yield Rule(heading[3:], says, shown.strip() + "\n")


def _parts(rules: Iterator[Rule]) -> Iterator[list[Rule]]:
    """Rules in parts short enough for a slow phone."""
    part: list[Rule] = []
    for rule in rules:
        if part and sum(len(other.text) for other in part) + len(rule.text) > MOST_TEXT:
            yield part
            part = []
        part.append(rule)
    yield part


Groups = dict[str, tuple[str, list[list[Rule]]]]


def _index_page(groups: Groups) -> Page:
    body = [
        "Before a page is published, programs look at every file and every page. "
        "Each rule has a name. You see it in square brackets when something is wrong.",
        "",
    ]
    seen: set[str] = set()
    for name, (title, parts) in groups.items():
        body += [f"## {title} {{ #group-{name} }}", "", f"[Each rule with its samples](/{_address(name, 1)})", ""]
        for number, rules in enumerate(parts, start=1):
            for rule in rules:
                anchor = "" if rule.id in seen else f"{{ #{rule.id} }}"
                seen.add(rule.id)
                body.append(f"- [{rule.id}](/{_address(name, number)}#{rule.id}){anchor}")
        body.append("")
    meta: Meta = {
        "title": "What we check",
        "summary": "Every rule for listings, words, pictures and pages, with a bad and a good sample.",
        "folds": True,
        "no_toc": True,
    }
    return new_page("about", CHECKS, meta, SITE, "\n".join(body))


def _address(name: str, number: int) -> str:
    return part_url(checks_url(name), number)


def _group_pages(name: str, title: str, parts: Sequence[Sequence[Rule]]) -> Iterator[Page]:
    for number, rules in enumerate(parts, start=1):
        meta: Meta = {
            "title": f"What we check: {wording.in_sentence(title)}",
            "summary": "What each rule asks, what you see when it is broken, and how it is kept.",
            "crumbs": CRUMBS,
            "folds": True,
            "no_toc": True,
            **pager(checks_url(name), number, len(parts)),
        }
        yield new_page("about", _address(name, number), meta, SITE, "\n".join(rule.text for rule in rules))
