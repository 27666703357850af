"""The lists the rules read: words to avoid, common words, the glossary. Data a council can extend; no rule holds a word list
of its own that a council would want to change.

In: plain values from the vocabularies. Out: `WordLists`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True)
class Term:
    """One glossary entry: how it is written, its expansion, its meaning, words not to use for it."""

    term: str
    full: str = ""
    meaning: str = ""
    easy_read: str = ""
    instead_of: tuple[str, ...] = ()
    id: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class WordLists:
    """Everything the rules look words up in. Words are kept in lower case unless they are acronyms or names."""

    avoid: Mapping[str, str] = field(default_factory=dict)
    contractions: Mapping[str, str] = field(default_factory=dict)
    common: frozenset[str] = frozenset()
    known_acronyms: frozenset[str] = frozenset()
    terms: tuple[Term, ...] = ()

    @cached_property
    def contraction_pattern(self) -> re.Pattern[str] | None:
        """Any contraction to write in full, with a straight or a curly apostrophe."""
        return phrase_pattern(form for word in self.contractions for form in (word, word.replace("'", "’")))

    @cached_property
    def avoid_pattern(self) -> re.Pattern[str] | None:
        """Any word or phrase of the avoid list, whole, longest first."""
        return phrase_pattern(self.avoid)

    @cached_property
    def term_pattern(self) -> re.Pattern[str] | None:
        """Any glossary term, whole, longest first; plural forms too."""
        return phrase_pattern(self.term_by_word, plural=True)

    @cached_property
    def term_by_word(self) -> dict[str, Term]:
        """Each term's written form and abbreviation in lower case → the term."""
        return {word.lower(): term for term in self.terms for word in (term.term, *term.also)}

    @cached_property
    def other_words(self) -> dict[str, Term]:
        """Each word a glossary entry says not to use → the entry."""
        return {word.lower(): term for term in self.terms for word in term.instead_of}

    @cached_property
    def other_word_pattern(self) -> re.Pattern[str] | None:
        """Any of those words, whole."""
        return phrase_pattern(self.other_words, plural=True)

    @cached_property
    def glossary_acronyms(self) -> frozenset[str]:
        """Abbreviations that the glossary explains, in capitals as written."""
        return frozenset(
            word for term in self.terms for word in ACRONYM.findall(" ".join((term.term, term.full, *term.also)))
        )

    def find_term(self, written: str) -> Term | None:
        """The glossary entry for a word as written, singular or plural."""
        word = written.lower()
        return self.term_by_word.get(word) or self.term_by_word.get(word.removesuffix("s"))


ACRONYM = re.compile(r"\b(?=[A-Z0-9&]*[A-Z][A-Z0-9&]*[A-Z])[A-Z][A-Z0-9&]+(?=s?\b)")


def phrase_pattern(phrases: Iterable[str], *, plural: bool = False) -> re.Pattern[str] | None:
    """A pattern that finds any of the phrases as whole words in any case; None when there are none."""
    wanted = sorted({phrase for phrase in phrases if phrase}, key=len, reverse=True)
    if not wanted:
        return None
    ending = "s?" if plural else ""
    choices = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in wanted)
    return re.compile(rf"(?<![\w-])(?:{choices}){ending}(?![\w-])", re.IGNORECASE)
