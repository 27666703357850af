"""Plain values → a whole YAML file as a careful person would write it.

In: fields in their order: texts, numbers, yes and no, days, lists and groups. Out: text that `parse_yaml` reads as `as_read` of
the same fields. Short lists and groups stand on one line, words of several lines stand below each other, and quotation marks
are only where YAML needs them. Nothing is written for what is empty.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import Any

import yaml

from localoffer.yamlfile.writing import LOADER, as_yaml

ONE_LINE, SHORT = 76, 40
"""Letters of a list or group in brackets, and of each text in it: longer ones stand below each other."""
STEP = "  "


def as_read(value: Any) -> Any:
    """A value as a file gives it back: texts, lists and groups, without what is empty; None where nothing is left."""
    if isinstance(value, Mapping):
        fields = {str(key): held for key, inner in value.items() if (held := as_read(inner)) is not None}
        return fields or None
    if isinstance(value, list | tuple):
        return [held for inner in value if (held := as_read(inner)) is not None] or None
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = "" if value is None else str(value)
    return text.rstrip("\n") if text.strip() else None


def yaml_text(
    fields: Mapping[str, Any],
    notes: Mapping[str, str] | None = None,
    beginning: str = "",
    blocks: Container[str] = (),
) -> str:
    """The text of a file. `notes`: what an editor should know, above the field of that name; `beginning`: the same, at the
    top of the file. Both without their #. `blocks`: fields that people write paragraphs in."""
    lines = [f"# {line}" for line in beginning.splitlines()]
    for name, value in (as_read(fields) or {}).items():
        lines += [f"# {line}" for line in (notes or {}).get(name, "").splitlines()]
        is_prose = name in blocks and isinstance(value, str) and len(value) > SHORT
        lines.append(
            f"{as_yaml(name)}: {_words(value, '', in_block=True)}" if is_prose else field_text(name, value, "")
        )
    return "\n".join(lines) + "\n"


def field_text(name: str, value: Any, indent: str) -> str:
    """`name: value`, with all of its lines but no line end behind them; `indent` stands before each."""
    return f"{indent}{as_yaml(name)}:{value_text(value, indent)}"


def value_text(value: Any, indent: str) -> str:
    """What stands behind `name:`, its space or line end included."""
    if isinstance(value, str):
        return " " + _words(value, indent)
    short = in_brackets(value)
    if short is not None and len(short) <= ONE_LINE:
        return " " + short
    inner = indent + STEP
    if isinstance(value, Mapping):
        return "".join("\n" + field_text(name, held, inner) for name, held in value.items())
    return "".join("\n" + member_text(held, inner) for held in value)


def member_text(value: Any, indent: str) -> str:
    """`- value`: a member of a list that stands below each other."""
    if isinstance(value, str):
        return f"{indent}- {_words(value, indent)}"
    short = in_brackets(value)
    if short is not None and len(short) <= ONE_LINE:
        return f"{indent}- {short}"
    if isinstance(value, Mapping):
        inner = indent + STEP
        return f"{indent}- " + "\n".join(field_text(name, held, inner) for name, held in value.items())[len(inner) :]
    return f"{indent}-" + value_text(value, indent)


def in_brackets(value: Any, longest: int = SHORT) -> str | None:
    """A list or a group on one line; None where a text in it is too long to be read there,
    or one more group may come to be written below."""
    if isinstance(value, str):
        return as_yaml(value, in_brackets=True) if len(value) <= longest and "\n" not in value else None
    if longest == SHORT and _holds_groups(value):
        return None
    members = list(value.items()) if isinstance(value, Mapping) else [("", held) for held in value]
    written = [(name, in_brackets(held, longest)) for name, held in members]
    if any(held is None for _name, held in written):
        return None
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{as_yaml(name, in_brackets=True)}: {held}" for name, held in written) + "}"
    return "[" + ", ".join(str(held) for _name, held in written) + "]"


def _holds_groups(value: Any) -> bool:
    """A list of groups stands below each other, so that one more can be written below."""
    return isinstance(value, list) and any(not isinstance(held, str) for held in value)


def _words(text: str, indent: str, in_block: bool = False) -> str:
    """A text: below each other where it has several lines, else on the line."""
    if "\n" not in text and not in_block:
        return as_yaml(text)
    block = "|\n" + "\n".join(f"{indent}{STEP}{line}" if line else "" for line in text.split("\n"))
    return block if _is_read(block, text) else as_yaml(text)


def _is_read(block: str, text: str) -> bool:
    """True when YAML gives exactly these words back, each line with its own spaces."""
    if "\t" in text:
        return False
    try:
        events: Sequence[Any] = list(yaml.parse(f"x: {block}\ny: z\n", Loader=LOADER))
    except (yaml.YAMLError, ValueError):
        return False
    values = [event.value for event in events if isinstance(event, yaml.ScalarEvent)]
    return values == ["x", text + "\n", "y", "z"]
