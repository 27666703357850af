"""What the alt-text rules look at: one picture as one place shows it.

In: what YAML, Markdown or HTML says of a picture. Out: a `Shown`, the same for all three.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

IMG, SVG, ROLE = "img", "svg", "role"
YAML, MARKDOWN, HTML = "yaml", "markdown", "html"


@dataclass(frozen=True)
class Shown:
    """One picture. `alt` is None when none is given; `link_words` are the other words of the link it stands in."""

    file: str = ""
    alt: str | None = None
    is_decorative: bool = False
    kind: str = IMG
    form: str = YAML
    title: str = ""
    is_hidden: bool = False
    is_linked: bool = False
    link_words: str = ""
    words_beside: tuple[str, ...] = ()
    is_logo: bool = False

    @property
    def name(self) -> str:
        """What to call the picture in a message."""
        return self.file.rpartition("/")[2] or "this picture"

    @property
    def words(self) -> str:
        """The alt without blanks around it."""
        return plain(self.alt or "")


BLANK = "\u00a0\u200b\u200c\u200d\u2060\ufeff\u00ad\u2800\u3164"
"""Characters that show nothing, besides those Python calls white space."""
_AS_SPACE = {ord(sign): " " for sign in BLANK}


def plain(text: str) -> str:
    """White space and unseen characters of any kind become one space; none at the ends."""
    return " ".join(text.translate(_AS_SPACE).split())


def folded(text: str) -> str:
    """Words as people hear them: no capitals, no signs."""
    return " ".join(re.findall(r"[\w’']+", text.casefold()))
