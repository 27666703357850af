"""The parts of README.md and HACKING.md that are written from the code: the map, the commands, the reports.

In: a document with pairs of marks, `<!-- NAME: written by make golden -->` and `<!-- end -->`. Out: the document with what
stands between them as the code says it.
"""

from __future__ import annotations

import ast
import re

from localoffer import cli as _cli  # noqa: F401 - fills the list of commands
from localoffer.cli.command import COMMANDS, Command, Flag
from localoffer.reports import REPORTS
from tests.test_layers import LAYERS, PACKAGE

MARKED = re.compile(r"(?P<begin><!-- (?P<name>[a-z-]+): written by make golden -->\n).*?(?=<!-- end -->)", re.DOTALL)


def with_derived_parts(text: str) -> str:
    """The document as it should be."""
    return MARKED.sub(lambda mark: mark["begin"] + PARTS[mark["name"]]() + "\n", text)


def job_of(room: str) -> str:
    """The first line of a room's or module's docstring: its job."""
    path = PACKAGE / room / "__init__.py" if (PACKAGE / room).is_dir() else PACKAGE / f"{room}.py"
    sentence = (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split("\n\n")[0]
    return " ".join(sentence.split()).rstrip(".")


def the_map() -> str:
    """Every room, from top to bottom."""
    rows = [f"| `{room}` | {job_of(room)} |" for row in LAYERS for room in sorted(row)]
    return "\n".join(["| room | job |", "|---|---|", *rows])


def the_commands() -> str:
    """What each command does."""
    rows = [f"| `python build.py {_usage(command)}` | {command.purpose} |" for command in COMMANDS.values()]
    return "\n".join(["| command | does |", "|---|---|", *rows])


def the_flags() -> str:
    """What each command may be told; what a flag means is said where it first stands."""
    rows, said = [], set[str]()
    for command in COMMANDS.values():
        flags = []
        for flag in command.flags:
            means = "" if _shown(flag) in said else f": {flag.options['help']}"
            said.add(_shown(flag))
            flags.append(f"`{_shown(flag)}`{means}")
        rows.append(f"| `{command.name}` | {'; '.join(flags) or 'none'} |")
    return "\n".join(["| command | flags |", "|---|---|", *rows])


def the_reports() -> str:
    """What each report says."""
    return "\n".join(["| report | says |", "|---|---|", *(f"| `{report.id}` | {report.says} |" for report in REPORTS)])


def _usage(command: Command) -> str:
    needed = [flag for flag in command.flags if not flag.names[0].startswith("-") or flag.options.get("required")]
    return " ".join(
        [command.name, *(f"[{_shown(flag)}]" if flag.options.get("nargs") == "*" else _shown(flag) for flag in needed)]
    )


def _shown(flag: Flag) -> str:
    value = flag.options.get("metavar") or ",".join(flag.options.get("choices", ()))
    many = " …" if flag.options.get("nargs") in ("*", "+") else ""
    name = flag.names[0] if flag.names[0].startswith("-") else ""
    return f"{name} {value}{many}".strip()


PARTS = {"map": the_map, "commands": the_commands, "flags": the_flags, "reports": the_reports}
