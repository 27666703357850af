"""Pages that their template alone lays out, without MkDocs: fragments for other websites, of which there are thousands.

In: staged pages with nothing below their front matter. Out: their HTML, as MkDocs would leave it for the finishing. What their
templates read has the names it has in MkDocs, so that MkDocs and Zensical can lay them out too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, TemplateError

from localoffer.kinds import kind_of
from localoffer.site.mkdocs_program import Compiled, read_json_lines
from localoffer.system.failures import BuildFailed

_COMPILED = Compiled()


def is_light(page: str, kinds: Mapping[str, str]) -> bool:
    """True for a staged file of such a page."""
    return kind_of(kinds.get(page, "")).is_light


def render_light(
    pages: Sequence[str], docs: Path, theme: Path, site_url: str, frame: Mapping[str, object]
) -> Iterator[tuple[str, str]]:
    """Each page with its HTML. `frame`: what templates read of every page."""
    templates = templates_of(theme)
    for page in pages:
        yield page, light_html((docs / page).read_text(encoding="utf-8"), templates, site_url, frame)


def light_html(text: str, templates: Environment, site_url: str, frame: Mapping[str, object]) -> str:
    """The HTML of one staged page."""
    meta = read_meta(text)
    try:
        template = templates.get_template(meta["template"])
        return template.render(page={"meta": meta}, config={"site_url": site_url}, extra=frame)
    except TemplateError as fault:
        where = getattr(fault, "filename", None) or meta["template"]
        raise BuildFailed(
            f"The template {Path(where).name} cannot be used: {fault}.", "undo the last change to theme/."
        ) from fault


def read_meta(text: str) -> dict[str, Any]:
    """The front matter of a staged page."""
    return read_json_lines(text.split("---\n", 2)[1])


def templates_of(theme: Path) -> Environment:
    """The templates of a theme, which escape every value."""
    made = Environment(loader=FileSystemLoader(theme), autoescape=True, auto_reload=False, bytecode_cache=_COMPILED)
    made.filters["url"] = lambda href: f"/{href}"
    return made
