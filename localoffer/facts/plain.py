"""An editor's own words in easy read: the easy line beside them, else their short sentences, else a true short one of ours.

In: a text, its easy line, and who reads. Out: sentences. No sentence of more than 15 words is put in whole: it is cut where one
sentence ends and another begins, else something shorter stands for it, and a finding asks for an easy line.
"""

from __future__ import annotations

import re
from functools import lru_cache

from localoffer import wording
from localoffer.facts.reader import PERSON, Reader
from localoffer.facts.voice import Part, Sentence, name, own_words, say
from localoffer.reading.passages import split_sentences

MOST_WORDS = 15
"""Words of a sentence in easy read (CONTENT_RULES: UK, DH, PS)."""
_WORD = re.compile(r"[^\W_][^\s]*")
_CUT = re.compile(
    r"(?:;|,)? (?P<word>and|but|so) (?=(?:we|you|they|it|he|she|there|your|our|nobody|everybody|everyone)\b)|; "
)
_DEPENDS = re.compile(
    r"\b(?:if|when|who|whom|whose|that|because|unless|where|after|before|until|while|only|not)\b", re.IGNORECASE
)
"""After such a word, what follows may hold only under it: there a sentence is not cut."""
SMALL_WORDS = frozenset(
    """a an the this that your our their his her its my each every any some all most other another
    one two three four five six seven eight nine ten eleven twelve half many more families parents children people
    girls boys adults carers schools young spare old older aged age under over swimming long short big letters reports
    anything anyone anybody someone somebody something medicine proof videos photos snacks shoes shorts socks boots wellies
    lunch dinner tea clothes nobody school college nursery hospital police doctors nurses teachers health social
    drop-in online weekly monthly""".split()
)
"""Words that begin an editor's phrase and are no names: inside a sentence they are written small."""


FIRST_WORDS = 11
_ENDS_BADLY = frozenset(
    "a an the and or but of for with to in on at by from as that who which whose if when your our their its is are not no "
    "than so after before have has can may must into over under".split()
)


def begins(sentence: str) -> str:
    """The first words of a long sentence, with a sign that it goes on: up to a comma, or so that it ends with a word of weight."""
    words = sentence.split()[:FIRST_WORDS]
    stops = [
        number for number, word in enumerate(words, 1) if word.endswith((",", ";", ":")) and number > FIRST_WORDS // 2
    ]
    words = words[: stops[-1]] if stops else words
    while len(words) > 4 and words[-1].strip(",;:").lower() in _ENDS_BADLY:
        words.pop()
    return " ".join(words).rstrip(",;:") + " …"


def how_many(sentence: str) -> int:
    """The words of a sentence."""
    return len(_WORD.findall(sentence))


@lru_cache(maxsize=256)  # a page says a text, looks for it and asks whether it is long
def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of a text, white space folded; signs alone go with the words before them."""
    starts = [span.start for span in split_sentences(text)][1:]
    ends = [*starts, len(text)]
    return tuple([" ".join(text[a:b].split()) for a, b in zip([0, *starts], ends, strict=True) if text[a:b].strip()])


def short_ones(sentence: str) -> list[str]:
    """A sentence as one or several of at most 15 words; none where it cannot be cut."""
    if how_many(sentence) <= MOST_WORDS:
        return [sentence]
    pieces, past = list[str](), 0
    for found in _CUT.finditer(sentence):
        if _DEPENDS.search(sentence, 0, found.start()):
            return []
        pieces.append(sentence[past : found.start()])
        past = found.end() if found["word"] in (None, "and") else found.start("word")
    pieces = [_whole(piece) for piece in [*pieces, sentence[past:]]]
    if len(pieces) > 1 and all(1 < how_many(piece) <= MOST_WORDS for piece in pieces):
        return pieces
    return []


def _whole(piece: str) -> str:
    piece = piece.strip(" ,;")
    return ended(wording.first_capital(piece))


def ended(words: str) -> str:
    """The words with a full stop where no sign ends them."""
    return words if words[-1:] in ".!?…" or words[-2:] in ('."', '!"', '?"') else f"{words}."


def has_long(text: str | None, easy: str | None = None) -> bool:
    """True for words of which something shorter must stand in easy read, until somebody writes an easy line."""
    return bool(text) and not easy and any(not short_ones(sentence) for sentence in sentences_of(text or ""))


def told(text: str, easy: str | None, otherwise: Sentence, reader: Reader = PERSON) -> list[Sentence]:
    """The sentences, in order; `otherwise` once for those that are too long."""
    if easy:
        return [own_words(ended(sentence)) for sentence in sentences_of(easy)]
    found, is_short = list[Sentence](), True
    for sentence in sentences_of(text):
        pieces = short_ones(sentence)
        if pieces or is_short:
            found += [_said(piece, reader) for piece in pieces] or [otherwise]
        is_short = is_short and bool(pieces)
    return found


def _said(sentence: str, reader: Reader) -> Sentence:
    if reader.hears(sentence):
        return own_words(ended(sentence))
    return say('They tell parents: "', *own_words(ended(sentence)), '"')


def inside(words: str) -> str:
    """A phrase as it stands inside a sentence: `A family` → `a family`; a name keeps its capital."""
    first, space, rest = words.strip().rstrip(" .").partition(" ")
    plain = first.lower().removesuffix("'s").removesuffix(",")
    return f"{first.lower()}{space}{rest}" if plain in SMALL_WORDS or plain[:1].isdigit() else f"{first}{space}{rest}"


def phrase(before: str, words: str, after: str = ".") -> Sentence:
    """An editor's phrase inside a sentence of ours: `Please bring ` + `Socks` → `Please bring socks.`"""
    return say(before, *own_words(inside(words)), after)


def person_named(words: str) -> Part:
    """A role as a person is asked for: `Club leader` → `the club leader`; names stay as they are."""
    if not _ROLE.search(words) or "," in words:
        return name(words)
    first = words.partition(" ")[0]
    is_name = any(sign.isupper() for sign in first[1:]) or first.removesuffix("s").endswith("day")
    return name(f"the {words}" if is_name else f"the {wording.in_sentence(words)}")


_ROLE = re.compile(
    r"(?:leader|manager|team|coordinator|officer|worker|workers|office|line|desk|therapist|teacher|helper|helpers|coach|tutor|"
    r"adviser|advisers|librarian|nurse|nurses|clinic|service|secretary|organiser|trainer|mentor|visitor|hub|gardener|volunteers|"
    r"navigators|finders|host|hosts|lead|chair|psychologist|reception|receptionist|helpline|bank|trustees|planner)$",
    re.IGNORECASE,
)
