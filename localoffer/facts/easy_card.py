"""A service in an easy-read list: its picture, what it is in one whole sentence, what a reader must know first, who it is for.

In: a Service as lists know it (catalogue/listed.py), and the Catalogue. Out: a `Card`. No sentence is cut: where its own words
are too long, a shorter sentence stands for them.
"""

from __future__ import annotations

from collections.abc import Iterator

from localoffer import wording
from localoffer.addresses import easy_url, service_url
from localoffer.catalogue import Catalogue
from localoffer.facts.about import STATUS, easy_words, in_brief, topic_idea, topic_picture, with_a_verb
from localoffer.facts.plain import MOST_WORDS, ended, how_many
from localoffer.facts.reader import it_is_for, reader_of
from localoffer.facts.view import Card, Line
from localoffer.facts.voice import Idea, aloud, own_sentences
from localoffer.facts.waiting import wait_sentence
from localoffer.facts.when import usual_days
from localoffer.model import Service
from localoffer.wording.short import one_line

SHORT = 10
"""Words of a sentence that is easy to read (CONTENT_RULES: UK, DH, PS)."""
LEAST = 3
"""Fewer words, such as `Text us.`, do not say what it is."""
GOES_ON = "…"


def easy_card(service: Service, catalogue: Catalogue) -> Card:
    """What `Easton Saturday Club` is in an easy-read list: `This is a club for children.`, `It is on Saturdays.`"""
    picture, line = easy_line(service, catalogue)
    return Card(
        catalogue.told_apart.get(service.id) or service.short_name or service.name,
        easy_url(service_url(service.id)),
        line,
        picture,
        easy_lines(service, _first(service, catalogue)),
    )


def easy_lines(service: Service, first: str) -> tuple[Line, ...]:
    """What a card says below its sentence: what a reader must know first, and who it is for."""
    words = " ".join(filter(None, (first, it_is_for(service))))
    return (Line(words),) if words else ()


def easy_line(service: Service, catalogue: Catalogue) -> tuple[str, str]:
    """A picture, and one whole sentence that says what it is: the editor's own first, else its summary's, else its topic's."""
    picture = topic_picture(service, catalogue)
    for point in service.easy_read.points if service.easy_read else ():
        for sentence in own_sentences(point.text):
            if _says_something(words := aloud(sentence)):
                return (point.picture if point.picture != "none" else picture or "help"), words
    if words := _from_summary(service):
        return picture or "speak", words
    topic = topic_idea(service, catalogue)
    return (
        (topic.picture, aloud(topic.sentences[0])) if topic else ("not-known", "No one has written yet what this is.")
    )


def _from_summary(service: Service) -> str:
    """The first sentence of its own words that is no question, where it is short; else its line for lists; else that sentence."""
    line = with_a_verb(one_line(service))
    short = ended(line) if line and GOES_ON not in line and _says_something(line) else ""
    first = ""
    for sentence in easy_words(in_brief(service), reader_of(service)):
        words = aloud(sentence)
        if not words.endswith("?"):
            first = "" if GOES_ON in words else words
            break
    return next((words for words in (first, short) if words and how_many(words) <= SHORT), "") or first or short


def _says_something(words: str) -> bool:
    """False for a question, for two words, and for what is too long for easy read."""
    return not words.endswith("?") and LEAST <= how_many(words) <= MOST_WORDS


def _first(service: Service, catalogue: Catalogue) -> str:
    """What a reader must know first: not open, full, the wait, the usual days."""
    return next(_known_first(service, catalogue), "")


def _known_first(service: Service, catalogue: Catalogue) -> Iterator[str]:
    if service.status in STATUS:
        told: Idea = STATUS[service.status][1]
        yield aloud(told.sentences[-1 if service.status == "planned" else 0])
    waiting = service.waiting_time
    if waiting and waiting.typical and waiting.typical.number:
        yield aloud(wait_sentence(waiting))
    if service.spaces in ("full", "waiting list"):
        yield wording.SPACES[service.spaces]
    yield from usual_days(service, catalogue.today)
    if waiting:
        yield aloud(wait_sentence(waiting))
