"""A service's own page: its facts in the standard voice.

In: one Service, the Index of the catalogue. Out: a Page for theme/service.html.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from localoffer.addresses import TIMES, service_url, topic_url
from localoffer.cache.digests import digest_of
from localoffer.facts import Facts
from localoffer.facts.about import in_brief
from localoffer.facts.who import who_title
from localoffer.model import Provider, Service
from localoffer.outputs.calendars import has_times
from localoffer.outputs.index import Index
from localoffer.outputs.markdown import render
from localoffer.outputs.page import Meta, Page, filled, new_page
from localoffer.outputs.pages.linked_data import service_data
from localoffer.outputs.pages.urgent import needs_way_out
from localoffer.outputs.parts import shown_pictures
from localoffer.outputs.view import Card, ContactCard, Link, Notice, Words

NOT_ENDORSED = (
    "Being listed here does not mean that the council recommends this service. You choose what is right for you."
)
NOBODY_WROTE = "No one has written yet what this is."
ANSWERS = ("asks", "wait", "soonest")
"""What stands first, with the number to call: who can ask, and how long it takes or when it is."""
WHO = ("ages", "needs", "only-for", "area", "first-needed", "asking", "bring", "can-stay", "languages")
"""For whom it is, as a family asks."""
CHIPS = ("cost", "ages", "bsl", "first-needed")
"""What else matters at a glance, the best first; only what somebody has said."""
MOST_CHIPS = 3


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
        "answers": [answer for fact in facts.of(*ANSWERS) for answer in fact.rows],
        "sign": facts.words("bsl-video"),
        "call": call(facts) if service.status != "closed" else {},
        "chips": [chip for fact in facts.of(*CHIPS) for chip in fact.chips][:MOST_CHIPS],
        **notices(facts),
        "facts": [replace(fact.line, icon="") for fact in facts.of(*WHO) if fact.words],
        "first": facts.rows("first-needed"),
        "contacts": facts.rows("contacts"),
        "contact_notes": _contact_notes(facts),
        "checked": facts.rows("checked")[0],
        "who": _who(facts),
        "who_title": who_title(service),
        "images": shown_pictures(service),
        "cost": facts.words("cost"),
        "budget": facts.words("personal-budget"),
        "prices": facts.rows("prices"),
        "getting": facts.words("route", "who-can-ask", "form", "spaces"),
        "steps": facts.rows("steps"),
        "decision": facts.rows("decision"),
        "wait": _wait(facts),
        "where": facts.words("delivery", *([] if "times" in facts or "places" in facts else ["when"])),
        "places": facts.rows("places"),
        "times": facts.rows("times"),
        "school": facts.rows("school"),
        "links": facts.rows("links"),
        "like": like(service, index),
        "not_endorsed": "" if is_councils_own(index.catalogue.providers.get(service.provider_id)) else NOT_ENDORSED,
        "qr": index.code(url),
        "way_out": needs_way_out(service, index.catalogue),
        "calendar": f"{url}{TIMES}" if has_times(service) else "",
        "data": service_data(service, index.catalogue),
    }
    if not (service.summary and service.description):
        meta["no_lead"] = True
    if service.status == "closed":
        meta |= {"noindex": True, "status": "closed"}
    body = render("service.md.j2", description=service.description, brief=in_brief(service) or NOBODY_WROTE)
    return new_page("service", url, meta, service.path, body)


def is_councils_own(provider: Provider | None) -> bool:
    """True for the council and its teams: what the law asks of it is no choice that it might recommend."""
    return bool(provider and provider.kind == "council")


def call(facts: Facts) -> Meta:
    """The first number, else the first other way: what the button says and does, whom it reaches, and when they answer."""
    ways = [
        (card, way) for card in facts.rows("contacts") if isinstance(card, ContactCard) for way in card.ways if way.href
    ]
    if not ways:
        return {}
    card, way = next((found for found in ways if found[1].icon == "phone"), ways[0])
    us = " us" if card.words else ""
    words = {
        "phone": f"Call{us} {way.text}",
        "mail": f"Write to {'us' if us else 'them'}",
        "globe": "Ask on their website",
    }
    return filled({"way": way, "words": words.get(way.icon, way.text), "who": card.title})


def notices(facts: Facts) -> Meta:
    """One box: whether it is open, with the news; else the news; else that a check is late, which otherwise stands by the date."""
    found = {fact.id: notice for fact in facts.of("status", "alert", "late") for notice in fact.rows}
    status, alert, late = (found.get(name) for name in ("status", "alert", "late"))
    first = status or alert or late
    if not isinstance(first, Notice):
        return {}
    if isinstance(status, Notice) and isinstance(alert, Notice):
        first = replace(status, words=[*pieces(alert.words), " ", *pieces(status.words)])
    more = {"late": late} if isinstance(late, Notice) and first is not late else {}
    return {"notices": [first], **more}


def pieces(words: Words) -> Sequence[str | Link]:
    """Words as a list of texts and links."""
    return [words] if isinstance(words, str) else words


def service_key(service: Service, index: Index) -> str:
    """Stands for all that the two pages of a service are made from; empty when that is not known.

    That is: what every page shares, its own file, its provider's, and what it says of other services and guides.
    """
    catalogue = index.catalogue
    known = [catalogue.digest, service.origin.digest, catalogue.providers[service.provider_id].origin.digest]
    like, meanwhile = like_ids(service, index), service.while_you_wait
    others = [catalogue.services[other] for other in (*like, *meanwhile) if other in catalogue.services]
    known += [other.origin.listed for other in others]
    for page in (catalogue.content[name] for name in meanwhile if name in catalogue.content):
        known += [page.origin.digest, *([page.easy.origin.digest] if page.easy else [])]
    if not all(known):
        return ""
    names = [catalogue.listed_name(service)]
    for other in others:  # with the rest of what lists show, all that there is on its card
        names += catalogue.listed_name(other), catalogue.providers[other.provider_id].name
    return digest_of(*known, "", *names, "", *like, "", *meanwhile)


def _crumbs(service: Service, index: Index) -> list[Link]:
    topic = index.catalogue.vocabulary.topics.get(service.topics[0])
    if topic is None:
        return []
    top = index.catalogue.vocabulary.topics.get(topic.parents[0]) if topic.parents else None
    return [Link(level.name, topic_url(level.id)) for level in (top, topic) if level]


def _who(facts: Facts) -> Meta:
    found = facts.of("who", "criteria")
    if not found:
        return {}
    parts = {"words": facts.words("who"), "criteria": facts.rows("criteria")}
    return {name: part[0] for name, part in parts.items() if part}


def _contact_notes(facts: Facts) -> list[str]:
    notes = [str(words) for words in facts.words("bsl", "interpreter")]
    return [" ".join(notes)] if notes else []


def _wait(facts: Facts) -> Meta:
    return filled({"waited": facts.rows("waited"), "rows": facts.rows("while-you-wait")})


def like(service: Service, index: Index) -> list[Card]:
    """Up to 4 other services: same ages and near first, then by how many topics they share; national ones last."""
    return [index.card(index.catalogue.services[other]) for other in like_ids(service, index)]


def like_ids(service: Service, index: Index) -> list[str]:
    """The ids of those other services."""
    if not service.has_topics:
        return []
    shown = {service.id, *service.while_you_wait}
    others = index.alike(tuple(service.topics), frozenset(index.stages_of.get(service.id, ())))
    return list(islice((other for other in others if other not in shown), 4))
