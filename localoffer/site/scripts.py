"""Put a script and what it imports into one file, without comments: one request on a slow line instead of ten.

In: the theme's scripts. Out: the scripts that are published, and which of them holds which of the others. A script asks for it by its
first line, `// @whole`; with it go the scripts of its own folder that it imports. Each keeps its own names, as in a module. What is
imported at first use (`import('./x.js')`) stays a file of its own, and asks the whole one for what it shares with it.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from localoffer.system.failures import BuildFailed

MARK = "// @whole"
_IMPORT = re.compile(r"^import (?:\{([^}]*)\} from )?(['\"])(\.{1,2}/[^'\"]+)\2;[ \t]*\n", re.M)
_AT_USE = re.compile(r"""\bimport\(['"](\.{1,2}/[^'"]+)""")
_OTHER_IMPORT = re.compile(r"^import\b(?!\()", re.M)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:const|class|function\*?) (\w+))", re.M)
_OTHER_EXPORT = re.compile(r"^export\b", re.M)
_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*.*?\*/[ \t]*)\n", re.M | re.S)
_INDENT = re.compile(r"^[ \t]+|\n(?=\n)", re.M)
_TEXT = re.compile(
    r"""('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`|(?<=[(,=:?&|!;\[{])[ ]?/(?:[^/\\\[]|\\.|\[(?:[^\]\\]|\\.)*\])+/[a-z]*)"""
)
"""What is text in a line: it stays as it is. A slash after one of these signs begins a pattern."""
_AROUND = re.compile(r" ?(=>|[!=<>]==?|&&|\|\||\?\?=?|\?\.|[{}(),;:?=<>|&]) ?")


@dataclass(frozen=True)
class Scripts:
    """`texts`: path → what is published. `within`: path of a script → the whole one that holds it."""

    texts: Mapping[str, str]
    within: Mapping[str, str]


def join_scripts(scripts: Mapping[str, str]) -> Scripts:
    """Every script, those that are whole with what they import; where two would hold the same, the smaller of them does."""
    marked = [path for path, text in scripts.items() if text.startswith(MARK)]
    scripts = {path: squeezed(text) for path, text in scripts.items()}
    wholes = {path: list(_reached(path, scripts)) for path in marked}
    within: dict[str, str] = {}
    for whole in sorted(wholes, key=lambda path: (len(wholes[path]), path)):
        within |= {path: whole for path in wholes[whole] if path not in wholes and path not in within}
    texts = {path: text for path, text in scripts.items() if path not in within}
    asked = set(_names_asked(scripts, within))
    for whole, reached in wholes.items():
        parts = [path for path in reached if within.get(path) == whole]
        texts[whole] = _Whole(whole, within, asked).text([*parts, whole], scripts)
    return Scripts(texts, within)


def _names_asked(scripts: Mapping[str, str], within: Mapping[str, str]) -> Iterator[str]:
    """What whole scripts must export: what others import from them, at once or at first use, and what they export themselves."""
    wanted = set(within.values())
    for path, text in scripts.items():
        for found in _IMPORT.finditer(text):
            if within.get(_beside(path, found[3])) != within.get(path, path):
                yield from _names_in(found)
        wanted |= {_beside(path, found[1]) for found in _AT_USE.finditer(text)}
    for path in wanted & scripts.keys():
        yield from (found[1] for found in _EXPORT.finditer(scripts[path]))


def _names_in(found: re.Match[str]) -> set[str]:
    return {name.strip() for name in (found[1] or "").split(",")} - {""}


def _beside(path: str, reference: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), reference))


def _reached(path: str, scripts: Mapping[str, str], above: tuple[str, ...] = ()) -> Iterator[str]:
    """What a script imports from its own folder, each after what it needs itself."""
    seen: set[str] = set()
    for found in _IMPORT.finditer(scripts[path]):
        target = _beside(path, found[3])
        if target in (*above, path):
            raise BuildFailed(f"theme/{path} and theme/{target} import each other.", "take one of the imports out.")
        if found[3].startswith("./") and target in scripts:
            new = [other for other in (*_reached(target, scripts, (*above, path)), target) if other not in seen]
            seen.update(new)
            yield from new


@dataclass
class _Whole:
    """One file in the making. `outside`: what it imports from elsewhere; `names`: what it exports."""

    path: str
    within: Mapping[str, str]
    asked: set[str]
    outside: dict[str, set[str]] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)

    def text(self, parts: list[str], scripts: Mapping[str, str]) -> str:
        """The parts one after the other, below what they import from other files."""
        bodies = "".join([self._part(path, scripts[path]) for path in parts])
        imports = (
            f"import {'{ ' + ', '.join(sorted(names)) + ' } from ' if names else ''}'{reference}';\n"
            for reference, names in self.outside.items()
        )
        shared = [name for name in self.names if name in self.asked]
        exports = f"export {{ {', '.join(shared)} }};\n" if shared else ""
        return "".join(imports) + tight(bodies) + exports

    def _part(self, path: str, text: str) -> str:
        """A part as a function, so that its own names stay its own; what it exports are names of the whole file."""
        body = _IMPORT.sub(lambda found: self._import(path, found), text)
        exported = [found[1] for found in _EXPORT.finditer(body)]
        body = _EXPORT.sub("", body)
        twice = set(exported) & set(self.names)
        if _OTHER_IMPORT.search(body) or _OTHER_EXPORT.search(body) or twice:
            what = (
                f"exports {min(twice)}, which another script does too"
                if twice
                else "imports or exports in a way that cannot be joined"
            )
            raise BuildFailed(
                f"theme/{path} {what}.", f"write it as the others do, or take {MARK} out of theme/{self.path}."
            )
        self.names += exported
        given = ", ".join(exported)
        if not given:
            return f"{{\n{body}}}\n"
        return f"const {{ {given} }} = (() => {{\n{body}return {{ {given} }};\n}})();\n"

    def _import(self, path: str, found: re.Match[str]) -> str:
        target = _beside(path, found[3])
        names = _names_in(found)
        if any(" " in name for name in names):
            raise BuildFailed(f"theme/{path} imports under another name.", "import it under its own name.")
        if self.within.get(target) != self.path:
            self.outside.setdefault(found[3], set()).update(names)
        return ""


def squeezed(script: str) -> str:
    """The same script without lines that are comments, and without indentation; as it is where a text goes over lines."""
    bare = _COMMENT.sub("", script.replace("\r\n", "\n"))
    return script if any(line.count("`") % 2 for line in bare.split("\n")) else _INDENT.sub("", bare)


def tight(script: str) -> str:
    """A script without comments and indentation, and without spaces around signs; lines that could be read two ways stay."""
    if any(line.count("`") % 2 for line in script.split("\n")):
        return script
    return "\n".join(map(_tight_line, script.split("\n")))


def _tight_line(line: str) -> str:
    code, text = (parts := _TEXT.split(line))[::2], parts[1::2]
    if any(sign in part for part in code for sign in "'\"`") or any(
        part.count("${") > part.count("}") for part in text
    ):
        return line
    return "".join(part.strip() if place % 2 else _AROUND.sub(r"\1", part) for place, part in enumerate(parts))
