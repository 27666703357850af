"""Easy read of the lists by topic, need and age, and of the list of guides.

In: the Index. Out: easy-read pages, each list in its parts: by kind of help where it has services (easy_by_kind.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from localoffer import wording
from localoffer.addresses import (
    EVERY_NEED,
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
from localoffer.catalogue import fit
from localoffer.easyread import EasyReadPage, Idea, Section
from localoffer.facts.view import Card, Link
from localoffer.facts.voice import Sentence, idea, link, say
from localoffer.facts.who import people_words
from localoffer.model import ContentPage, Service
from localoffer.model.vocabulary import Need, Stage, Topic
from localoffer.outputs.index import Index
from localoffer.outputs.page import SITE
from localoffer.outputs.pages import lists
from localoffer.outputs.pages.easy_by_kind import (
    Door,
    EasyList,
    first_section,
    how_many,
    in_kinds,
    kind_doors,
    list_parts,
    perhaps_door,
    rows_of,
    staff_door,
    topic_doors,
    we_look,
)
from localoffer.outputs.pages.not_known import UNKNOWN, has_page
from localoffer.reading.passages import split_sentences


def easy_lists(index: Index) -> Iterator[EasyReadPage]:
    """Every list by topic, need and age, and the guides, each in its parts."""
    for whole in (*_guides(index), _topics_page(index), _needs_page(index), _ages_page(index), *_not_known(index)):
        yield from list_parts(whole)
    vocabulary = index.catalogue.vocabulary
    for topic in vocabulary.topics.values():
        yield from in_kinds(_topic(topic, index))
    for need in vocabulary.needs.values():
        yield from in_kinds(_need(need, index))
    for stage in vocabulary.stages.values():
        yield from in_kinds(_age(stage, index))
    if index.for_every_need:
        yield from in_kinds(_every_need(index))


def whole_page(title: str, url: str, source: str, *sections: Section) -> EasyReadPage:
    """An easy-read page without the sections that hold nothing. `url` is that of the full page."""
    return EasyReadPage(title, url, tuple(section for section in sections if section.ideas or section.rows), source)


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
    return thing.easy_read or wording.in_sentence(thing.name)


def _topics_page(index: Index) -> EasyReadPage:
    unknown = _unknown("topics", index).section
    return whole_page("Topics", TOPICS, index.source_of("topics"), topics_section(index), unknown)


def _topic(topic: Topic, index: Index) -> EasyList:
    """A topic of the first level leads to those below it; any other has its services by kind of help."""
    topics, services = index.catalogue.vocabulary.topics, index.by_topic.get(topic.id, [])
    above = [topics[name] for name in topic.parents[:1] if name in topics]
    guides = _good_to_read(index.guides_by_topic.get(topic.id, []))
    crumbs = (TO_TOPICS, *(Link(parent.name, easy_url(topic_url(parent.id))) for parent in above))
    about = _about(topic, "help", say(f"This is about {_words(topic)}."))
    if index.subtopics.get(topic.id):
        found = fit.by_subtopic(topic, index)
        steps, doors = found.steps, [*topic_doors(found, index), guides]
    else:
        listed = fit.of_topic(topic, index)
        found = fit.grouped(listed, index)
        steps, doors = listed.steps, [*kind_doors(found, index), guides, staff_door(found, index)]
    return EasyList(
        topic.name, topic_url(topic.id), topic.path, crumbs, _what(about), _first(steps, services, index), doors
    )


def _needs_page(index: Index) -> EasyReadPage:
    needs = index.catalogue.vocabulary.needs.values()
    broad = (_broad_need(area, needs) for area in needs if not area.parents)
    return whole_page("Look by need", NEEDS, index.source_of("needs"), *broad)


def _need(need: Need, index: Index) -> EasyList:
    """A need: what is about it by kind of help, apart from what is for every need."""
    services, needs = index.by_need.get(need.id, []), index.catalogue.vocabulary.needs
    listed = fit.of_need(need, services, index)
    found = fit.grouped(listed, index)
    above = [needs[name] for name in need.parents[:1] if name in needs]
    return EasyList(
        need.name,
        need_url(need.id),
        need.path,
        (TO_NEEDS, *(Link(parent.name, easy_url(need_url(parent.id))) for parent in above)),
        _what(_about_need(need), idea("no-diagnosis", say("You can ask for help without a diagnosis."))),
        _first(listed.steps, services, index),
        [
            *kind_doors(found, index),
            perhaps_door([service for service in services if service.eligibility.needs_proposed], index),
            _for_everyone(index, services),
            _unknown("needs", index),
            _good_to_read(guide for guide in index.guides if need.id in guide.needs),
            staff_door(found, index),
        ],
    )


def _every_need(index: Index) -> EasyList:
    """What is for every need."""
    listed = fit.of_every_need(index)
    found = fit.grouped(listed, index)
    about = idea("everyone", say("These are for people with any need."))
    return EasyList(
        "Help for everyone",
        EVERY_NEED,
        index.source_of("needs"),
        (TO_NEEDS,),
        _what(about),
        _first(listed.steps, listed.services, index),
        [*kind_doors(found, index), staff_door(found, index)],
    )


def _about_need(need: Need) -> Idea:
    """Whom it helps, and what the need is, told to a person who has it."""
    line = [say(span.text) for span in split_sentences(need.easy_line or "")]
    return _about(need, "person", say(f"This is help for people {people_words(need)}."), *line)


def _broad_need(area: Need, needs: Iterable[Need]) -> Section:
    about = _about_need(area)
    inside = (
        Card(
            need.name,
            easy_url(need_url(need.id)),
            need.easy_line or f"It is for people {people_words(need)}.",
            icon=need.picture or "",
        )
        for need in needs
        if area.id in need.parents
    )
    whole = Card(f"All of this: {area.name}", easy_url(need_url(area.id)), icon=area.picture or "")
    return Section(area.name, (about,), (whole, *inside))


def _for_everyone(index: Index, own: Sequence[Service]) -> Door:
    """A few services for every need, what families begin with first; the whole list would stand on every need's page."""
    above, total = {service.id for service in own}, len(index.for_every_need)
    few = [service for service in fit.worries_first(index.near_for_every_need, index) if service.id not in above]
    whole = Card("Help for everyone", easy_url(EVERY_NEED), ANY_NEED, "everyone", how_many(total)) if total else None
    rows = rows_of(few[: lists.OPEN if own else lists.SHOWN_IN_GROUP], index)
    more = (replace(whole, name="All help for everyone"),) if whole and rows else ()
    heading = "Not only about this" if own else "Help for everyone"
    return Door(Section(heading, (), (*rows, *more), "everyone"), "everyone", own=whole)


def _ages_page(index: Index) -> EasyReadPage:
    stages = index.catalogue.vocabulary.stages.values()
    doors = Section("How old are you?", tuple(map(_stage_idea, stages)))
    return whole_page("Look by age", STAGES, index.source_of("stages"), doors)


def _age(stage: Stage, index: Index) -> EasyList:
    """An age: its services by kind of help."""
    listed = fit.of_stage(stage, index)
    found = fit.grouped(listed, index)
    return EasyList(
        f"Ages {stage.name}",
        stage_url(stage.id),
        stage.path,
        (TO_AGES,),
        _what(_about(stage, "person", say(f"This is help for ages {stage.name}."))),
        _first(listed.steps, listed.services, index),
        [
            *kind_doors(found, index),
            _unknown("ages", index),
            _good_to_read(guide for guide in index.guides if stage.id in guide.stages),
            staff_door(found, index),
        ],
    )


def _stage_idea(stage: Stage) -> Idea:
    door = say(link(f"Ages {stage.name}", easy_url(stage_url(stage.id))))
    return _about(stage, "person", door, say(f"This is for {_words(stage)}."))


# What nobody knows yet


def _unknown(gap: str, index: Index) -> Door:
    """The end of a list: the first services of this gap, and the way to all of them."""
    services, told = index.unknown[gap], UNKNOWN[gap]
    ideas = (idea("not-known", say(told.easy), say("You can ask them.")),) if services else ()
    whole = Card(told.title, easy_url(not_known_url(gap)), told.easy, "not-known", how_many(len(services)))
    rows = (*rows_of(services[: lists.SHOWN_IN_GROUP], index), *([whole] if has_page(gap, index) else []))
    section = Section("What we do not know yet", ideas, rows, "not-known")
    return Door(section, "not-known", told.easy, whole if has_page(gap, index) else None)


def _not_known(index: Index) -> Iterator[EasyReadPage]:
    for gap in UNKNOWN:
        if has_page(gap, index):
            told = UNKNOWN[gap]
            ask = idea("not-known", say(told.easy), say("You can ask them."))
            section = Section("What we do not know yet", (ask,), rows_of(index.unknown[gap], index))
            yield whole_page(told.title, not_known_url(gap), SITE, section)


# Guides


def _guides(index: Index) -> Iterator[EasyReadPage]:
    if "guides/index" not in index.catalogue.content:
        about = idea("book", say("These pages tell you what to do."))
        yield whole_page("Guides", GUIDES, "content/guides/", Section("Guides", (about,), _guide_cards(index.guides)))


def _good_to_read(guides: Iterable[ContentPage]) -> Door:
    return Door(Section("Good to read", (), _guide_cards(guides), "read"), "book", "These pages tell you what to do.")


def _guide_cards(guides: Iterable[ContentPage]) -> tuple[Card, ...]:
    """Each guide with its picture, and whom it speaks to."""
    return tuple(
        Card(guide.easy.title, easy_url(content_url(guide.id)), guide.easy.reader or "", icon=guide.picture or "")
        for guide in guides
        if guide.easy
    )


# What a list begins with

TO_TOPICS, TO_NEEDS, TO_AGES = (
    Link(words, easy_url(url)) for words, url in (("Topics", TOPICS), ("Needs", NEEDS), ("Ages", STAGES))
)
ANY_NEED = "This is for people with any need."


def _what(*about: Idea) -> Section:
    return Section("What this is about", about)


def _first(steps: Sequence[Service], services: Sequence[Service], index: Index) -> Section:
    """The first help to ask; where there is nothing, that too, and who looks with the reader."""
    if services:
        return first_section(steps, index)
    nothing = idea("not-known", say("There is nothing in this list yet."))
    return Section("Help you can get", (nothing, we_look(index)))
