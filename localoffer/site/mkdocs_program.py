"""What runs inside MkDocs' process: MkDocs' own command line, again and again, so that its libraries are read once.

In: a line of JSON for each build on the standard input: the file of settings, and the pages with the folders that each is read from
and written to. Out: what MkDocs says, and `END` with its exit code. Six things are quicker than in MkDocs: it looks for pages in no
folder, but takes those it is given; it does not look through the theme for files to copy, among them 14,000 icons; a page without
Markdown, as most of ours are, needs no reader of Markdown; front matter written as JSON, as all of ours is, is read as JSON, which
gives the same in a tenth of the time (anything else is read by MkDocs' YAML reader); a template that is as it was is not read
again; and a template that asks for a name of front matter gets it at once, where Jinja2 asks for an attribute first.

This file runs by itself (`python -c`): it imports nothing of localoffer.
"""

from __future__ import annotations

import importlib
import json
import sys
import traceback
from contextlib import suppress
from typing import Any, NoReturn

from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache

END = "\x1eMkDocs has ended with"
_READ_BEFORE = ("mkdocs.commands.build", "markdown", "jinja2", "pymdownx.superfences", "material.extensions.emoji")
_NO_TEXT = frozenset({"yes", "no", "on", "off", "true", "false", "null"})
"""Names that YAML takes for something else."""
_OF_EVERY_DICT = frozenset(dir(dict))


class FrontMatter:
    """Stands where MkDocs names its YAML reader; `yaml.load` asks it for these."""

    def __init__(self, text: str) -> None:
        self.text = text

    def get_single_data(self) -> Any:
        """What YAML would make of the text."""
        try:
            return read_json_lines(self.text)
        except ValueError:
            import yaml

            return yaml.load(self.text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe

    def dispose(self) -> None:
        """Nothing is open."""


def read_json_lines(text: str) -> dict[str, Any]:
    """`name: JSON` on each line; ValueError where anything is not, or where YAML could read it otherwise."""
    found = {}
    for line in text.removesuffix("\n").split("\n"):
        name, _colon, value = line.partition(": ")
        if not name.isidentifier() or name.lower() in _NO_TEXT:
            raise ValueError(name)
        found[name] = _JSON.decode(value)
    return found


def _refuse(number: str) -> NoReturn:
    raise ValueError(number)


_JSON = json.JSONDecoder(parse_float=_refuse, parse_constant=_refuse)


class Compiled(BytecodeCache):
    """Templates as Jinja2 has compiled them, as long as this program runs; Jinja2 itself compares each with its text."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what is kept, if anything."""
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it."""
        self.kept[bucket.key] = bucket.bytecode_to_string()


def main() -> None:
    """Until the input ends."""
    for name in _READ_BEFORE:
        with suppress(ImportError):
            importlib.import_module(name)
    with suppress(ImportError):  # without MkDocs, its own words say so below
        _keep_templates()
        _read_markdown_where_it_is()
    for line in sys.stdin:
        code = _run(*json.loads(line))
        sys.stderr.flush()
        sys.stdout.write(f"\n{END} {code}\n")
        sys.stdout.flush()


class Quick(Environment):
    """Jinja2's environment, which looks for what a template names in a dict before it looks at the dict's attributes. It gives the same."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`obj.attribute` of a template."""
        if type(obj) is dict and attribute not in _OF_EVERY_DICT:
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)


def _keep_templates() -> None:
    """MkDocs makes a new environment of templates for each of its builds: all of them share what was compiled."""
    from mkdocs.theme import Theme

    make, compiled = Theme.get_env, Compiled()

    def get_env(theme: Theme) -> Environment:
        made = make(theme)
        made.__class__, made.cache, made.bytecode_cache = Quick, {}, compiled  # a dict, as Jinja2's cache_size=-1
        return made

    Theme.get_env = get_env  # type: ignore[assignment, method-assign]


def _read_markdown_where_it_is() -> None:
    """MkDocs makes a reader of Markdown, with all its extensions, for each page."""
    from mkdocs.structure.pages import Page
    from mkdocs.structure.toc import get_toc

    read = Page.render

    def render(page: Page, config: Any, files: Any) -> None:
        if page.markdown and page.markdown.strip():
            read(page, config, files)
        else:
            page.content, page.toc, page.present_anchor_ids = "", get_toc([]), set()

    Page.render = render  # type: ignore[assignment, method-assign]


def _run(settings: str, pages: list[list[str]]) -> int:
    try:
        from mkdocs.__main__ import cli
        from mkdocs.commands import build
        from mkdocs.structure.files import Files
        from mkdocs.utils import meta

        meta.SafeLoader = FrontMatter  # type: ignore[attr-defined, assignment]
        Files.add_files_from_theme = lambda *_: None  # type: ignore[method-assign]
        build.get_files = lambda config: _files(pages, config)  # type: ignore[attr-defined]
        cli.main(["build", "--strict", "--config-file", settings], "mkdocs")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1 if end.code else 0
    except BaseException:  # whatever it is, the build says it in words
        traceback.print_exc()
    return 1


def _files(pages: list[list[str]], config: Any) -> Any:
    from mkdocs.structure.files import File, Files, set_exclusions

    files = [File(page, read_from, written_to, config.use_directory_urls) for page, read_from, written_to in pages]
    set_exclusions(files, config)
    return Files(files)


if __name__ == "__main__":
    main()
