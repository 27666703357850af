"""Where it is, for everybody else. Of a place that must not be found only the town.

In: the places of our record. Out: the places of an `Incoming`.
"""

from __future__ import annotations

from collections.abc import Sequence

from localoffer.exchange.shape import Incoming, Place
from localoffer.model.places import Location
from localoffer.model.vocabulary import Vocabulary


def tell_places(incoming: Incoming, locations: Sequence[Location], vocabulary: Vocabulary) -> None:
    """Each place, in our order."""
    incoming.places = [_place(each, vocabulary) for each in locations]


def _place(location: Location, vocabulary: Vocabulary) -> Place:
    features = [text for own, answer in location.accessibility.items() if (text := _feature(own, answer, vocabulary))]
    if location.sensitive:
        return Place(city=location.city, sensitive=True, accessibility=features)
    return Place(
        name=location.name,
        address_1=location.address_1 or "",
        address_2=location.address_2 or "",
        city=location.city,
        postal_code=location.postal_code or "",
        country="GB",
        accessibility=features,
        transportation=location.travel or "",
    )


def _feature(own: str, answer: str, vocabulary: Vocabulary) -> str:
    """What the place has by its name; what it has not is told too, for families must know; what nobody knows is not."""
    name = vocabulary.features[own].name if own in vocabulary.features else own
    return {"yes": name, "no": f"{name}: no"}.get(answer, "")
