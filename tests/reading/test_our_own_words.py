"""The words that no file of an offer holds (the theme, the templates, sentences in code) keep the rules of plain words.

Sentences of easy read and of pages are read by the rules where they are made; here is every word, said or not.
"""

from __future__ import annotations

import ast
import functools
import html
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from localoffer.reading import WordLists, check_passage, word_lists
from localoffer.reading.passages import MASKED, Passage
from localoffer.reading.quotes import STRAIGHT
from localoffer.system.carried import PACKAGE
from tests.easyread.council import council
from tests.table import each_of

pytestmark = pytest.mark.sample

ROOT = Path(__file__).resolve().parents[2]
RULES = {"avoid-word", "contraction", "short-form", "time-in-words", "unit-in-full", "time-with-dash"}
ROOMS = ("wording", "facts", "easyread", "outputs")
#: The statement has the government's own words, which the law asks for; a new listing's template has names of fields.
NOT_OURS = {"statement.md.j2", "statement.py", "listing.yml.j2"}
#: Words for the person at the command line, who reads “ ” in every message.
MESSAGES = {PACKAGE / "easyread" / "pictures.py", PACKAGE / "easyread" / "twin.py"}
JINJA = re.compile(r"\{[{%#].*?[}%#]\}", re.DOTALL)
UNSAID = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
SAID_ATTRIBUTE = re.compile(r"\b(?:aria-label|title|placeholder|alt)=\"([^\"]+)\"")
SCRIPT_TEXT = re.compile(
    r"//[^\n]*|/\*.*?\*/|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`|\"((?:[^\"\\\n]|\\.)*)\"", re.DOTALL
)


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
        is_list = text.startswith(".split(", found.end())  # words that people type, not words that we say
        if not is_list and re.search(r"[a-z] [a-z]", words):
            yield re.sub(r"\$\{[^}]*\}", MASKED, words)


def in_code(text: str) -> Iterator[str]:
    tree = ast.parse(text)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    notes = {id(node.body[0].value) for node in ast.walk(tree) if isinstance(node, documented) and _has_note(node)}
    notes |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    notes |= {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
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
    for folder in (ROOT / "theme", PACKAGE / "templates", *(PACKAGE / room for room in ROOMS))
    for path in folder.rglob("*")
    if path.suffix in READERS and path.name not in NOT_OURS
)


def faults_in(path: Path) -> list[str]:
    found = []
    for words in READERS[path.suffix](path.read_text(encoding="utf-8")):
        if not re.search(r"[a-z] \S", words):
            continue  # an id, or a name by itself
        for finding in check_passage(Passage(words), lists(), path.name, lambda _source, offset: (1, offset + 1)):
            if finding.rule in RULES:
                found.append(f"{finding.rule}: {finding.message}: {words[:80]}")
        found += [f"curly-quote: {words[:80]}" for sign in STRAIGHT if sign in words and path not in MESSAGES]
    return found


def test_words_of_our_own_keep_the_rules() -> None:
    each_of(FILES, keeps_the_rules)


def keeps_the_rules(path: Path) -> None:
    assert faults_in(path) == []


@pytest.mark.parametrize(
    ("reader", "source", "words"),
    [
        (in_theme, "<script>let a = 'two weeks ago';</script><p>In two {{ word }} weeks</p>", f"In two {MASKED} weeks"),
        (in_theme, '<button aria-label="In two weeks"></button>', "In two weeks"),
        (in_template, "{% if a %}\n\n- In two\n  weeks\n\n{% endif %}", "- In two weeks"),
        (in_script, "show('In two weeks'); // it can't be said", "In two weeks"),
        (in_script, "show(`In ${number} of weeks`)", f"In {MASKED} of weeks"),
        (in_code, '"""A note."""\nWORDS = f"in {number} weeks"\n', f"in {MASKED} weeks"),
    ],
)
def test_words_are_found_in_each_kind_of_file(reader: Callable[[str], Iterator[str]], source: str, words: str) -> None:
    assert [said.strip() for said in reader(source) if re.search("[a-z] ", said)] == [words]


def test_a_fault_in_them_is_found(tmp_path: Path) -> None:
    file = tmp_path / "x.html"
    file.write_text("<p>We answer in two weeks, and we don’t utilise forms.</p>", encoding="utf-8")
    assert [fault.partition(":")[0] for fault in faults_in(file)] == [
        "time-in-words",
        "avoid-word",
        "contraction",
        "curly-quote",
    ]
