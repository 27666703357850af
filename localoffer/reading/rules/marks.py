"""Rules about signs and type: capitals, italics, underline, Latin short forms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from localoffer.reading.lists import WordLists
from localoffer.reading.passages import EASY, LINK, MASKED, Passage
from localoffer.reading.rules.base import error_if_easy, is_easy, words_instead
from localoffer.rulebook import Fault, Put, Rules

READING = Rules("reading", within=EASY, eased=True)

SHORT_FORMS = {
    "e.g": "for example",
    "eg": "for example",
    "i.e": "that is",
    "ie": "that is",
    "etc": "and so on",
    "nb": "please note",
    "&": "and",
    "vs": "or",
    "viz": "that is",
    "re": "about",
}
SHORT_FORM = re.compile(
    r"(?<![\w.@/])(?:e\.g\.?|eg\.?|i\.e\.?|ie\.?|etc\.?|N\.?B\.?|vs\.?|viz\.?)(?![\w])|(?<=\s)&(?=\s)"
)

SHORT_PIECES = frozenset(("e", "eg", "i", "ie", "etc", "n", "nb", "vs", "viz"))


@READING.rule("short-form", source="UK COGA", bad="Bring a snack, e.g. fruit.", good="Bring a snack, like fruit.")
def check_short_forms(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """No e.g., i.e., etc or &: say it in words."""
    if "&" not in passage.text and SHORT_PIECES.isdisjoint(passage.pieces):
        return
    for found in SHORT_FORM.finditer(passage.text):
        key = found[0].lower().rstrip(".")
        better = SHORT_FORMS.get(key) or SHORT_FORMS.get(key.replace(".", ""), "")
        message = f"“{found[0]}” is read out wrongly, and not everyone knows it"
        fix = f"write “{better}”." if better else "say it in words."
        yield Fault(message, fix, found.start(), error_if_easy(passage), _instead_of(passage, found, better))


CERTAIN = frozenset(("for example", "that is", "and so on", "and"))
"""Short forms that mean one thing. “vs” may be “or” or “against”."""


def _instead_of(passage: Passage, found: re.Match[str], better: str) -> Put:
    """The full stop of “etc.” may be the sentence's; an & between two capitals may be part of a name."""
    start, end = found.span()
    ends_sentence = found[0].endswith(".") and re.match(r"[”’\"')]*(?:\s+[A-Z]|\s*$)", passage.text[end:])
    before = passage.text[:start].rpartition(" &")[2] if found[0] == "&" else ""
    is_name = bool(before and re.search(r"[A-Z][\w’'.]*\s$", before) and passage.text[end : end + 2].strip().isupper())
    is_sure = (
        better in CERTAIN and not is_name and not (found[0] == "&" and MASKED in passage.text[start - 2 : end + 2])
    )
    return words_instead(passage, start, end - bool(ends_sentence), better, is_sure=is_sure)


CAPITALS = re.compile(r"(?<![\w’'])(?:[A-Z]{2,}(?:[ ,–-]+[A-Z]{2,})+|[A-Z]{6,})(?!\w)")


@READING.rule("capitals", source="IE", bad="PLEASE PHONE FIRST.", good="Please phone first.")
def check_capitals(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """No words in block capitals; abbreviations of the glossary may stand."""
    for found in CAPITALS.finditer(passage.text) if passage.has_capitals else ():
        if not all(word in words.acronyms for word in re.findall(r"[A-Z]+", found[0])):
            message = f"“{found[0]}” is in capitals, which are hard to read"
            yield Fault(message, f"write {found[0].capitalize()}.", found.start(), error_if_easy(passage))


ITALIC = re.compile(
    r"(?<![\*\w\\])\*(?![\s*])[^*\n]{1,300}?(?<![\s*\\])\*(?![\*\w])"
    r"|(?<![_\w\\])_(?![\s_])[^_\n]{1,300}?(?<![\s_\\])_(?![_\w])"
)
UNDERLINE = re.compile(r"<(?:u|ins|i|em)\b[^<>]{0,300}>|\^\^[^^\n]{1,300}\^\^", re.IGNORECASE)


@READING.rule("italics", source="IE", bad="Phone *before* you come.", good="Phone before you come.")
def check_italics(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """Easy read has no italics and underlines nothing but links."""
    if not is_easy(passage) or not any(sign in passage.source for sign in "*_<^"):
        return
    source = LINK.sub(lambda found: MASKED * len(found[0]), passage.source)
    for pattern, what in ((ITALIC, "is in italics"), (UNDERLINE, "is in italics or underlined")):
        for found in pattern.finditer(source):
            message = f"“{found[0]}” {what}, which is hard to read"
            fix = "take the marks away. Bold marks a word you then explain."
            put = Put(found[0][1:-1], *found.span()) if pattern is ITALIC else None
            yield Fault(message, fix, found.start(), put=put)
