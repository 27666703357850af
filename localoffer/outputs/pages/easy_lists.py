"""Easy read of the lists by topic, need and age, and of the list of guides.

In: the Index. Out: easy-read pages whole; `easyread.parts` makes several of a long one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from localoffer.addresses import (
    GUIDES,
    NEEDS,
    STAGES,
    TOPICS,
    content_url,
    easy_url,
    need_url,
    not_known_url,
    stage_url,
    topic_url,
)
from localoffer.easyread import EasyReadPage, Idea, Section
from localoffer.facts.help_line import how_to_ask
from localoffer.facts.view import Card
from localoffer.facts.voice import Sentence, idea, link, say
from localoffer.facts.who import people_words
from localoffer.model import ContentPage, Service
from localoffer.model.vocabulary import Need, Stage, Topic
from localoffer.outputs.index import Index
from localoffer.outputs.page import SITE
from localoffer.outputs.pages.lists import SHOWN_IN_GROUP
from localoffer.outputs.pages.not_known import UNKNOWN, has_page
from localoffer.reading.passages import split_sentences


def easy_lists(index: Index) -> Iterator[EasyReadPage]:
    """Every list by topic, need and age, and the guides."""
    yield from _guides(index)
    yield from _topics(index)
    yield from _needs(index)
    yield from _ages(index)
    for gap in UNKNOWN:
        if has_page(gap, index):
            yield from _not_known(gap, index)


def whole_page(title: str, url: str, source: str, *sections: Section) -> EasyReadPage:
    """An easy-read page without the sections that hold nothing. `url` is that of the full page."""
    return EasyReadPage(title, url, tuple(section for section in sections if section.ideas or section.rows), source)


def phone_us(index: Index) -> Sentence:
    """The help line."""
    return how_to_ask(index.catalogue.site)


# Topics, needs, ages


def topics_section(index: Index) -> Section:
    """The topics of the first level, with pictures."""
    topics = index.catalogue.vocabulary.topics
    return Section("Look by topic", tuple(_topic_idea(topics[top]) for top in index.subtopics if top in topics))


def _topic_idea(topic: Topic) -> Idea:
    door = say(link(topic.name, easy_url(topic_url(topic.id))))
    return _about(topic, "help", door, say(f"This is about {_words(topic)}."))


def _about(thing: Topic | Need | Stage, otherwise: str, *sentences: Sentence) -> Idea:
    """The sentences with the thing's own picture."""
    return idea(thing.picture or otherwise, *sentences)


def _words(thing: Topic | Stage) -> str:
    return thing.easy_read or thing.name[:1].lower() + thing.name[1:]


def _topics(index: Index) -> Iterator[EasyReadPage]:
    sections = [topics_section(index), _unknown("topics", index)]
    yield whole_page("Topics", TOPICS, index.source_of("topics"), *sections)
    topics = index.catalogue.vocabulary.topics
    for topic in topics.values():
        below = tuple(
            Card(topics[name].name, easy_url(topic_url(name)), icon=topics[name].picture or "help")
            for name in index.subtopics.get(topic.id, ())
        )
        yield from _services(
            topic,
            topic.name,
            topic_url(topic.id),
            [_about(topic, "help", say(f"This is about {_words(topic)}."))],
            index.by_topic.get(topic.id, []),
            index,
            _good_to_read(index.guides_by_topic.get(topic.id, [])),
            ahead=Section("Kinds of help", (), below),
        )


def _needs(index: Index) -> Iterator[EasyReadPage]:
    needs = index.catalogue.vocabulary.needs.values()
    broad = (_broad_need(area, needs) for area in needs if not area.parents)
    yield whole_page("Look by need", NEEDS, index.source_of("needs"), *broad)
    for need in needs:
        services = index.by_need.get(need.id, []) or index.near_for_every_need[:SHOWN_IN_GROUP]
        yield from _services(
            need,
            need.name,
            need_url(need.id),
            [_about_need(need), idea("no-diagnosis", say("You can ask for help without a diagnosis."))],
            services,
            index,
            _for_everyone(index, services),
            _unknown("needs", index),
            _good_to_read(guide for guide in index.guides if need.id in guide.needs),
        )


def _about_need(need: Need) -> Idea:
    """Whom it helps, and what the need is, told to a person who has it."""
    line = [say(span.text) for span in split_sentences(need.easy_line or "")]
    return _about(need, "person", say(f"This is help for people {people_words(need)}."), *line)


def _broad_need(area: Need, needs: Iterable[Need]) -> Section:
    about = _about_need(area)
    inside = (Card(need.name, easy_url(need_url(need.id))) for need in needs if area.id in need.parents)
    return Section(area.name, (about,), (Card(f"All of this: {area.name}", easy_url(need_url(area.id))), *inside))


def _for_everyone(index: Index, shown: Sequence[Service]) -> Section:
    """A few services for every need, and the way to the rest; the whole list would stand on every need's page."""
    above = {service.id for service in shown}
    more = [service for service in index.near_for_every_need[:SHOWN_IN_GROUP] if service.id not in above]
    rows = [*(index.easy_card(service) for service in more), Card("More help: look by topic", easy_url(TOPICS), icon="list")]
    return Section("Help for everyone", (), tuple(rows))


def _ages(index: Index) -> Iterator[EasyReadPage]:
    stages = index.catalogue.vocabulary.stages.values()
    doors = Section("How old are you?", tuple(map(_stage_idea, stages)))
    yield whole_page("Look by age", STAGES, index.source_of("stages"), doors)
    for stage in stages:
        yield from _services(
            stage,
            f"Ages {stage.name}",
            stage_url(stage.id),
            [_about(stage, "person", say(f"This is help for ages {stage.name}."))],
            index.by_stage[stage.id],
            index,
            _unknown("ages", index),
            _good_to_read(guide for guide in index.guides if stage.id in guide.stages),
        )


def _stage_idea(stage: Stage) -> Idea:
    door = say(link(f"Ages {stage.name}", easy_url(stage_url(stage.id))))
    return _about(stage, "person", door, say(f"This is for {_words(stage)}."))


# What nobody knows yet


def _unknown(gap: str, index: Index) -> Section:
    """The end of a list: the first services of this gap, and the way to all of them."""
    services, told = index.unknown[gap], UNKNOWN[gap]
    rows = [index.easy_card(service) for service in services[:SHOWN_IN_GROUP]]
    if has_page(gap, index):
        rows.append(Card(told.title, easy_url(not_known_url(gap)), icon="list"))
    ask = idea("not-known", say(told.easy), say("You can ask them."))
    return Section("What we do not know yet", (ask,) if rows else (), tuple(rows))


def _not_known(gap: str, index: Index) -> Iterator[EasyReadPage]:
    told = UNKNOWN[gap]
    ask = idea("not-known", say(told.easy), say("You can ask them."))
    cards = tuple(index.easy_card(service) for service in index.unknown[gap])
    yield whole_page(told.title, not_known_url(gap), SITE, Section("What we do not know yet", (ask,), cards))


# Guides


def _guides(index: Index) -> Iterator[EasyReadPage]:
    if "guides/index" not in index.catalogue.content:
        about = idea("book", say("These pages tell you what to do."))
        yield whole_page("Guides", GUIDES, "content/guides/", Section("Guides", (about,), _guide_cards(index.guides)))


def _good_to_read(guides: Iterable[ContentPage]) -> Section:
    return Section("Good to read", (), _guide_cards(guides))


def _guide_cards(guides: Iterable[ContentPage]) -> tuple[Card, ...]:
    return tuple(Card(guide.easy.title, easy_url(content_url(guide.id))) for guide in guides if guide.easy)


# The services of one thing


def _services(
    thing: Topic | Need | Stage,
    title: str,
    url: str,
    about: Sequence[Idea],
    services: Sequence[Service],
    index: Index,
    *more: Section,
    ahead: Section | None = None,
) -> Iterator[EasyReadPage]:
    """What it is about, its kinds, its services, and what else there is."""
    nothing = idea("not-known", say("There is nothing in this list yet."))
    ask = idea("phone", say("We can look for help with you."), phone_us(index))
    found = Section("Help you can get", () if services else (nothing, ask), tuple(map(index.easy_card, services)))
    first = [Section("What this is about", tuple(about)), *([ahead] if ahead else [])]
    yield whole_page(title, url, thing.path, *first, found, *more)
