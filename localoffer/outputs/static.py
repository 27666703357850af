"""Files that are published as they are: providers' pictures, and files beside hand-written pages.

In: the Index. Out: addresses, each with its file.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from localoffer.addresses import picture_path
from localoffer.catalogue import Catalogue
from localoffer.outputs.files import PublishedFile
from localoffer.outputs.index import Index
from localoffer.overlay import Layers


def make_files(index: Index) -> Iterator[PublishedFile]:
    """All of them, in order of address; a file of content/ wins over a provider's."""
    catalogue = index.catalogue
    yield from sorted({**dict(_pictures(catalogue)), **dict(_beside_pages(catalogue.layers))}.items())


def _pictures(catalogue: Catalogue) -> Iterator[tuple[str, Path]]:
    shown = [(service.provider_id, image.file) for service in catalogue.services.values() for image in service.images]
    logos = [(provider.id, provider.logo.file) for provider in catalogue.providers.values() if provider.logo]
    for provider, file in (*shown, *logos):
        yield picture_path(provider, file), catalogue.root / "providers" / provider / file


def _beside_pages(layers: Layers) -> Iterator[tuple[str, Path]]:
    for file in layers.files("*"):
        hidden = any(part.startswith(("_", ".")) for part in file.name.split("/"))
        if not hidden and file.path.is_file() and file.path.suffix != ".md":
            yield file.name, file.path
