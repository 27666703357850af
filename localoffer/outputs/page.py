"""One page before MkDocs sees it: where it goes, its facts, its prose, and the file a person edits.

In: plain values. Out: the text MkDocs reads: front matter, then Markdown. Each
front-matter line is a key and a JSON value, which is YAML too; dumped, never
formatted, so no value can end its own field.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from localoffer.addresses import GUIDES, full_url, is_easy, page_path, page_url
from localoffer.facts.links import linked
from localoffer.kinds import kind_of
from localoffer.outputs.view import plain
from localoffer.overlay import came_with_the_tool

Meta = dict[str, Any]
"""Front matter: text, numbers, views (`localoffer.outputs.view`), and lists and dicts of them; no key whose value is empty."""

_JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False, default=plain)

# What JSON writes as it is but YAML 1.1 does not take, or takes for a line break.
_NOT_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


STAYS_OPEN = "lo-stay"
"""The class of a heading whose part never folds away, for site.finish."""
NOT_FOLDED = "lo-kept"
"""The class of the paragraph that stands below the heading of a folded part."""
SITE = "mkdocs.yml"
"""The source of pages that are made from everything; they have no file of their own to edit."""


@dataclass(frozen=True)
class Page:
    """One page. `path` is posix inside build/docs (`services/p/s.md`); `source` is posix from the root."""

    path: str
    meta: Meta = field(repr=False)
    body: str = field(default="", repr=False)
    source: str = ""
    kind: str = "page"
    pictures: frozenset[str] = frozenset()

    @property
    def url(self) -> str:
        """The address from the site's root, without a leading slash: `services/p/s/`; home is empty."""
        return page_url(self.path)


def new_page(kind: str, url: str, meta: Meta, source: str, body: str = "") -> Page:
    """A page of this kind at this address: the kind's template and section, and no key whose value is empty."""
    row = kind_of(kind)
    section = {} if "section" in meta else {"section": row.section}
    usual = {"template": row.template, "title": "", "summary": "", **section}
    lead = linked(str(meta.get("summary", "")))
    links = {} if isinstance(lead, str) else {"lead": lead}
    return Page(page_path(url), filled({**usual, **meta, **links}), body, source, kind)


def filled(facts: Meta) -> Meta:
    """The facts without those whose value is empty."""
    return {name: value for name, value in facts.items() if value}


def page_text(page: Page) -> str:
    """The staged file: the page's facts, its name in the browser's tab where that says more, and where to edit it."""
    meta, tab = dict(page.meta), tab_name(page)
    if tab != meta.get("title", ""):
        meta["tab"] = tab
    if page.source not in {"", SITE} and not came_with_the_tool(page.source):
        meta["source"] = page.source
    lines = "".join(f"{key}: {_value(value)}\n" for key, value in meta.items())
    return f"---\n{lines}---\n\n{page.body}" if page.body else f"---\n{lines}---\n"


def tab_name(page: Page) -> str:
    """What stands before the site's name in the browser's tab: a title, which part of it, and what else is told apart
    by it: `Short breaks, guide, easy read` (WCAG 2.4.2). Two services of one name are told apart there."""
    kind_word = "" if full_url(page.url) == GUIDES else kind_of(page.kind).tab_word
    title = page.meta.get("told_apart") or page.meta.get("title")
    words = (title, page.meta.get("part"), kind_word, "easy read" if is_easy(page.url) else "")
    return ", ".join(word for word in words if word)


def _value(value: Any) -> str:
    text = _JSON.encode(value)
    return _NOT_YAML.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
