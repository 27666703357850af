"""Topics: the list of them, and each topic's services.

In: the Index. Out: list Pages. None is a dead end: without local services a topic shows those from further away, or
those of the topic it belongs to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from localoffer import wording
from localoffer.addresses import TOPICS, search_url, topic_url
from localoffer.catalogue import fit
from localoffer.model.vocabulary import Topic
from localoffer.outputs.index import Index
from localoffer.outputs.page import Page
from localoffer.outputs.pages import lists
from localoffer.outputs.pages.lists import ListPage, cards
from localoffer.outputs.pages.not_known import unknown_group
from localoffer.outputs.view import Box, Card, Group, Link


def make_pages(index: Index) -> Iterator[Page]:
    """The list of topics, and every topic."""
    yield lists.list_page(topics_index(index))
    for topic in index.catalogue.vocabulary.topics.values():
        yield from lists.list_pages(topic_list(topic, index))


def topic_cards(index: Index) -> list[Card]:
    """The topics of the first level: what is in each, and its icon."""
    return [
        Card(topic.name, topic_url(topic.id), topic.in_short or topic.summary, topic.icon or "list")
        for topic in _known(index.subtopics, index)
    ]


def _known(names: Iterable[str], index: Index) -> list[Topic]:
    topics = index.catalogue.vocabulary.topics
    return [topics[name] for name in names if name in topics]


def topic_link(topic: Topic) -> Link:
    """The topic's name, leading to it."""
    return Link(topic.name, topic_url(topic.id))


def topics_index(index: Index) -> ListPage:
    """Every topic under the one it belongs to, with how much there is."""
    topics = index.catalogue.vocabulary.topics
    groups = [
        lists.folded(
            Group(
                top,
                topics[top].name,
                [Card(topic.name, topic_url(topic.id), _how_many(topic, index)) for topic in _known(below, index)],
                more=Link(f"All of {topics[top].name}", topic_url(top)),
            )
        )
        for top, below in index.subtopics.items()
    ]
    return ListPage(
        "topics",
        TOPICS,
        index.source_of("topics"),
        "Topics",
        "Everything in this offer, sorted by what it is about.",
        topics=topic_cards(index),
        groups=[*groups, *unknown_group("topics", index)],
        side=[lists.other_ways(TOPICS)],
    )


def _how_many(topic: Topic, index: Index) -> str:
    services = index.by_topic.get(topic.id, [])
    return wording.count(len(services), "service") if services else "Guides and national help"


def topic_list(topic: Topic, index: Index) -> ListPage:
    """One topic: its services in groups, guides, and what is close to it."""
    services = index.by_topic.get(topic.id, [])
    parents = _known(topic.parents, index)
    notices = lists.none_here(services, index, wording.in_sentence(topic.name))
    groups = _groups(topic, index)
    search = Link("Search and filter these services", search_url("topic", topic.id))
    return ListPage(
        "topic",
        topic_url(topic.id),
        topic.path,
        topic.name,
        topic.summary,
        crumbs=[Link("Topics", TOPICS), *map(topic_link, parents[:1])],
        notices=notices,
        intro=[f"{wording.count(len(services), 'service')}. ", search] if services else "",
        groups=groups or (_groups_of_parent(parents[0], index) if parents and notices else []),
        missing=lists.what_is_missing(wording.in_sentence(topic.name)),
        side=[lists.guide_box(index.guides_by_topic.get(topic.id, []), index), _close_topics(topic, index)],
    )


def _groups(topic: Topic, index: Index) -> list[Group]:
    """First steps, then by kind of help; a topic of the first level has those below it as kinds."""
    if not index.subtopics.get(topic.id):
        return lists.by_fit(fit.of_topic(topic, index), index, f"In {index.place} and further away")
    found = fit.by_subtopic(topic, index)
    groups = [Group("first-steps", "First steps", cards(found.steps, index))]
    for inner, own in found.kinds.items():
        total = len(index.by_topic.get(inner.topic, []))
        whole = Link(f"All {wording.count(total, 'service')}: {inner.heading}", topic_url(inner.topic))
        more = whole if total > lists.OPEN else None
        groups.append(lists.folded(Group(inner.id, inner.heading, cards(own, index), more=more)))
    return lists.filled_groups(*groups, lists.folded(Group("more", "More", cards(found.single, index))))


def _groups_of_parent(parent: Topic, index: Index) -> list[Group]:
    """For a topic without services: a few of the topic it belongs to."""
    services = index.by_topic.get(parent.id, [])[: lists.SHOWN_IN_GROUP]
    return lists.filled_groups(Group("close", f"Close to this: {parent.name}", cards(services, index)))


def _close_topics(topic: Topic, index: Index) -> Box:
    family = dict.fromkeys(name for top in index.top_topics(topic.id) for name in index.subtopics.get(top, []))
    others = [*topic.parents[1:], *(name for name in family if name != topic.id)]
    if not topic.parents:
        empty = [name for name in others if not index.by_topic.get(name)]
        others = empty or [name for name in index.subtopics if name != topic.id]
    return Box("Close to this topic", [topic_link(other) for other in _known(others[:8], index)])
