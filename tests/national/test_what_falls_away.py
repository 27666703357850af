"""National pages read well where a council has no role filled and promises nothing: what falls away leaves no hole behind.

A sentence that names somebody stands together with those that speak of them, in one `{if role:…} … {end}`, or does without the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from localoffer.cache.store import Room
from localoffer.catalogue.reading import read_files
from localoffer.model import ContentPage, EasyPage
from tests.national.test_empty_council import SETTINGS, write

PHONE_ONLY = re.sub(r"    (?:email|hours|address):.*\n", "", SETTINGS)
LOOSE = re.compile(r"[,;:] *\.|\. \.|, ,|\( *\)|(?<!\.)\.\.(?!\.)| [,.](?!\w)")
POINTS_BACK = re.compile(r"(?:They|It|This|These|Those|Both|He|She|That|Their|Its)\b|The (?:help|number|call|service) ")
CONDITIONAL = re.compile(r"\{if (?:no )?[^{}]*\}(?:(?!\{if |\{end\}).)*\{end\}", re.DOTALL)
Text = ContentPage | EasyPage


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> list[Text]:
    root = tmp_path_factory.mktemp("north-wick")
    write(root / "mkdocs.yml", PHONE_ONLY)
    write(root / "content/_data/areas.yml", "- {id: north-wick, name: North Wick, postcodes: [SW1]}\n")
    (root / "providers").mkdir()
    with Room(None, "records") as records:
        pages = read_files(root, records).content.values()
    found: list[Text] = [*pages, *(page.easy for page in pages if page.easy)]
    assert len(found) > 70
    return found


def blocks(body: str) -> list[str]:
    """Headings, paragraphs, lists: a heading stands by itself, also where no empty line follows."""
    found = re.split(r"\n\s*\n", re.sub(r"^(#+ .*)$", r"\n\1\n", body, flags=re.MULTILINE))
    return [block.strip("\n") for block in found if block.strip()]


def level(block: str) -> int:
    return len(block) - len(block.lstrip("#")) if block.startswith("#") else 0


def is_list(block: str) -> bool:
    return re.match(r"\s*(?:[-*+]|\d+\.) |\||!!!|> |    ", block) is not None


def holes(body: str) -> Iterator[str]:
    """What leads to nothing in a text as readers get it."""
    found = blocks(body)
    for block, after in zip(found, [*found[1:], "# end"], strict=True):
        if level(block) and level(after) and level(after) <= level(block):
            yield f"a heading with nothing below: {block}"
        if re.fullmatch(r"\*\*[^*]+\*\*", block) and not is_list(after):
            yield f"a label with nothing below: {block}"
        if block.endswith(":") and not is_list(block) and not is_list(after):
            yield f"a list is promised: {block}"
        if re.match(r"(?:[2-9]|\d\d)\. ", block) and "1. " not in body.split(block)[0].rpartition("\n#")[2]:
            yield f"steps that begin at {block[:60]}"
        if block.startswith("|") and len(block.split("\n")) < 3:
            yield f"a table without rows: {block[:60]}"
        if re.fullmatch(r"!\[\]\(picture:[^)]*\)", block):
            yield f"a picture without words: {block}"
        for line in block.split("\n"):
            plain = re.sub(r"\]\([^)]*\)|https?://\S+", "]", line)
            if LOOSE.search(plain):
                yield f"a loose sign: {line[:100]}"


def dangling(source: str) -> Iterator[str]:
    """A sentence that points back to what may have fallen away: all that stood before it in its block may be gone."""
    for block in blocks(source):
        for piece in re.split(r"\n(?=\s*(?:[-*]|\d+\.) )", block):
            words = re.sub(r"^\s*(?:[-*]|\d+\.) ", "", re.sub(r"!\[\]\([^)]*\)|\n", " ", piece))
            rest = CONDITIONAL.sub("\0", words).strip()
            if "\0" in rest and POINTS_BACK.match(rest.lstrip("\0 ")) and rest.startswith("\0"):
                yield f"points back to what may fall away: {rest.lstrip(chr(0) + ' ')[:80]}"


def test_nothing_leads_to_nothing(texts: list[Text]) -> None:
    found = [f"{text.path}: {hole}" for text in texts for hole in holes(text.body)]
    assert found == []


def test_no_sentence_points_back_to_what_may_have_fallen_away(texts: list[Text]) -> None:
    found = [f"{text.path}: {hole}" for text in texts for hole in dangling(text.written_body)]
    assert found == []


@pytest.mark.parametrize(
    "body",
    [
        "## Who\n\n## When\n\nx",
        "## Who\n- x\n\n### A\n\n## When\n\nx",
        "**Who to call**\n\n## When\n\nx",
        "These teams help:\n\n## When\n\nx",
        "## Do\n\n2. **Ask.** x\n3. y",
        "| a | b |\n|---|---|\n\nx",
        "![](picture:bus)\n\nx",
        "- Phone us: 1, .",
        "Ask . Now.",
    ],
)
def test_a_hole_is_seen(body: str) -> None:
    assert list(holes(body))


@pytest.mark.parametrize(
    "source",
    [
        "![](picture:help)\n{if role:a}Ask {role:a}.{end}\n{if role:a}Phone 1.{end}\nThey are free.",
        "- one\n- {if role:a}Ask {role:a}.{end} It is free.",
    ],
)
def test_what_points_back_is_seen(source: str) -> None:
    assert list(dangling(source))
