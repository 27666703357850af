"""One listing read again, while everything else is taken as it was read last.

In: the last whole catalogue, and the file of a listing that was saved since. Out: a catalogue with that listing as it is now; None
where the listing is new, is gone, or has a fault, alone or beside the others: a whole check says which.
"""

from __future__ import annotations

from dataclasses import replace

from localoffer.cache.store import Room
from localoffer.catalogue import Catalogue, check_whole
from localoffer.catalogue.files import Files
from localoffer.catalogue.local import fill_in
from localoffer.catalogue.reading import read_listing
from localoffer.catalogue.terms import take_names
from localoffer.model import Service


def listing_of(file: str, catalogue: Catalogue) -> str:
    """The service of a file, `providers/marl-trust/saturday-club.yml`; empty for any other file, and for one that is not known."""
    folder, _, name = file.removesuffix(".yml").partition("/")
    return name if folder == "providers" and file.endswith(".yml") and name in catalogue.services else ""


def with_listing(file: str, catalogue: Catalogue) -> tuple[Catalogue, Service] | None:
    """The catalogue as it is with the file as it is now, and the service of the file."""
    identity = listing_of(file, catalogue)
    service = _read(file, identity, catalogue) if identity else None
    if service is None or service.provider_id not in catalogue.providers:
        return None
    return replace(catalogue, services={**catalogue.services, identity: service}), service


def _read(file: str, identity: str, catalogue: Catalogue) -> Service | None:
    files = Files(
        catalogue.site,
        catalogue.vocabulary,
        dict(catalogue.providers),
        folders=set(catalogue.providers),
        listings=set(catalogue.services),
        pages=set(catalogue.content),
        local=catalogue.local,
    )
    with Room(None, "records") as nothing_kept:
        read_listing(catalogue.root / file, catalogue.root, files, nothing_kept)
    take_names(files)
    fill_in(files, catalogue.today)
    found = [*files.findings, *check_whole(files, catalogue.root, catalogue.today)]
    is_wrong = any(finding.is_error and finding.path == file for finding in found)
    return None if is_wrong else files.services.get(identity)
