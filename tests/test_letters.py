"""Names in any letters are compared, put in order and written in addresses; what a browser folds, it folds the same."""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess
import sys
import unicodedata
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localoffer.letters import (
    OTHERS,
    address_part,
    file_name,
    folded,
    letter_of,
    letter_order,
    name_order,
    same_name,
)
from localoffer.model.forms import SLUG
from tests.letter_samples import NAMES

HERE = Path(__file__).resolve().parent
WORDS_JS = HERE.parent / "theme" / "assets" / "javascripts" / "find" / "words.js"


@cache
def every_character() -> list[str]:
    return [
        chr(code)
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) not in ("Cn", "Co", "Cs")  # what no version of Unicode has given away yet
    ]


def test_a_name_is_compared_listed_and_filed() -> None:
    for name, plain, letter, part in NAMES:
        assert (folded(name), letter_of(name), address_part(name)) == (plain, letter, part), name


def test_names_that_differ_in_marks_only_are_the_same_name() -> None:
    assert same_name("O'Brien’s Café & Bar") == same_name("O’BRIENS CAFE AND BAR")
    assert same_name("★★★") != same_name("???")


def test_the_order_is_that_of_a_dictionary() -> None:
    names = ["Zoo", "Émile", "Помощь", "Elm", "24-hour", "Étoile", "O’Brien", "Oak", "Sport & fun", "Sport and games"]
    wanted = ["24-hour", "Elm", "Émile", "Étoile", "Oak", "O’Brien", "Sport & fun", "Sport and games", "Zoo", "Помощь"]
    assert sorted(names, key=name_order) == wanted
    assert sorted(["other", "Z", "0", "A"], key=letter_order) == ["0", "A", "Z", OTHERS]


def test_a_file_is_not_called_what_means_something_else() -> None:
    assert file_name("Index") == "index-service"
    assert file_name("Provider") == "provider-service"


@given(st.text(max_size=80))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert folded(text) == folded(unicodedata.normalize("NFC", text)) == folded(unicodedata.normalize("NFD", text))


@given(st.text(max_size=80))
def test_any_name_with_a_letter_or_digit_has_a_file_name(name: str) -> None:
    part = file_name(name)
    assert bool(part) == bool(folded(name))
    if part:
        assert re.fullmatch(SLUG, part, re.ASCII)
        assert len(part) <= 70


def test_no_character_is_lost_from_a_file_name() -> None:
    assert [sign for sign in every_character()[::7] if bool(folded(sign)) != bool(address_part(sign))] == []


def plain_in_node(texts: list[str]) -> list[str]:
    """What words.js makes of each."""
    script = (
        f"import {{ plain }} from {json.dumps(WORDS_JS.as_uri())};"
        "let all = ''; for await (const part of process.stdin.setEncoding('utf8')) all += part;"
        "console.log(JSON.stringify(JSON.parse(all).map(plain)));"
    )
    node = shutil.which("node")
    assert node, "Node is missing: run `make ready`"
    command = [node, "--input-type=module", "--eval", script]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True, timeout=100)
    return [str(text) for text in json.loads(done.stdout)]


@pytest.mark.node
def test_the_script_folds_the_same_names_the_same_way() -> None:
    assert plain_in_node([name for name, *_ in NAMES]) == [plain for _, plain, *_ in NAMES]


@pytest.mark.node
def test_the_script_folds_every_character_and_any_mixture_the_same_way() -> None:
    pieces = [
        *"ab &.'’-",
        " and ",
        "\u00ad",
        "\u0301",
        "ß",
        "Σ",
        "İ",
        "中",
        "ガ",
        "हि",
        "ا",
        "1",
        *every_character()[::997],
    ]
    chance = random.Random(10)
    mixed = ["".join(chance.choices(pieces, k=chance.randint(2, 12))) for _ in range(5_000)]
    texts = [*every_character(), *mixed]
    unlike = [text for text, plain in zip(texts, plain_in_node(texts), strict=True) if plain != folded(text)]
    assert unlike == []
