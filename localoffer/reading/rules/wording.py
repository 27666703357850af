"""Rules about the choice of words: jargon, acronyms, glossary words, one word for one thing."""

from __future__ import annotations

from collections.abc import Iterator

from localoffer.findings import ERROR, WARNING
from localoffer.reading.lists import ACRONYM, WordLists
from localoffer.reading.passages import MASKED, Passage
from localoffer.reading.rules.base import Fault, error_if_easy, is_easy, rule


@rule("avoid-word", source="UK COGA GOV", bad="We utilise a multi-agency approach.", good="We work with other teams.")
def check_avoid_list(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """Words on the avoid list have a plainer word beside them: use that one."""
    if words.avoid_pattern is None:
        return
    for found in words.avoid_pattern.finditer(passage.text):
        better = words.avoid.get(" ".join(found[0].lower().split()), "")
        yield Fault(
            found.start(),
            error_if_easy(passage),
            f"“{found[0]}” is a word families find hard",
            f"write “{better}”." if better else "say it in everyday words.",
        )


@rule("contraction", source="GOV NHS", bad="You can't book online.", good="You cannot book online.")
def check_contractions(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """Short forms that readers stumble over are written in full: cannot, do not."""
    if words.contraction_pattern is None:
        return
    for found in words.contraction_pattern.finditer(passage.text):
        better = words.contractions[found[0].lower().replace("’", "'")]
        yield Fault(found.start(), WARNING, f"“{found[0]}” is easy to misread", f"write “{better}”.")


@rule("hard-word", source="UK COGA", bad="The panel makes a determination.", good="The panel decides.")
def check_hard_words(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """An easy-read word is a common word, a name, or in the glossary."""
    if not is_easy(passage) or not words.common:
        return
    covered = [found.span() for found in words.term_pattern.finditer(passage.text)] if words.term_pattern else []
    for word in passage.words:
        bare = word.text.lower().replace("’", "'").removesuffix("'s").rstrip(".,:/")
        if not _is_plain(bare, word.text, words) and not any(start <= word.start < end for start, end in covered):
            yield Fault(
                word.start,
                WARNING,
                f"“{word.text}” may be a hard word",
                "use an everyday word, or explain it in the glossary (content/_data/glossary.yml).",
            )


def _is_plain(bare: str, written: str, words: WordLists) -> bool:
    if not bare.isalpha() or MASKED in written or written[0].isupper():
        return True
    return any(stem in words.common for stem in stems(bare))


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


@rule("acronym", source="UK IE", bad="Ask the XYZ team.", good="Ask the Local Offer team.")
def check_acronyms(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """An abbreviation stands in the glossary, which says what it means."""
    known = words.glossary_acronyms | words.known_acronyms
    for found in ACRONYM.finditer(passage.text):
        if found[0] not in known and not any(character.isdigit() for character in found[0]):
            yield Fault(
                found.start(),
                error_if_easy(passage),
                f"“{found[0]}” is not in the glossary",
                "write it in full, or add it to content/_data/glossary.yml.",
            )


@rule("one-word-one-thing", source="IE", bad="You can ask for respite care.", good="You can ask for a short break.")
def check_one_word(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """One word for one thing: the glossary says which words not to use."""
    if words.other_word_pattern is None:
        return
    terms = [found.span() for found in words.term_pattern.finditer(passage.text)] if words.term_pattern else []
    for found in words.other_word_pattern.finditer(passage.text):
        if any(start <= found.start() < end for start, end in terms):
            continue
        term = words.other_words.get(found[0].lower()) or words.other_words.get(found[0].lower().removesuffix("s"))
        if term:
            yield Fault(
                found.start(),
                WARNING,
                f"“{found[0]}” has another name on this site",
                f"write “{term.term}”, as everywhere else.",
            )


@rule(
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
                yield Fault(
                    start,
                    ERROR,
                    f"“{written}” is in bold, but the glossary does not explain it",
                    "add it to content/_data/glossary.yml, or take the bold away.",
                )
        elif not _is_explained(passage, start):
            yield Fault(
                start,
                WARNING,
                f"“{written}” is not explained in the next sentence",
                f"add: “{term.easy_read or term.meaning}”",
            )


def _bold(passage: Passage) -> Iterator[tuple[int, str]]:
    source, place = passage.source, 0
    while (opening := source.find("**", place)) >= 0 and (closing := source.find("**", opening + 2)) > 0:
        yield opening + 2, source[opening + 2 : closing]
        place = closing + 2


def _is_explained(passage: Passage, start: int) -> bool:
    """True when a sentence follows, or the sentence itself is the explanation (“This is called …”)."""
    holding = [number for number, sentence in enumerate(passage.sentences) if sentence.start <= start < sentence.end]
    if not holding:
        return True
    number = holding[0]
    says_what = any(
        phrase in passage.sentences[number].text.lower() for phrase in ("called", "is a ", "means", "is when")
    )
    return says_what or number + 1 < len(passage.sentences)
