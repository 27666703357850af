"""`/api` and `/data/services.*`: the whole offer for other systems, the same files that `build.py export` writes.

In: the Index. Out: Open Referral UK 3 as files, tables, and the dictionary of their columns.
"""

from __future__ import annotations

from collections.abc import Iterator

from localoffer.exchange.telling.offer import offer_files
from localoffer.outputs.files import PublishedFile
from localoffer.outputs.index import Index


def make_files(index: Index) -> Iterator[PublishedFile]:
    """All of them."""
    yield from offer_files(index.catalogue, index.kept)
