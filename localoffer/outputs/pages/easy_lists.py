"""Easy read of the lists by topic, need and age, and of the list of guides.

In: the Index. Out: easy-read pages with what leads to their further parts: 20 links on each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

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
from localoffer.outputs.page import SITE, Meta
from localoffer.outputs.pages.lists import SHOWN_IN_GROUP
from localoffer.outputs.pages.not_known import UNKNOWN, has_page
from localoffer.outputs.parts import pager, pages_of
from localoffer.reading.passages import split_sentences

LENGTH = 20
"""Links on one easy-read list (DESIGN section 9)."""

Listed = tuple[EasyReadPage, Meta]


def easy_lists(index: Index) -> Iterator[Listed]:
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


def _topics(index: Index) -> Iterator[Listed]:
    sections = [topics_section(index), _unknown("topics", index)]
    yield whole_page("Topics", TOPICS, index.source_of("topics"), *sections), {}
    topics = index.catalogue.vocabulary.topics
    for topic in topics.values():
        below = tuple(Card(topics[name].name, easy_url(topic_url(name))) for name in index.subtopics.get(topic.id, ()))
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


def _needs(index: Index) -> Iterator[Listed]:
    needs = index.catalogue.vocabulary.needs.values()
    broad = (_broad_need(area, needs) for area in needs if not area.parents)
    yield whole_page("Look by need", NEEDS, index.source_of("needs"), *broad), {}
    for need in needs:
        services = index.by_need.get(need.id, []) or index.near_for_every_need[:SHOWN_IN_GROUP]
        yield from _services(
            need,
            need.name,
            need_url(need.id),
            [_about_need(need), idea("doctor", say("You can ask for help without a diagnosis."))],
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
    rows = [*(index.easy_card(service) for service in more), Card("More help: look by topic", easy_url(TOPICS))]
    return Section("Help for everyone", (), tuple(rows))


def _ages(index: Index) -> Iterator[Listed]:
    stages = index.catalogue.vocabulary.stages.values()
    doors = Section("How old are you?", tuple(map(_stage_idea, stages)))
    yield whole_page("Look by age", STAGES, index.source_of("stages"), doors), {}
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
        rows.append(Card(told.title, easy_url(not_known_url(gap))))
    ask = idea("not-known", say(told.easy), say("You can ask them."))
    return Section("What we do not know yet", (ask,) if rows else (), tuple(rows))


def _not_known(gap: str, index: Index) -> Iterator[Listed]:
    told, url = UNKNOWN[gap], not_known_url(gap)
    ask = idea("not-known", say(told.easy), say("You can ask them."))

    def lay_out(part: tuple[Card, ...], is_first: bool, _is_last: bool) -> list[Section]:
        return [Section("What we do not know yet", (ask,) if is_first else (), part)]

    cards = [index.easy_card(service) for service in index.unknown[gap]]
    yield from _in_parts(told.title, url, SITE, cards, lay_out)


# Guides


def _guides(index: Index) -> Iterator[Listed]:
    if "guides/index" in index.catalogue.content:
        return

    def lay_out(part: tuple[Card, ...], is_first: bool, _is_last: bool) -> list[Section]:
        about = (idea("book", say("These pages tell you what to do.")),) if is_first else ()
        return [Section("Guides", about, part)]

    yield from _in_parts("Guides", GUIDES, "content/guides/", _guide_cards(index.guides), lay_out)


def _good_to_read(guides: Iterable[ContentPage]) -> Section:
    return Section("Good to read", (), _guide_cards(guides))


def _guide_cards(guides: Iterable[ContentPage]) -> tuple[Card, ...]:
    return tuple(Card(guide.easy.title, easy_url(content_url(guide.id))) for guide in guides if guide.easy)


# Lists in parts of 20


def _services(
    thing: Topic | Need | Stage,
    title: str,
    url: str,
    about: Sequence[Idea],
    services: Sequence[Service],
    index: Index,
    *more: Section,
    ahead: Section | None = None,
) -> Iterator[Listed]:
    """The services of one thing: what it is about and its kinds on the first part, what else there is on the last."""
    ask = idea("phone", say("We can look for help with you."), phone_us(index))

    def lay_out(part: tuple[Card, ...], is_first: bool, is_last: bool) -> list[Section]:
        first = [Section("What this is about", tuple(about)), *([ahead] if ahead else [])] if is_first else []
        found = Section("Help you can get", () if part else (ask,), part)
        return [*first, found, *(more if is_last else ())]

    yield from _in_parts(title, url, thing.path, [index.easy_card(service) for service in services], lay_out)


def _in_parts(
    title: str,
    url: str,
    source: str,
    cards: Sequence[Card],
    lay_out: Callable[[tuple[Card, ...], bool, bool], list[Section]],
) -> Iterator[Listed]:
    """`lay_out(cards, is_first, is_last)` gives the sections of each part."""
    parts = pages_of(cards, LENGTH)
    for number, part in enumerate(parts, start=1):
        page = whole_page(title, url, source, *lay_out(tuple(part), number == 1, number == len(parts)))
        yield replace(page, part=number), pager(easy_url(url), number, len(parts))
