"""Editors' words that are no whole sentence → one, for easy read: `Ages 8 to 12` → `It is for ages 8 to 12`.

In: words. Out: the same, with what they lack before them. What may be a sentence already stays as it is; where nobody can know, the
words are told as somebody's own, which is true of any.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from localoffer.facts.plain import has_long, sentences_of
from localoffer.wording import in_sentence

_VERBS = """am is are was were be been can cannot could may might must shall should will would do does did has have had need let
ask answer apply arrange become begin book borrow bring build buy call care carry change chat check choose clean close collect come
cook cost cover decide draw drive eat end explain fetch fill find fit follow gather get give go grow happen hear help hire hold
hope join keep know last lead learn leave lend like listen live look love make mean meet mend message move offer open organise pack paint
pay phone pick plan play practise prepare press pull push put rate reach read rent rest ride ring run say see sell send share show sing
sit sleep speak spend start stay stop suit support swap swim take talk teach tell text think train travel try turn use visit wait walk
want watch wear welcome work worry write""".split()
_FORMS = frozenset(
    form for verb in _VERBS for form in (verb, f"{verb}s", f"{verb}es", f"{verb[:-1]}ies", f"{verb}d", f"{verb}ed")
)
_WHO_DOES = frozenset(
    "i you he she it we they nobody everybody somebody someone everyone anyone anybody this there".split()
)
Mend = Callable[[str], str]
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_HEAD_ENDS = re.compile(
    r",|[.;:!?]|\b(?:for|with|on|in|of|from|at|by|to|who|that|where|whose|and|or|but|every|beside|each)\b"
)
_MAY = r"(?:can|cannot|may|must|should|will)\b"
_CLAUSE = re.compile(rf"\b(?:who|that|whose|which|where)\b(?: {_MAY})?(?:(?! {_MAY})[^,.])*")
_PEOPLE = re.compile(
    r"^(?:Any |Anyone |Anybody |Only |Children|Families|Parents|Carers|People|Young people|Pupils|Adults|Teenagers|Boys|Girls|"
    r"Women|Men|Mothers|Fathers|Brothers|Sisters|Disabled )"
)
_AND_MORE = re.compile(r"(?:, and|, an?|,? ?and) ")
_PLACES = re.compile(
    r"^(?:Opposite|Near|Next to|Behind|Beside|Between|Above|Inside|Upstairs|Downstairs|Close to|On foot)\b"
)


def mended(text: str, mend: Mend) -> str:
    """The text, each sentence made whole."""
    return " ".join(short_enough(mend(sentence), sentence) for sentence in sentences_of(text))


def short_enough(whole: str, words: str) -> str:
    """The whole sentence, or the words as they are where that would be too long for easy read and they are not."""
    return words if has_long(whole) and not has_long(words) else whole


def may_be_whole(words: str) -> bool:
    """True where a verb may be in them, or somebody who does something."""
    return any(word in _FORMS or word in _WHO_DOES for word in _words(words))


def thing(words: str) -> str:
    """What is there, as a sentence: `A group for girls` → `This is a group for girls`; `Lessons and nursing` → `There are …`."""
    head_ends = _HEAD_ENDS.search(words)
    head, rest = (words[: head_ends.start()], words[head_ends.start() :]) if head_ends else (words, "")
    named = _words(head)
    if not named or may_be_whole(head) or len(named) > 4:
        return words
    small = in_sentence(words)
    is_bare = not may_be_whole(_CLAUSE.sub("", words))
    is_plural = named[-1].endswith("s") and named[-1][-2:] not in {"ss", "us"}
    if named[0] in {"a", "an", "one"} and len(named) > 1 and not is_plural:
        if _AND_MORE.match(rest):
            return f"There is {small}" if is_bare else words
        return f"This is {small}"
    return f"There are {small}" if len(named) == 1 and is_plural and is_bare else words


def for_whom(words: str) -> str:
    """Whom it is for: `Any child under 5` → `It is for any child under 5`."""
    if not _PEOPLE.match(words) or may_be_whole(_CLAUSE.sub("", words)):
        return words
    return f"It is {'only for' if words.startswith('Only ') else 'for'} {in_sentence(words.removeprefix('Only '))}"


def where_it_is(words: str) -> str:
    """`Opposite the station` → `It is opposite the station`."""
    return f"It is {in_sentence(words)}" if _PLACES.match(words) and not may_be_whole(words) else words


def of_this_time(words: str) -> str:
    """What is to be known of one time: `Ages 8 to 12` → `It is for ages 8 to 12`; of other words only that somebody says them."""
    if re.match(r"Ages? \d", words):
        return f"It is for {in_sentence(words)}"
    if words.startswith("For "):
        return f"It is {in_sentence(words)}"
    return words if may_be_whole(words) else f'They say of this time: "{words.rstrip(".")}."'


def _words(text: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]
