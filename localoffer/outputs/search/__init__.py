"""Search: its index, in parts small enough for a slow link, and the few files beside it.

In: the Index. Out: addresses, each with its JSON, all below `find/index/`: `head` (the kind of each document, the places
of this area), numbered parts of words (`parts`), `shown-…` (what results show, a few documents each) and `by-…` (the documents behind
each choice), and `names` (those of the long groups of choices). None holds a place that must stay private.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from localoffer.addresses import LANGUAGES
from localoffer.letters import folded
from localoffer.model.vocabulary import PostcodePlace
from localoffer.outputs.files import json_text
from localoffer.outputs.index import Index
from localoffer.outputs.page import filled
from localoffer.outputs.search.documents import Document, documents
from localoffer.outputs.search.own_pages import own_pages
from localoffer.outputs.search.parts import make_parts
from localoffer.outputs.search.urgent import words_of
from localoffer.outputs.search.words import meanings, misspellings, ordinary_words
from localoffer.outputs.view import plain
from localoffer.wording import first_capital

FOLDER = "find/index/"
TOGETHER = 8
"""Documents whose results are fetched together."""


def make_index(index: Index) -> Iterator[tuple[str, str]]:
    """Every file of the index."""
    vocabulary, found = index.catalogue.vocabulary, [*documents(index), *own_pages(index.catalogue)]
    yield f"{FOLDER}head.json", json_text(_head(index, found))
    ordinary = partial(ordinary_words, vocabulary.common_words, words_of(index.catalogue.urgent))
    words = [each.words for each in found]
    parts = make_parts(words, meanings(vocabulary, found), misspellings(vocabulary), ordinary)
    for number, part in enumerate(parts):
        yield f"{FOLDER}{number}.json", json_text({name: value for name, value in vars(part).items() if value})
    for start in range(0, len(found), TOGETHER):
        rows = [filled({**plain(each.card), "where": each.where}) for each in found[start : start + TOGETHER]]
        yield f"{FOLDER}shown-{start // TOGETHER}.json", json_text(rows)
    for name, values in _choices(found).items():
        yield f"{FOLDER}by-{name}.json", json_text(values)
    needs = [[need.id, need.name.split(" (")[0]] for need in vocabulary.needs.values() if need.parents]
    features = [[feature.id, first_capital(feature.name)] for feature in vocabulary.features.values()]
    yield f"{FOLDER}names.json", json_text({"need": needs, "feature": features})
    yield f"{FOLDER}checked.json", json_text([each.checked for each in found])
    yield f"{FOLDER}places.json", json_text(sector_places(vocabulary.postcodes))


def _head(index: Index, found: Sequence[Document]) -> dict[str, object]:
    """What every question needs: the kind of each document in one letter, and how places of this area are typed."""
    areas = index.catalogue.vocabulary.areas.values()
    languages = [number for number, each in enumerate(found) if each.card.href == LANGUAGES]
    return {
        "languages": languages,
        "kinds": "".join(each.kind for each in found),
        "areas": {folded(area.name): [area.id, area.name] for area in areas},
        "place": folded(index.place),
        "districts": sorted({code.lower() for area in areas for code in area.postcodes}),
    }


CHOICES = (
    "ages",
    "area",
    "cost",
    "day",
    "delivery",
    "feature",
    "know",
    "need",
    "route",
    "sector",
    "stage",
    "time",
    "topic",
)
"""Every kind of choice has its file, be there any or none."""


def _choices(found: Sequence[Document]) -> dict[str, dict[str, list[int]]]:
    """Choice → value → the documents, each as the distance to the one before."""
    by_choice: dict[str, defaultdict[str, list[int]]] = {name: defaultdict(list) for name in CHOICES}
    last: dict[str, int] = {}
    for number, document in enumerate(found):
        for choice in document.choices:
            name, _, value = choice.partition(":")
            by_choice[name][value].append(number - last.get(choice, 0))
            last[choice] = number
    return {name: dict(sorted(values.items())) for name, values in by_choice.items()}


def sector_places(postcodes: Iterable[PostcodePlace]) -> dict[str, list[float]]:
    """Each sector's average position, in order of the sectors' names."""
    points: defaultdict[str, list[PostcodePlace]] = defaultdict(list)
    for row in postcodes:
        points[sector_name(row.postcode)].append(row)
    return {sector: _middle(rows) for sector, rows in sorted(points.items()) if sector}


def sector_name(postcode: str) -> str:
    """`mb24dt` and `MB2 4DT` → `MB2 4`."""
    bare = "".join(postcode.split()).upper()
    return f"{bare[:-3]} {bare[-3]}" if len(bare) > 4 else ""


def _middle(rows: list[PostcodePlace]) -> list[float]:
    return [
        round(sum(row.latitude for row in rows) / len(rows), 3),
        round(sum(row.longitude for row in rows) / len(rows), 3),
    ]
