"""Names in any letters: one way to compare them, to put them in order, and to write them in an address.

In: text as people write it. Out: `folded` (what search, duplicates and A to Z compare), `name_order` and `letter_of` (A to
Z), `address_part` (names of files). theme/assets/javascripts/find/words.js folds what is typed in the same way;
tests/letters.json holds both to it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

NUMBERS, OTHERS = "0", "other"
"""The headings of A to Z beside the letters: names that begin with a digit, and names in other alphabets or signs."""

_APOSTROPHES = re.compile("['‘’‛ʹʻʼˈ`´′＇]")
_MARKS_ARE_LETTERS = 0x700
"""From this sign on (Hindi, Thai, Japanese …) marks are letters. Before it (Latin, Greek, Cyrillic, Hebrew, Arabic) a word
stays the same word without them."""

# Letters that Unicode does not take apart, as people type them who do not have them; Arabic letters with a Persian or
# Urdu shape of their own, or that are written either way; digits of Arabic and Urdu.
_SAME = {
    **{"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ł": "l", "ŋ": "n", "ŧ": "t", "þ": "th"},
    **{"ı": "i", "ĸ": "k", "ə": "e", "ɛ": "e", "ɔ": "o", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ς": "σ", "ß": "ss"},
    **{"ی": "ي", "ى": "ي", "ک": "ك", "ہ": "ه", "ة": "ه", "ـ": ""},
    **{letter: str(place) for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for place, letter in enumerate(digits)},
}
_SAME_LETTERS = str.maketrans(_SAME)
_ONE_SIGN_A_WORD = re.compile("([\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff])")
"""Chinese and Japanese stand without spaces: each sign is a word, so that a part of a name is found."""
_DOTTED = re.compile(r"\b([a-z])\.(?=[a-z]\b)", re.ASCII)
_NO_WORDS = re.compile("[^a-z0-9]+")
_AND_BETWEEN_LETTERS = re.compile(r"(^| )([a-z]) and (?=[a-z](?: |$))")


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """`O’Brien’s Café & Łódź` → `obriens cafe and lodz`: small letters without marks, hidden signs and apostrophes, one
    space between words. `A&E` and `A and E` are `a&e`, `C.A.M.H.S.` is `camhs`. Empty without a letter or digit."""
    plain = text if text.isascii() else _APOSTROPHES.sub("", text)
    bare = plain.lower() if plain.isascii() else _bare(_bare(plain).upper().lower())
    bare = _DOTTED.sub(r"\1", _APOSTROPHES.sub("", bare.translate(_SAME_LETTERS)).replace("&", " and "))
    if not bare.isascii():
        bare = _ONE_SIGN_A_WORD.sub(r" \1 ", unicodedata.normalize("NFC", bare))
        bare = "".join(sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in bare)
    else:
        bare = _NO_WORDS.sub(" ", bare)
    return _AND_BETWEEN_LETTERS.sub(r"\1\2&", " ".join(bare.split()))


def _bare(text: str) -> str:
    """Letters taken apart (é is e and a mark, ﬁ is f and i), without hidden signs and without loose marks."""
    return _BEYOND_ASCII.sub(_bare_run, unicodedata.normalize("NFKD", text))


_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")


def _bare_run(found: re.Match[str]) -> str:
    """Of the signs of English letters, none keeps its marks: each run of others stands by itself."""
    kept: list[str] = []
    has_its_marks = False
    for sign in found[0]:
        kind = unicodedata.category(sign)
        if kind == "Cf":
            continue
        if kind[0] != "M":
            has_its_marks = kind[0] in "LN" and ord(sign) >= _MARKS_ARE_LETTERS
        elif not has_its_marks:
            continue
        kept.append(sign)
    return "".join(kept)


def same_name(name: str) -> str:
    """What two names are compared by; a name of signs only is compared as it is."""
    return folded(name) or name


# A to Z


_FILED_WITHOUT = re.compile(r"(?:a place at|a(?! levels?\b)|an|the) (?=.)")


def filed(name: str) -> str:
    """The name as it is filed, folded: without A, An, The or “A place at” before it, which nobody looks under."""
    return _FILED_WITHOUT.sub("", folded(name), count=1) if _FILED_WITHOUT.match(folded(name)) else folded(name)


def letter_of(name: str) -> str:
    """The heading a name stands under: `E` for Étoile, `C` for The club, `NUMBERS` for 24-hour line, `OTHERS` for any other
    first sign."""
    first = filed(name)[:1]
    if first.isascii() and first.isalpha():
        return first.upper()
    return NUMBERS if first.isdigit() else OTHERS


def letter_order(letter: str) -> tuple[bool, str]:
    """Headings in their order: numbers, A to Z, the others."""
    return letter == OTHERS, letter


def name_order(name: str) -> tuple[bool, str, str]:
    """Names in the order of A to Z: marks, signs, capitals and articles do not count, `&` counts as the word it stands for."""
    return letter_of(name) == OTHERS, filed(name).replace("&", " and "), name


# Names in addresses


@lru_cache(maxsize=1 << 12)
def address_part(name: str) -> str:
    """A name of a file or folder, for a web address: `Zoë’s Café & Co` → `zoes-cafe-and-co`; `Помощь` → `pomoshch`; cut
    between words to 60 signs. Empty only where there is neither letter nor digit."""
    spelt = ""
    for sign in folded(name).replace("&", " and "):
        if unicodedata.category(sign)[0] == "M":
            spelt = spelt.removesuffix("a")  # the sign of a vowel stands in place of the letter's own a
        spelt += sign if sign.isascii() else _sound(sign)
    part = _joined(spelt) or _joined("".join(map(_number, folded(name))))
    return re.sub(r"-[^-]*$", "", part[: _LONGEST + 1]).strip("-")[:_LONGEST] if len(part) > _LONGEST else part


def file_name(name: str) -> str:
    """The name of a listing's file, without .yml; not one of those that mean something else."""
    part = address_part(name)
    return f"{part}-service" if part in (INDEX, "provider") else part


def _joined(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")


_LONGEST = 60
INDEX = "index"
"""The page of a folder itself."""
_WHOLE = re.compile(
    r"(?:HANGUL SYLLABLE|(?:HIRAGANA|KATAKANA) LETTER(?: SMALL)?|ETHIOPIC SYLLABLE|.* VOWEL SIGN) (\w+)"
    r"|(?:DEVANAGARI|BENGALI|GUJARATI|GURMUKHI|ORIYA|TAMIL|TELUGU|KANNADA|MALAYALAM|SINHALA) LETTER (\w+)"
)
_SPELT = re.compile(r".*?(?:LETTER|CHARACTER) (?:FINAL |SHORT |FARSI |SARA )?(\w+)")
_VOWEL_FIRST = re.compile(r"E[FLMNRS]")


@lru_cache(maxsize=5_000)
def _sound(sign: str) -> str:
    """A letter of another alphabet in ours, from the name Unicode gives it: ZHE is zh, EM is m, GAMMA is g, HAN is han.
    A sign that has no such name (Chinese) is its number; a mark without a sound is nothing."""
    name = unicodedata.name(sign, "")
    if whole := _WHOLE.fullmatch(name):
        return str(whole[1] or whole[2]).lower()
    if found := _SPELT.match(name):
        word = found[1][1:] if _VOWEL_FIRST.fullmatch(found[1]) else found[1]
        return "" if word in ("SOFT", "HARD") else re.split(r"(?<=[^AEIOU])(?=[AEIOU])|(?<=[AEIOU])", word)[0].lower()
    if unicodedata.category(sign)[0] == "M":
        return ""
    return _number(sign)


def _number(sign: str) -> str:
    digit = unicodedata.digit(sign, None)
    return f"-{ord(sign):x}-" if digit is None else str(digit)
