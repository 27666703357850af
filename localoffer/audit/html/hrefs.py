"""Where an address in a page leads inside the site.

In: the page's address (`services/p/s/index.html`) and an href. Out: the file in the site it leads to, or the whole address.
"""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def is_elsewhere(href: str) -> bool:
    """True for an address with a scheme or a host of its own."""
    return bool(_ELSEWHERE.match(href.strip()))


def leads_to(address: str, href: str, base: str = "/") -> str:
    """The file an href leads to (`topics/index.html`); `..` when it leaves the site; whole addresses as they are."""
    href = href.strip()
    if is_elsewhere(href):
        return href
    path = unquote(re.split(r"[?#]", href, maxsplit=1)[0])
    if not path:
        return address
    if path.startswith("/"):
        target = path[len(base) :] if path.startswith(base) else path[1:]
    else:
        target = posixpath.join(posixpath.dirname(address), path)
    is_folder = path.endswith(("/", "/..", "/.")) or path in (".", "..") or not target
    target = posixpath.normpath(target) if target else ""
    if target.startswith(".."):
        return ".."
    if target in (".", ""):
        return "index.html"
    return f"{target}/index.html" if is_folder else target


def fragment_of(href: str) -> str:
    """What stands after #, decoded; empty when there is none."""
    return unquote(href.partition("#")[2])
