"""What there is to know of a site before it can be served.

In: plain values. Out: a `Hosted`, and what several hosts say alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

TABLES = ("services", "organizations", "service_at_locations", "taxonomy_terms", "taxonomies")
"""The lists of the interface, as localoffer/exchange/writing/api writes them."""


@dataclass(frozen=True)
class Hosted:
    """`policy`: of all pages together; `moved`: old address → new one; `base`: the folder of the host that the site lives in, `/`
    or `/local-offer/`; `folders`: its folders on the first level; `hashed`: folders whose names change with their content."""

    policy: str
    moved: Mapping[str, str]
    base: str = "/"
    folders: tuple[str, ...] = ()
    hashed: tuple[str, ...] = ()

    @property
    def moves(self) -> Iterator[tuple[str, str]]:
        """Old and new address from the host's root, in a settled order."""
        for old, new in sorted(self.moved.items()):
            yield f"{self.base}{old}", f"{self.base}{new}"

    @property
    def pattern(self) -> str:
        """`base` as a regular expression."""
        return re.escape(self.base).replace(r"\-", "-")
