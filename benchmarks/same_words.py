"""Write a finished page as plain Markdown, so that stock Material has the same words and links to work on.

In: HTML of a page. Out: Markdown of its main part. Our pages keep facts in front matter, where stock Material does not
look; on that Markdown alone it would render nearly empty pages, and the comparison would flatter it.
"""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

_BLOCKS = {
    "h1": "# ",
    "h2": "## ",
    "h3": "### ",
    "h4": "#### ",
    "p": "",
    "li": "- ",
    "dt": "",
    "dd": ": ",
    "tr": "",
    "div": "",
    "address": "",
    "summary": "",
    "figcaption": "",
}
_SILENT = {"svg", "script", "style", "form", "button", "template"}


class _Writer(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.now = ""
        self.links: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self.silent += 1
        elif tag in _BLOCKS:
            self._end_block()
            self.now = _BLOCKS[tag]
        elif tag == "a" and not self.silent:
            self.links.append(dict(attrs).get("href") or "#")
            self.now += "["
        elif tag in ("strong", "b"):
            self.now += "**"

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent -= 1
        elif tag in _BLOCKS:
            self._end_block()
        elif tag == "a" and self.links and not self.silent:
            self.now += f"]({self.links.pop()})"
        elif tag in ("strong", "b"):
            self.now += "**"

    def handle_data(self, text: str) -> None:
        if not self.silent:
            self.now += re.sub(r"([\\*_`<>\[\]|])", r"\\\1", re.sub(r"\s+", " ", text))

    def _end_block(self) -> None:
        if self.now.strip(" -#:*"):
            self.lines.append(self.now.rstrip())
        self.now = ""


def as_markdown(page: str) -> str:
    """The main part of a page, with its title in front matter."""
    title = re.search(r"<title>(.*?)</title>", page, re.S)
    main = re.search(r"<main\b.*?</main>", page, re.S)
    writer = _Writer()
    writer.feed(main[0] if main else "")
    writer.close()
    heading = unescape(title[1]).replace('"', "'").strip() if title else "Page"
    return f'---\ntitle: "{heading}"\n---\n' + "\n\n".join(writer.lines) + "\n"
