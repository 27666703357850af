"""What schools paste into their own pages. Each piece still holds a plain link when a website takes scripts and frames out.

In: the offer's address, a page and its name. Out: HTML that stands in somebody else's page.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from localoffer.addresses import BADGE, BADGE_PICTURE, EMBED_SCRIPT, embed_url, whole_url
from localoffer.facts.view import View

LINK = '<p><a href="{address}">{title}: {offer}</a></p>'
LIST = (
    '<iframe src="{embed}" title="{title}: {offer}" width="100%" height="{height}" loading="lazy" '
    'style="border:1px solid #5f6f73"></iframe>\n<p><a href="{address}">{title}: all of it, {offer}</a></p>'
)
ADDRESS = "{embed}#new"
"""For websites that take an address, not HTML, and hold their frames so tight that links must open in a new window."""
GROWS = '{list}\n<script src="{script}" defer></script>'
ELEMENT = (
    '<local-offer src="{embed}" height="{height}"><a href="{address}">{title}: {offer}</a></local-offer>\n'
    '<script src="{script}" defer></script>'
)
BADGE_CODE = '<p><a href="{address}"><img src="{picture}" width="280" height="84" alt="{offer}"></a></p>'
LIST_HEIGHT, SERVICE_HEIGHT, SEARCH_HEIGHT = 600, 500, 280
"""Heights of frames in CSS pixels, for websites without the script: what does not fit is scrolled to."""


@dataclass(frozen=True)
class Snippet(View):
    """One piece to paste: what it is, and the HTML."""

    title: str
    code: str


@dataclass(frozen=True)
class Snippets:
    """Pieces for one offer: `site` is its address, `offer` its name."""

    site: str
    offer: str

    def link(self, url: str, title: str) -> str:
        """A plain link."""
        return self._filled(LINK, url, title)

    def shown_list(self, url: str, title: str, height: int = LIST_HEIGHT, embed: str = "") -> str:
        """A list inside the page, with a link below it. `embed`: its fragment, where that is not the page's own."""
        return self._filled(LIST, url, title, height, embed)

    def growing_list(self, url: str, title: str) -> str:
        """The same, as high as what is in it."""
        return GROWS.format(list=self.shown_list(url, title), script=escape(self.script))

    def element(self, url: str, title: str) -> str:
        """The same as an element of its own, for those who write HTML."""
        return self._filled(ELEMENT, url, title, LIST_HEIGHT)

    def badge(self, *, as_png: bool = False) -> str:
        """A picture that leads to the offer."""
        picture = whole_url(BADGE_PICTURE if as_png else BADGE, self.site)
        return BADGE_CODE.format(
            address=escape(whole_url("", self.site)), picture=escape(picture), offer=escape(self.offer)
        )

    @property
    def script(self) -> str:
        """Makes frames as high as what is in them."""
        return whole_url(EMBED_SCRIPT, self.site)

    def _filled(self, pattern: str, url: str, title: str, height: int = 0, embed: str = "") -> str:
        values = {
            "address": whole_url(url, self.site),
            "embed": whole_url(embed or embed_url(url), self.site),
            "script": self.script,
            "title": title,
            "offer": self.offer,
        }
        return pattern.format(**{name: escape(value) for name, value in values.items()}, height=height)
