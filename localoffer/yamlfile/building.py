"""The events of one YAML text → its tree.

In: text. Out: a tree of `Words`, `Fields` and `Members`. It is built from PyYAML's stream of events, the same the composer reads, so
that depth, anchors, tags and a second document are refused before anything is built from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from localoffer.findings import Finding, Range
from localoffer.rulebook import Position, Rule
from localoffer.webaddress import sign_name
from localoffer.yamlfile import rules
from localoffer.yamlfile.complaints import COMPLAINTS, UNCLOSED, UNREADABLE
from localoffer.yamlfile.hidden import HIDDEN, without_hidden
from localoffer.yamlfile.slips import known_slip
from localoffer.yamlfile.tree import Fields, Key, Members, Tree, Words
from localoffer.yamlfile.writing import LOADER

MAX_DEPTH = 20
INNER_TAB = re.compile(r"(?<=[^ \t\n])[ \t]*\t[ \t]*")


class RefusedError(Exception):
    """Reading stops here; the finding says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def _events(text: str) -> Iterator[Any]:
    """What `yaml.parse` yields, without asking twice for each."""
    loader = LOADER(text)
    try:
        while (event := loader.get_event()) is not None:
            yield event
    finally:
        loader.dispose()


@dataclass
class Builder:
    """Builds the tree from events, without recursion."""

    text: str
    path: str
    first_line: int
    findings: list[Finding] = field(default_factory=list)

    def __post_init__(self) -> None:
        if "\t" in self.text:
            self.text = INNER_TAB.sub(lambda tab: " " * len(tab[0]), self.text)
        self.source = self.text.split("\n")
        self.has_notes = "#" in self.text
        self.stack: list[Fields | Members] = []
        self.pending: list[Key | None] = []
        self.tree: Tree | None = None
        self.quote: Any = None  # where a quotation mark is opened that swallows other fields

    def _swallows_fields(self, event: Any) -> bool:
        """A quotation mark was opened and only closed by another one further down."""
        inside = self.source[event.start_mark.line + 1 : event.end_mark.line + 1]
        return any(re.match(r"\s*(?:- )?\w+:(?:\s|$)", line) for line in inside)

    def _refuse(self, mark: Any, rule: Rule, message: str, fix: str) -> RefusedError:
        return RefusedError(rule.finding(self.path, message, fix, self._position(mark)))

    def _position(self, mark: Any) -> Position:
        return (mark.line + self.first_line, mark.column + 1) if mark else (self.first_line, 1)

    def check_tabs(self) -> None:
        """Refuse tabs at the start of a line: they look like spaces and are not. Others are spaces already."""
        for number, line in enumerate(self.source if "\t" in self.text else ()):
            if "\t" in line:
                at = (number + self.first_line, line.index("\t") + 1)
                fix = "use spaces instead of tabs."
                raise RefusedError(rules.TAB.finding(self.path, "there is a tab here", fix, at))

    def build(self) -> Tree | None:
        """The tree; None where the text holds nothing."""
        documents = 0
        for event in _events(self.text):
            if isinstance(event, yaml.NodeEvent):
                if event.anchor is not None or getattr(event, "tag", None) is not None:  # an alias has an anchor too
                    raise self._refused_node(event)
                if isinstance(event, yaml.ScalarEvent):
                    self._add_words(event)
                else:
                    self._add_group(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._end_group(event)
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                self._check_document(event, documents)
        return self.tree

    def _end_group(self, event: Any) -> None:
        """A group ends with its bracket, or with the last thing in it."""
        group = self.stack.pop()
        self.pending.pop()
        end = self._position(event.end_mark)
        if not group.in_brackets:
            last = list(group.values.values() if isinstance(group, Fields) else group.values)[-1:]
            end = (last[0].range.end_line, last[0].range.end_column) if last else (group.line, group.column)
        group.range = Range(group.line, group.column, *end)

    def _check_document(self, event: Any, documents: int) -> None:
        if documents > 1:
            message = rules.YAML_DOCUMENTS
            fix = "a second page of fields begins here (---)"
            raise self._refuse(event.start_mark, message, fix, "keep one listing in each file; take out the line ---.")
        if event.version or event.tags:
            fix = "lines that begin with % are not used here"
            raise self._refuse(event.start_mark, rules.YAML_TAG, fix, "take out the line.")

    def _refused_node(self, event: Any) -> RefusedError:
        if isinstance(event, yaml.AliasEvent):
            return self._refuse(
                event.start_mark,
                rules.YAML_ALIAS,
                f"*{event.anchor} points to another part of the file, which is not used here",
                "write the words themselves, or put quotation marks round a text that begins with *.",
            )
        if event.anchor is not None:
            return self._refuse(
                event.start_mark,
                rules.YAML_ALIAS,
                f"&{event.anchor} is a sign for computers, which is not used here",
                "take it out, or put quotation marks round a text that begins with &.",
            )
        return self._refuse(
            event.start_mark,
            rules.YAML_TAG,
            "a text here begins with !, a sign for computers",
            "take it out, or put quotation marks round the whole text.",
        )

    def _add_group(self, event: Any) -> None:
        line, column = self._position(event.start_mark)
        if len(self.stack) >= MAX_DEPTH:
            raise self._refuse(
                event.start_mark,
                rules.TOO_DEEP,
                f"there are more than {MAX_DEPTH} levels inside each other here",
                "take out brackets or spaces at the start of lines: no field needs so many.",
            )
        group: Fields | Members = (
            Fields(line, column, in_brackets=bool(event.flow_style))
            if isinstance(event, yaml.MappingStartEvent)
            else Members(line, column, in_brackets=bool(event.flow_style))
        )
        self._attach(group)
        self.stack.append(group)
        self.pending.append(None)

    def _add_words(self, event: Any) -> None:
        value, style, start, end = event.value, event.style, event.start_mark, event.end_mark
        line, column = start.line + self.first_line, start.column + 1
        if not value.isascii():
            value = without_hidden(value)
        if style == '"' and (hidden := HIDDEN.search(value)):
            message = f"there is {sign_name(hidden[0])} in this text"
            raise self._refuse(start, rules.HIDDEN_CHARACTER, message, "take out the \\ and what follows it.")
        group = self.stack[-1] if self.stack else None
        if isinstance(group, Fields) and self.pending[-1] is None:
            self.pending[-1] = Key(value, line, column, Range(line, column, end.line + self.first_line, end.column + 1))
            return
        in_brackets, lost = group is not None and group.in_brackets, self._lost_beside(event) if self.has_notes else ""
        if start.line == end.line and not (style and style in "|>"):
            whole, at = Range(line, column, line, end.column + 1), column + 1 if style else column
            self._attach(Words(value, line, column, not style, ((0, line, at),), whole, in_brackets, lost))
            return
        if style in ("'", '"') and self.quote is None and self._swallows_fields(event):
            self.quote = start
        starts = self._starts(event, line, column)
        whole = Range(line, column, *self._end_of(event))
        if starts and style in ("|", ">"):
            line, column = starts[0][1], starts[0][2]
        self._attach(Words(value, line, column, not style, starts, whole, in_brackets, lost))

    def _lost_beside(self, event: Any) -> str:
        """What YAML throws away on the line where a value ends: a space, # and all that follows."""
        if event.style in ("|", ">") or event.end_mark.line >= len(self.source):
            return ""
        line = self.source[event.end_mark.line]
        rest = line[event.end_mark.column :] if "#" in line else ""
        return rest if rest and re.match(r"\s+#\s*\S", rest) else ""

    def _end_of(self, event: Any) -> Position:
        """Just after the last sign of a value; a block of text ends with its last word, not with the line below it."""
        if event.style not in ("|", ">"):
            return self._position(event.end_mark)
        last = event.end_mark.line - (event.end_mark.column == 0)
        while last > event.start_mark.line and not self.source[last].strip():
            last -= 1
        return last + self.first_line, len(self.source[last].rstrip()) + 1

    def _starts(self, event: Any, line: int, column: int) -> tuple[tuple[int, int, int], ...]:
        """Where each line of a text stands in its file."""
        first, last = event.start_mark.line, event.end_mark.line
        shift = 1 if event.style in ("'", '"') else 0
        if first == last:
            return ((0, line, column + shift),)
        found: list[tuple[int, int, int]] = []
        cursor = 0
        for number in range(first, min(last + 1, len(self.source))):
            raw = self.source[number][event.start_mark.column + shift :] if number == first else self.source[number]
            words = raw.strip()
            if not words or (number == first and event.style in ("|", ">")):
                continue
            words = words.rstrip("\"'") if number == last else words
            at = event.value.find(words, cursor)
            if at >= 0 and words:
                indent = self.source[number].find(words)
                found.append((at, number + self.first_line, indent + 1))
                cursor = at + len(words)
        return tuple(found)

    def _attach(self, tree: Tree) -> None:
        if not self.stack:
            self.tree = tree
            return
        top = self.stack[-1]
        if isinstance(top, Members):
            top.values.append(tree)
            return
        key = self.pending[-1]
        self.pending[-1] = None
        if key is None:
            self.pending[-1] = Key("?", tree.line, tree.column)
            raise RefusedError(
                rules.YAML_BRACKETS.finding(
                    self.path,
                    "a list or a group stands where the name of a field should be",
                    "write the field's name, a colon and a space, then the list.",
                    (tree.line, tree.column),
                )
            )
        if key.name in top.values:
            first = top.keys[key.name].line
            self.findings.append(
                rules.DUPLICATE_FIELD.finding(
                    self.path,
                    f"{key.name} is here twice: it is on line {first} already",
                    "keep one of the two.",
                    (key.line, key.column),
                )
            )
            return
        top.values[key.name] = tree
        top.keys[key.name] = key

    def explain(self, error: yaml.YAMLError) -> Finding:
        """PyYAML's complaint in plain words."""
        mark = getattr(error, "problem_mark", None)
        context = getattr(error, "context_mark", None)
        if self.quote is not None:
            return self.complain(*UNCLOSED, self._position(self.quote))
        if mark and (known := known_slip(self.source, mark.line)):
            rule, message, fix, column = known
            return self.complain(rule, message, fix, (mark.line + self.first_line, column))
        said = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or ''}"
        for pattern, at_start, rule, message, fix in COMPLAINTS:
            if re.search(pattern, said):
                line, column = self._position(context if at_start and context else mark)
                last = len(self.source) + self.first_line - 1
                return self.complain(rule, message, fix, (min(line, last), column))
        return self.complain(*UNREADABLE, self._position(mark))

    def complain(self, rule: Rule, message: str, fix: str, at: Position) -> Finding:
        """That this file breaks a rule."""
        return rule.finding(self.path, message, fix, at)
