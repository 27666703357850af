"""Who helps a family when the answer is no, by role: free advice, and an advocate.

In: a Service and the Catalogue. Out: ideas for easy read. A role that nobody has filled is left out; its number is never made up.
"""

from __future__ import annotations

from collections.abc import Iterator

from localoffer import wording
from localoffer.addresses import easy_url, service_url
from localoffer.catalogue import Catalogue
from localoffer.facts.voice import Idea, Part, Sentence, idea, link, name, phone, say
from localoffer.model import Contact, Service
from localoffer.model.local import LocalRole

ADVICE = {
    "sendiass": ("talk", "They give you free advice."),
    "advocacy": ("help", "They can help you to speak up."),
}
"""Role → the picture, and what they do for somebody who was told no."""


def who_helps(service: Service, catalogue: Catalogue) -> Iterator[Idea]:
    """Each with a number, or the way to their page."""
    roles = {role.role: role for role in catalogue.local.roles}
    for role, (picture, does) in ADVICE.items():
        who = roles.get(role)
        if who and who.service != service.id and (reached := _reached(who, catalogue)):
            yield idea(picture, say("You can ask ", _named(who, catalogue), "."), say(does), reached)


def _named(who: LocalRole, catalogue: Catalogue) -> Part:
    service = catalogue.services.get(who.service or "")
    words = who.name or (service.name if service else catalogue.vocabulary.roles[who.role].name)
    return link(words, easy_url(service_url(service.id))) if service else name(words)


def _reached(who: LocalRole, catalogue: Catalogue) -> Sentence | None:
    service = catalogue.services.get(who.service or "")
    ways: list[LocalRole | Contact] = [who, *(service.contacts if service else [])]
    if number := next((way.phone for way in ways if way.phone), None):
        return say("Phone ", phone(number), ".")
    if number := next((way.sms for way in ways if way.sms), None):
        return say("Text ", link(wording.phone_chunks(number), wording.text_link(number)), ".")
    if address := next((way.email for way in ways if way.email), None):
        return say("Write to ", link(address, f"mailto:{address}"), ".")
    return None
