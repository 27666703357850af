"""Which phrases of a list stand in a text, as whole words: marks, capitals, hyphens and a plural s do not count.

In: phrases with what each stands for; short forms such as SEN, which count in capitals only. Out: a `Phrases` that is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from localoffer.letters import folded

LONGEST_TEXT = 20_000
"""Letters of a text that are looked at: what a record is about stands before that."""
_NOT = re.compile(
    r"(?:\bnot|\bno|\bnever|\bcannot|\bcant|\bdoes?nt|\bdont|\bunable to|\bexcept|\bunless|\brather than|\bwithout)(?: \w+){0,4} $"
)


def plain(text: str) -> str:
    """A text as phrases are looked for in it."""
    return " ".join(filter(None, map(folded, text[:LONGEST_TEXT].split())))


class Phrases:
    """Phrases → what they stand for. A phrase may stand for several things."""

    def __init__(
        self, phrases: Mapping[str, Iterable[str]], short_forms: Mapping[str, Iterable[str]] | None = None
    ) -> None:
        self.meanings: dict[str, set[str]] = {}
        for phrase, meanings in phrases.items():
            if len(key := plain(phrase)) > 2:
                self.meanings.setdefault(key, set()).update(meanings)
        self.short_forms = {
            name.strip(): set(meanings) for name, meanings in (short_forms or {}).items() if len(name.strip()) > 1
        }
        self._words = _any_of(self.meanings, r"(?<![^ ]){}(?:s|es)?(?![^ ])")
        self._short = _any_of(self.short_forms, r"(?<![\w&]){}(?![\w&])")

    def found(self, text: str) -> Iterator[tuple[str, set[str], int]]:
        """Each phrase in the text: its words, what it stands for, and where it begins; not where the text says that it is not
        so."""
        looked = plain(text)
        for match in self._words.finditer(looked) if self._words else ():
            if not _NOT.search(looked[max(0, match.start() - 60) : match.start()]):
                yield match[1], self.meanings[match[1]], match.start()
        for match in self._short.finditer(text[:LONGEST_TEXT]) if self._short else ():
            yield match[1], self.short_forms[match[1]], match.start()

    def names(self, text: str) -> dict[str, set[str]]:
        """What stands in the text → the phrases that say so."""
        found: dict[str, set[str]] = {}
        for phrase, meanings, _at in self.found(text):
            for meaning in meanings:
                found.setdefault(meaning, set()).add(phrase)
        return found


def _any_of(phrases: Iterable[str], form: str) -> re.Pattern[str] | None:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    inner = "|".join(map(re.escape, longest_first))
    return re.compile(form.replace("{}", f"({inner})")) if inner else None


@lru_cache(maxsize=64)
def one_phrase(phrase: str) -> Phrases:
    """A phrase by itself, as a person asked for it."""
    return Phrases({phrase: [phrase]}, {phrase: [phrase]} if len(plain(phrase)) <= 2 else None)
