"""HTML, as broken as it comes → a stream of words and tags, in time that grows with its length alone.

No tree is built: feeds hold 200,000 elements in each other, and a tree of them takes minutes (decisions/). Comments, Word's
conditions and doctypes are passed over; what only looks like a tag stays words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from localoffer.exchange.clean.signs import unescaped


class Tag(NamedTuple):
    """A tag: its name in small letters, the raw text of its attributes, and whether it ends an element."""

    name: str
    attributes: str = ""
    ends: bool = False

    def get(self, wanted: str) -> str:
        """One attribute's value; "" where it has none."""
        for found in _ATTRIBUTE.finditer(self.attributes):
            if found[1].lower() == wanted:
                return unescaped(found[2] or found[3] or found[4] or "").strip()
        return ""


_ATTRIBUTE = re.compile(r"""([a-zA-Z][\w:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""")
ELEMENTS = frozenset(
    """a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br button
    canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset
    figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins
    kbd label legend li link main map mark marquee math menu meta meter nav nobr noframes noscript object ol optgroup option
    output p param picture pre progress q rp rt ruby s samp script section select slot small source span st1 strike strong
    style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xml
    path g circle rect polygon text tspan use defs image""".split()
)
_NAMES = "|".join(sorted(ELEMENTS, key=lambda name: (-len(name), name)))
IS_HTML = re.compile(rf"</?(?:{_NAMES}|[a-z]\w*:\w+)(?:\s[^<>]*)?/?>|<!--", re.IGNORECASE)
"""A tag of HTML, or one of Word's."""
_WRITTEN_OUT = re.compile(
    rf"&(?:amp;)*(?:lt|#60|#x3c);/?(?:{_NAMES})(?:\s[^<>]{{0,2000}}?)?/?&(?:amp;)*(?:gt|#62|#x3e);", re.IGNORECASE
)
"""The same, written out once more."""
_QUOTED = re.compile(r"""</?([a-zA-Z][\w:-]*)((?:[^<>"']++|"[^"]*+"|'[^']*+')*+)>""")
_PLAIN = re.compile(r"</?([a-zA-Z][\w:-]*)([^<>]*+)>")
_MOST_FAILURES = 30
"""After so many tags whose quotation marks do not close, quotation marks are not looked at any more."""


def read_back(text: str) -> str:
    """HTML that was written out as text (`&lt;p&gt;`) → HTML."""
    for _ in range(3):
        if not _WRITTEN_OUT.search(text):
            break
        text = _WRITTEN_OUT.sub(lambda found: unescaped(found[0]), text)
    return text


def tokens(text: str) -> Iterator[str | Tag]:
    """Words and tags, in order; words with their entities read."""
    at, kept, failures = 0, 0, 0
    has_end = {"-->": True, ">": True}
    while (start := text.find("<", at)) >= 0:
        end, tag = start + 1, None
        closer = "-->" if text.startswith("<!--", start) else ">" if text[start + 1 : start + 2] in ("!", "?") else ""
        if closer and has_end[closer]:
            found = text.find(closer, start + len(closer))
            has_end[closer] = found >= 0
            end = found + len(closer) if found >= 0 else start + 1
        elif not closer:
            match = (_QUOTED if failures < _MOST_FAILURES else _PLAIN).match(text, start)
            if match and "<" in match[2] and "src" not in match[2].lower():
                match = _PLAIN.match(text, start)  # a quotation mark that was never closed
            failures += not match and text[start + 1 : start + 2].isalpha()
            tag = Tag(match[1].lower(), match[2], text[start + 1] == "/") if match and _is_known(match[1]) else None
            end = match.end() if match and tag else end
        if end > start + 1:
            if start > kept:
                yield unescaped(text[kept:start])
            kept = end
            if tag:
                yield tag
        at = end
    if kept < len(text):
        yield unescaped(text[kept:])


def _is_known(name: str) -> bool:
    return name.lower() in ELEMENTS or ":" in name
