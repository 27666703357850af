"""What search finds: one `Document` for each service, guide, and page of About and Take part.

In: the Index. Out: documents, their words by where they stand, their choices, and what a result shows of them; that of a
service is kept from one run to the next. Closed services are not among them. Words are folded as words.js folds what is typed; a private place is told by its town alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from localoffer import wording
from localoffer.addresses import EMERGENCIES, GUIDES, TAKE_PART, content_url, is_guide
from localoffer.cache.digests import digest_of
from localoffer.cache.store import Room
from localoffer.catalogue import Catalogue
from localoffer.facts.about import in_brief
from localoffer.facts.brief import FACTS
from localoffer.facts.view import Card, Line
from localoffer.facts.where import goes_there
from localoffer.letters import folded
from localoffer.model import ContentPage, Service, known
from localoffer.outputs.index import Index
from localoffer.records.texts import texts

BODY, BY, SUMMARY, ABOUT, ALSO, NAME, SHORT_NAME = range(7)
"""Where a word stands, from the text of a page to a name of one or two words; rank.js has the weight of each."""
SHORT = 2
"""A name of so many words, little ones apart, is short: whoever types one of them is likely to mean it."""
SERVICE, FAR, STAFF, GUIDE, PAGE = "sfwgp"
"""The letter of each kind in find/index/head.json; `FAR` is a service that is not of this area, `STAFF` one for staff alone."""
MANY_PLACES = 3
_MARKUP = re.compile(r"\]\([^)]*\)|\{[^{}]*\}|<[^>]*>|https?://\S+")
_HEADING = re.compile(r"^#{2,4} +(.+)$", re.MULTILINE)


Places = Mapping[int, Sequence[str]]
"""Where words stand → the texts there."""


@dataclass(frozen=True)
class Document:
    """One page. `card`: what a result says of it, and `where` beside how far away it is; each line is as within a sentence,
    for that may stand before it. `words`: each, and the best place in which it stands. `strong`: its name, and its other
    names with its summary, folded, with a space at either end. `phrases`: whole texts that mean it, and how surely."""

    card: Card
    kind: str
    words: dict[str, int]
    strong: tuple[str, str] = ("", "")
    choices: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    where: str = ""
    checked: str = ""


def documents(index: Index) -> list[Document]:
    """All of them; those about one thing stand together, as their results are fetched together."""
    catalogue = index.catalogue
    with Room(index.kept, "searched") as room:
        found = [document_kept(service, index, room) for service in index.shown]
        room.prune_and_close()
    found += [
        _content(page, catalogue)
        for page in catalogue.content.values()
        if not page.language and content_url(page.id) != GUIDES
    ]
    return sorted(found, key=lambda each: (each.topics[:1], each.card.href))


def made_of(places: Places) -> tuple[dict[str, int], tuple[str, str]]:
    """`words` and `strong` of a document."""
    found: dict[str, int] = {}
    for place, given in sorted(places.items()):
        for text in given:
            found |= dict.fromkeys(folded(text).split(), place)
    return found, (_joined(places, NAME, SHORT_NAME), _joined(places, ALSO, SUMMARY))


def _joined(places: Places, *wanted: int) -> str:
    return " ".join(f" {folded(text)} " for place in wanted for text in places.get(place, ()))


def document_kept(service: Service, index: Index, room: Room) -> Document:
    """The document of a service, as it was if it is made from the same."""
    catalogue = index.catalogue
    provider = catalogue.providers.get(service.provider_id)
    name = digest_of(catalogue.listed_name(service))
    key = catalogue.key_of(service.origin.digest, provider.origin.digest if provider else "-", name)
    return room.made(key, lambda: _service(service, index))


def _service(service: Service, index: Index) -> Document:
    catalogue = index.catalogue
    provider = catalogue.providers.get(service.provider_id)
    run_by = provider.name if provider else ""
    topics, needs = tuple(known(service.topics)), tuple(known(service.eligibility.needs))
    places: dict[int, list[str]] = {
        BODY: [_MARKUP.sub(" ", each.text) for each in texts(service)],
        BY: [run_by, *(place.city for place in service.locations), *service.languages],
        SUMMARY: [in_brief(service)],
        ALSO: service.also_known_as,
        _name_place(service.name): [service.name],
    }
    places[BY] += [place.name for place in service.locations if not place.sensitive]
    card = index.card(service)
    shown = replace(card, says=tuple(replace(line, words=wording.in_sentence(line.words)) for line in card.says))
    kind = STAFF if service.for_whom == ["professional"] else SERVICE if index.is_near(service) else FAR
    choices = tuple(index.facts(service).choices)
    also = tuple(service.also_known_as)
    where, checked = _where(service), _checked(service)
    return Document(shown, kind, *made_of(places), choices, topics, needs, also, where, checked)


def _where(service: Service) -> str:
    """Beside how far it is: `Easton`, `3 places`; nothing where nobody goes there."""
    cities = list(dict.fromkeys(place.city for place in service.locations if place.city)) if goes_there(service) else []
    return wording.join(cities) if len(cities) < MANY_PLACES else f"{len(cities)} places"


def _checked(service: Service) -> str:
    return service.last_checked.date.isoformat() if service.last_checked else ""


def _name_place(name: str) -> int:
    return SHORT_NAME if len([word for word in folded(name).split() if len(word) > 2]) <= SHORT else NAME


def _content(page: ContentPage, catalogue: Catalogue) -> Document:
    topics = tuple(name for name in page.topics if name in catalogue.vocabulary.topics)
    plain = _MARKUP.sub(" ", page.body)
    situations = [s for s in catalogue.vocabulary.situations.values() if s.page == page.id]
    said = tuple(text for s in situations for text in (s.name, s.summary))
    also = tuple(page.also_known_as)
    places = {
        BODY: [plain],
        ABOUT: [catalogue.vocabulary.topics[name].name for name in topics],
        SUMMARY: [page.summary, *_HEADING.findall(plain)],
        ALSO: [*also, *said],
        _name_place(page.title): [page.title],
    }
    kind = GUIDE if is_guide(page.id) else PAGE
    by = "Guide" if kind == GUIDE else "Take part" if page.id.startswith(TAKE_PART) else "About this site"
    card = Card(page.title, content_url(page.id), page.summary, says=(Line(by, FACTS),))
    choices = tuple(_content_choices(page, catalogue))
    phrases = (page.title, *also, *_words_of_danger(page, catalogue))
    return Document(card, kind, *made_of(places), choices, topics, tuple(page.needs), phrases)


def _words_of_danger(page: ContentPage, catalogue: Catalogue) -> Iterator[str]:
    """What people type who need the page of urgent help: as a whole, for a word of it alone says no danger."""
    if page.id == EMERGENCIES.strip("/"):
        for call in catalogue.urgent:
            yield from call.words


def _content_choices(page: ContentPage, catalogue: Catalogue) -> Iterator[str]:
    topics = catalogue.vocabulary.topics
    for topic in page.topics:
        if topic in topics:
            yield from (f"topic:{name}" for name in (topic, *topics[topic].parents))
    yield from (f"need:{need}" for need in page.needs)
    yield from (f"stage:{stage}" for stage in page.stages)
