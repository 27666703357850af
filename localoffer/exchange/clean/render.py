"""Blocks → Markdown that our descriptions may hold: headings from ### on, lists, tables with headings of columns.

What is written in heavy letters alone is the heading that it looks like; a point of a list that is a heading is one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby

from localoffer.exchange.clean.blocks import Block, Run
from localoffer.exchange.clean.escape import escaped

Link = Callable[[str, str], str]
"""Words and where they lead → Markdown."""
LONGEST_HEADING, SHORT_TEXT = 80, 200
_BULLET = re.compile(r"^[ ]*(?:[•·▪▫●○◦■□§‣]|\uf0b7|o(?=[ ]{2}))[ ]*(?=\S)")


def markdown_of(blocks: list[Block], link: Link) -> str:
    """The whole text."""
    blocks = list(_with_headings(_without_heavy_letters(blocks)))
    pieces: list[str] = []
    depth, was_list = 0, False
    for key, group in groupby(_flat(blocks), key=_table):
        if key:
            pieces.append("\n\n" + _table_rows(list(group), link))
            depth, was_list = 0, False
            continue
        for block in group:
            depth = min(block.level, depth + 1) if block.kind in ("li", "more") else 0
            is_list = block.kind == "li"
            pieces += ["\n" if is_list and was_list else "\n\n", _block(block, depth, link)]
            was_list = is_list
    return re.sub(r"\n{3,}", "\n\n", "".join(pieces)).strip()


def _block(block: Block, depth: int, link: Link) -> str:
    text = inline(block.runs, link)
    if not text.strip():
        return ""
    if block.kind == "h":
        return f"{'#' * block.level} {' '.join(text.split())}"
    if block.kind == "p":
        return text
    indent = "    " * (depth if block.kind == "more" else max(0, depth - 1))
    mark = "" if block.kind == "more" or not depth else f"{block.number}. " if block.number else "- "
    return indent + mark + text.replace("\n", "\n" + "    " * depth)


def inline(runs: list[Run], link: Link) -> str:
    """The words of one block, with what is strong and what is a link."""
    lines: list[str] = []
    for line in _lines_of(runs):
        words = "".join(_run(run, link) for run in _joined(line))
        lines.append(re.sub(r"[ ]{2,}", " ", words).strip())
    kept = "\n".join(lines).strip("\n")
    kept = re.sub(r"\n{3,}", "\n\n", kept)
    return re.sub(r"(?<!\n)\n(?!\n)", "  \n", kept)


def _lines_of(runs: list[Run]) -> Iterator[list[Run]]:
    line: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        line.append(run._replace(text=first))
        for other in others:
            yield line
            line = [run._replace(text=other)]
    yield line


def _joined(line: list[Run]) -> list[Run]:
    """Neighbours that look alike are one."""
    return [
        Run("".join(run.text for run in group), strong, target)
        for (strong, target), group in groupby(
            line, key=lambda run: (run.strong and bool(run.text.strip()), run.target)
        )
    ]


def _run(run: Run, link: Link) -> str:
    bare = run.text.strip()
    if not bare and not run.target:
        return run.text
    before = run.text[: len(run.text) - len(run.text.lstrip())]
    after = run.text[len(run.text.rstrip()) :] if bare else ""
    words = link(bare, run.target) if run.target else escaped(bare)
    return f"{before}**{words}**{after}" if run.strong and words else f"{before}{words}{after}"


# Headings


def _without_heavy_letters(blocks: list[Block]) -> list[Block]:
    """Where most of a text is in heavy letters, none of it is stressed."""
    heavy = sum(len(run.text) for block in blocks for run in block.runs if run.strong)
    whole = sum(len(block.text) for block in blocks)
    if whole > SHORT_TEXT and heavy * 10 > 6 * whole:
        for block in blocks:
            block.runs = [run._replace(strong=False) for run in block.runs]
    return blocks


def _with_headings(blocks: list[Block]) -> Iterator[Block]:
    """Headings of two sizes, where something stands below; heavy lines and points as the headings that they are; bullets
    as points."""
    sizes = sorted({block.level for block in blocks if block.kind == "h"})
    for number, block in enumerate(blocks):
        after = blocks[number + 1] if number + 1 < len(blocks) else None
        if block.kind == "h":
            is_long = len(block.text.strip()) > LONGEST_HEADING * 2
            is_empty = after is None or (after.kind == "h" and after.level <= block.level)
            yield (
                Block("p", runs=block.runs)
                if is_long or is_empty
                else Block("h", 3 if block.level == sizes[0] else 4, runs=_plain(block))
            )
        elif not block.cell and _looks_like_heading(block, after):
            yield Block("h", 4 if sizes else 3, runs=_plain(block))
        elif block.kind == "p" and (bullet := _BULLET.match(block.text)):
            yield Block("li", 1, 0, _cut(block.runs, bullet.end()), block.cell)
        else:
            yield block


def _looks_like_heading(block: Block, after: Block | None) -> bool:
    """A short heavy line that something follows, which is no such line itself and no sentence."""
    words = block.text.strip()
    return (
        block.kind in ("p", "li")
        and block.is_strong
        and after is not None
        and after.kind != "h"
        and not after.is_strong
        and len(words) <= LONGEST_HEADING
        and "\n" not in words
        and not words.endswith((".", ",", ";", "!"))
        and re.search(r"[^\W\d_]{3}", words) is not None
        and not re.search(r"@|www\.|https?:|\d{5}", words)
    )


def _plain(block: Block) -> list[Run]:
    runs = [run._replace(strong=False, text=run.text.replace("\n", " ")) for run in block.runs]
    words = block.text.strip()
    if words.endswith(":"):
        runs = [run for run in runs if run.text.strip()]
        runs[-1] = runs[-1]._replace(text=runs[-1].text.rstrip().removesuffix(":"))
    return runs


def _cut(runs: list[Run], length: int) -> list[Run]:
    """Without so many signs at the beginning."""
    kept = []
    for run in runs:
        gone = min(length, len(run.text))
        length -= gone
        kept.append(run._replace(text=run.text[gone:]))
    return kept


# Tables


def _table(block: Block) -> int:
    return block.cell[0] if block.cell else 0


def _flat(blocks: list[Block]) -> Iterator[Block]:
    """Tables that hold lists, headings or one column only are there for looks: their words are paragraphs."""
    for key, group in groupby(blocks, key=_table):
        cells = list(group)
        if not key or _is_table(cells):
            yield from cells
            continue
        for block in cells:
            block.cell = None
            yield block


def _is_table(cells: list[Block]) -> bool:
    places = [block.cell[1:3] for block in cells if block.cell]
    is_plain = all(block.kind == "p" and len(block.text) <= 300 for block in cells)
    return is_plain and len({row for row, _ in places}) > 1 and len({column for _, column in places}) > 1


def _table_rows(cells: list[Block], link: Link) -> str:
    """A table where its first row names its columns; else a point for each row."""
    rows: dict[int, dict[int, str]] = {}
    heads: set[tuple[int, int]] = set()
    for block in cells:
        _, row, column, is_head = block.cell or (0, 0, 0, False)
        words = " ".join(inline(block.runs, link).split())
        if is_head or block.is_strong:
            heads.add((row, column))
            words = words.removeprefix("**").removesuffix("**")
        held = rows.setdefault(row, {})
        held[column] = f"{held[column]} {words}" if column in held else words
    first, *others = sorted(rows)
    width = max(max(row) for row in rows.values())
    has_heads = all((first, column) in heads for column in range(1, width + 1))
    if has_heads and others:
        lines = [
            "| " + " | ".join(rows[row].get(column, "").replace("|", "\\|") for column in range(1, width + 1)) + " |"
            for row in [first, *others]
        ]
        return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])
    return "\n".join(f"- {_row_words(rows[row])}" for row in [first, *others])


def _row_words(row: dict[int, str]) -> str:
    """`Monday: 9am to 5pm; by phone`."""
    first, *others = [row[column] for column in sorted(row)]
    return f"{first.rstrip(' :')}: {'; '.join(others)}" if others else first
