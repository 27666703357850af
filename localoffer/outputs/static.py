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


def make_files(index: Index) -> Iterator[PublishedFile]:
    """All of them, in order of address; a file of content/ wins over a provider's."""
    catalogue = index.catalogue
    yield from sorted({**dict(_pictures(catalogue)), **dict(_beside_pages(catalogue.root / "content"))}.items())


def _pictures(catalogue: Catalogue) -> Iterator[tuple[str, Path]]:
    shown = [(service.provider_id, image.file) for service in catalogue.services.values() for image in service.images]
    logos = [(provider.id, provider.logo.file) for provider in catalogue.providers.values() if provider.logo]
    for provider, file in (*shown, *logos):
        yield picture_path(provider, file), catalogue.root / "providers" / provider / file


def _beside_pages(content: Path) -> Iterator[tuple[str, Path]]:
    for path in content.rglob("*"):
        name = path.relative_to(content)
        if path.is_file() and path.suffix != ".md" and not any(part.startswith(("_", ".")) for part in name.parts):
            yield name.as_posix(), path
