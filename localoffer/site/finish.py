"""Turn MkDocs' HTML of one page into the HTML that is published. String work only: it runs on thousands of pages.

In: raw HTML, its address, and what all pages share. Out: finished HTML. The steps, in order: the stylesheets become
one inline sheet, the policy stands at the top, names of assets get their hashes, addresses become relative (a site may
live in a folder of its host), tables lose `style`, pictures get their size, icons are hidden from screen readers,
and indentation goes.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from localoffer.outputs.page import NOT_FOLDED, STAYS_OPEN
from localoffer.site.assets import Assets
from localoffer.site.sheets import Sheet, make_sheet, policy_for
from localoffer.system.failures import BuildFailed

MOST_BYTES = 14_336
"""What comes with the first answer of a slow line (DESIGN section 8)."""
MAY_BE_HEAVY = 58_000
"""Letters; a page with fewer has never been too heavy, and is not packed to find out."""
MOST_SHEETS = 6
_SHEET_LINK = re.compile(r'<link\b(?=[^>]*\brel="?stylesheet\b)(?![^>]*\bmedia=)[^>]*\bhref="([^"]+)"[^>]*>\s*')
_CHARSET = re.compile(r'<meta charset="?[\w-]+"?\s*/?>', re.I)
_ABSOLUTE = re.compile(r'="/(?!/)([^"]*)"')
_LEADS_SOMEWHERE = re.compile(r"\s(?:href|src|action|poster|data-[\w-]+)$")
_REFRESH = re.compile(r'(http-equiv="refresh" content="\d+; ?url=)/(?!/)', re.I)
_SRCSET = re.compile(r'(\ssrcset=")([^"]+)"')
_CELL = re.compile(r'<(t[hd])((?:\s[^<>]*)?) (?:style="text-align: ?|align=")(left|right|center);?"')
_TABLE_PART = re.compile(r'<h[1-6] id="([^"]+)"[^>]*>|<table>|<th></th>|<th((?![^>]*\sscope=)(?:\s[^>]*)?>)')
_SVG = re.compile(r"<svg\b(?![^>]*\b(?:aria-hidden|role|aria-label|aria-labelledby)=)")
_IMG = re.compile(r'<img\b(?![^>]*\swidth=)([^>]*?)\ssrc="([^"]+)"([^>]*)>')
_KEPT_SPACE = re.compile(r"(<(pre|textarea)\b.*?</\2>)", re.S)
_FOLDS = re.compile(r"<!--folds-->(.*?)<!--/folds-->", re.S)
_KEPT = re.compile(rf'\s*(<p class="{NOT_FOLDED}">.*?</p>)', re.S)
_OPENER = (
    '<p class="lo-screen"><button class="lo-bar__tool" type="button" data-lo-folds hidden>Open all parts</button></p>'
)
"""A script shows it, and gives it something to do; without one its line is empty."""
_COMMENT = re.compile(r"<!--(?!\[if).*?-->", re.S)
_INDENT = re.compile(r"\n\s+")
_DATA_BLOCK = '<script type="application/ld+json">'
_DATA = re.compile(rf"{re.escape(_DATA_BLOCK)}.*?</script>\n?", re.S)
_SIDES = {"left": "lo-left", "right": "lo-right", "center": "lo-centre"}


@dataclass
class Shared:
    """What every page of one build shares. `sizes`: address of a picture → (width, height)."""

    assets: Assets
    light: Mapping[str, str]
    dark: Mapping[str, str]
    sizes: Mapping[str, tuple[int, int]]
    base: str = "/"
    made: dict[tuple[str, ...], Sheet] = field(default_factory=dict)

    def sheet(self, paths: tuple[str, ...]) -> Sheet:
        """The inline sheet for these stylesheets of the theme, made once."""
        if paths not in self.made:
            missing = [path for path in paths if path not in self.assets.sheets]
            if missing:
                raise BuildFailed(
                    f"The theme links to {missing[0]}, which is not there.",
                    "put it into theme/, or take the link out of the template.",
                )
            css = "\n".join(self.assets.sheets[path] for path in paths)
            self.made[paths] = make_sheet(css, self.light, self.dark)
        if len({sheet.hash for sheet in self.made.values()}) > MOST_SHEETS:
            raise BuildFailed(
                f"The theme's pages use more than {MOST_SHEETS} different stylesheets.",
                "let kinds of page share them: a sheet of its own is for what only one kind shows.",
            )
        return self.made[paths]

    @property
    def policy(self) -> str:
        """The policy for the whole site: every inline sheet in use."""
        return policy_for(*sorted({sheet.hash for sheet in self.made.values()}))


def finish_page(raw: str, address: str, shared: Shared) -> str:
    """The published HTML of one page; `address` is its file, like `services/p/s/index.html`."""
    up = shared.base if address == "404.html" else "../" * address.count("/")
    folded = _FOLDS.sub(lambda match: _folded(match[1]), raw) if "<!--folds-->" in raw else raw
    page = _COMMENT.sub("", folded) if "<!--" in folded else folded
    page, sheet = _take_sheet(page, shared)
    page = _rename_assets(page, up, shared)
    page = _ABSOLUTE.sub(lambda match: _made_relative(match, up), page)
    if 'http-equiv="refresh"' in page:
        page = _REFRESH.sub(lambda match: match[1] + (up or "./"), page)
    if "srcset=" in page:
        page = _SRCSET.sub(lambda match: f'{match[1]}{_relative_set(match[2], up)}"', page)
    if "text-align" in page or " align=" in page:
        page = _CELL.sub(lambda match: f'<{match[1]}{match[2]} class="{_SIDES[match[3]]}"', page)
    page = _SVG.sub('<svg aria-hidden="true"', page)
    if "<table>" in page:
        page = _label_tables(page)
    if "<img" in page:
        page = _IMG.sub(lambda match: _sized(match, address, shared), page)
        page = page.replace(' decorative="decorative"', " data-decorative")
    return _light_enough(_with_sheet(squeeze(page), sheet) if sheet else squeeze(page))


def _light_enough(page: str) -> str:
    """What search engines alone read goes where a page would be too heavy with it: families come first."""
    if len(page) < MAY_BE_HEAVY or _DATA_BLOCK not in page:
        return page
    return page if len(gzip.compress(page.encode("utf-8"), 9)) <= MOST_BYTES else _DATA.sub("", page)


def _folded(words: str) -> str:
    """A long page by its headings: each part below its own, folded; printed open. A heading with a link in it stays as it is."""
    head, *parts = re.split(r"(?=<h2\b)", words)
    shown = [_fold(part) for part in parts]
    folds = [number for number, part in enumerate(shown) if part.startswith("<details")]
    if len(folds) > 1:
        shown.insert(folds[0], _OPENER)
    return head + "".join(shown)


def _fold(part: str) -> str:
    heading, end, rest = part.partition("</h2>")
    if STAYS_OPEN in heading:
        return part.replace(f' class="{STAYS_OPEN}"', "", 1)
    if "<a " in heading or not rest.strip():
        return part
    kept = _KEPT.match(rest)
    below, rest = (kept[1].replace(">", " data-lo-screen>", 1), rest[kept.end() :]) if kept else ("", rest)
    return f'<details class="lo-fold"><summary>{heading}{end}</summary>{rest}</details>{below}'


def _label_tables(page: str) -> str:
    """A table written in Markdown is named by the heading above it; its header cells say what they head."""
    heading = ""

    def label(match: re.Match[str]) -> str:
        nonlocal heading
        if match[1]:
            heading = match[1]
            return match[0]
        if match[0] == "<table>":
            return f'<table aria-labelledby="{heading}">' if heading else match[0]
        return "<td></td>" if match[0] == "<th></th>" else f'<th scope="col"{match[2]}'

    return _TABLE_PART.sub(label, page)


def _take_sheet(page: str, shared: Shared) -> tuple[str, Sheet | None]:
    """The page without the plain stylesheet links of its head, and the one sheet that takes their place."""
    head_end = page.find("</head>")
    head, rest = page[:head_end], page[head_end:]
    found: Sequence[str] = _SHEET_LINK.findall(head)
    if head_end < 0 or not found:
        return page, None
    return _SHEET_LINK.sub("", head) + rest, shared.sheet(tuple(_theme_path(link) for link in found))


def sheets_of(raw: str) -> tuple[str, ...]:
    """The theme's stylesheets that a page asks for, in order."""
    return tuple(_theme_path(link) for link in _SHEET_LINK.findall(raw, 0, max(0, raw.find("</head>"))))


def _theme_path(link: str) -> str:
    return link[link.find("assets/") :] if "assets/" in link else link.lstrip("./")


def _with_sheet(page: str, sheet: Sheet) -> str:
    """The policy and the sheet at the top of the head, before anything that they are to hold for."""
    added = f'<meta http-equiv="Content-Security-Policy" content="{sheet.policy}">\n<style>{sheet.text}</style>'
    if match := _CHARSET.search(page, 0, page.find("</head>")):
        return f"{page[: match.end()]}\n{added}{page[match.end() :]}"
    return page.replace("<head>", f"<head>\n{added}", 1)


def _rename_assets(page: str, up: str, shared: Shared) -> str:
    """Every attribute that names a file of the theme gets its published name. Few per page, so they are sought out."""
    names, done = shared.assets.names, 0
    parts: list[str] = []
    place = page.find("assets/")
    while place >= 0:
        end = page.find('"', place)
        start = page.rfind('"', done, place) + 1
        path, mark, rest = _split_address(page[place:end])
        before = page[start:place]
        if page[start - 2 : start] == '="' and (not before.strip("./") or before == shared.base) and path in names:
            parts += [page[done:start], up, names[path], mark, rest]
            done = end
        place = page.find("assets/", max(end, place + 1))
    return "".join([*parts, page[done:]])


def _split_address(address: str) -> tuple[str, str, str]:
    """`a.svg#b` → `a.svg`, `#`, `b`."""
    for mark in ("#", "?"):
        if mark in address:
            return address.partition(mark)
    return address, "", ""


def _made_relative(match: re.Match[str], up: str) -> str:
    """`href="/x/"` → `href="../../x/"`; other attributes that start with a slash stay as they are."""
    start = match.start()
    if up.startswith("/") and f"/{match[1]}".startswith(up):
        return match[0]
    if not _LEADS_SOMEWHERE.search(match.string[max(0, start - 24) : start]):
        return match[0]
    return f'="{up + match[1] or "./"}"'


def _relative_set(candidates: str, up: str) -> str:
    return ", ".join(
        up + part.strip()[1:] if part.strip().startswith("/") else part.strip() for part in candidates.split(",")
    )


def _sized(match: re.Match[str], address: str, shared: Shared) -> str:
    size = shared.sizes.get(picture_address(match[2], address, shared.base))
    if size is None:
        return match[0]
    return f'<img{match[1]} src="{match[2]}" width="{size[0]}" height="{size[1]}"{match[3]}>'


def picture_address(source: str, address: str, base: str = "/") -> str:
    """The path in the site that `source` leads to from the page at `address`."""
    if source.startswith("/"):
        return source.removeprefix(base).lstrip("/")
    steps = address.split("/")[:-1]
    for step in source.split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)


def unsized_pictures(raw: str, address: str, base: str = "/") -> list[str]:
    """Paths of the pictures in a page that do not say their width."""
    if "<img" not in raw:
        return []
    return sorted({picture_address(match[2], address, base) for match in _IMG.finditer(raw)})


def squeeze(page: str) -> str:
    """Without indentation and empty lines; `pre` and `textarea` stay as they are."""
    if "<pre" not in page and "<textarea" not in page:
        return _INDENT.sub("\n", page)
    parts = _KEPT_SPACE.split(page)
    return "".join(
        part if part.startswith(("<pre", "<textarea")) else _INDENT.sub("\n", part)
        for number, part in enumerate(parts)
        if number % 3 != 2
    )
