"""Topics and needs by the words of a record: proposals, shown to families for finding and told to editors; never a fact.

In: the lists of the offer, and the texts of one record. Out: short names, most likely first, and the words that say so. Where
the words are too few or could mean many things, nothing is proposed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from localoffer.importing.phrases import Phrases
from localoffer.model.vocabulary import Need, Topic, Vocabulary

MOST_TOPICS, MOST_NEEDS = 3, 4
FIRST_WORDS, TEXT = 3.0, 1.0
"""What a phrase counts in a name, summary or subject, and in the text below."""
ENOUGH = 2.0
SHARED_BY_MANY = 3
"""A phrase that stands for so many members says nothing about any."""


@dataclass(frozen=True)
class Proposal:
    """Short names, and for each the words it was chosen by."""

    names: list[str] = field(default_factory=list)
    words: dict[str, list[str]] = field(default_factory=dict)


class Proposer:
    """Knows the lists of one offer."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.topics, self.needs = vocabulary.topics, vocabulary.needs
        self._topic_phrases, self._need_phrases = _phrases(self.topics), _phrases(self.needs)

    def topics_of(self, first_words: str, text: str) -> Proposal:
        """What it is about."""
        return _chosen(self._topic_phrases, self.topics, first_words, text, MOST_TOPICS)

    def needs_of(self, first_words: str, text: str) -> Proposal:
        """Whom it is for. A need that is only named in passing is not one that it is for."""
        return _chosen(self._need_phrases, self.needs, first_words, text, MOST_NEEDS)


def _phrases(members: Mapping[str, Topic] | Mapping[str, Need]) -> Phrases:
    words: dict[str, list[str]] = {}
    short: dict[str, list[str]] = {}
    for identity, member in members.items():
        for phrase in (member.name, *member.synonyms):
            words.setdefault(phrase, []).append(identity)
        for phrase in member.abbreviations:
            short.setdefault(phrase, []).append(identity)
    return Phrases(words, short)


def _chosen(
    phrases: Phrases, members: Mapping[str, Topic] | Mapping[str, Need], first_words: str, text: str, most: int
) -> Proposal:
    points: dict[str, float] = {}
    words: dict[str, dict[str, None]] = {}
    for weight, part in ((FIRST_WORDS, first_words), (TEXT, text)):
        for phrase, meanings, _at in phrases.found(part):
            if len(meanings) > SHARED_BY_MANY:
                continue
            for meaning in meanings:
                if phrase not in words.setdefault(meaning, {}):
                    words[meaning][phrase] = None
                    points[meaning] = points.get(meaning, 0) + weight / len(meanings)
    likely = [name for name, sum_of in points.items() if sum_of >= ENOUGH]
    order = list(members)
    likely.sort(key=lambda name: (-points[name], order.index(name)))
    names = _without_parents(likely, members)[:most]
    return Proposal(names, {name: list(words[name]) for name in names})


def _without_parents(names: Iterable[str], members: Mapping[str, Topic] | Mapping[str, Need]) -> list[str]:
    """A topic whose part is proposed too says nothing more."""
    found = list(names)
    parents = {parent for name in found for parent in members[name].parents}
    return [name for name in found if name not in parents]
