"""The small files that search fetches besides Pagefind's own.

In: the Index. Out: addresses, each with its JSON. `find/words.json`: what people type → what we call it; `find/places.json`: where
each postcode sector is; `find/names.json`: every word of a name, for "did you mean". None holds a place that must
stay private.
"""

from __future__ import annotations

from collections.abc import Iterator

from localoffer.outputs.files import PublishedFile, json_text
from localoffer.outputs.index import Index
from localoffer.outputs.search.places import sector_places
from localoffer.outputs.search.words import known_words, name_words


def make_files(index: Index) -> Iterator[PublishedFile]:
    """The three files."""
    vocabulary = index.catalogue.vocabulary
    yield "find/words.json", json_text(known_words(vocabulary))
    yield "find/names.json", json_text(name_words(index.catalogue))
    yield "find/places.json", json_text(sector_places(vocabulary.postcodes))
