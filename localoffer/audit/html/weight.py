"""Rules about weight: what a page costs on a slow line, with all that comes with it.

In: a `SiteView`. Out: faults, each with its page. What is loaded at first use, like the search engine, is not counted.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

from localoffer.addresses import EMBED
from localoffer.audit.html.page import fault_on
from localoffer.audit.html.site import SiteView
from localoffer.rulebook import Fault, Rules

WEIGHT = Rules("whole-site")

MOST_PAGE = 14_336
MOST_EMBED = 10_240
MOST_SCRIPT = 10_240


def weight_of(content: bytes) -> int:
    """Bytes of a file as a host sends it (gzip -9)."""
    return len(gzip.compress(content, 9, mtime=0))


@WEIGHT.rule("page-weight")
def check_weight(site: SiteView) -> Iterator[Fault]:
    """A page with all its styles, inside it or linked, has at most 14,336 bytes compressed: it can be read after one
    round trip on a slow line. A fragment that other websites show has at most 10,240."""
    sheets = {path for page in site.pages.values() for path in page.linked if path in site.files}
    linked = {path: (site.folder / path).read_bytes() for path in sheets}
    sizes = {path: weight_of(content) for path, content in linked.items()}
    for address, page in site.pages.items():
        weight = page.bytes + sum(sizes.get(path, 0) for path in page.linked)
        most = MOST_EMBED if address.startswith(EMBED) else MOST_PAGE
        if weight > most:
            text, style = page.letters
            style += sum(len(linked.get(path, b"")) for path in page.linked)
            what = f"its style has {style:,} characters" if style > text else f"its text has {text:,} characters"
            yield fault_on(
                address,
                f"the page has {weight:,} bytes compressed, and {most:,} are the most ({what})",
                "make the stylesheet smaller." if style > text else "make the page shorter: split it in two.",
                *(("<style", "stylesheet") if style > text else ("description:", "summary", "title:")),
                in_frame=style > text,
            )


_IMPORT = re.compile(r"""(?:\bfrom|^\s*import|;import)\s*['"](\.{1,2}/[^'"]+)['"]""", re.M)


@WEIGHT.rule("script-weight")
def check_scripts(site: SiteView) -> Iterator[Fault]:
    """The scripts that come with a page have at most 10 KB, compressed; what loads at first use is not counted."""
    told: set[tuple[str, ...]] = set()
    for address, page in site.pages.items():
        key = tuple(page.scripts)
        if not key or key in told:
            continue
        told.add(key)
        weight = sum(weight_of((site.folder / path).read_bytes()) for path in _with_imports(site, page.scripts))
        if weight > MOST_SCRIPT:
            message = f"the page's scripts have {weight:,} bytes compressed, and {MOST_SCRIPT:,} are the most"
            fix = "load what is not needed at once when it is used."
            yield fault_on(address, message, fix, "<script", *page.scripts, in_frame=True)


def _with_imports(site: SiteView, scripts: list[str]) -> set[str]:
    """The scripts and what they import at once."""
    reached: set[str] = set()
    waiting = [path for path in scripts if (site.folder / path).is_file()]
    while waiting:
        path = waiting.pop()
        if path not in reached:
            reached.add(path)
            text = (site.folder / path).read_text("utf-8", errors="replace")
            beside = [(Path(path).parent / found).as_posix() for found in _IMPORT.findall(text)]
            waiting += [name for name in beside if (site.folder / name).is_file()]
    return reached
