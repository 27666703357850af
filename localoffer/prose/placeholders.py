"""Names of local facts in a text → the facts: `{place}`, `{role:sendiass}`, `{if role:sendiass}…{end}`.

`{if no role:sendiass}…{end}` stands where nobody has the role; `{if role:a, role:b}` where one of the two has somebody.

In: a text as it is written, and what each name stands for. Out: the text as readers get it, which knows where each of its
signs was written, and what is wrong with the names. This is one substitution and no language: a value is never looked at
again, so nothing that stands in a fact can become a name, a condition or, where it was escaped, markup.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field

_ONE = r"[a-z]+(?::[a-z0-9-]+)?(?:\.[a-z_]+)?"
NAME = re.compile(_ONE)
_TOKEN = re.compile(
    rf"\[(?P<words>[^\[\]\n{{}}]+)\]\(\{{(?P<link>{_ONE})\}}\)"
    rf"|\{{(?:(?P<end>end)|if (?P<no>no )?(?P<when>{_ONE}(?:, {_ONE})*)|(?P<name>{_ONE}))\}}"
)
_ALONE = re.compile(r"[ \t]*(?:\n|\Z)")

ValueOf = Callable[[str], "str | None"]
"""What a name stands for; None where it has a meaning but no value here. Raises KeyError for what is no name."""


@dataclass(frozen=True)
class Wrong:
    """What is wrong with a name or a condition, and its offset in the text as written."""

    name: str
    offset: int
    is_open: bool = False


@dataclass
class Filled:
    """A text with its facts. `used`: every name in it, asked for or only looked at by a condition."""

    source: str
    text: str = ""
    used: dict[str, int] = field(default_factory=dict)
    wrong: list[Wrong] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _origins: list[tuple[int, bool]] = field(default_factory=list)

    def origin(self, offset: int) -> int:
        """Where a sign of the text was written; for a sign of a fact, where its name stands."""
        place = bisect_right(self._starts, offset) - 1
        if place < 0:
            return offset
        start, is_as_written = self._origins[place]
        return start + (offset - self._starts[place] if is_as_written else 0)

    def written_at(self, line: int, column: int) -> tuple[int, int]:
        """Line and column of the text, from 1 → line and column of the source."""
        start = 0
        for _ in range(line - 1):
            start = self.text.find("\n", start) + 1
        offset = min(self.origin(start + column - 1), len(self.source))
        first = self.source.rfind("\n", 0, offset) + 1
        return self.source.count("\n", 0, offset) + 1, offset - first + 1

    @property
    def pieces(self) -> list[tuple[int, int, int]]:
        """Of each piece: where it begins in the text and in the source, and where it ends in the source as written; a
        piece that stands for a name ends where it begins."""
        ends = [*self._starts[1:], len(self.text)]
        return [
            (begin, origin, origin + (end - begin if as_written else 0))
            for begin, end, (origin, as_written) in zip(self._starts, ends, self._origins, strict=True)
        ]

    def add(self, piece: str, origin: int, *, as_written: bool) -> None:
        """The next piece of the text, and where it comes from."""
        if piece:
            self._starts.append(len(self.text))
            self._origins.append((origin, as_written))
            self.text += piece


def has_names(text: str) -> bool:
    """True where a text names a local fact."""
    return "{" in text and _TOKEN.search(text) is not None


def fill(text: str, value_of: ValueOf, is_there: ValueOf) -> Filled:
    """The text with its facts. `is_there`: what a condition asks. A link to a name without a value leaves its words. A
    condition that does not hold takes what stands before its {end} away, and the line with it where
    nothing else stands there."""
    filled, shown, place = Filled(text), [(True, 0)], 0
    for token in _TOKEN.finditer(text):
        start, end = token.span()
        if shown[-1][0]:
            filled.add(text[place:start], place, as_written=True)
        place = end
        if token["when"]:
            shown.append((_holds(token, is_there, filled) and shown[-1][0], start))
            place = _after_marker(text, token, filled)
        elif token["end"] and len(shown) > 1:
            was_shown, _ = shown.pop()
            place = _after_marker(text, token, filled, is_alone=not was_shown)
        elif token["end"]:
            filled.wrong.append(Wrong("end", start, is_open=True))
        elif shown[-1][0]:
            _add_value(token, value_of, filled)
        else:
            _look_up(token["name"] or token["link"], start, value_of, filled)
    filled.add(text[place:] if shown[-1][0] else "", place, as_written=True)
    filled.wrong += [Wrong("if", start, is_open=True) for _, start in shown[1:]]
    return filled


def _holds(token: re.Match[str], value_of: ValueOf, filled: Filled) -> bool:
    """True where one of the names of a condition has a value; with `no`, where none has."""
    found = [_look_up(name, token.start(), value_of, filled) for name in token["when"].split(", ")]
    return any(found) != bool(token["no"])


def _look_up(name: str, offset: int, value_of: ValueOf, filled: Filled) -> str | None:
    filled.used.setdefault(name, offset)
    try:
        return value_of(name)
    except KeyError:
        filled.wrong.append(Wrong(name, offset))
        return None


def _add_value(token: re.Match[str], value_of: ValueOf, filled: Filled) -> None:
    start = token.start()
    if token["link"]:
        target = _look_up(token["link"], start, value_of, filled)
        filled.add(f"[{token['words']}]({target})" if target else token["words"], start, as_written=False)
        return
    before = len(filled.wrong)
    value = _look_up(token["name"], start, value_of, filled)
    unknown = len(filled.wrong) > before
    filled.add(token[0] if unknown else value or "", start, as_written=False)


def _after_marker(text: str, token: re.Match[str], filled: Filled, is_alone: bool | None = None) -> int:
    """Where the text goes on: on the next line, where a marker, or all that it took away, has its line for itself."""
    rest = _ALONE.match(text, token.end())
    line = text.rfind("\n", 0, token.start()) + 1
    stands_alone = (
        not text[line : token.start()].strip() if not is_alone else not filled.text.rpartition("\n")[2].strip()
    )
    return rest.end() if rest and stands_alone else token.end()
