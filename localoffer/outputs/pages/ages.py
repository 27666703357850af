"""Ages: the stages of life, and the services of each under its topics.

In: the Index. Out: list Pages.
"""

from __future__ import annotations

from collections.abc import Iterator

from localoffer import wording
from localoffer.addresses import STAGES, search_url, stage_url
from localoffer.catalogue import fit
from localoffer.model.vocabulary import Stage
from localoffer.outputs.index import Index
from localoffer.outputs.page import Page
from localoffer.outputs.pages import lists
from localoffer.outputs.pages.lists import ListPage
from localoffer.outputs.pages.not_known import unknown_group
from localoffer.outputs.view import Card, Link


def make_pages(index: Index) -> Iterator[Page]:
    """The list of ages, and every age."""
    yield lists.list_page(ages_index(index))
    for stage in index.catalogue.vocabulary.stages.values():
        yield from lists.list_pages(stage_list(stage, index))


def stage_cards(index: Index) -> list[Card]:
    """The ages as doors."""
    stages = index.catalogue.vocabulary.stages.values()
    return [Card(stage.name, stage_url(stage.id), stage.summary) for stage in stages]


def ages_index(index: Index) -> ListPage:
    """The doors to every age."""
    return ListPage(
        "ages",
        STAGES,
        index.source_of("stages"),
        "Look by age",
        "From birth to 25. Many services are for more than one age.",
        doors=stage_cards(index),
        side=[lists.other_ways(STAGES)],
    )


def stage_list(stage: Stage, index: Index) -> ListPage:
    """One age: its services under the topics of the first level."""
    services, url = index.by_stage[stage.id], stage_url(stage.id)
    search = Link("Search and filter these services", search_url("stage", stage.id))
    return ListPage(
        "age",
        url,
        stage.path,
        f"Ages {stage.name}",
        f"{stage.summary}: help for ages {stage.name}.",
        crumbs=[Link("Ages", STAGES)],
        notices=lists.none_here(services, index, f"ages {stage.name}"),
        intro=[f"{wording.count(len(services), 'service')}. ", search] if services else "",
        groups=lists.by_fit(fit.of_stage(stage, index), index, "For this age"),
        ends=unknown_group("ages", index),
        missing=lists.what_is_missing(f"ages {stage.name}"),
        pills=lists.pills((Link(card.name, card.href) for card in stage_cards(index)), url),
        side=[lists.guide_box([guide for guide in index.guides if stage.id in guide.stages], index)],
    )
