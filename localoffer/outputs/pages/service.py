"""A service's own page: its facts in the standard voice.

In: one Service, the Index of the catalogue. Out: a Page for theme/service.html.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice

from localoffer.addresses import service_url, topic_url
from localoffer.cache.digests import digest_of
from localoffer.facts import Facts
from localoffer.facts.about import in_brief
from localoffer.facts.waiting import page_card, page_link
from localoffer.model import Service
from localoffer.outputs.index import Index
from localoffer.outputs.markdown import render
from localoffer.outputs.page import Meta, Page, filled, new_page
from localoffer.outputs.pages.urgent import needs_way_out
from localoffer.outputs.parts import shown_pictures
from localoffer.outputs.qr import QrCode
from localoffer.outputs.search.facets import found_service
from localoffer.outputs.view import Card, ContactCard, FactLine, Link, plain

NOT_ENDORSED = (
    "Being listed here does not mean that the council recommends this service. You choose what is right for you."
)
NOBODY_WROTE = "No one has written yet what this is."
MAIN = ("ages", "needs", "only-for", "area", "when", "first-needed", "cost", "route", "wait", "asking")
"""The main facts, as a family asks."""
GOOD_TO_KNOW = ("bring", "can-stay", "languages")
CHIPS = ("cost", "first-needed", "route", "wait", "bsl")
"""What is good news at a glance, the best first; only what somebody said yes (or no need) to."""
NOTICES = ("status", "alert", "late")
"""What a reader must know first."""


def service_page(service: Service, index: Index) -> Page:
    """The page of one service, closed or not."""
    url = service_url(service.id)
    facts = index.facts(service)
    meta: Meta = {
        "title": service.name,
        "told_apart": index.catalogue.told_apart.get(service.id, ""),
        "summary": in_brief(service) or NOBODY_WROTE,
        "id": service.id,
        "section": "topics",
        "crumbs": _crumbs(service, index),
        "by": facts.rows("provider")[0],
        "chips": [chip for fact in facts.of(*CHIPS) for chip in fact.chips],
        "notices": [notice for fact in facts.of(*NOTICES) for notice in fact.rows],
        "facts": main_facts(facts),
        "contacts": facts.rows("contacts"),
        "contact_notes": _contact_notes(facts),
        "checked": facts.rows("checked")[0],
        "who": _who(facts),
        "images": shown_pictures(service),
        "good_to_know": list(_good_to_know(facts)),
        "prices": facts.rows("prices"),
        "getting": facts.words(*([] if "steps" in facts else ["route"]), "who-can-ask", "form"),
        "steps": facts.rows("steps"),
        "decision": facts.rows("decision"),
        "wait": _wait(facts),
        "where": facts.words("delivery"),
        "places": facts.rows("places"),
        "times": facts.rows("times"),
        "school": facts.rows("school"),
        "links": facts.rows("links"),
        "like": like(service, index),
        "not_endorsed": NOT_ENDORSED,
        "qr": _qr(index, url),
        "way_out": needs_way_out(service, index.catalogue),
    }
    if not (service.summary and service.description):
        meta["no_lead"] = True
    if not _says_phone(facts):
        meta["ask"] = True
    if service.status == "closed":
        meta |= {"noindex": True, "status": "closed"}
    else:
        meta["found"] = found_service(service, index)
    body = render("service.md.j2", description=service.description, brief=in_brief(service) or NOBODY_WROTE)
    return new_page("service", url, meta, service.path, body)


def _says_phone(facts: Facts) -> bool:
    cards = (card for card in facts.rows("contacts") if isinstance(card, ContactCard))
    return any(way.icon == "phone" for card in cards for way in card.ways)


def service_key(service: Service, index: Index) -> str:
    """Stands for all that the two pages of a service are made from; empty when that is not known.

    That is: what every page shares, its own file, its provider's, and what it says of other services and guides.
    """
    catalogue = index.catalogue
    known = [catalogue.digest, service.origin.digest, catalogue.providers[service.provider_id].origin.digest]
    others = [catalogue.services[other] for other in _like(service, index)]
    known += [other.origin.listed for other in others]
    if not all(known):
        return ""
    names = [catalogue.listed_name(service)]
    for other in others:  # with the rest of what lists show, all that there is on its card
        names += catalogue.listed_name(other), catalogue.providers[other.provider_id].name
    meanwhile = [[page_card(name, catalogue), page_link(name, catalogue)] for name in service.while_you_wait]
    said = json.dumps(meanwhile, default=plain) if meanwhile else ""
    return digest_of(*known, "", *names, "", said)


def _crumbs(service: Service, index: Index) -> list[Link]:
    topic = index.catalogue.vocabulary.topics.get(service.topics[0])
    if topic is None:
        return []
    top = index.catalogue.vocabulary.topics.get(topic.parents[0]) if topic.parents else None
    return [Link(level.name, topic_url(level.id)) for level in (top, topic) if level]


def main_facts(facts: Facts) -> list[FactLine]:
    """For whom, what it costs, how to get it, how long the wait is; where no wait is known, whether there are places."""
    found = facts.of(*MAIN, *([] if "wait" in facts else ["spaces"]))
    return [fact.line for fact in found if fact.words]


def _who(facts: Facts) -> Meta:
    found = facts.of("who", "criteria")
    if not found:
        return {}
    parts = {"words": facts.words("who"), "criteria": facts.rows("criteria")}
    return {"title": found[0].question, **{name: part[0] for name, part in parts.items() if part}}


def _good_to_know(facts: Facts) -> Iterator[FactLine]:
    for fact in facts.of(*GOOD_TO_KNOW, *(["spaces"] if "wait" in facts else [])):
        yield FactLine(fact.id, "", fact.question, fact.words)


def _contact_notes(facts: Facts) -> list[str]:
    notes = [str(words) for words in facts.words("bsl", "interpreter")]
    return [" ".join(notes)] if notes else []


def _wait(facts: Facts) -> Meta:
    return filled({"waited": facts.rows("waited"), "rows": facts.rows("while-you-wait")})


def like(service: Service, index: Index) -> list[Card]:
    """Up to 4 other services: same ages and near first, then by how many topics they share; national ones last."""
    return [index.card(index.catalogue.services[other]) for other in _like(service, index)]


def _like(service: Service, index: Index) -> list[str]:
    if not service.has_topics:
        return []
    shown = {service.id, *service.while_you_wait}
    others = index.alike(tuple(service.topics), frozenset(index.stages_of.get(service.id, ())))
    return list(islice((other for other in others if other not in shown), 4))


def _qr(index: Index, url: str) -> QrCode | None:
    site = index.catalogue.site.site_url
    return index.codes.code(site, url) if site else None
