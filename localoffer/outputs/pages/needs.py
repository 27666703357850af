"""Needs: the list of them, each need's services, and the same need at each age.

In: the Index. Out: list Pages; none is empty, for services for every need are on each, apart from those about the need.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from localoffer import wording
from localoffer.addresses import EVERY_NEED, NEEDS, need_url
from localoffer.catalogue import fit
from localoffer.model import Service
from localoffer.model.vocabulary import Need, Stage
from localoffer.outputs.index import Index
from localoffer.outputs.page import Page
from localoffer.outputs.pages import lists
from localoffer.outputs.pages.lists import ListPage
from localoffer.outputs.pages.not_known import unknown_group
from localoffer.outputs.view import Box, Card, Group, Link, PageLink, Words


def make_pages(index: Index) -> Iterator[Page]:
    """The list of needs, every need, and every need at every age."""
    vocabulary = index.catalogue.vocabulary
    yield lists.list_page(needs_index(index))
    for need in vocabulary.needs.values():
        yield from lists.list_pages(need_list(need, index))
        for stage in vocabulary.stages.values():
            yield from lists.list_pages(need_at_stage(need, stage, index))
    if index.for_every_need:  # else nothing would lead to it
        yield from lists.list_pages(every_need_list(index))


def needs_index(index: Index) -> ListPage:
    """Every need under its broad area."""
    needs = index.catalogue.vocabulary.needs.values()
    groups = [
        Group(
            broad.id,
            broad.name,
            [Card(need.name, need_url(need.id), need.summary) for need in needs if broad.id in need.parents],
            broad.summary,
            Link(f"All of {wording.in_sentence(broad.name)}", need_url(broad.id)),
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
    return ListPage(
        "need",
        need_url(need.id),
        need.path,
        need.name,
        need.summary,
        crumbs=[Link("Needs", NEEDS), *map(_link, parents[:1])],
        notices=lists.none_here(services, index, wording.in_sentence(need.name)),
        intro=_counts(len(services), len(index.for_every_need)),
        pills=_ages(need, None, index),
        groups=_for_this(need, services, index),
        ends=[
            *_for_everyone(index.near_for_every_need, len(index.for_every_need), len(services), index),
            *unknown_group("needs", index),
        ],
        missing=lists.what_is_missing(wording.in_sentence(need.name)),
        side=[
            lists.guide_box([guide for guide in index.guides if need.id in guide.needs], index),
            Box("Close to this", [_link(other) for other in close[:MOST_CLOSE]]),
        ],
    )


def need_at_stage(need: Need, stage: Stage, index: Index) -> ListPage:
    """One need at one age."""
    at_stage = index.ids_by_stage[stage.id]
    services = [service for service in index.by_need.get(need.id, []) if service.id in at_stage]
    everyone = [service for service in index.for_every_need if service.id in at_stage]
    low = wording.in_sentence(need.name)
    return ListPage(
        "need-stage",
        need_url(need.id, stage.id),
        need.path,
        f"{need.name}, ages {stage.name}",
        f"Help with {low} for ages {stage.name}: {wording.in_sentence(stage.summary)}.",
        crumbs=[Link("Needs", NEEDS), _link(need)],
        notices=lists.none_here(services, index, f"{low} at this age"),
        intro=_counts(len(services), len(everyone)),
        groups=_for_this(need, services, index),
        ends=[
            *_for_everyone(everyone, len(everyone), len(services), index),
            *unknown_group(
                "ages", index, [found for found in index.by_need.get(need.id, []) if not found.eligibility.has_ages]
            ),
        ],
        pills=_ages(need, stage, index),
        missing=lists.what_is_missing(low),
        side=[
            lists.guide_box(
                [guide for guide in index.guides if need.id in guide.needs and stage.id in guide.stages], index
            )
        ],
    )


def _link(need: Need) -> Link:
    return Link(need.name, need_url(need.id))


def _ages(need: Need, here: Stage | None, index: Index) -> list[PageLink]:
    """The same need at every age, and at each."""
    stages = index.catalogue.vocabulary.stages.values()
    links = [Link("All ages", need_url(need.id)), *(Link(stage.name, need_url(need.id, stage.id)) for stage in stages)]
    return lists.pills(links, need_url(need.id, here.id if here else ""))


def every_need_list(index: Index) -> ListPage:
    """What is for every need, by kind of help."""
    services = index.for_every_need
    return ListPage(
        "every-need",
        EVERY_NEED,
        index.source_of("needs"),
        "For every need",
        "These services take children and young people with any need.",
        crumbs=[Link("Needs", NEEDS)],
        notices=lists.none_here(services, index, "every need"),
        intro=wording.sentence(wording.count(len(services), "service")) if services else "",
        groups=lists.by_fit(fit.of_every_need(index), index, "All of them"),
        side=[lists.other_ways(NEEDS)],
    )


def _counts(own: int, every: int) -> Words:
    """`39 services about this, and 72 for every need.`"""
    if not own:
        return (
            ["No service is only about this. ", Link(f"{wording.count(every, 'service')} for every need", "#everyone")]
            if every
            else ""
        )
    about = f"{wording.count(own, 'service')} about this"
    return [f"{about}, and ", Link(f"{every:,} for every need", "#everyone"), "."] if every else f"{about}."


def _for_this(need: Need, services: Sequence[Service], index: Index) -> list[Group]:
    low = wording.in_sentence(need.name)
    found = lists.cards((service for service in services if service.eligibility.needs_proposed), index)
    words = "A computer found these by their words. Ask them."
    perhaps = lists.folded(Group("perhaps", f"Perhaps for {low}", found, words))
    return lists.filled_groups(*lists.by_fit(fit.of_need(need, services, index), index, f"For {low}"), perhaps)


def _for_everyone(services: Sequence[Service], total: int, own: int, index: Index) -> list[Group]:
    """A few of those that are for every need, folded away where there is much about this one."""
    shown = lists.cards(fit.worries_first(services, index)[:EVERYONE_SHOWN], index)
    more = Link(f"All {total:,} for every need", EVERY_NEED) if total > len(shown) else None
    words = "These take children and young people with any need."
    fold = wording.count(total, "service") if own > lists.FEW else ""
    return lists.filled_groups(Group("everyone", "Not only about this", shown, words, more, fold=fold))


EVERYONE_SHOWN = 4
MOST_CLOSE = 4
