"""The doors families come in by: topics, needs, ages, areas, and need with age.

In: the Index. Out: list Pages. None is a dead end: where there is nothing local
it shows what there is further away, and always a person to ask.
"""

from __future__ import annotations

from collections.abc import Sequence

from localoffer import wording
from localoffer.addresses import (
    A_TO_Z,
    AREAS,
    NEEDS,
    STAGES,
    TELL_US,
    TOPICS,
    area_url,
    content_url,
    need_url,
    search_url,
    stage_url,
    topic_url,
)
from localoffer.model import ContentPage, Service
from localoffer.model.vocabulary import Need, Stage, Topic
from localoffer.outputs.index import Index
from localoffer.outputs.page import Meta, Page, new_page
from localoffer.outputs.pages.lists import Group, capped, list_pages, near_and_far
from localoffer.outputs.parts import Row
from localoffer.outputs.view import Link, Words

SHOWN_IN_GROUP = 8
"""Rows of one subtopic on the page of its topic; the rest is on the subtopic's own page."""


def make_pages(index: Index) -> list[Page]:
    """Every browse page."""
    return [
        *_topics_index(index),
        *(page for topic in index.catalogue.vocabulary.topics.values() for page in topic_pages(topic, index)),
        *_needs_index(index),
        *(page for need in index.catalogue.vocabulary.needs.values() for page in need_pages(need, index)),
        *_ages_index(index),
        *(page for stage in index.catalogue.vocabulary.stages.values() for page in stage_pages(stage, index)),
        *_areas_index(index),
        *(page for area in index.catalogue.vocabulary.areas for page in area_pages(area, index)),
    ]


def _rows(services: Sequence[Service], index: Index) -> list[Row]:
    return [index.row(service) for service in services]


def _missing(about: str) -> list[str | Words]:
    words: Words = [
        Link("Tell us what you could not find", TELL_US),
        ". We answer everyone, and publish what we did.",
    ]
    return [f"Is something missing about {about}?", words]


def _none_here(index: Index, about: str) -> Meta:
    """What to say when no service of this area fits."""
    words = f"We do not know of a service in {index.place} for this yet. "
    return {
        "notices": [
            [
                "warm",
                f"Nothing local about {about}.",
                words + "Look at what there is further away, or ask us: we will look with you.",
            ]
        ]
    }


def guide_rows(guides: Sequence[ContentPage]) -> list[Row]:
    """Guides as rows of a list."""
    return [[guide.title, content_url(guide.id), guide.summary] for guide in guides]


def _guide_links(guides: Sequence[ContentPage]) -> Meta:
    return {"title": "Good to read", "links": [[guide.title, content_url(guide.id)] for guide in guides[:6]]}


# Topics


def topic_rows(index: Index) -> list[Row]:
    """The topics of the first level: `[name, address, what is in it, icon]`."""
    topics = index.catalogue.vocabulary.topics
    return [
        [topics[top].name, topic_url(top), topics[top].summary, topics[top].icon or "list"]
        for top in index.subtopics
        if top in topics
    ]


def _topics_index(index: Index) -> list[Page]:
    topics = index.catalogue.vocabulary.topics
    groups: list[Meta] = []
    for top, below in index.subtopics.items():
        links = [[topics[name].name, topic_url(name), _how_many(index.by_topic.get(name, []))] for name in below]
        groups.append(
            Group(top, topics[top].name, links, "", [f"All of {topics[top].name}", topic_url(top)]).meta(links)
        )
    meta: Meta = {
        "title": "Topics",
        "summary": "Everything in this offer, sorted by what it is about.",
        "topics": topic_rows(index),
        "groups": groups,
        "side": [{"title": "Other ways to look", "links": OTHER_WAYS}],
    }
    return [new_page("topics", TOPICS, meta, "content/_data/topics.yml")]


OTHER_WAYS = [
    ["By need", NEEDS],
    ["By age", STAGES],
    ["By area", AREAS],
    ["All services, A to Z", A_TO_Z],
]


def _how_many(services: Sequence[Service]) -> str:
    return wording.count(len(services), "service") if services else "Guides and national help"


def topic_pages(topic: Topic, index: Index) -> list[Page]:
    """One topic: its services in groups, guides, and what is close to it."""
    services = index.by_topic.get(topic.id, [])
    guides = index.guides_by_topic.get(topic.id, [])
    groups = _topic_groups(topic, services, index)
    meta: Meta = {
        "title": topic.name,
        "summary": topic.summary,
        "crumbs": [["Topics", TOPICS], *_parent_crumb(topic, index)],
        "intro": _topic_intro(topic, services),
        "missing": _missing(_low(topic.name)),
        "side": [box for box in (_guide_links(guides), _close_topics(topic, index)) if box["links"]],
    }
    if not any(index.is_near(service) for service in services):
        meta |= _none_here(index, _low(topic.name))
        groups = groups or _parent_groups(topic, index)
    return list_pages(topic_url(topic.id), meta, groups, topic.path, "topic")


def _low(name: str) -> str:
    """A name inside a sentence: EHC plans stays, Short breaks becomes short breaks."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


def _parent_crumb(topic: Topic, index: Index) -> list[Row]:
    parent = index.catalogue.vocabulary.topics.get(topic.parent or "")
    return [[parent.name, topic_url(parent.id)]] if parent else []


def _topic_intro(topic: Topic, services: Sequence[Service]) -> Words:
    if not services:
        return ""
    return [
        f"{wording.count(len(services), 'service')}. ",
        Link("Search and filter these services", search_url("topic", topic.id)),
    ]


def _topic_groups(topic: Topic, services: Sequence[Service], index: Index) -> list[Group]:
    below = index.subtopics.get(topic.id)
    if not below:
        return near_and_far(services, index)
    topics = index.catalogue.vocabulary.topics
    groups = []
    for name in below:
        found = index.by_topic.get(name, [])
        ordered = [s for s in found if index.is_near(s)] + [s for s in found if not index.is_near(s)]
        more = [f"All {wording.count(len(found), 'service')}: {topics[name].name}", topic_url(name)]
        if found:
            groups.append(capped(Group(name, topics[name].name, _rows(ordered, index), "", more), SHOWN_IN_GROUP))
    direct = [s for s in services if topic.id in s.topics and not set(s.topics) & set(below)]
    return [*groups, Group("more", "More", _rows(direct, index))] if direct else groups


def _parent_groups(topic: Topic, index: Index) -> list[Group]:
    """For a topic without services: those of the topic it belongs to."""
    parent = index.catalogue.vocabulary.topics.get(topic.parent or "")
    services = index.by_topic.get(parent.id, [])[:SHOWN_IN_GROUP] if parent else []
    return [Group("close", f"Close to this: {parent.name}", _rows(services, index))] if parent and services else []


def _close_topics(topic: Topic, index: Index) -> Meta:
    topics = index.catalogue.vocabulary.topics
    siblings = index.subtopics.get(topic.parent or "", []) if topic.parent else index.subtopics.get(topic.id, [])
    others = [name for name in siblings if name != topic.id]
    if not topic.parent:
        empty = [name for name in others if not index.by_topic.get(name)]
        others = empty or [name for name in index.subtopics if name != topic.id]
    return {
        "title": "Close to this topic",
        "links": [[topics[name].name, topic_url(name)] for name in others[:8] if name in topics],
    }


# Needs


def _needs_index(index: Index) -> list[Page]:
    needs = index.catalogue.vocabulary.needs
    groups: list[Meta] = []
    for broad in [need for need in needs.values() if not need.parent]:
        inside = [need for need in needs.values() if need.parent == broad.id]
        rows = [[need.name, need_url(need.id), need.summary] for need in inside]
        groups.append(
            Group(broad.id, broad.name, rows, broad.summary, [f"All of {_low(broad.name)}", need_url(broad.id)]).meta(
                rows
            )
        )
    meta: Meta = {
        "title": "Look by need",
        "summary": "You do not need a diagnosis to look here, or to ask for help.",
        "groups": groups,
        "side": [{"title": "Other ways to look", "links": [["Topics", TOPICS], *OTHER_WAYS[1:]]}],
    }
    return [new_page("needs", NEEDS, meta, "content/_data/needs.yml")]


def need_pages(need: Need, index: Index) -> list[Page]:
    """One need, and the same need at each age."""
    vocabulary = index.catalogue.vocabulary
    services = index.by_need.get(need.id, [])
    everyone = index.near_for_every_need[: SHOWN_IN_GROUP + 1]
    ways: list[Row] = [[stage.name, need_url(need.id, stage.id), stage.summary] for stage in vocabulary.stages.values()]
    guides = [guide for guide in index.guides if need.id in guide.needs]
    parent = vocabulary.needs.get(need.parent or "")
    siblings = [
        other
        for other in vocabulary.needs.values()
        if other.id != need.id and other.parent in {need.parent or need.id, need.id}
    ]
    meta: Meta = {
        "title": need.name,
        "summary": need.summary,
        "crumbs": [["Needs", NEEDS], *([[parent.name, need_url(parent.id)]] if parent else [])],
        "doors": ways,
        "missing": _missing(_low(need.name)),
        "side": [
            box
            for box in (
                _guide_links(guides),
                {"title": "Needs close to this", "links": [[n.name, need_url(n.id)] for n in siblings]},
            )
            if box["links"]
        ],
    }
    if not any(index.is_near(service) for service in services):
        meta |= _none_here(index, _low(need.name))
    groups = near_and_far(services, index, f"For {_low(need.name)}, in {index.place}")
    more = ["All services for every need, A to Z", A_TO_Z]
    if everyone:
        groups.append(
            capped(
                Group(
                    "everyone",
                    "For every need",
                    _rows(everyone, index),
                    "These services are open to children with any need.",
                    more,
                ),
                SHOWN_IN_GROUP,
            )
        )
    pages = list_pages(need_url(need.id), meta, groups, need.path, "need")
    return pages + [page for stage in vocabulary.stages.values() for page in need_at_stage_pages(need, stage, index)]


def need_at_stage_pages(need: Need, stage: Stage, index: Index) -> list[Page]:
    """One need at one age; never empty."""
    at_stage, near = index.ids_by_stage[stage.id], index.near_ids
    services = [s for s in index.by_need.get(need.id, []) if s.id in at_stage]
    everyone = [s for s in index.for_every_need if s.id in at_stage]
    others = [other for other in index.catalogue.vocabulary.stages.values() if other.id != stage.id]
    meta: Meta = {
        "title": f"{need.name}, ages {stage.name}",
        "summary": f"Help with {_low(need.name)} for ages {stage.name}: {_low(stage.summary)}.",
        "crumbs": [["Needs", NEEDS], [need.name, need_url(need.id)]],
        "missing": _missing(_low(need.name)),
        "side": [
            {
                "title": "Other ages",
                "links": [[f"{other.name}: {_low(other.summary)}", need_url(need.id, other.id)] for other in others],
            }
        ],
    }
    if not any(index.is_near(service) for service in services):
        meta |= _none_here(index, f"{_low(need.name)} at this age")
    groups = near_and_far(services, index, f"For {_low(need.name)}, in {index.place}")
    more = [f"Everything for ages {stage.name}", stage_url(stage.id)]
    near_first = [s for s in everyone if s.id in near] + [s for s in everyone if s.id not in near]
    if near_first:
        groups.append(
            capped(
                Group(
                    "everyone",
                    "For every need",
                    _rows(near_first[: SHOWN_IN_GROUP + 1], index),
                    "These services are open to children with any need.",
                    more,
                ),
                SHOWN_IN_GROUP,
            )
        )
    return list_pages(need_url(need.id, stage.id), meta, groups, need.path, "need-stage")


# Ages


def stage_rows(index: Index) -> list[Row]:
    """The five ages as doors."""
    return [[stage.name, stage_url(stage.id), stage.summary] for stage in index.catalogue.vocabulary.stages.values()]


def _ages_index(index: Index) -> list[Page]:
    meta: Meta = {
        "title": "Look by age",
        "summary": "From birth to 25. Many services are for more than one age.",
        "doors": stage_rows(index),
        "side": [{"title": "Other ways to look", "links": [["Topics", TOPICS], OTHER_WAYS[0], *OTHER_WAYS[2:]]}],
    }
    return [new_page("ages", STAGES, meta, "content/_data/stages.yml")]


def stage_pages(stage: Stage, index: Index) -> list[Page]:
    """One age: its services under the topics of the first level."""
    services = index.by_stage[stage.id]
    guides = [guide for guide in index.guides if stage.id in guide.stages]
    meta: Meta = {
        "title": f"Ages {stage.name}",
        "summary": f"{stage.summary}: help for ages {stage.name}.",
        "crumbs": [["Ages", STAGES]],
        "intro": [
            f"{wording.count(len(services), 'service')}. ",
            ["Search and filter these services", search_url("stage", stage.id)],
        ],
        "missing": _missing(f"ages {stage.name}"),
        "side": [
            box
            for box in (
                _guide_links(guides),
                {
                    "title": "Other ages",
                    "links": [[name, href] for name, href, _ in stage_rows(index) if href != stage_url(stage.id)],
                },
            )
            if box["links"]
        ],
    }
    return list_pages(stage_url(stage.id), meta, by_top_topic(services, index), stage.path, "age")


def by_top_topic(services: Sequence[Service], index: Index) -> list[Group]:
    """Each service once, under the topic of the first level that it names first."""
    topics = index.catalogue.vocabulary.topics
    found: dict[str, list[Service]] = {top: [] for top in index.subtopics}
    for service in services:
        found.setdefault(index.top_topic(service.topics[0]), []).append(service)
    return [
        Group(top, topics[top].name, _rows(inside, index)) for top, inside in found.items() if inside and top in topics
    ]


# Areas


def _areas_index(index: Index) -> list[Page]:
    rows = [
        [
            area.name,
            area_url(area.id),
            f"Postcodes that start with {wording.join(area.postcodes, 'or')}" if area.postcodes else "",
        ]
        for area in index.catalogue.vocabulary.areas.values()
    ]
    meta: Meta = {
        "title": "Look by area",
        "summary": f"Parts of {index.place}, and what is there.",
        "groups": [Group("areas", f"Parts of {index.place}", rows).meta(rows)],
        "side": [{"title": "Other ways to look", "links": [["Topics", TOPICS], *OTHER_WAYS[:2], OTHER_WAYS[3]]}],
    }
    return [new_page("areas", AREAS, meta, "content/_data/areas.yml")]


def area_pages(area_id: str, index: Index) -> list[Page]:
    """One area: what is in it, then what people who live there can use."""
    area = index.catalogue.vocabulary.areas[area_id]
    there, for_it = index.by_area[area_id]
    groups = [
        Group("there", f"In {area.name}", _rows(there, index)),
        Group(
            "live",
            f"For people who live in {area.name}",
            _rows(for_it, index),
            "These are somewhere else, online, or come to you.",
        ),
    ]
    meta: Meta = {
        "title": area.name,
        "summary": f"Services in {area.name}, and services for people who live there.",
        "crumbs": [["Areas", AREAS]],
        "missing": _missing(area.name),
        "side": [
            {
                "title": "Other areas",
                "links": [
                    [other.name, area_url(other.id)]
                    for other in index.catalogue.vocabulary.areas.values()
                    if other.id != area_id
                ],
            }
        ],
    }
    if not there:
        meta["notices"] = [
            ["warm", f"Nothing is listed in {area.name} itself.", "The services below are for people who live there."]
        ]
    return list_pages(area_url(area_id), meta, [group for group in groups if group.rows], area.path, "area")
