"""How search finds a page: the filters it answers to, and the facts a result shows.

In: a Service or a guide, and the Index. Out: `name:value` words for Pagefind's attributes in the page; scripts read the
names. A place that
must stay private gives no sector: search knows no more about it than the page says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from localoffer.facts.brief import service_brief
from localoffer.model import NATIONAL, OUTSIDE, WHOLE_AREA, ContentPage, Location, Service, known
from localoffer.outputs.index import Index
from localoffer.outputs.page import Meta
from localoffer.outputs.search.words import unlike_words
from localoffer.outputs.view import plain

_AREA_VALUES = {WHOLE_AREA: "whole-area", OUTSIDE: "outside-the-area", NATIONAL: "national"}


def found_service(service: Service, index: Index) -> Meta:
    """What theme/service.html hands to Pagefind: `filters` to narrow by, `meta` to find it by and to show in the result."""
    return {
        "filters": list(dict.fromkeys(service_filters(service, index))),
        "meta": [_words(search_words(service, index)), *result_facts(service, index.catalogue.today)],
    }


def found_guide(page: ContentPage, index: Index) -> Meta:
    """The same for a guide."""
    topics = index.catalogue.vocabulary.topics
    names = [topics[topic].name for topic in page.topics if topic in topics]
    names += unlike_words(page.title, page.summary, page.body)
    filters = ["kind:guide"]
    filters += dict.fromkeys(f"topic:{topic}" for name in page.topics for topic in (name, *index.top_topics(name)))
    filters += [f"need:{need}" for need in page.needs]
    filters += [f"stage:{stage}" for stage in page.stages]
    return {"filters": filters, "meta": [_words(names)]}


def service_filters(service: Service, index: Index) -> Iterator[str]:
    """`topic:leisure`, `need:autism`, `stage:5-to-10` …; only what is known, and known to be so."""
    needs = index.catalogue.vocabulary.needs
    yield "kind:service"
    yield from (f"{name}:{NOT_KNOWN}" for name in unknown_filters(service))
    for topic in known(service.topics):
        yield from (f"topic:{name}" for name in (topic, *index.top_topics(topic)))
    for need in known(service.eligibility.needs):
        yield f"need:{need}"
        yield from (f"need:{parent}" for parent in (needs[need].parents if need in needs else ()))
    yield from (f"stage:{stage}" for stage in sorted(index.stages_of.get(service.id, ())))
    yield from (f"area:{_AREA_VALUES.get(area, area)}" for area in known(service.service_areas))
    yield from (f"cost:{value}" for value in _cost_values(service))
    yield from (f"route:{route}" for route in known(service.access.route))
    yield from (f"delivery:{way}" for way in known(service.delivery))
    yield from (f"know:{value}" for value in _known_values(service))
    for place in service.locations:
        yield from (f"feature:{name}" for name, answer in place.accessibility.items() if answer == "yes")
        if sector := sector_of(place):
            yield f"sector:{sector}"


NOT_KNOWN = "not-known"
"""The value of a filter for pages that do not say: they come after the others, and never count as no."""


def unknown_filters(service: Service) -> Iterator[str]:
    """The filters that this page cannot answer, because nobody knows yet."""
    said = {
        "topic": service.has_topics,
        "need": bool(known(service.eligibility.needs)),
        "stage": service.eligibility.has_ages,
        "area": service.has_area,
        "cost": service.cost.free != "not known" or _has_price(service),
        "route": service.access.has_route,
        "delivery": service.has_delivery,
    }
    yield from (name for name, is_said in said.items() if not is_said)


def sector_of(place: Location) -> str:
    """`MB2 4` of `MB2 4DT`; empty for a private place or one without a postcode."""
    return "" if place.sensitive or not place.postal_code else place.postal_code[:-2].strip()


def _has_price(service: Service) -> bool:
    return service.cost.free != "yes" and any(option.amount for option in service.cost.cost_options)


def _cost_values(service: Service) -> Iterator[str]:
    if service.cost.free == "yes":
        yield "free"
    if service.cost.free == "no" or _has_price(service):
        yield "to-pay"
    if service.cost.personal_budget == "yes":
        yield "personal-budget"


def _known_values(service: Service) -> Iterator[str]:
    if service.eligibility.diagnosis_needed == "no":
        yield "no-diagnosis"
    if service.eligibility.ehc_plan_needed == "no":
        yield "no-plan"
    if service.waiting_time and service.waiting_time.typical is None:
        yield "no-wait"
    if service.spaces == "open":
        yield "places-now"
    if service.bsl == "yes":
        yield "bsl"
    if service.interpreter == "yes":
        yield "interpreter"


def result_facts(service: Service, today: date) -> list[str]:
    """`ages:5 to 18`, `cost:Free`, `where:Marlbrook`, `wait:About 14 weeks`, `status:Not open yet`; only what is known."""
    return [f"{name}:{words}" for name, words in plain(service_brief(service, today)).items()]


def _words(names: Iterable[str]) -> str:
    return f"words:{', '.join(dict.fromkeys(names))}"


def search_words(service: Service, index: Index) -> Iterator[str]:
    """The names of its topics and needs, other names people know it by, and its words in the letters people type."""
    vocabulary = index.catalogue.vocabulary
    yield from service.also_known_as
    yield from (vocabulary.needs[need].name for need in service.eligibility.needs if need in vocabulary.needs)
    yield from (vocabulary.topics[topic].name for topic in service.topics if topic in vocabulary.topics)
    provider = index.catalogue.providers.get(service.provider_id)
    texts = [service.name, *service.also_known_as, service.summary or "", service.description]
    yield from unlike_words(*texts, provider.name if provider else "")
