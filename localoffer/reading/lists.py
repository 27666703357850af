"""The lists the rules read: words to avoid, common words, the glossary. Data a council can extend; no rule holds a word list
of its own that a council would want to change.

In: plain values from the vocabularies. Out: `WordLists`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from localoffer.model.vocabulary import GlossaryTerm, Vocabulary
from localoffer.reading.phrases import Phrases


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
    fitting: frozenset[str] = frozenset()
    """Words to avoid whose better word can stand in their place as it is."""
    contractions: Mapping[str, str] = field(default_factory=dict)
    common: frozenset[str] = frozenset()
    known_acronyms: frozenset[str] = frozenset()
    terms: tuple[Term, ...] = ()

    @cached_property
    def avoided(self) -> Phrases[str]:
        """Words and phrases to avoid → the better one."""
        return Phrases(self.avoid)

    @cached_property
    def contracted(self) -> Phrases[str]:
        """Contractions → the words in full."""
        return Phrases(self.contractions)

    @cached_property
    def glossary(self) -> Phrases[Term]:
        """Each glossary term, singular and plural, its abbreviation and its other forms."""
        return Phrases(self.term_by_word, plural=True)

    @cached_property
    def other_words(self) -> Phrases[Term]:
        """Each word a glossary entry says not to use → the entry."""
        return Phrases({word.lower(): term for term in self.terms for word in term.instead_of}, plural=True)

    @cached_property
    def term_by_word(self) -> dict[str, Term]:
        """Each term's written form and abbreviation in lower case → the term."""
        return {word.lower(): term for term in self.terms for word in (term.term, *term.also)}

    @cached_property
    def short_terms(self) -> dict[str, Term]:
        """Abbreviations, as written, that stand for longer words: EHC plan, SENCO."""
        return {term.term: term for term in self.terms if term.full and ACRONYM.search(term.term)}

    @cached_property
    def short_term_pattern(self) -> re.Pattern[str] | None:
        """Any of those abbreviations, as written; not where it begins a name, as in SEND Local Offer."""
        if not self.short_terms:
            return None
        choices = "|".join(re.escape(term) for term in sorted(self.short_terms, key=len, reverse=True))
        return re.compile(rf"(?<![\w-])(?:{choices})(?![\w-])(?! [A-Z])")

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """Abbreviations that may stand: those the glossary explains, and those everybody knows."""
        written = (" ".join((term.term, term.full, *term.also)) for term in self.terms)
        return frozenset(word for words in written for word in ACRONYM.findall(words)) | self.known_acronyms

    def find_term(self, written: str) -> Term | None:
        """The glossary entry for a word as written, singular or plural."""
        word = written.lower()
        return self.term_by_word.get(word) or self.term_by_word.get(word.removesuffix("s"))


ACRONYM = re.compile(r"\b(?=[A-Z0-9&]{0,20}[A-Z][A-Z0-9&]{0,20}[A-Z])[A-Z][A-Z0-9&]{1,40}(?=s?\b)")


def word_lists(vocabulary: Vocabulary) -> WordLists:
    """The lists the rules read, from the vocabularies."""
    terms = tuple(map(_term, vocabulary.glossary.values()))
    lists = vocabulary.words
    return WordLists(
        avoid={form.lower(): entry.better for entry in lists.avoid for form in (entry.word, *entry.forms)},
        fitting=frozenset(entry.word.lower() for entry in lists.avoid if entry.fits),
        contractions={entry.word.lower(): entry.better for entry in lists.contractions},
        common=vocabulary.common_words,
        known_acronyms=frozenset(entry.word for entry in lists.acronyms),
        terms=terms,
    )


def _term(entry: GlossaryTerm) -> Term:
    full, easy_read = entry.full or "", entry.easy_read or ""
    return Term(entry.term, full, entry.meaning, easy_read, tuple(entry.avoid), entry.id, tuple(entry.also))
