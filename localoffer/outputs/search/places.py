"""Where postcodes are, as far as distance needs it: one averaged point for each sector (`MB2 4`).

In: rows of content/_data/postcodes.csv (the columns of ONS' postcode directory). Out: sector → [latitude, longitude],
to three decimals (about 100 metres): a sector holds some hundred homes, so a point in it is nobody's address.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from localoffer.model.vocabulary import PostcodePlace


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
