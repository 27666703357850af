"""Hard words in the sentences we write ourselves: bold where they first stand, and explained in the next sentence.

In: the sections of a page and the glossary. Out: the sections with the explanations. An editor's own words stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from localoffer.easyread.page import Section
from localoffer.facts.voice import Idea, Part, Sentence, say
from localoffer.model.vocabulary import Vocabulary
from localoffer.reading.passages import split_sentences

ALWAYS_EXPLAINED = frozenset({"diagnosis", "personal budget"})
"""Words of our own sentences that are explained though they are not abbreviations."""

Glossary = dict[str, tuple[Sentence, ...]]
WordsIn = Callable[[str], list[str]]


MOST_SENTENCES = 3
"""Sentences one block may hold in easy read (CONTENT_RULES, NHS and COGA)."""


def explain_terms(sections: Sequence[Section], vocabulary: Vocabulary) -> list[Section]:
    """The sections, each hard word explained once, where it first stands."""
    meanings, words_in = hard_words(vocabulary)
    if not meanings:
        return list(sections)
    seen = set[str]()
    explained = []
    for section in sections:
        ideas = [part for found in section.ideas for part in _explain_idea(found, meanings, words_in, seen)]
        explained.append(replace(section, ideas=tuple(ideas)))
    return explained


@lru_cache(maxsize=4)
def hard_words(vocabulary: Vocabulary) -> tuple[Glossary, WordsIn]:
    """Abbreviations of the glossary, names of needs and a few words more → their easy-read meaning; and what finds them in a
    text. Most texts are sentences of ours, which all pages say: they are looked through once."""
    needs = " ".join(need.easy_read or "" for need in vocabulary.needs.values())
    meanings = {
        term.term: tuple(say(span.text) for span in split_sentences(term.easy_read))
        for term in vocabulary.glossary.values()
        if term.easy_read and (term.full or term.term in ALWAYS_EXPLAINED or _pattern([term.term]).search(needs))
    }
    return meanings, lru_cache(maxsize=2048)(_pattern(meanings).findall)


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    choices = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{choices})(?![\w-])")


def _explain_idea(found: Idea, meanings: Glossary, words_in: WordsIn, seen: set[str]) -> Iterator[Idea]:
    if found.is_own:
        yield found
        return
    together: list[list[Sentence]] = []
    is_changed = False
    for sentence in found.sentences:
        word = _first_unseen(sentence, words_in, seen)
        if word is None:
            together.append([sentence])
            continue
        is_changed = True
        seen.add(word)
        together.append([tuple(_in_bold(sentence, word)), *meanings[word]])
    if not is_changed:
        yield found
        return
    yield from (replace(found, sentences=tuple(block)) for block in _blocks(together))


def _blocks(together: Sequence[Sequence[Sentence]]) -> Iterator[Sequence[Sentence]]:
    """Blocks of 3 sentences at most; a hard word and its meaning stay in one block."""
    block: list[Sentence] = []
    for sentences in together:
        if block and len(block) + len(sentences) > MOST_SENTENCES:
            yield block
            block = []
        block += sentences
        while len(block) > MOST_SENTENCES:
            yield block[:MOST_SENTENCES]
            block = block[MOST_SENTENCES:]
    if block:
        yield block


def _first_unseen(sentence: Sentence, words_in: WordsIn, seen: set[str]) -> str | None:
    for part in sentence:
        if part.is_name or part.href:
            continue
        for word in words_in(part.text):
            if word not in seen:
                return word
    return None


def _in_bold(sentence: Sentence, word: str) -> Iterator[Part]:
    is_done = False
    for part in sentence:
        if is_done or part.is_name or part.href or word not in part.text:
            yield part
            continue
        before, _, after = part.text.partition(word)
        yield from (piece for piece in (Part(before), Part(word, is_term=True), Part(after)) if piece.text)
        is_done = True
