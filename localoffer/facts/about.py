"""What a service is: whether it is open, news, what it does, who runs it.

In: a Service and the Catalogue. Out: Facts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from localoffer.addresses import easy_url, provider_url, service_url
from localoffer.catalogue import Catalogue
from localoffer.facts.fact import Fact, Rows, Unsaid
from localoffer.facts.gaps import Whom
from localoffer.facts.links import linked
from localoffer.facts.view import Link, Notice
from localoffer.facts.voice import Idea, extra, idea, link, own_sentences, own_words, say
from localoffer.model import Service
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
    "charity": KindOfProvider("A charity", "This is a charity.", "help"),
    "community-group": KindOfProvider("A community group", "This is a local group.", "group"),
    "private": KindOfProvider("A private company", "This is a business.", "building"),
    "not known": KindOfProvider("", "They run what is below.", "group"),
    "national": KindOfProvider("A national organisation", "They help people all over the country.", "map"),
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
        yield Fact("alert", "News", Rows([Notice("warm", "", linked(alert.text))]), [_news(service)])
    yield Fact("description", "What it is", service.description, list(_what(service, catalogue, whom)))
    provider = catalogue.providers.get(service.provider_id)
    if provider:
        runs = link(provider.name, easy_url(provider_url(provider.id)))
        yield Fact(
            "provider",
            "Run by",
            Rows([Link(provider.name, provider_url(provider.id))]),
            [extra(idea(PROVIDER_KINDS[provider.kind].picture, say(runs, " runs this.")))],
        )


def _news(service: Service) -> Idea:
    if service.alert and service.alert.easy_read:
        return Idea("warning", own_sentences(service.alert.easy_read), is_own=True)
    there = link("read it on the full page", service_url(service.id))
    return idea("warning", say("There is news about this."), say("You can ", there, "."))


def _what(service: Service, catalogue: Catalogue, whom: Whom) -> Iterator[Idea]:
    """The editor's own points, or what the topics say; of a record that came in from elsewhere, its own first words."""
    if service.easy_read:
        for point in service.easy_read.points:
            picture = "" if point.picture == "none" else point.picture
            yield Idea(picture, own_sentences(point.text), alt=point.alt or "", why=point.why or "", is_own=True)
        return
    if service.is_as_it_came or service.topics_proposed or not service.has_topics:
        yield _own_words(service, whom)
        return
    topics = [catalogue.vocabulary.topics[name] for name in service.topics if name in catalogue.vocabulary.topics]
    for number, topic in enumerate(topics[:3]):
        words = topic.easy_read or topic.name[:1].lower() + topic.name[1:]
        found = idea(topic.picture or "help", say(f"This is {'also ' if number else ''}about {words}."))
        yield extra(found, 3) if number else found


def in_brief(service: Service) -> str:
    """What it is in a sentence or two: the summary, or the first words of the description; empty where there is neither."""
    return service.summary or first_words(service.description)


def _own_words(service: Service, whom: Whom) -> Idea:
    if words := in_brief(service):
        return idea("speak", say("These are their own words."), say('"', *own_words(words.rstrip(".")), '".'))
    return idea("not-known", say("No one has written yet what this is."), say(f"Please ask {whom.word}."))


def link_facts(service: Service) -> Iterator[Fact]:
    """What else there is to read about it."""
    if service.links:
        rows = Rows([Link(found.text, found.url) for found in service.links])
        yield Fact("links", "More about it", rows, Unsaid("pages elsewhere are seldom easy read", is_elsewhere=True))
