"""Rules about sentences and blocks: length, one idea, active voice, you and we."""

from __future__ import annotations

import re
from collections.abc import Iterator

from localoffer.findings import ERROR, WARNING
from localoffer.reading.lists import WordLists
from localoffer.reading.passages import EASY, MASKED, Passage, Span
from localoffer.reading.rules.base import is_easy, shorten
from localoffer.rulebook import Fault, Rules

READING = Rules("reading", within=EASY, eased=True)

#: kind → (words that warn, words that are an error) in one sentence.
SENTENCE_WORDS = {True: (10, 15), False: (20, 30)}
#: kind → (sentences, words) a block may hold.
BLOCK = {True: (3, 50), False: (5, 80)}

JOINING = re.compile(r"\b(?:and|but|or|because|which|so)\b", re.IGNORECASE)


def quoted(passage: Passage, span: Span) -> str:
    """The words of a span as they were written."""
    return shorten(passage.source[span.start : span.end])


@READING.rule(
    "sentence-long",
    source="UK DH PS NHS GOV",
    bad="You can come to the club on Saturday morning if you have a plan and you live in the town.",
    good="You can come to the club on Saturday.",
)
def check_sentence_length(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """A sentence has at most 10 words in easy read and 20 elsewhere; over 15 and 30 it is an error."""
    warn, stop = SENTENCE_WORDS[is_easy(passage)]
    for sentence, number in zip(passage.sentences, passage.lengths, strict=True):
        if number > warn:
            severity = ERROR if number > stop else WARNING
            limit = stop if severity == ERROR else warn
            message = f"this sentence has {number} words, and {limit} is the most: “{quoted(passage, sentence)}”"
            yield Fault(message, _split_advice(sentence), sentence.start, severity)


def _split_advice(sentence: Span) -> str:
    middle = len(sentence.text) // 2
    joins = [found for found in JOINING.finditer(sentence.text) if 8 < found.start() < len(sentence.text) - 8]
    if not joins:
        return "make two short sentences of it."
    best = min(joins, key=lambda found: abs(found.start() - middle))
    return f"end the sentence before “{best[0]}”, and start a new one."


@READING.rule(
    "one-idea",
    source="UK COGA",
    bad="You can phone us and you can write, but not on Sunday.",
    good="You can phone us. You can write to us.",
    severity=WARNING,
)
def check_one_idea(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """An easy-read sentence holds one idea: at most one joining word, one comma, and no semicolon."""
    if not is_easy(passage):
        return
    for sentence in passage.sentences:
        joins = [found[0].lower() for found in JOINING.finditer(sentence.text)]
        commas = sentence.text.count(",")
        if len(joins) > 1 or commas > 1 or ";" in sentence.text:
            message = f"this sentence holds more than one idea: “{quoted(passage, sentence)}”"
            yield Fault(message, "say one thing in each sentence, or make a list.", sentence.start)


@READING.rule(
    "block-long",
    source="NHS COGA",
    bad="You can phone us. You can write to us. You can come in. You can text us.",
    good="You can phone us. You can write to us.",
)
def check_block_length(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """A block has at most 3 sentences and 50 words in easy read, 5 and 80 elsewhere."""
    sentences, most = BLOCK[is_easy(passage)]
    number, length = len(passage.sentences), sum(passage.lengths)
    if passage.is_split:
        return
    if number > sentences or length > most:
        what = f"{number} sentences, and {sentences} is" if number > sentences else f"{length} words, and {most} is"
        message = f"this block has {what} the most: “{shorten(passage.source.strip(), 8)}”"
        fix = "break it into two blocks" + (", each with its picture." if is_easy(passage) else ".")
        yield Fault(message, fix, _first(passage), ERROR if is_easy(passage) else WARNING)


def _first(passage: Passage) -> int:
    return len(passage.source) - len(passage.source.lstrip())


BE = r"(?:is|are|was|were|be|been|being|am|gets?|got)"
IRREGULAR = (
    "given|taken|made|done|seen|sent|paid|told|held|kept|found|written|chosen|shown|known|put|brought|bought|built|"
    "caught|taught|thought|left|met|read|said|sold|spent|understood|won|heard|run|begun|driven|drawn|grown|led|lost|set"
)
#: Words of this form that describe a state, and are plain.
STATES = frozenset(
    """
    closed disabled worried tired called interested allowed excited scared stressed used finished united married
    red need indeed hundred bed shed speed feed seed planned qualified trained experienced registered left set put
    read met mixed limited relaxed confused pleased bored supposed open aged locked
    """.split()
)
PASSIVE = re.compile(
    rf"\b{BE}\s+(?:not\s+|never\s+|also\s+|often\s+|always\s+|usually\s+|\w+ly\s+)?(?P<word>[a-z]+ed|{IRREGULAR})\b",
    re.IGNORECASE,
)


@READING.rule(
    "passive",
    source="COGA PS",
    bad="A letter will be sent to you.",
    good="We will send you a letter.",
    severity=WARNING,
)
def check_passive(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """Easy read says who does it: “we send you a letter”, not “a letter is sent”."""
    if not is_easy(passage):
        return
    for found in PASSIVE.finditer(passage.text):
        if found["word"].lower() not in STATES:
            message = f"“{found[0]}” does not say who does it"
            yield Fault(message, "start with the person who acts: “We …”, “You …”, “The school …”.", found.start())


NEGATIVE = re.compile(
    r"\b(?:not|no|never|nobody|nothing|none|cannot|can’t|can't|don’t|don't|won’t|won't|without)\b|\bun(?:able|less)\b",
    re.IGNORECASE,
)


@READING.rule(
    "double-negative",
    source="COGA PS",
    bad="You cannot come unless you phone.",
    good="Phone us before you come.",
    severity=WARNING,
)
def check_negatives(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """An easy-read sentence has at most one “no” or “not”, and no “unless”."""
    if not is_easy(passage):
        return
    for sentence in passage.sentences:
        found = [match[0].lower() for match in NEGATIVE.finditer(sentence.text)]
        if "unless" in found:
            fix = "say what the reader must do: “Phone us before you come.”"
            yield Fault("“unless” is hard to follow", fix, sentence.start + sentence.text.lower().index("unless"))
        elif len(found) > 1:
            message = f"“{found[0]}” and “{found[1]}” in one sentence are hard to follow"
            yield Fault(message, "say it the other way round, with “yes” instead of “no”.", sentence.start)


@READING.rule(
    "no-you-or-we",
    source="COGA PS",
    bad="Families apply by letter. Staff read each letter. Staff reply. Families wait.",
    good="You can write to us. We will answer.",
    severity=WARNING,
)
def check_you_and_we(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """Easy read talks to the reader: a block of 4 or more plain sentences says “you” or “we”."""
    text = passage.text
    if not is_easy(passage) or len(passage.sentences) < 4 or MASKED in text:
        return
    if not re.search(r"\b(?:you|your|we|us|our|i|my)\b", text, re.IGNORECASE):
        yield Fault("this does not say “you” or “we”", "talk to the reader: “You can …”.", _first(passage))
