"""What a service is: whether it is open, news, what it does, who runs it.

In: a Service and the Catalogue. Out: Facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from localoffer import wording
from localoffer.addresses import easy_url, provider_url
from localoffer.catalogue import Catalogue
from localoffer.facts.fact import Fact, Rows
from localoffer.facts.gaps import Whom
from localoffer.facts.links import linked
from localoffer.facts.plain import begins, sentences_of, short_ones, told
from localoffer.facts.reader import Reader, reader_of
from localoffer.facts.view import Link, Notice
from localoffer.facts.voice import Idea, Sentence, idea, in_threes, link, own_sentences, own_words, say
from localoffer.facts.whole import thing
from localoffer.model import Alert, Service
from localoffer.model.provider import NOBODY_YET
from localoffer.model.topics import Topic
from localoffer.prose import first_words


class KindOfProvider(NamedTuple):
    """What a kind of provider is called, in both voices, and its picture."""

    words: str
    easy: str
    picture: str


PROVIDER_KINDS = {
    "council": KindOfProvider("Part of the council", "This is part of the council.", "council"),
    "nhs": KindOfProvider("Part of the NHS", "This is part of the NHS.", "hospital"),
    "school": KindOfProvider("A school", "This is a school.", "school"),
    "college": KindOfProvider("A college", "This is a college.", "college"),
    "early-years": KindOfProvider("Early years: for children under 5", "They look after young children.", "nursery"),
    "charity": KindOfProvider("A charity", "This is a charity.", "charity"),
    "community-group": KindOfProvider("A community group", "This is a local group.", "circle"),
    "private": KindOfProvider("A private company", "This is a business.", "business"),
    "not known": KindOfProvider("", "They run what is below.", "runs"),
    "national": KindOfProvider("A national organisation", "They help people all over the country.", "country"),
}

STATUS = {
    "closed": (
        Notice("warm", "This service has closed.", "Please do not travel there. Look at other help like this below."),
        idea("closed", say("This has closed."), say("You can ask for other help.")),
    ),
    "temporarily closed": (
        Notice("warm", "Closed for now.", "Phone or write before you go, and ask when it opens again."),
        idea("closed", say("This is closed for now."), say("Ask when it opens again.")),
    ),
    "planned": (
        Notice("warm", "Not open yet.", "This is planned. Ask to hear when it starts."),
        idea("new", say("This is new."), say("It has not started yet.")),
    ),
}


def about_facts(service: Service, catalogue: Catalogue, whom: Whom) -> Iterator[Fact]:
    """News first, then what it is and who runs it."""
    if service.status in STATUS:
        notice, told = STATUS[service.status]
        if service.status == "temporarily closed" and not whom.has_phone:
            notice = replace(notice, words=f"Ask {whom.word} before you go, and when it opens again.")
        yield Fact("status", "Is it open?", Rows([notice]), [told])
    alert = service.alert
    if alert and alert.until >= catalogue.today:
        yield Fact(
            "alert",
            "News",
            Rows([Notice("warm", "", linked(alert.text))]),
            list(_news(alert, reader_of(service))),
        )
    yield Fact("description", "What it is", service.description, list(_what(service, catalogue, whom)))
    provider = catalogue.providers.get(service.provider_id)
    if provider:
        runs = say(link(provider.name, easy_url(provider_url(provider.id))), " runs this.")
        easy = (
            idea("runs", runs)
            if provider.name != NOBODY_YET
            else idea("not-known", say("We do not know yet who runs this."))
        )
        yield Fact(
            "provider",
            "Run by",
            Rows([Link(provider.name, provider_url(provider.id))]),
            [easy],
        )


def _news(alert: Alert, reader: Reader) -> Iterator[Idea]:
    if alert.easy_read:
        yield Idea("warning", own_sentences(alert.easy_read), is_own=True)
        return
    otherwise = say("There is news about this. Ask them before you go.")
    yield from in_threes("warning", told(alert.text, None, otherwise, reader))


def _what(service: Service, catalogue: Catalogue, whom: Whom) -> Iterator[Idea]:
    """The editor's own points, or its own first words; where nobody has written any, what the topics say."""
    if service.easy_read:
        for point in service.easy_read.points:
            picture = "" if point.picture == "none" else point.picture
            yield Idea(picture, own_sentences(point.text), alt=point.alt or "", why=point.why or "", is_own=True)
        return
    if words := in_brief(service):
        if service.is_as_it_came:
            yield idea("speak", say("These are their own words."))
        yield from in_threes(topic_picture(service, catalogue) or "speak", list(easy_words(words, reader_of(service))))
    elif topic := topic_idea(service, catalogue):
        yield replace(topic, sentences=(*topic.sentences, say(f"Please ask {whom.word} what it is.")))
    else:
        yield idea("not-known", say("No one has written yet what this is."), say(f"Please ask {whom.word}."))


def _topic(service: Service, catalogue: Catalogue) -> Topic | None:
    """Its first topic, where a person has said it."""
    named = (catalogue.vocabulary.topics.get(name) for name in service.topics)
    return None if service.topics_proposed else next(filter(None, named), None)


def topic_picture(service: Service, catalogue: Catalogue) -> str:
    """The picture of its first topic; empty where nobody has said what it is about."""
    topic = _topic(service, catalogue)
    return (topic.picture or "") if topic else ""


def topic_idea(service: Service, catalogue: Catalogue) -> Idea | None:
    """What it is about, where nothing more is known."""
    if topic := _topic(service, catalogue):
        words = topic.easy_read or wording.in_sentence(topic.name)
        return idea(topic.picture or "help", say(f"This is about {words}."))
    return None


def easy_words(words: str, reader: Reader) -> Iterator[Sentence]:
    """Its own short sentences, whole where it is plain how; of a long one its first words, with a sign that it goes on."""
    for sentence in sentences_of(words):
        whole = with_a_verb(sentence)
        kept = whole if short_ones(whole) else sentence
        yield from told(kept, None, say(*own_words(begins(sentence))), reader)


def with_a_verb(words: str) -> str:
    """Words that begin with an aim or a thing, as a sentence: `For girls of 12` → `It is for girls of 12`."""
    return thing(_START.sub(lambda found: _STARTS[found[0]], words))


def in_brief(service: Service) -> str:
    """What it is in a sentence or two: the summary, or the first words of the description; empty where there is neither."""
    return first_words(service.description) if service.summary is None else service.summary


_STARTS = {"For ": "It is for ", "Help ": "You can get help ", "Learn ": "You can learn "}
_START = re.compile(r"^(?:For |Help |Learn )(?!yourself)")
"""How a summary that is no whole sentence begins, and how it reads as one."""


def link_facts(service: Service) -> Iterator[Fact]:
    """What else there is to read about it."""
    if service.links:
        rows = Rows([Link(found.text, found.url) for found in service.links])
        read = [say("You can read: ", link(found.text, found.url), ".") for found in service.links]
        yield Fact("links", "More about it", rows, in_threes("website", read))
