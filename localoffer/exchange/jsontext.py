"""JSON as it came: numbers stay text, a name that is said twice is kept twice, and nothing deep, endless or broken gets through.

In: a document. Out: dictionaries, lists, texts, booleans, None. What is no JSON is a `SourceFault` in plain words.
"""

from __future__ import annotations

import json
from typing import Any

from localoffer.exchange.document import MEGABYTE, Document, marked
from localoffer.exchange.fault import SourceFault
from localoffer.exchange.notdata import refuse_other_kinds

MOST_JSON = 64 * MEGABYTE
MOST_VALUES = 4_000_000
"""Values in one document: what 64 MB of listings hold at most; more is made to fill the memory."""
AGAIN = " (said more than once)"
"""What is put after the name of a value that another one of the same name stands for."""


def read_json(document: Document) -> Any:
    """The document's one value; of a file with one JSON object a line, the list of them."""
    content = document.read(MOST_JSON)
    if sum(content.count(sign) for sign in (b",", b"[", b"{")) > MOST_VALUES:
        raise SourceFault(
            f"{document.name} holds more than {MOST_VALUES:,} values, which no list of services does.",
            "ask its owner for the list in pages.",
        )
    text = _text_of(content, document)
    try:
        return _parse(text)
    except RecursionError:
        raise SourceFault(
            f"{document.name} has values inside values, thousands deep, which no list of services has.",
            "ask its owner what it is.",
        ) from None
    except ValueError as error:
        return _lines(text) or _raise_broken(document, text, error)


def _parse(text: str) -> Any:
    return json.loads(
        text, parse_int=str, parse_float=str, parse_constant=lambda _name: None, object_pairs_hook=_object
    )


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The last value of a name counts, as with every program; the others are kept under a name that says so."""
    found = dict(pairs)
    if len(found) < len(pairs):
        found = {}
        for name, value in pairs:
            if name in found and found[name] != value:
                found[name + AGAIN] = found[name]
            found[name] = value
    return found


def _lines(text: str) -> list[Any]:
    """One object a line (JSON Lines); empty where it is not."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) < 2 or not all(line.lstrip().startswith("{") for line in lines):
        return []
    try:
        return [_parse(line) for line in lines]
    except (ValueError, RecursionError):
        return []


def _text_of(content: bytes, document: Document) -> str:
    coding = marked(content) or json.detect_encoding(content)
    try:
        return content.decode(coding)
    except UnicodeDecodeError:
        if coding == "utf-8":
            return content.decode("cp1252", errors="replace")
        raise SourceFault(f"The letters of {document.name} cannot be read.", "ask its owner for it in UTF-8.") from None


def _raise_broken(document: Document, text: str, error: ValueError) -> Any:
    refuse_other_kinds(document)
    line = getattr(error, "lineno", 1)
    ends = getattr(error, "pos", 0) >= len(text.rstrip()) - 1 or "Unterminated" in str(error)
    how = "it ends in the middle" if ends else f"line {line} is not as it should be"
    raise SourceFault(
        f"{document.name} is broken: {how}. Nothing was read from it.", "fetch it again, or tell its owner."
    )
