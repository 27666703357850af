"""The small files that search fetches besides Pagefind's own.

In: the Catalogue. Out: path → JSON. `find/words.json`: what people type → what we call it; `find/places.json`: where
each postcode sector is; `find/names.json`: every word of a name, for "did you mean". None holds a place that must
stay private.
"""

from __future__ import annotations

import json
from typing import Any

from localoffer.catalogue import Catalogue
from localoffer.outputs.search.places import sector_places
from localoffer.outputs.search.words import known_words, name_words

__all__ = ["search_files"]


def search_files(catalogue: Catalogue) -> dict[str, str]:
    """The files, ready to publish."""
    return {
        "find/words.json": _json(known_words(catalogue.vocabulary)),
        "find/names.json": _json(name_words(catalogue)),
        "find/places.json": _json(sector_places(catalogue.vocabulary.postcodes)),
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
