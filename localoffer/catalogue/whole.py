"""The rules that need to see everything, in one table.

In: all files, the root and today. Out: findings. Adding a rule is adding one line.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from localoffer.catalogue import dates, links, offer, references
from localoffer.catalogue.files import Files
from localoffer.findings import Finding


def check_whole(files: Files, root: Path, today: date) -> Iterator[Finding]:
    """Every rule that needs more than one file or the date."""
    yield from offer.check_lists_there(files, root)
    yield from references.check_references(files)
    yield from links.check_links(files, root)
    yield from links.check_pictures(files, root)
    yield from offer.check_names(files)
    yield from offer.check_providers(files, root)
    yield from offer.check_moves(files)
    yield from offer.check_stages(files)
    yield from offer.check_easy_reason(files)
    yield from dates.check_future(files, today)
    yield from dates.check_alerts(files, today)
    yield from dates.check_waits(files, today)
    yield from dates.check_reviews(files, today)
    yield from dates.check_ended(files, today)
