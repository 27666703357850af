"""Rules about the choice of words: jargon, acronyms, glossary words, one word for one thing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from localoffer.findings import WARNING
from localoffer.reading.lists import ACRONYM, WordLists
from localoffer.reading.passages import EASY, MASKED, Passage
from localoffer.reading.phrases import Token
from localoffer.reading.rules.base import error_if_easy, is_easy, words_instead
from localoffer.rulebook import Fault, Rules

READING = Rules("reading", within=EASY, eased=True)


@READING.rule(
    "avoid-word", source="UK COGA GOV", bad="We utilise a multi-agency approach.", good="We work with other teams."
)
def check_avoid_list(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """Words on the avoid list have a plainer word beside them: use that one."""
    for found in words.avoided.find(passage):
        message = f"“{passage.text[found.start : found.end]}” is a word families find hard"
        fix = f"write “{found.value}”." if found.value else "say it in everyday words."
        written = " ".join(token.word for token in passage.tokens[found.tokens.start : found.tokens.stop])
        is_sure = written in words.fitting
        put = words_instead(passage, found.start, found.end, found.value, is_sure=is_sure) if found.value else None
        yield Fault(message, fix, found.start, error_if_easy(passage), put)


@READING.rule(
    "contraction", source="GOV NHS", bad="You can't book online.", good="You cannot book online.", severity=WARNING
)
def check_contractions(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """Short forms that readers stumble over are written in full: cannot, do not."""
    for found in words.contracted.find(passage):
        written = passage.text[found.start : found.end]
        after = passage.tokens[found.tokens.stop : found.tokens.stop + 1]
        is_sure = ", or" not in found.value and not (after and after[0].word in TURNED)
        put = words_instead(passage, found.start, found.end, found.value, is_sure=is_sure)
        yield Fault(f"“{written}” is easy to misread", f"write “{found.value}”.", found.start, put=put)


TURNED = frozenset(("i", "you", "he", "she", "it", "we", "they", "there", "this", "that", "been", "got", "had"))
"""Words after which a short form cannot be written out in its place: “Don't you”, “there's been”."""


@READING.rule(
    "hard-word", source="UK COGA", bad="The panel makes a determination.", good="The panel decides.", severity=WARNING
)
def check_hard_words(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """An easy-read word is a common word, a name, or in the glossary."""
    if not is_easy(passage) or not words.common:
        return
    hard = [token for token in passage.tokens if not _is_plain(token, passage, words)]
    if not hard:
        return
    found_terms = words.glossary.find(passage)
    covered = {passage.tokens[number].start for found in found_terms for number in found.tokens}
    for token in hard:
        if token.start not in covered:
            fix = "use an everyday word, or explain it in the glossary (content/_data/glossary.yml)."
            yield Fault(f"“{passage.text[token.start : token.end]}” may be a hard word", fix, token.start)


def _is_plain(token: Token, passage: Passage, words: WordLists) -> bool:
    """A common word in one of its forms; names, numbers and what stands beside a hidden part are not judged."""
    if token.word in words.common or passage.text[token.start].isupper():
        return True
    if any(passage.text[place : place + 1] == MASKED for place in (token.start - 1, token.end)):
        return True
    return all(_is_common(part, words) for part in token.word.removesuffix("'s").split("-"))


def _is_common(word: str, words: WordLists) -> bool:
    return not word.isalpha() or any(stem in words.common for stem in stems(word))


def stems(word: str) -> Iterator[str]:
    """The word and the plain forms it may come from: `stopped` → stop, `carries` → carry."""
    yield word
    for ending, replacements in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            base = word[: -len(ending)]
            yield from (base + replacement for replacement in replacements)
            if len(base) > 2 and base[-1] == base[-2]:
                yield base[:-1]


ENDINGS = (
    ("ies", ("y",)),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ied", ("y",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
    ("er", ("", "e")),
    ("est", ("", "e")),
    ("ly", ("",)),
    ("n't", ("",)),
)


@READING.rule("acronym", source="UK IE", bad="Ask the XYZ team.", good="Ask the Local Offer team.")
def check_acronyms(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """An abbreviation stands in the glossary, which says what it means."""
    for found in ACRONYM.finditer(passage.text) if passage.has_capitals else ():
        if found[0] not in words.acronyms and not any(character.isdigit() for character in found[0]):
            fix = "write it in full, or add it to content/_data/glossary.yml."
            yield Fault(f"“{found[0]}” is not in the glossary", fix, found.start(), error_if_easy(passage))


@READING.rule(
    "one-word-one-thing",
    source="IE",
    bad="You can ask for respite care.",
    good="You can ask for a short break.",
    severity=WARNING,
)
def check_one_word(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """One word for one thing: the glossary says which words not to use."""
    others = list(words.other_words.find(passage))
    if not others:
        return
    terms = words.glossary.find(passage)
    covered = {number for found in terms for number in found.tokens}
    for found in others:
        if found.tokens.start not in covered:
            message = f"“{passage.text[found.start : found.end]}” has another name on this site"
            yield Fault(message, f"write “{found.value.term}”, as everywhere else.", found.start)


@READING.rule(
    "glossary-unexplained",
    source="UK",
    bad="A **zorble** can decide.",
    good="A **tribunal** can decide. A tribunal is a kind of court.",
)
def check_terms_are_explained(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """A glossary word in bold in easy read is explained in the next sentence, and stands in the glossary."""
    if not is_easy(passage):
        return
    for start, written in _bold(passage):
        term = words.find_term(written)
        if term is None:
            if not any(character.isdigit() for character in written) and MASKED not in passage.text[start : start + 3]:
                message = f"“{written}” is in bold, but the glossary does not explain it"
                yield Fault(message, "add it to content/_data/glossary.yml, or take the bold away.", start)
        elif not _is_explained(passage, start):
            message = f"“{written}” is not explained in the next sentence"
            yield Fault(message, f"add: “{term.easy_read or term.meaning}”", start, WARNING)


def _bold(passage: Passage) -> Iterator[tuple[int, str]]:
    source, place = passage.source, 0
    while (opening := source.find("**", place)) >= 0 and (closing := source.find("**", opening + 2)) > 0:
        yield opening + 2, source[opening + 2 : closing]
        place = closing + 2


def _is_explained(passage: Passage, start: int) -> bool:
    """True when a sentence follows, or the sentence itself is the explanation (“This is called …”)."""
    number = bisect_right(passage.starts, start) - 1
    if number < 0 or start >= passage.sentences[number].end:
        return True
    says_what = any(
        phrase in passage.sentences[number].text.lower() for phrase in ("called", "is a ", "means", "is when")
    )
    return says_what or number + 1 < len(passage.sentences)
