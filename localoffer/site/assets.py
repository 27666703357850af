"""Publish the theme's scripts, styles and pictures under names that carry a hash of their content.

In: theme/. Out: published name → content, minified CSS, joined scripts, with every reference between them rewritten, and the map of
old name → new.
A browser may then keep each file for ever: when the content changes, so does the name.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from localoffer.cache.digests import digest_of
from localoffer.check.colours import tokens_of
from localoffer.picturefile import clean_picture, look_at
from localoffer.site.scripts import join_scripts
from localoffer.site.sheets import minify
from localoffer.system.failures import BuildFailed

_NOT_PUBLISHED = {".html", ".j2", ".md", ".yml", ".yaml", ".py", ".map", ".license"}
_CSS_REFERENCE = re.compile(r"""url\(\s*(['"]?)([^'")]+)\1\s*\)""")
_JS_REFERENCE = re.compile(r"""((?:\bfrom|\bimport)\s*\(?\s*|new URL\(\s*)(['"])(\.{1,2}/[^'"]+)\2""")
_COLOURS_OF = re.compile(r"/\* @(light|dark) (\S+) \*/")
_TOKEN = re.compile(r"--lo-[\w-]+")
_IMPORT = re.compile(r"""@import\s+(?:url\()?\s*['"]([^'"]+)['"]\s*\)?\s*;""")


@dataclass(frozen=True)
class Assets:
    """`files`: published path → content. `names`: path in theme/ → published path. `sheets`: path → whole CSS."""

    files: Mapping[str, bytes]
    names: Mapping[str, str]
    sheets: Mapping[str, str]


def read_assets(theme: Path) -> Assets:
    """Everything in theme/ that browsers may ask for."""
    originals = {
        path.relative_to(theme).as_posix(): path.read_bytes()
        for path in sorted(theme.rglob("*"))
        if path.is_file()
        and path.suffix not in _NOT_PUBLISHED
        and not any(part.startswith((".", "_")) for part in path.relative_to(theme).parts)
    }
    scripts = join_scripts({path: originals.pop(path).decode("utf-8") for path in list(originals) if _is_script(path)})
    originals |= {path: _led(path, text, scripts.within).encode("utf-8") for path, text in scripts.texts.items()}
    originals |= {path: _with_colours(path, originals) for path in originals if path.endswith(".css")}
    sheets = {path: _whole_sheet(path, originals) for path in originals if path.endswith(".css")}
    names = {path: _hashed(path, originals) for path in originals}
    files = {names[path]: _rewritten(path, content, names) for path, content in originals.items()}
    names |= {path: names[whole] for path, whole in scripts.within.items()}
    return Assets(files, names, sheets)


def _is_script(path: str) -> bool:
    return path.startswith("assets/") and path.endswith((".js", ".mjs"))


def _led(path: str, text: str, within: Mapping[str, str]) -> str:
    """A script whose imports lead to the files that hold what they name."""

    def led(match: re.Match[str]) -> str:
        whole = within.get(_beside(path, match[3]))
        return match[0] if whole is None else f"{match[1]}{match[2]}{_relative(whole, path)}{match[2]}"

    return _JS_REFERENCE.sub(led, text)


def _relative(target: str, path: str) -> str:
    relative = posixpath.relpath(target, posixpath.dirname(path))
    return relative if relative.startswith(".") or path.endswith(".css") else f"./{relative}"


def _with_colours(path: str, originals: Mapping[str, bytes]) -> bytes:
    """A stylesheet in which `/* @dark base.css */` stands for the dark colours of another one, so that they are said once;
    `/* @light base.css */` stands for its light ones and its sizes, as far as this one uses them."""
    text = originals[path].decode("utf-8")
    used = set(_TOKEN.findall(text))

    def tokens(match: re.Match[str]) -> str:
        light, dark = tokens_of(originals.get(_beside(path, match[2]), b"").decode("utf-8"))
        stands_alone = f"@light {match[2]}" in text
        found = (
            light if match[1] == "light" else {name: value for name, value in dark.items() if light.get(name) != value}
        )
        return " ".join(f"{name}: {value};" for name, value in found.items() if not stands_alone or name in used)

    return _COLOURS_OF.sub(tokens, text).encode("utf-8")


def _whole_sheet(path: str, originals: Mapping[str, bytes], above: tuple[str, ...] = ()) -> str:
    """A stylesheet with what it imports put in its place."""

    def bring_in(match: re.Match[str]) -> str:
        target = _beside(path, match[1])
        if target in above or target not in originals:
            raise BuildFailed(
                f"theme/{path} imports {match[1]}, which is not there.", "put the file there, or take the line out."
            )
        return _whole_sheet(target, originals, (*above, path))

    return _IMPORT.sub(bring_in, originals[path].decode("utf-8").replace("\r\n", "\n"))


def references_in(path: str, content: bytes) -> list[str]:
    """Paths of other assets that a stylesheet or script names."""
    if path.endswith(".css"):
        found = [match[2] for match in _CSS_REFERENCE.finditer(content.decode("utf-8"))]
    elif path.endswith((".js", ".mjs")):
        found = [match[3] for match in _JS_REFERENCE.finditer(content.decode("utf-8"))]
    else:
        found = []
    return [_beside(path, reference) for reference in found if not reference.startswith(("data:", "#", "http"))]


def _beside(path: str, reference: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), reference.split("?")[0].split("#")[0]))


def _hashed(path: str, originals: Mapping[str, bytes]) -> str:
    """The name with a hash over the file and all it leads to (so that circles of imports are no trouble)."""
    if not path.startswith("assets/"):
        return path
    reached, waiting = {path}, [path]
    while waiting:
        here = waiting.pop()
        fresh = [other for other in references_in(here, originals[here]) if other in originals and other not in reached]
        reached.update(fresh)
        waiting += fresh
    stem, ending = posixpath.splitext(path)
    return f"{stem}.{digest_of(*(originals[name] for name in sorted(reached)))[:8]}{ending}"


def _rewritten(path: str, content: bytes, names: Mapping[str, str]) -> bytes:
    def renamed(reference: str) -> str:
        target = names.get(_beside(path, reference))
        if target is None:
            return reference
        return _relative(target, path)

    if path.endswith(".css"):
        text = minify(_CSS_REFERENCE.sub(lambda match: f"url({renamed(match[2])})", content.decode("utf-8")))
    elif path.endswith((".js", ".mjs")):
        text = _JS_REFERENCE.sub(
            lambda match: f"{match[1]}{match[2]}{renamed(match[3])}{match[2]}", content.decode("utf-8")
        )
    elif path.endswith(".svg"):
        return _clean_svg(path, content)
    else:
        return content
    return text.encode("utf-8")


def _clean_svg(path: str, content: bytes) -> bytes:
    """A drawing of the theme passes the same cleaner as everybody's; one with a fault stops the build."""
    looked = look_at(content, path)
    if looked.fault:
        raise BuildFailed(f"theme/{path} {looked.fault.message}.", looked.fault.fix)
    return clean_picture(content, path)
