"""What people type → what we call it: synonyms, abbreviations and misspellings of the vocabularies.

In: the Vocabulary. Out: for find/words.js, `terms` (our word and others for it) and `wrong` (a misspelling and the words
meant); all but our own words are folded, as words.js folds what was typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache
from itertools import chain

from localoffer.catalogue import Catalogue
from localoffer.letters import folded
from localoffer.model.vocabulary import Need, Topic, Vocabulary

_ENOUGH = 3
"""Shorter words are never offered for a misspelling."""
_SIGNS = re.compile("[!-/:-@\\[-`{-~]")
_MAY_BE_UNLIKE = re.compile(r"[^\x00-\x7f]|&| and |\b[a-z]\.[a-z]\b", re.ASCII | re.IGNORECASE)
"""Any other text is read by Pagefind as we fold it."""


def unlike_words(*texts: str) -> list[str]:
    """Words of these texts that are folded otherwise than Pagefind folds them, as they are asked for: `Łódź` → `lodz`. It
    takes marks, hidden signs and ASCII signs away by itself; what Unicode does not take apart it leaves as it is."""
    found: dict[str, None] = {}
    for text in filter(_MAY_BE_UNLIKE.search, texts):
        indexed = {"and", *chain.from_iterable(map(_indexed, set(text.split())))}  # nobody looks for “and”
        asked_for = dict.fromkeys(folded(text).split())
        found.update(dict.fromkeys(word for word in asked_for if _indexed(word)[-1] not in indexed))
    return list(found)


def _indexed(word: str) -> list[str]:
    """What Pagefind has of a word: its parts between ASCII signs, and the whole without signs."""
    bare = word.lower()
    if not word.isascii():
        apart = unicodedata.normalize("NFD", bare)
        bare = "".join(sign for sign in apart if sign.isascii() or unicodedata.category(sign)[0] in "LN")
    return [*_SIGNS.split(bare), _SIGNS.sub("", bare)]


def known_words(vocabulary: Vocabulary) -> dict[str, list[str]]:
    """`{terms: ["Autism|autistic|asd", …], wrong: ["autisim|autism", …]}`: our word first, then others for it."""
    terms: dict[str, dict[str, None]] = {}
    meanings: dict[str, str] = {}
    for name, others, misspelt in _rows(vocabulary):
        known = tuple(filter(None, map(folded, (name, *others))))
        terms.setdefault(name, {}).update(dict.fromkeys(known[1:]))
        for typed in filter(None, map(folded, misspelt)):
            meant, before = meant_by(typed, known), meanings.get(typed)
            if before is None:
                is_better = not set(typed).isdisjoint(meant)
            else:
                is_better = before != meant and likeness(typed, meant) > likeness(typed, before)
            if is_better:
                meanings[typed] = meant
    same = {folded(name) for name in terms}.union(*terms.values())
    return {
        "terms": ["|".join([name.replace("|", " "), *others]) for name, others in terms.items()],
        "wrong": [f"{typed}|{meant}" for typed, meant in sorted(meanings.items()) if typed not in same],
    }


@lru_cache(maxsize=5_000)  # a preview asks the same again at each edit
def meant_by(typed: str, known: tuple[str, ...]) -> str:
    """The words that a misspelling stands for: `swiming` → `swimming`; the term's name where none is like it."""
    if phrase := get_close_matches(typed, known, 1, 0.75):
        return phrase[0]
    words = list(dict.fromkeys(word for phrase in known for word in phrase.split()))
    parts = [get_close_matches(word, words, 1, 0.65) for word in typed.split()]
    return " ".join(part[0] for part in parts) if all(parts) else known[0]


def likeness(one: str, other: str) -> float:
    """How alike two texts are, 0 to 1."""
    return SequenceMatcher(None, one, other).ratio()


def _rows(vocabulary: Vocabulary) -> Iterator[tuple[str, Iterable[str], Iterable[str]]]:
    """Our word, other words for it, misspellings of it."""
    terms: list[Need | Topic] = [*vocabulary.needs.values(), *vocabulary.topics.values()]
    for term in terms:
        yield term.name, (*term.synonyms, *term.abbreviations), term.misspellings
    for word in vocabulary.glossary.values():
        others = [*word.also, *([word.full] if word.full else [])]
        if others:
            yield word.term, others, ()


def name_words(catalogue: Catalogue) -> list[str]:
    """Every word of services' and providers' names, for near misses."""
    names = [service.name for service in catalogue.services.values() if service.status != "closed"]
    names += [provider.name for provider in catalogue.providers.values()]
    names += [other for service in catalogue.services.values() for other in service.also_known_as]
    names += [page.title for page in catalogue.content.values()]
    return sorted(
        {word for name in names for word in folded(name).split() if len(word) > _ENOUGH and not word.isdigit()}
    )
