"""What to ask the people who run a service, in words that can be sent to them: exactly what its record does not say.

In: a Service and the Catalogue. Out: questions. What a page shows as not known is asked here; so is what it shows badly: one
way of contact, a price that is not given, a place without its postcode.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from localoffer import wording
from localoffer.catalogue import Catalogue
from localoffer.facts.gaps import can_be_reached
from localoffer.model import Service, known
from localoffer.model.vocabulary import Vocabulary


class Question(NamedTuple):
    """What is asked: its name in a list, and the question as it is sent."""

    name: str
    words: str


def questions(service: Service, catalogue: Catalogue) -> list[Question]:
    """In the order in which a family would ask; none of a service that has closed."""
    if service.status == "closed":
        return []
    words = catalogue.vocabulary
    return [
        *_who(service, words),
        *_cost_and_way_in(service),
        *_where(service, words),
        *_reach(service, catalogue),
    ]


def _who(service: Service, words: Vocabulary) -> Iterator[Question]:
    who = service.eligibility
    if not service.description:
        yield Question("what it is", "What is it, in two or three sentences?")
    if not who.has_ages:
        yield Question("ages", "From which age to which age is it for?")
    if not known(who.needs):
        yield Question("needs", "Which needs is it for? If it is for every child, please say so.")
    elif who.needs_proposed:
        names = wording.join(wording.in_sentence(words.needs[need].name) for need in who.needs if need in words.needs)
        yield Question("needs", f"We think that it is for {names}. Is that right?")
    if not service.has_area:
        yield Question("where people live", "Where do people need to live to use it?")
    if who.diagnosis_needed == "not known":
        yield Question("diagnosis", "Does a child need a diagnosis first?")
    if who.ehc_plan_needed == "not known":
        yield Question("EHC plan", "Does a child need an EHC plan first?")


def _cost_and_way_in(service: Service) -> Iterator[Question]:
    cost = service.cost
    if not cost.cost_options and cost.free != "yes":
        asked = "Is it free? If not, how much is it?" if cost.free == "not known" else "How much is it?"
        yield Question("cost", asked)
    if not service.access.has_route:
        ways = "Do families ask you themselves, do they just come, or must somebody send them to you?"
        yield Question("how to get it", f"How do people get it? {ways}")


def _where(service: Service, words: Vocabulary) -> Iterator[Question]:
    if not service.has_delivery:
        yield Question("where it is", "Where does it happen: at a place, at home, at school, online or by phone?")
    elif "venue" in service.delivery and not service.locations:
        yield Question("where it is", "Where is it? Please give the street, the town and the postcode.")
    for place in service.locations:
        if not (place.postal_code or place.sensitive):
            yield Question("postcode", f"What is the postcode of {place.name}?")
        for feature in words.features.values():
            if feature.essential and place.accessibility.get(feature.id, "not known") == "not known":
                asked = feature.question or f"Is there {feature.name}?"
                yield Question(feature.name, asked if len(service.locations) == 1 else f"At {place.name}: {asked}")


def _reach(service: Service, catalogue: Catalogue) -> Iterator[Question]:
    ways = {way for contact in service.contacts for way in contact.ways} | (
        {"web"} if service.access.form_url else set()
    )
    if not ways and not can_be_reached(catalogue.providers.get(service.provider_id)):
        yield Question("contact", "How can families reach you? A phone number and an e-mail address are best.")
    elif len(ways) == 1:
        yield Question("a second contact", "Is there another way to reach you? Not everybody can phone, or write.")
    if service.last_checked is None:
        yield Question("a check", "Is all the rest of the page true?")
