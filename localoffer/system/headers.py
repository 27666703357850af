"""What a web server sends with each file of the site: the one source, from which `serve` answers and every host's settings are written.

In: an address and the policy of the pages. Out: the headers. localoffer/site/hosting writes the same for other servers.
"""

from __future__ import annotations

import re

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
"""Sent with everything."""
POLICY = "Content-Security-Policy"
FRAMES_HERE, FRAMES_ANYWHERE = "'self'", "*"
"""Who may show a page inside their own: only this site; fragments for schools, anybody."""
ASK_AGAIN = "no-cache"
"""Pages are asked for again each time (a short answer when nothing changed): a mended phone number reaches people at once."""
FOR_EVER = "public, max-age=31536000, immutable"
"""Files whose names change with their content are kept for a year."""
SHARING, EVERYBODY = "Access-Control-Allow-Origin", "*"
"""Pages of other websites may read open data."""

EMBED = "embed/"
API = "api"
SHARED = (f"{API}.json", f"{API}/", "data/", EMBED)
"""Where open data stands, and what schools put into their pages; the address `api` itself too."""
HASHED = r"\.[0-9a-f]{8}\.(js|mjs|css|svg|png|webp|ico)$"
"""Names that change with the content."""
PAGE = r"[1-9][0-9]{0,5}"
"""The number of a page of a list: `?page=2`."""

TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".xml": "application/xml",
    ".atom": "application/atom+xml",
    ".txt": "text/plain",
    ".csv": "text/csv",
    ".ics": "text/calendar",
    ".pdf": "application/pdf",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
}
OTHERWISE = "application/octet-stream"


def type_of(ending: str) -> str:
    """The type of files with this ending; texts are UTF-8."""
    found = TYPES.get(ending, OTHERWISE)
    return f"{found}; charset=utf-8" if found.startswith("text/") else found


def is_shared(address: str) -> bool:
    """True for what other websites may read. `address`: from the site's root, without a leading slash."""
    return address == API or address.startswith(SHARED)


def with_frames(policy: str, address: str = "") -> str:
    """The policy of the pages, with who may show this one inside their own; a page cannot say that of itself."""
    frames = FRAMES_ANYWHERE if address.startswith(EMBED) else FRAMES_HERE
    return f"{without_frames(policy)}; frame-ancestors {frames}"


def without_frames(policy: str) -> str:
    """The policy as a page says it of itself."""
    return re.sub(r";\s*frame-ancestors [^;]*", "", policy)


def headers_for(address: str, policy: str) -> dict[str, str]:
    """All headers of a file but its type and size."""
    return {
        **ALWAYS,
        **({POLICY: with_frames(policy, address)} if policy else {}),
        **({SHARING: EVERYBODY} if is_shared(address) else {}),
        "Cache-Control": FOR_EVER if re.search(HASHED, address) else ASK_AGAIN,
        "Vary": "Accept-Encoding",
    }


def api_file(address: str, page: str = "") -> str:
    """The file that answers an address of the interface: `api/services` with `page` 2 → `api/services/page/2.json`; "" for
    any other address."""
    bare = address.rstrip("/")
    if (bare != API and not bare.startswith(f"{API}/")) or bare.endswith(".json"):
        return ""
    return f"{bare}/page/{page}.json" if re.fullmatch(PAGE, page) else f"{bare}.json"
