"""Where a service is and how else it happens.

In: a Service and the Catalogue. Out: Facts. A sensitive place shows its town and nothing else: no name, no street, no
postcode, no map.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlencode

from localoffer import wording
from localoffer.facts.fact import Fact, Rows, Unsaid
from localoffer.facts.features import fitted
from localoffer.facts.links import linked
from localoffer.facts.plain import told
from localoffer.facts.reader import reader_of
from localoffer.facts.view import Place
from localoffer.facts.voice import Idea, idea, in_threes, name, say
from localoffer.facts.when import time_row
from localoffer.facts.whole import mended, where_it_is
from localoffer.model import Address, Location, Provider, Service, known
from localoffer.model.vocabulary import Vocabulary

MAP = "https://www.openstreetmap.org/search?"
PRIVATE = "This place keeps its address private. Ask, and they will tell you where it is."

TO_YOU = {"home": "at home", "school": "at school"}
FROM_AFAR = {"phone": ("phone", "phone"), "text": ("text-message", "text message"), "online": ("online", "online")}


def where_facts(service: Service, vocabulary: Vocabulary) -> Iterator[Fact]:
    """The places, and the other ways it happens."""
    if service.locations:
        views = Rows([_place(place, service, vocabulary) for place in service.locations])
        ideas = [_place_idea(place, service) for place in service.locations]
        yield Fact("places", "Where it is", views, ideas)
    if ways := [way for way in known(service.delivery) if way != "venue"]:
        has_place = "venue" in service.delivery
        start = "you can also have it " if has_place else "you can have it "
        words = wording.sentence(start + wording.join(wording.DELIVERIES[way] for way in ways))
        yield Fact("delivery", "How it happens", words, list(_other_ways(service)))


def travel_facts(service: Service) -> Iterator[Fact]:
    """How to get there."""
    ideas = list(_travel_ideas(service))
    if ideas:
        yield Fact("travel", "Getting there", Unsaid("said with each place"), ideas)


def _travel_ideas(service: Service) -> Iterator[Idea]:
    for place in service.locations:
        if place.travel:
            words = told(
                mended(place.travel, where_it_is),
                place.easy_read,
                say("Ask them how to get there."),
                reader_of(service),
            )
            is_one = len(service.locations) == 1 or place.sensitive
            named = [] if is_one else [say("This is the way to ", name(place.name), ".")]
            yield from in_threes("bus", [*named, *words])


def post_address(provider: Provider, services: Iterable[Service]) -> tuple[str, bool]:
    """Where to write to a provider, on one line, and whether that is the whole address: where one of its services keeps
    the same place private, only the town is told."""
    where = provider.address
    if where is None:
        return "", False
    private = [place for service in services for place in service.locations if place.sensitive]
    if any(where.postal_code == place.postal_code or where.address_1 == place.address_1 for place in private):
        return where.city, False
    return address_line(where), True


def address_line(place: Location | Address) -> str:
    """`Easton Hall, 12 Mill Lane, Marlbrook, MB2 4DT`."""
    return ", ".join(line for line in (place.address_1, place.address_2, place.city, place.postal_code) if line)


def goes_there(service: Service) -> bool:
    """True where people go to a place; and where a place is given, and nobody has said how it happens."""
    return "venue" in service.delivery or bool(service.locations and not service.has_delivery)


def where_words(service: Service) -> str:
    """`in Easton and online`, `at 4 places`, `at your home`."""
    cities = list(dict.fromkeys(place.city for place in service.locations))
    ways = [wording.DELIVERIES[way] for way in known(service.delivery) if way != "venue"]
    if goes_there(service):
        places = f"in {wording.join(cities)}" if len(cities) < 3 else f"at {len(service.locations)} places"
        ways = [places if cities else wording.DELIVERIES["venue"], *ways]
    return wording.join(ways)


def _place(place: Location, service: Service, vocabulary: Vocabulary) -> Place:
    several = len(service.locations) > 1
    travel = linked(place.travel) if place.travel else ""
    if place.sensitive:
        return Place(title=place.city, private=PRIVATE, travel=travel, fitted=fitted(place, vocabulary))
    times = [time_row(s) for s in service.schedules if several and s.location == place.name]
    return Place(
        title=place.name if several else "",
        name="" if several else place.name,
        address=address_line(place),
        map=map_link(place),
        times=times,
        caption="Times here" if times else "",
        travel=travel,
        fitted=fitted(place, vocabulary),
    )


def map_link(place: Location) -> str:
    """A search on OpenStreetMap for the postcode, or the address; never for a sensitive place."""
    if place.sensitive:
        return ""
    query = place.postal_code or ", ".join(part for part in (place.address_1, place.city) if part)
    return MAP + urlencode({"query": query})


def _place_idea(place: Location, service: Service) -> Idea:
    if place.sensitive:
        where = say("It is in ", name(place.city), ".")
        return idea("private", where, say("The address is private."), say("Ask where to go."))
    start = "Come to " if service.has_delivery else "The place is "
    return idea("building", say(start, name(place.name), "."), say("It is at ", name(address_line(place)), "."))


def _other_ways(service: Service) -> Iterator[Idea]:
    """`You can get this at home or at school.` `You can do this by phone or online.`"""
    near = [way for way in TO_YOU if way in service.delivery]
    if near:
        yield idea(near[0], say(f"You can get this {wording.join((TO_YOU[way] for way in near), 'or')}."))
    far = [way for way in FROM_AFAR if way in service.delivery]
    if far:
        words = [FROM_AFAR[way][1] for way in far]
        by = "" if far == ["online"] else "by "
        yield idea(FROM_AFAR[far[0]][0], say(f"You can do this {by}{wording.join(words, 'or')}."))
