"""The pictures of easy read and what each means, for people who write it, from pictures.yml.

In: the Index. Out: Pages for theme/pictures.html.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from localoffer.addresses import CREDITS, PICTURES, part_url
from localoffer.easyread.pictures import picture_address
from localoffer.letters import name_order
from localoffer.model.vocabulary import Picture, opposite
from localoffer.outputs.index import Index
from localoffer.outputs.page import Meta, Page, new_page
from localoffer.outputs.parts import pager, pages_of
from localoffer.outputs.view import Link

ON_A_PAGE = 66
EXAMPLE = "lift"
"""What is shown crossed out."""


def make_pages(index: Index) -> list[Page]:
    """All pictures by what they mean, A to Z, each with the name to write and the words that stand beside it."""
    pictures = sorted(index.catalogue.vocabulary.pictures.values(), key=lambda one: name_order(_meaning(one)))
    parts = pages_of(pictures, ON_A_PAGE)
    return [_part(index, part, number, len(parts)) for number, part in enumerate(parts, start=1)]


def _part(index: Index, pictures: Sequence[Picture], number: int, total: int) -> Page:
    known = index.catalogue.vocabulary.all_pictures
    example = opposite(EXAMPLE) if number == 1 and opposite(EXAMPLE) in known else ""
    meta: Meta = {
        "title": "Pictures of easy read",
        "summary": "Each picture has one meaning. Choose by the meaning, and write the name beside it.",
        "crumbs": [Link("Pictures and credits", CREDITS)],
        "pictures": [_shown(picture) for picture in pictures],
        "example": {"name": example, "file": picture_address(example)} if example else {},
        **pager(PICTURES, number, total),
    }
    page = new_page("pictures", part_url(PICTURES, number), meta, index.source_of("pictures"))
    shown = [*(picture.id for picture in pictures), *([example] if example else [])]
    return replace(page, pictures=frozenset(shown))


def _meaning(picture: Picture) -> str:
    return picture.means or picture.name


def _shown(picture: Picture) -> dict[str, str]:
    return {
        "id": picture.id,
        "means": _meaning(picture),
        "seen": picture.name,
        "words": ", ".join(picture.words),
        "file": picture_address(picture.id),
    }
