"""What the alt-text rules look at: one picture as one place shows it.

In: what YAML, Markdown or HTML says of a picture. Out: a `Shown`, the same for all three, and the list the rules join.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from localoffer.findings import ERROR

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


@dataclass(frozen=True)
class AltFault:
    """What a rule found: how bad, a plain sentence, a way out."""

    severity: str
    message: str
    fix: str


Check = Callable[[Shown], Iterator[AltFault]]


@dataclass(frozen=True)
class AltRule:
    """One rule: its id for ever, a picture that breaks it and one that keeps it, both as HTML."""

    id: str
    bad: str
    good: str
    check: Check
    severity: str = ERROR

    @property
    def says(self) -> str:
        """The rule in words."""
        return " ".join((self.check.__doc__ or "").split())


RULES: list[AltRule] = []


def rule(id: str, *, bad: str, good: str, severity: str = ERROR) -> Callable[[Check], Check]:
    """Add a check to the list of rules."""

    def add(check: Check) -> Check:
        RULES.append(AltRule(id, bad, good, check, severity))
        return check

    return add


BLANK = "\u00a0\u200b\u200c\u200d\u2060\ufeff\u00ad\u2800\u3164"
"""Characters that show nothing, besides those Python calls white space."""
_AS_SPACE = {ord(sign): " " for sign in BLANK}


def plain(text: str) -> str:
    """White space and unseen characters of any kind become one space; none at the ends."""
    return " ".join(text.translate(_AS_SPACE).split())


def folded(text: str) -> str:
    """Words as people hear them: no capitals, no signs."""
    return " ".join(re.findall(r"[\w’']+", text.casefold()))


def faults_of(picture: Shown) -> Iterator[tuple[AltRule, AltFault]]:
    """Every fault of one picture, rule by rule."""
    for known in RULES:
        for fault in known.check(picture):
            yield known, fault
