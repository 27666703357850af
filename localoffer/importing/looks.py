"""What looks dead from here, without asking the network: web addresses that can hardly be alive.

In: addresses. Out: why they look so, in a few words; empty where they do not. It is told to people, never acted upon.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

GONE = {
    "plus.google.com": "Google+ closed in 2019",
    "geocities.com": "GeoCities closed in 2009",
    "direct.gov.uk": "Directgov closed in 2012",
    "nhsdirect.nhs.uk": "NHS Direct closed in 2014",
    "businesslink.gov.uk": "Business Link closed in 2012",
    "hometown.aol.com": "AOL has closed its pages of customers",
    "periscope.tv": "Periscope closed in 2021",
    "vine.co": "Vine closed in 2017",
}
"""Hosts that are known to have closed, with what lies below them."""
EXAMPLES = re.compile(r"(?:^|\.)(?:example|test|invalid|localhost|local|internal|intranet)$|^(?:\d+\.){3}\d+$")
NOT_FOUND = re.compile(
    r"/(?:404|not[-_]?found|page[-_]not[-_]found|errors?|parked|under[-_]construction)(?:\.\w+)?/?$", re.IGNORECASE
)


def why_dead(address: str) -> str:
    """Why a web address looks dead."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").lower().removeprefix("www.")
    except ValueError:
        return "it is no web address"
    if not host or " " in address.strip():
        return "it is no web address"
    if EXAMPLES.search(host):
        return "nothing outside can reach it"
    if "." not in host or not re.fullmatch(r"[a-z]{2,}|xn--[a-z0-9-]+", host.rpartition(".")[2]):
        return "its ending is none that there is"
    if ".." in host or host.startswith("-") or re.search(r"\b(?:http|https|www)\b", host):
        return "it has a slip in it"
    for gone, why in GONE.items():
        if host == gone or host.endswith(f".{gone}"):
            return why
    return "it leads to a page for what is not found" if NOT_FOUND.search(parts.path) else ""
