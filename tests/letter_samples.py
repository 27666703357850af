"""The table of names in any letters, and how Pagefind reads a text, as tests/browser/test_letters.py finds it to do."""

from __future__ import annotations

import json
import string
import unicodedata
from pathlib import Path

TABLE = Path(__file__).with_name("letters.json")
#: A name, how it is compared, its heading in A to Z, the name of its file.
NAMES: list[tuple[str, str, str, str]] = [tuple(row) for row in json.loads(TABLE.read_text(encoding="utf-8"))["names"]]


def searched(*texts: str) -> set[str]:
    """The words Pagefind finds a text by: in small letters, parted at ASCII signs, without marks and other signs."""
    found: set[str] = set()
    for word in (word for text in texts for word in text.split()):
        apart = unicodedata.normalize("NFD", word.lower())
        kept = "".join(c for c in apart if c in string.punctuation or unicodedata.category(c)[0] in "LN")
        found.update(kept.translate(dict.fromkeys(map(ord, string.punctuation), " ")).split())
        found.add("".join(c for c in kept if c not in string.punctuation))
    return found - {""}
