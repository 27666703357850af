"""Markdown that cannot be talked into being markup.

In: text from contributors. Out: Markdown in which that text stands exactly as
it was written (`escape_markdown`), prose whose paragraphs, lists, headings and
safe links work and nothing else (`neutral_markdown`), and the Jinja2
environment for localoffer/templates/, which escapes every value by default.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from localoffer.prose import mend_markdown

TEMPLATES = Path(__file__).resolve().parents[1] / "templates"

# A hyphen or a full stop means something only where a list could start; inside a word it stays readable.
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&#|~^=!?:\"'$@]|(?<!\w)[-+]|[-+](?!\w)|(?<=\d)[.)]|(?<!\w)[.]|\((?=[cCrRtT])")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")


def _entity(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"


def escape_markdown(text: str) -> Markup:
    """Text as one line of Markdown that shows just these characters; white space is folded."""
    folded = " ".join(_CONTROL.sub("", str(text)).split())
    return Markup(_SPECIAL.sub(_entity, folded))  # noqa: S704 — every character with a meaning is an entity now


class MarkdownEnvironment(Environment):
    """Jinja2 whose `{{ value }}` is escaped for Markdown unless it is marked safe."""


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The environment of localoffer/templates/*.md.j2."""
    made = MarkdownEnvironment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=False,  # HTML escaping would not be enough: `finalize` escapes for Markdown
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["safe_id"] = lambda text: Markup(re.sub(r"[^a-z0-9-]", "-", str(text).lower()))  # noqa: S704
    made.filters["prose"] = lambda text: Markup(neutral_markdown(text))  # noqa: S704
    return made


def _finalize(value: Any) -> Any:
    if isinstance(value, Markup):
        return value
    return escape_markdown("" if value is None else str(value))


def render(template: str, **facts: Any) -> str:
    """One template of localoffer/templates with these facts."""
    return environment().get_template(template).render(**facts)


# Prose of contributors

_HEADING = re.compile(r"^( {0,3})(#{1,2})(?!#)", re.MULTILINE)
_UNDERLINE = re.compile(r"^( {0,3})([-=*_][-=*_ \t]*)$", re.MULTILINE)
_DEFINITION = re.compile(r"^( {0,3}|.*?)(\*?)\[(?=[^\]\n]*\]:)", re.MULTILINE)
_BLOCK = re.compile(r"^(\s*)(!!!|\?\?\?|===|:::|~~~|```|:(?=\s)|%%|---|\.\.\.)", re.MULTILINE)
_ICON = re.compile(r":(?=[\w+-]+:)")
_TARGET = re.compile(r"\]\(\s*(?P<target>[^\s)]*)")
_SAFE_TARGET = re.compile(r"(?:https?://[^\s/]|mailto:[^\s:]+@|tel:\+?\d|/(?!/)|#\w)", re.IGNORECASE)


def neutral_markdown(text: str) -> str:
    """A contributor's Markdown without HTML, headings 1 and 2, images, attribute lists and unsafe links.

    `check` has refused these before; here they become plain words, so that nothing gets through on another way.
    Links to pages of the offer stay written from the root (/guides/travel/); `site.finish` makes them relative.
    """
    safe = mend_markdown(_CONTROL.sub("", text).replace("\r\n", "\n").replace("\r", "\n").expandtabs(4))
    safe = safe.replace("&", "&amp;").replace("<", "&lt;").replace("{", "&#123;").replace("![", "&#33;[")
    safe = safe.replace("[TOC]", "&#91;TOC]")  # the mark that MkDocs turns into a table of contents
    safe = _UNDERLINE.sub(lambda m: m[1] + re.sub(r"[-=*_]", _entity, m[2]), safe)
    safe = _HEADING.sub(lambda m: m[1] + "&#35;" * len(m[2]), safe)
    safe = _BLOCK.sub(lambda m: m[1] + f"&#{ord(m[2][0])};" + m[2][1:], safe)
    safe = _DEFINITION.sub(lambda m: m[1] + m[2].replace("*", "&#42;") + "&#91;", safe)
    safe = _ICON.sub("&#58;", safe)
    return _TARGET.sub(_only_safe, safe)


def _only_safe(found: re.Match[str]) -> str:
    if _SAFE_TARGET.match(found["target"]):
        return found[0]
    return found[0].replace("](", "]&#40;", 1)
