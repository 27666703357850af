"""Small parts many pages share: long lists in pieces, pictures, the files beside pages.

In: models. Out: views that theme/partials/parts.html lays out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from localoffer import wording
from localoffer.addresses import part_url, picture_path
from localoffer.model import Image, Service
from localoffer.outputs.page import Meta
from localoffer.outputs.view import PageLink, Picture

LIST_LENGTH = 45
"""Links in one page of a list."""

T = TypeVar("T")


def pages_of(rows: Sequence[T], size: int = LIST_LENGTH) -> list[Sequence[T]]:
    """A long list in pieces; one empty piece for an empty list."""
    return [rows[start : start + size] for start in range(0, len(rows), size)] or [rows]


def pager(url: str, number: int, total: int) -> Meta:
    """Links to the other parts of a long list: first, last, and those close by; nothing for a short list."""
    if total < 2:
        return {}
    near = [n for n in range(1, total + 1) if n in {1, total} or abs(n - number) < 4]
    links = [PageLink("previous", part_url(url, number - 1), "Previous page")] if number > 1 else []
    links += [PageLink("here" if n == number else "page", part_url(url, n), f"Page {n}") for n in near]
    links += [PageLink("next", part_url(url, number + 1), "Next page")] if number < total else []
    return {"pager": links, "part": f"page {number} of {total}"}


# Pictures


def shown_pictures(service: Service) -> list[Picture]:
    """The pictures that say something, with the words under them."""
    return [
        Picture(picture_path(service.provider_id, image.file), image.alt or "", _caption(image))
        for image in service.images
        if not image.decorative
    ]


def _caption(image: Image) -> str:
    parts = [image.caption or "", image.contains_text or "", image.credit or ""]
    return " ".join(wording.sentence(part) for part in parts if part)
