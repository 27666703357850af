"""Imports point down only, nothing goes in a circle, nothing grows too long: the map of HACKING.md, enforced."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

from tests import package_source
from tests.package_source import nodes_of
from tests.table import each_of

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "localoffer"

#: The rooms of the package from top to bottom. A room may import only from rows below its own. HACKING.md's map is
#: written from this list and from the first line of each room.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("cli",),
    ("editing",),
    ("schools",),
    ("importing",),
    ("audit", "reports"),
    ("browser",),
    ("site",),
    ("outputs",),
    ("check",),
    ("easyread",),
    ("facts",),
    ("exchange",),
    ("catalogue",),
    ("alttext", "reading"),
    ("records",),
    ("prose",),
    ("wording",),
    ("model",),
    ("yamlfile",),
    ("picturefile",),
    ("cache", "rulebook"),
    ("kinds", "overlay"),
    ("addresses", "findings", "letters", "system", "webaddress"),
)
LEVEL = {room: level for level, row in enumerate(reversed(LAYERS)) for room in row}

MOST_LINES, MOST_LINES_OF_A_FUNCTION = 300, 60
#: Modules that are still too long. A line goes when its module is split; none is added.
TOO_LONG: frozenset[str] = frozenset()


def modules() -> list[Path]:
    return [path for path in package_source.modules() if path != PACKAGE / "__init__.py"]


def rooms() -> set[str]:
    return {path.relative_to(PACKAGE).with_suffix("").parts[0] for path in modules()}


def own_name(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


@cache
def known_modules() -> frozenset[str]:
    return frozenset(dotted_name(each) for each in modules())


def dotted_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def imported_modules(path: Path) -> frozenset[str]:
    """Modules of the package that `path` imports, however and wherever it writes it: for type checkers only, too."""
    known = known_modules()
    found: set[str] = set()
    for node in nodes_of(path):
        if isinstance(node, ast.ImportFrom):
            folder = dotted_name(path.parent / "__init__.py").split(".")
            base = ".".join([*folder[: len(folder) - node.level + 1], node.module or ""]) if node.level else node.module
            names = [f"{base}.{alias.name}".replace("..", ".") for alias in node.names]
            found |= {name if name in known else name.rpartition(".")[0] for name in names}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return frozenset(name for name in found if name in known)


def test_every_room_has_its_place_in_the_list() -> None:
    assert sorted(LEVEL) == sorted(rooms())


def test_imports_point_down() -> None:
    each_of(modules(), imports_point_down)


def imports_point_down(path: Path) -> None:
    own = own_name(path)
    wrong = {
        name for name in imported_modules(path) if (room := name.split(".")[1]) != own and LEVEL[room] >= LEVEL[own]
    }
    assert not wrong, f"{own} must not import {sorted(wrong)}"


def test_no_module_leans_on_one_that_leans_on_it() -> None:
    leans_on = {dotted_name(path): imported_modules(path) - {dotted_name(path)} for path in modules()}
    while free := {name for name, others in leans_on.items() if not others & leans_on.keys()}:
        leans_on = {name: others for name, others in leans_on.items() if name not in free}
    assert not leans_on, f"a circle is among {sorted(leans_on)}"


def test_modules_and_functions_are_short() -> None:
    each_of(modules(), is_short)


def is_short(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert (lines > MOST_LINES) == (path.relative_to(PACKAGE).as_posix() in TOO_LONG), f"it has {lines} lines"
    functions = [node for node in nodes_of(path) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = [node.name for node in functions if (node.end_lineno or 0) - node.lineno >= MOST_LINES_OF_A_FUNCTION]
    assert not long, f"long functions: {long}"


def test_only_the_command_line_prints_or_exits() -> None:
    for path in modules():
        if own_name(path) == "cli":
            continue
        calls = [node.func for node in nodes_of(path) if isinstance(node, ast.Call)]
        names = {ast.unparse(call) for call in calls if getattr(call, "id", getattr(call, "attr", "")) in ("print", "exit")}
        assert not names & {"print", "sys.exit", "exit"}, f"{path.name} prints or exits"


#: Folders of tests that are of no one room → why.
BESIDE = {
    "a11y": "known issues of the sample, which the audit reads",
    "browser": "the whole site, as people use it in a real browser",
    "cases": "golden files",
    "council": "the tiny council",
    "national": "the text that comes with the package",
    "package": "the package as councils install it",
    "search": "questions of families, asked of the scripts and the index together",
    "theme": "the theme's scripts and stylesheets",
    "workflows": "what is run on GitHub",
}


def test_tests_stand_where_what_they_test_stands() -> None:
    folders = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir() and not path.name.startswith("__")}
    assert folders - rooms() - set(BESIDE) == set()
