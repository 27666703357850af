"""The words that no file of an offer holds (the theme, the templates, sentences in code) keep the rules of plain words.

Sentences of easy read and of pages are read by the rules where they are made; here is every word, said or not.
"""

from __future__ import annotations

import ast
import functools
import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from localoffer.overlay import NATIONAL
from localoffer.reading import WordLists, check_passage, word_lists
from localoffer.reading.passages import MASKED, Passage
from localoffer.reading.quotes import STRAIGHT
from localoffer.system.carried import PACKAGE
from tests.easyread.council import council

pytestmark = pytest.mark.sample

ROOT = Path(__file__).resolve().parents[2]
RULES = {"avoid-word", "contraction", "short-form", "time-in-words", "unit-in-full", "time-with-dash"}
ROOMS = ("wording", "facts", "easyread", "outputs")
JINJA = re.compile(r"\{[{%#].*?[}%#]\}", re.DOTALL)
UNSAID = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
SAID_ATTRIBUTE = re.compile(r"\b(?:aria-label|title|placeholder|alt)=\"([^\"]+)\"")
SCRIPT_TEXT = re.compile(r"//[^\n]*|/\*.*?\*/|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`|\"((?:[^\"\\\n]|\\.)*)\"", re.DOTALL)


@functools.cache
def lists() -> WordLists:
    return word_lists(council().vocabulary)


def in_theme(text: str) -> Iterator[str]:
    said = UNSAID.sub(" ", JINJA.sub(MASKED, text))
    yield from (html.unescape(found[1]) for found in SAID_ATTRIBUTE.finditer(said))
    yield from (html.unescape(" ".join(part.split())) for part in re.split(r"<[^>]*>", said))


def in_template(text: str) -> Iterator[str]:
    yield from (" ".join(part.split()) for part in re.split(r"\n\s*\n|\n(?=[-*#|>])", JINJA.sub(MASKED, text)))


def in_script(text: str) -> Iterator[str]:
    for found in SCRIPT_TEXT.finditer(text):
        words = found[1] or found[2] or found[3] or ""
        if re.search(r"[a-z] [a-z]", words):
            yield re.sub(r"\$\{[^}]*\}", MASKED, words)


def in_code(text: str) -> Iterator[str]:
    tree = ast.parse(text)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    notes = {id(node.body[0].value) for node in ast.walk(tree) if isinstance(node, documented) and _has_note(node)}
    notes |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(part.value if isinstance(part, ast.Constant) else MASKED for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes:
            yield node.value


def _has_note(node: ast.AST) -> bool:
    body = getattr(node, "body", [])
    return bool(body) and isinstance(body[0], ast.Expr)


READERS = {".html": in_theme, ".j2": in_template, ".js": in_script, ".py": in_code}
FILES = sorted(
    path
    for folder in (ROOT / "theme", PACKAGE.parent / "localoffer" / "templates", *(PACKAGE.parent / "localoffer" / room for room in ROOMS))
    for path in folder.rglob("*")
    if path.suffix in READERS and "node_modules" not in path.parts
)


def faults_in(path: Path) -> list[str]:
    found = []
    for words in READERS[path.suffix](path.read_text(encoding="utf-8")):
        passage = Passage(words)
        found += [
            f"{finding.rule}: {finding.message}: {words[:80]}"
            for finding in check_passage(passage, lists(), path.name, lambda _s, offset: (1, offset + 1))
            if finding.rule in RULES
        ]
        found += [f"curly: {words[:80]}" for sign in STRAIGHT if sign in words]
    return found


if __name__ == "__main__":
    for path in FILES:
        for fault in faults_in(path):
            print(path.relative_to(ROOT), fault)
