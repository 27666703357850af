"""The pages of a file as it was just saved, before all else is made again: who edits looks at these.

In: the parts of the last build, and a file that was saved since. Out: finished pages by address; nothing is published, and what they
say of other files is what the last build read. The build that follows looks at everything.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from localoffer.site.build_context import Parts
from localoffer.site.finish import Shared, finish_page
from localoffer.site.light import is_light, light_html, templates_of
from localoffer.site.render import Batch, address_of, render

Pages = Mapping[str, bytes]
"""`services/p/s/index.html` → its HTML."""


def no_pages(_file: str) -> Pages:
    """Before a whole build nothing is known."""
    return {}


def first_look(parts: Parts, shared: Shared, file: str) -> Pages:
    """The file's own pages; none where a whole build must say what is wrong, or which there are."""
    texts = parts.offer.look(file)
    if not texts:
        return {}
    light = {page for page in texts if is_light(page, parts.offer.kinds)}
    raw = _light(parts, {page: texts[page] for page in light})
    with TemporaryDirectory() as folder:
        menu = [page for page in parts.settings.menu if page in parts.staged.digests]
        batch = Batch([page for page in texts if page not in light], menu, Path(folder), Path(folder) / "html")
        others = {page: texts[page] for page in batch.pages}
        render(batch, parts.places, parts.offer.sources, parts.mkdocs, parts.offer.frame, others)
        raw |= {page: (batch.html / address_of(page)).read_text(encoding="utf-8") for page in batch.pages}
    finished = {address_of(page): finish_page(raw[page], address_of(page), shared) for page in texts}
    return {address: html.encode("utf-8") for address, html in finished.items()}


def _light(parts: Parts, texts: Mapping[str, str]) -> dict[str, str]:
    templates, url = templates_of(parts.places.theme), parts.settings.site_url
    return {page: light_html(text, templates, url, parts.offer.frame) for page, text in texts.items()}
