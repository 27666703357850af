"""The files `_headers` and `_redirects`, which Netlify, Cloudflare Pages and GitLab Pages (redirects only) read in the site.

In: a `Hosted`. Out: text that all three take (tried with Netlify's and Cloudflare's own programs, decision 076):
- Where two rules fit an address, Netlify and Cloudflare send both values of a header, and two policies are both in force: so a policy is
  said for each folder by itself, and for none twice. Of two rules for the same address, Cloudflare knows the last: so each stands once.
- GitLab reads no line at all where one asks for a query (`page=:page`), so none does: a list is whole at its own address.
- Cloudflare follows a line even where a file has the name, and counts all lines after the first with a name in them as costly ones: so
  the plain lines come first, and `*.json` leads to itself. Netlify and GitLab send the file.
"""

from __future__ import annotations

from itertools import islice

from localoffer.site.hosting.hosted import TABLES, Hosted
from localoffer.system import headers as sent

MOST_MOVES = 900
"""GitLab reads 1,000 lines, Cloudflare 2,000; pages that have moved lead on by themselves too."""


def netlify_headers(hosted: Hosted) -> str:
    """The `_headers` file. Pages are asked for again by both hosts without being told."""
    rows: dict[str, dict[str, str]] = {"*": dict(sent.ALWAYS)}
    for place in ("", *(f"{folder}/*" for folder in sorted(hosted.folders)), "404.html"):
        rows.setdefault(place, {})[sent.POLICY] = sent.with_frames(hosted.policy, place)
    for start in sent.SHARED:
        rows.setdefault(f"{start}*" if start.endswith("/") else start, {})[sent.SHARING] = sent.EVERYBODY
    for folder in sorted(set(hosted.hashed)):
        rows.setdefault(f"{folder}/*", {})["Cache-Control"] = sent.FOR_EVER
    lines = (
        line
        for place, said in rows.items()
        for line in (f"{hosted.base}{place}", *(f"  {name}: {value}" for name, value in said.items()))
    )
    return "\n".join([*lines, ""])


def netlify_redirects(hosted: Hosted) -> str:
    """The `_redirects` file: the interface without endings, and moved pages for good."""
    api = f"{hosted.base}{sent.API}"
    lists = [f"{name} {name}.json 200" for name in (api, *(f"{api}/{table}" for table in TABLES))]
    moves = [f"{old} {new} 301" for old, new in islice(hosted.moves, MOST_MOVES)]
    records = [
        line
        for table in TABLES
        for line in (
            f"{api}/{table}/*.json {api}/{table}/:splat.json 200",
            f"{api}/{table}/:id {api}/{table}/:id.json 200",
        )
    ]
    return "\n".join([*lists, *moves, *records, ""])
