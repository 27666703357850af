"""What pictures mean: does one fit the words beside it, and which fits them better?

In: the pictures that can be named, and words. Out: yes or no, and the names of better ones.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from localoffer.model.vocabulary import NOT, Picture
from localoffer.reading.rules.wording import stems

_WORD = re.compile(r"[^\W_]+(?:[-'+][^\W_]+)*\+?")
_LITTLE = frozenset(
    {("what",), ("who",), ("which",), ("no",), ("not",), ("do",), ("get",), ("go",), ("all",), ("to",), ("with",)}
)
"""Words that many sentences have: they may stand beside a picture, but they do not lead to one."""
MOST_NAMED = 3
"""Better pictures that a message names."""


class Meanings:
    """The pictures of an offer by the words that say what they mean. A picture without such words fits everything."""

    def __init__(self, pictures: Mapping[str, Picture]) -> None:
        self.pictures = pictures
        self.words = {name: {_told(word) for word in picture.words} for name, picture in pictures.items()}
        plain = (phrase for name, phrases in self.words.items() if not name.startswith(NOT) for phrase in phrases)
        self.shared_by = Counter(plain)

    def fits(self, name: str, text: str) -> bool:
        """One of the picture's words stands in the text, in any of its forms."""
        phrases = self.words.get(name)
        return not phrases or any(_stands_in(phrase, _forms(text)) for phrase in phrases)

    def better(self, text: str) -> list[str]:
        """The pictures whose words stand in the text, those first that have most in common with it and least with others."""
        forms = _forms(text)
        score = {
            name: sum(len(phrase) / self.shared_by[phrase] for phrase in phrases - _LITTLE if _stands_in(phrase, forms))
            for name, phrases in self.words.items()
            if not name.startswith(NOT)
        }
        best = sorted((name for name in score if score[name]), key=lambda name: -score[name])
        return best[:MOST_NAMED]

    def shown(self, names: Iterable[str]) -> str:
        """`rest (A rest, a break) or home (A home)`: short names with their meaning."""
        each = [f"{name} ({self.pictures[name].means or self.pictures[name].name})" for name in names]
        return f"{', '.join(each[:-1])} or {each[-1]}" if len(each) > 1 else "".join(each)


def _told(words: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(words.lower().replace("’", "'")))


class _Text(NamedTuple):
    """Each word of a text with the plain forms that it may come from, and all of these together."""

    words: tuple[frozenset[str], ...]
    forms: frozenset[str]


@lru_cache(maxsize=1 << 12)
def _forms(text: str) -> _Text:
    words = tuple(frozenset(plain for form in stems(word) for plain in stems(form)) for word in _told(text))
    return _Text(words, frozenset().union(*words))


def _stands_in(phrase: tuple[str, ...], text: _Text) -> bool:
    """The words of a phrase stand in the text one after the other."""
    if not text.forms.issuperset(phrase):
        return False
    places = range(len(text.words) - len(phrase) + 1)
    return any(all(word in text.words[place + number] for number, word in enumerate(phrase)) for place in places)
