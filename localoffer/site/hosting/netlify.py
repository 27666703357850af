"""The files `_headers` and `_redirects`, which Netlify, Cloudflare Pages and GitLab Pages (redirects only) read in the site.

In: a `Hosted`. Out: text. Where two rules fit an address, Netlify and Cloudflare send both values of a header, and two policies
are both in force: so a policy is said for each folder by itself, and for none twice.
"""

from __future__ import annotations

from localoffer.site.hosting.hosted import TABLES, Hosted
from localoffer.system import headers as sent


def netlify_headers(hosted: Hosted) -> str:
    """The `_headers` file. Pages are asked for again by both hosts without being told."""
    base = hosted.base
    places = ["", *(f"{folder}/*" for folder in sorted(hosted.folders)), "404.html"]
    rows = [f"{base}*", *(f"  {name}: {value}" for name, value in sent.ALWAYS.items())]
    for place in places:
        rows += [f"{base}{place}", f"  {sent.POLICY}: {sent.with_frames(hosted.policy, place)}"]
    for start in sent.SHARED:
        rows += [f"{base}{start}{'*' if start.endswith('/') else ''}", f"  {sent.SHARING}: {sent.EVERYBODY}"]
    for folder in sorted(set(hosted.hashed)):
        rows += [f"{base}{folder}/*", f"  Cache-Control: {sent.FOR_EVER}"]
    return "\n".join([*rows, ""])


def netlify_redirects(hosted: Hosted) -> str:
    """The `_redirects` file: moved pages for good, and the interface without endings. Hosts that do not know a line pass it over."""
    api = f"{hosted.base}{sent.API}"
    moves = [f"{old} {new} 301" for old, new in hosted.moves]
    lists = [f"{api} {api}.json 200"]
    for table in TABLES:
        lists += [
            f"{api}/{table} page=:page {api}/{table}/page/:page.json 200",
            f"{api}/{table} {api}/{table}.json 200",
            f"{api}/{table}/:id {api}/{table}/:id.json 200",
        ]
    return "\n".join([*moves, *lists, ""])
