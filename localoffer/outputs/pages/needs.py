"""Needs: the list of them, each need's services, and the same need at each age.

In: the Index. Out: list Pages; none is empty, for services for every need are on each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from localoffer.addresses import A_TO_Z, NEEDS, need_url, stage_url
from localoffer.model import Service
from localoffer.model.vocabulary import Need, Stage
from localoffer.outputs.index import Index
from localoffer.outputs.page import Page
from localoffer.outputs.pages import lists
from localoffer.outputs.pages.lists import ListPage, in_sentence
from localoffer.outputs.pages.not_known import unknown_group
from localoffer.outputs.view import Box, Card, Group, Link


def make_pages(index: Index) -> Iterator[Page]:
    """The list of needs, every need, and every need at every age."""
    vocabulary = index.catalogue.vocabulary
    yield lists.list_page(needs_index(index))
    for need in vocabulary.needs.values():
        yield from lists.list_pages(need_list(need, index))
        for stage in vocabulary.stages.values():
            yield from lists.list_pages(need_at_stage(need, stage, index))


def needs_index(index: Index) -> ListPage:
    """Every need under its broad area."""
    needs = index.catalogue.vocabulary.needs.values()
    groups = [
        Group(
            broad.id,
            broad.name,
            [Card(need.name, need_url(need.id), need.summary) for need in needs if broad.id in need.parents],
            broad.summary,
            Link(f"All of {in_sentence(broad.name)}", need_url(broad.id)),
        )
        for broad in needs
        if not broad.parents
    ]
    return ListPage(
        "needs",
        NEEDS,
        index.source_of("needs"),
        "Look by need",
        "You do not need a diagnosis to look here, or to ask for help.",
        groups=groups,
        side=[lists.other_ways(NEEDS)],
    )


def need_list(need: Need, index: Index) -> ListPage:
    """One need, with the same need at each age as doors."""
    vocabulary = index.catalogue.vocabulary
    parents = [vocabulary.needs[name] for name in need.parents if name in vocabulary.needs]
    family = {*need.parents, need.id}
    siblings = (o for o in vocabulary.needs.values() if o.id != need.id and family.intersection(o.parents))
    close = [*parents[1:], *siblings]
    services = index.by_need.get(need.id, [])
    stages = vocabulary.stages.values()
    return ListPage(
        "need",
        need_url(need.id),
        need.path,
        need.name,
        need.summary,
        crumbs=[Link("Needs", NEEDS), *map(_link, parents[:1])],
        notices=lists.none_here(services, index, in_sentence(need.name)),
        doors=[Card(stage.name, need_url(need.id, stage.id), stage.summary) for stage in stages],
        groups=[
            *_for_this(need, services, index),
            *_for_everyone(index.near_for_every_need, index, Link("All services for every need, A to Z", A_TO_Z)),
            *unknown_group("needs", index),
        ],
        missing=lists.what_is_missing(in_sentence(need.name)),
        side=[
            lists.guide_box([guide for guide in index.guides if need.id in guide.needs]),
            Box("Needs close to this", [_link(other) for other in close]),
        ],
    )


def need_at_stage(need: Need, stage: Stage, index: Index) -> ListPage:
    """One need at one age."""
    at_stage = index.ids_by_stage[stage.id]
    services = [service for service in index.by_need.get(need.id, []) if service.id in at_stage]
    everyone = lists.near_first((s for s in index.for_every_need if s.id in at_stage), index)
    others = [other for other in index.catalogue.vocabulary.stages.values() if other.id != stage.id]
    low = in_sentence(need.name)
    return ListPage(
        "need-stage",
        need_url(need.id, stage.id),
        need.path,
        f"{need.name}, ages {stage.name}",
        f"Help with {low} for ages {stage.name}: {in_sentence(stage.summary)}.",
        crumbs=[Link("Needs", NEEDS), _link(need)],
        notices=lists.none_here(services, index, f"{low} at this age"),
        groups=[
            *_for_this(need, services, index),
            *_for_everyone(everyone, index, Link(f"Everything for ages {stage.name}", stage_url(stage.id))),
            *unknown_group(
                "ages", index, [found for found in index.by_need.get(need.id, []) if not found.eligibility.has_ages]
            ),
        ],
        missing=lists.what_is_missing(low),
        side=[Box("Other ages", [_at_stage_link(need, other) for other in others])],
    )


def _link(need: Need) -> Link:
    return Link(need.name, need_url(need.id))


def _at_stage_link(need: Need, stage: Stage) -> Link:
    return Link(f"{stage.name}: {in_sentence(stage.summary)}", need_url(need.id, stage.id))


def _for_this(need: Need, services: Sequence[Service], index: Index) -> list[Group]:
    low = in_sentence(need.name)
    said = [service for service in services if not service.eligibility.needs_proposed]
    found = lists.cards((service for service in services if service.eligibility.needs_proposed), index)
    words = "A computer found these by their words. Ask them."
    perhaps = lists.filled_groups(Group("perhaps", f"Perhaps for {low}", found, words))
    return [*lists.near_and_far(said, index, f"For {low}, in {index.place}"), *perhaps]


def _for_everyone(services: Sequence[Service], index: Index, more: Link) -> list[Group]:
    shown = lists.cards(services[: lists.SHOWN_IN_GROUP + 1], index)
    words = "These services are open to children with any need."
    return lists.filled_groups(lists.capped(Group("everyone", "For every need", shown, words, more)))
