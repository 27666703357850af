"""The council's look before it is built: its colours, its council.css and its templates in theme/.

In: the root. Out: findings, each at the line of mkdocs.yml or of the file in theme/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import tinycss2

from localoffer.catalogue.settings import read_settings
from localoffer.check.colours import COUNCIL_CSS, check_colours
from localoffer.findings import WARNING, Finding
from localoffer.rulebook import Rules
from localoffer.system.carried import THEME
from localoffer.system.failures import BuildFailed
from localoffer.system.own_theme import own_theme

LOOK = Rules("colours")
OWN_STYLE = LOOK.declare(
    "own-style", "theme/council.css is a stylesheet that stands inside each page: it asks for no other file."
)
OWN_TEMPLATE = LOOK.declare("own-template", "A template in theme/ can be read.")
OWN_TEMPLATE_UNUSED = LOOK.declare(
    "own-template-unused", "A template in theme/ has the name of the one it stands in for.", severity=WARNING
)


def check_look(root: Path) -> Iterator[Finding]:
    """Colours, stylesheet and templates of a council's own."""
    own = own_theme(root)
    style = _read(own / "council.css") if own and (own / "council.css").is_file() else ""
    try:
        settings = read_settings(root / "mkdocs.yml")
    except BuildFailed:
        return  # said already, at its line
    sheets = sorted((THEME / "assets" / "stylesheets").glob("*.css"))
    yield from check_colours(settings, "\n".join(map(_read, sheets)), style)
    if style:
        yield from _check_style(style)
    if own:
        yield from _check_templates(own)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig", errors="replace")


def _check_style(style: str) -> Iterator[Finding]:
    for found in re.finditer(
        r"url\(|@import|</", re.sub(r"/\*.*?\*/", lambda note: " " * len(note[0]), style, flags=re.DOTALL)
    ):
        before = style[: found.start()]
        at = (before.count("\n") + 1, len(before) - before.rfind("\n"))
        fix = "draw it with colours, borders and gradients, or change a template."
        yield OWN_STYLE.finding(COUNCIL_CSS, f"council.css has {found[0]}, which asks for another file", fix, at)
    for rule in tinycss2.parse_stylesheet(style, skip_comments=True, skip_whitespace=True):
        if rule.type == "error":
            fix = "compare the brackets and semicolons near it with those of another rule."
            message = "the stylesheet cannot be understood here"
            yield OWN_STYLE.finding(COUNCIL_CSS, message, fix, (rule.source_line, rule.source_column))


def _check_templates(own: Path) -> Iterator[Finding]:
    from jinja2 import Environment, TemplateSyntaxError  # takes 30 ms to load, and most councils have no template

    files = sorted(own.rglob("*.html"))
    texts = {path.relative_to(own).as_posix(): _read(path) for path in files}
    for name, text in texts.items():
        try:
            Environment(autoescape=True).parse(text)
        except TemplateSyntaxError as fault:
            fix = "compare the line with the generator's own template of that name."
            message = f"the template cannot be understood here: {fault.message}"
            yield OWN_TEMPLATE.finding(f"theme/{name}", message.rstrip("."), fix, (fault.lineno, 1))
        is_named = any(name in other for place, other in texts.items() if place != name)
        if not (THEME / name).is_file() and not is_named:
            fix = "give it the name and place of a template of the generator, or take it out."
            yield OWN_TEMPLATE_UNUSED.finding(f"theme/{name}", "no page uses this template", fix)
