"""A service in a few words: what a card, a search result and a reader's own list say of it.

In: a Service and the Catalogue. Out: a `Card`; a new line of it is a `yield` in `card_lines`, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from localoffer import wording
from localoffer.addresses import service_url
from localoffer.catalogue import Catalogue
from localoffer.facts.view import Card, Line
from localoffer.facts.where import goes_there
from localoffer.model import NATIONAL, OUTSIDE, Service
from localoffer.wording.coming import next_day
from localoffer.wording.short import one_line

STATUS = {"planned": "Not open yet", "temporarily closed": "Closed for now"}
NEARBY = frozenset({"venue", "home", "school"})
PLACES = {"waiting list": "Waiting list", "full": "Full now"}
FACTS = "when"
"""The look of the line of facts, to which search adds how far away it is."""


def service_card(service: Service, catalogue: Catalogue) -> Card:
    """A service in a list: what it is in a line, its next day or its wait, and who, what it costs and where; where none of
    that is known, who runs it."""
    return Card(
        catalogue.told_apart.get(service.id) or service.short_name or service.name,
        service_url(service.id),
        one_line(service),
        says=tuple(card_lines(service, catalogue)),
    )


def card_lines(service: Service, catalogue: Catalogue) -> Iterator[Line]:
    """What a card says below its one line, in order."""
    yield facts_line(*card_when(service, catalogue), card_facts(service, catalogue))


def facts_line(when: str, days: str, facts: Iterable[str]) -> Line:
    """`Sat 9:30am, ages 5 to 18, free`, of which the day is strong; `Ages 5 to 18, free`."""
    words = ", ".join(filter(None, facts))
    return Line(words if when else wording.first_capital(words), FACTS, when, days)


def card_when(service: Service, catalogue: Catalogue) -> tuple[str, str]:
    """What a family must know first: not open, the wait, full, the next day, who decides; and its days for a script."""
    waiting = service.waiting_time
    if service.status in STATUS:
        return STATUS[service.status], ""
    if waiting and waiting.typical and waiting.typical.number:
        return f"Wait {wording.count(waiting.typical.number, waiting.typical.unit.removesuffix('s'))}", ""
    if service.spaces in PLACES:
        return PLACES[service.spaces], ""
    words, days = next_day(service, catalogue.today, catalogue.year)
    if words:
        return words, days
    if service.access.route == ["panel"]:
        return "A panel decides", ""
    return ("No wait" if waiting else ""), ""


def card_facts(service: Service, catalogue: Catalogue) -> list[str]:
    """`ages 5 to 18`, `free`, `online`."""
    facts = who_and_cost(service, catalogue, _where(service, catalogue))
    provider = catalogue.providers.get(service.provider_id)
    return facts if any(facts) else [f"run by {provider.name}" if provider else ""]


def who_and_cost(service: Service, catalogue: Catalogue, where: str) -> list[str]:
    """For whom it is, what it costs, and where; empty where it is not known."""
    ages = wording.in_sentence(wording.ages_label(service.eligibility))
    return [ages, wording.cost_brief(service, catalogue.today), where]


def _where(service: Service, catalogue: Catalogue) -> str:
    """Where, if that is not near: `all over the country`, a town elsewhere, `online`, `by phone`."""
    areas = set(service.service_areas)
    if NATIONAL in areas and areas <= {NATIONAL, OUTSIDE}:
        return "all over the country"
    if goes_there(service) and (cities := list(dict.fromkeys(place.city for place in service.locations))):
        is_near = catalogue.site.council.place in cities or not areas <= {OUTSIDE}
        return "" if is_near else wording.join(cities[:2])
    return wording.delivery(service) if not NEARBY & set(service.delivery) else ""
