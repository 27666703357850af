"""Find the pictures of a Markdown text: ![alt](file), raw <img>, drawings (svg) and whatever has role="img".

In: a page's body, the number of its first line, and its path. Out: each picture as a `Shown` with line and column.
Pictures of easy read, ![](picture:phone), are decoration unless they have words of their own.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from html.parser import HTMLParser

from localoffer.alttext.picture import HTML, MARKDOWN, ROLE, SVG, Shown, plain
from localoffer.overlay import OURS
from localoffer.records.markdown import body_position, without_code

Found = tuple[Shown, int, int]

_IMAGE = re.compile(
    r"""!\[(?P<alt>(?:[^\[\]\\]|\\.)*)\]
        (?:\(\s*(?:<(?P<angled>[^<>\n]*)>|(?P<file>[^\s()]*))
           (?:\s+(?:"(?P<title>[^"]*)"|'(?P<title2>[^']*)'))?\s*\)
          |\[(?P<name>[^\[\]\n]*)\])
        (?P<attributes>\{[^{}\n]*\})?""",
    re.VERBOSE,
)
_DEFINITION = re.compile(
    r"^ {0,3}\[(?P<name>[^\]\n]+)\]:\s*<?(?P<file>\S*?)>?(?:\s+[\"'(](?P<title>[^\"')]*)[\"')])?\s*$", re.M
)
_LINK_END = re.compile(r"(?P<words>(?:[^\[\]\\]|\\.|!\[[^\]]*\]\([^()]*\))*?)\](?:\(|\[)")
_MARKS = re.compile(r"!\[[^\]]*\]\([^()]*\)(?:\{[^{}\n]*\})?|\]\([^()]*\)|[*_`#>\[\]]|<[^>]+>|\{[^{}\n]*\}")


@lru_cache(maxsize=500)  # several rules ask, and a preview asks again at each edit
def markdown_pictures(body: str, first_line: int, path: str) -> tuple[Found, ...]:
    """Every picture of a body, in order."""
    if "![" not in body and "<" not in body:
        return ()
    text = without_code(body)
    found = [(match.start(), _of_markdown(match, text, path)) for match in _IMAGE.finditer(text)]
    placed = [(shown, *body_position(body, offset, first_line)) for offset, shown in found]
    placed += [(shown, line + first_line - 1, column) for shown, line, column in html_pictures(text, path)]
    return tuple(sorted(placed, key=lambda row: row[1:]))


def _of_markdown(match: re.Match[str], text: str, path: str) -> Shown:
    file, title = _target(match, text)
    attributes = match["attributes"] or ""
    is_picture_of_easy_read = file.startswith("picture:")
    is_decorative = is_picture_of_easy_read and not match["alt"]
    shown = Shown(
        file=file if is_picture_of_easy_read else _beside(file, path),
        alt=re.sub(r"\\(.)", r"\1", match["alt"]),
        is_decorative=is_decorative or bool(re.search(r"[{\s]decorative\b", attributes)),
        form=MARKDOWN,
        title="" if is_picture_of_easy_read else title,
        is_hidden=bool(re.search(r"aria-hidden=[\"']?true", attributes)),
        words_beside=() if is_decorative else _words_beside(match, text, title),
        is_logo="logo" in file.rpartition("/")[2].lower(),
    )
    words = _link_words(match, text)
    return shown if words is None else replace(shown, is_linked=True, link_words=words)


def _target(match: re.Match[str], text: str) -> tuple[str, str]:
    if match["name"] is None:
        return match["angled"] or match["file"] or "", match["title"] or match["title2"] or ""
    wanted = (match["name"] or match["alt"]).casefold()
    for definition in _DEFINITION.finditer(text):
        if definition["name"].casefold() == wanted:
            return definition["file"], definition["title"] or ""
    return "", ""


def _beside(file: str, path: str) -> str:
    """The file a page means, from the root: one that begins with / lies in content/."""
    if re.match(r"[a-z][a-z0-9+.-]*:|//", file, re.IGNORECASE):
        return file
    folder = OURS if file.startswith("/") else posixpath.dirname(path)
    return posixpath.normpath(posixpath.join(folder, file.lstrip("/")))


def _link_words(match: re.Match[str], text: str) -> str | None:
    """The other words of the link around a picture; None when it stands in no link."""
    line_start = text.rfind("\n\n", 0, match.start()) + 1
    before = text[line_start : match.start()]
    opened = _MARKS_OF_PICTURES.sub(lambda found: " " * len(found[0]), before)
    start = opened.rfind("[")
    if start < 0 or "]" in opened[start:]:
        return None
    after = _LINK_END.match(text, match.end())
    if not after:
        return None
    return plain(_MARKS.sub(" ", before[start + 1 :] + " " + after["words"]))


_MARKS_OF_PICTURES = re.compile(r"!\[[^\]]*\]\([^()]*\)")


def _words_beside(match: re.Match[str], text: str, title: str) -> tuple[str, ...]:
    """The title, the rest of the paragraph line by line, and the paragraph that follows."""
    start = text.rfind("\n\n", 0, match.start()) + 2 if "\n\n" in text[: match.start()] else 0
    end = text.find("\n\n", match.end())
    end = len(text) if end < 0 else end
    following = text[end:].lstrip("\n").split("\n\n", 1)[0]
    here = text[start : match.start()] + " " + text[match.end() : end]
    lines = [*here.split("\n"), here, following, title]
    return tuple(words for line in lines if (words := plain(_MARKS.sub(" ", line))))


# HTML inside Markdown ---------------------------------------------------------------------------------------------


@dataclass
class _Open:
    """An element that has begun: its tag, its own words so far, and the pictures in it."""

    tag: str
    words: list[str] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)


class _Pictures(HTMLParser):
    """Collects pictures with their place; links and captions are known when they end."""

    def __init__(self, path: str) -> None:
        super().__init__(convert_charrefs=True)
        self.path = path
        self.found: list[Found] = []
        self.open: list[_Open] = []
        self.svg = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note pictures, and what they stand in."""
        given = {name: value or "" for name, value in attrs}
        self._note(tag, given)
        if tag == "svg":
            self.svg += 1
        if tag in ("a", "figure", "figcaption", "p", "svg", "title", "li"):
            self.open.append(_Open(tag))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that ends at once."""
        self._note(tag, {name: value or "" for name, value in attrs})

    def _note(self, tag: str, given: Mapping[str, str]) -> None:
        shown = html_picture(tag, given, self.path)
        if shown and not (self.svg and tag != "svg"):
            line, column = self.getpos()
            for opened in self.open:
                opened.pictures.append(len(self.found))
            self.found.append((shown, line, column + 1))

    def handle_data(self, data: str) -> None:
        """Words belong to every element that is open."""
        for opened in self.open:
            opened.words.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Tell the pictures inside what the element said."""
        if tag not in {opened.tag for opened in self.open}:
            return
        while self.open:
            opened = self.open.pop()
            self._tell(opened)
            if opened.tag == tag:
                break
        if tag == "svg":
            self.svg -= 1

    def _tell(self, opened: _Open) -> None:
        words = plain(" ".join(opened.words))
        if opened.tag == "figcaption":
            figure = next((outer for outer in reversed(self.open) if outer.tag == "figure"), None)
            if figure:
                figure.words = [words]
            return
        if opened.tag == "title":
            self._name_drawing(words)
            return
        for number in opened.pictures:
            shown, line, column = self.found[number]
            if opened.tag == "a":
                shown = replace(shown, is_linked=True, link_words=words)
            else:
                shown = replace(shown, words_beside=(*shown.words_beside, words))
            self.found[number] = (shown, line, column)

    def _name_drawing(self, words: str) -> None:
        """A drawing with role="img" is named by its title element."""
        if self.svg and self.found:
            shown, line, column = self.found[-1]
            if shown.kind == SVG and shown.alt == "":
                self.found[-1] = (replace(shown, alt=words), line, column)


def html_picture(tag: str, given: Mapping[str, str], path: str) -> Shown | None:
    """The picture an element is, or None. `given` are its attributes; `path` is the page's own."""
    is_hidden = given.get("aria-hidden") == "true"
    name = given.get("aria-label", "")
    if tag == "img":
        file = given.get("src", "")
        is_decorative = "data-decorative" in given or "decorative" in given
        is_logo = "logo" in file.rpartition("/")[2].lower()
        return Shown(
            _beside(file, path),
            given.get("alt"),
            is_decorative,
            form=HTML,
            title=given.get("title", ""),
            is_hidden=is_hidden,
            is_logo=is_logo,
        )
    if tag == "svg":
        is_named = given.get("role") == "img"
        label = name or given.get("aria-labelledby", "")
        return Shown(alt=label if is_named else None, kind=SVG, form=HTML, is_hidden=is_hidden)
    if given.get("role") == "img":
        return Shown(alt=name or given.get("aria-labelledby", ""), kind=ROLE, form=HTML, is_hidden=is_hidden)
    return None


def html_pictures(text: str, path: str) -> list[Found]:
    """The pictures that a Markdown text writes as HTML."""
    if "<" not in text:
        return []
    parser = _Pictures(path)
    parser.feed(text)
    while parser.open:
        parser._tell(parser.open.pop())
    return parser.found
