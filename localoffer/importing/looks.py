"""What looks wrong from here, without asking the network: web addresses that can hardly be alive, e-mail addresses of a person.

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


PRIVATE_HOSTS = re.compile(
    r"^(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|rocketmail|aol|icloud|me|mac|btinternet|btopenworld|talktalk|"
    r"sky|virginmedia|ntlworld|blueyonder|tiscali|tesco|plusnet|protonmail|proton|gmx|mail)\.(?:com|co\.uk|net|me|org)$"
)
ROLE = re.compile(
    r"^(?:[\w.+-]*(?:info|admin|office|enquir|contact|hello|help|mail|team|club|group|centre|center|school|nursery|secretary|"
    r"reception|bookings?|support|service|send|senco|sen|youth|church|hall|trust|society|association|playgroup|scouts?|"
    r"referral|manager|head|chair|treasurer|membership|families|family|children|autism|fis|hub|project|network|council)[\w.+-]*)$"
)
PERSON = re.compile(r"^[a-z]+[._-][a-z]+\d*$|^[a-z]\.[a-z]{3,}\d*$")


def why_private(address: str) -> str:
    """Why an e-mail address looks like one person's."""
    name, _, host = address.strip().lower().partition("@")
    if ROLE.match(name):
        return ""
    if PRIVATE_HOSTS.match(host):
        return "it is from a host of private addresses"
    return "it looks like a person's name" if PERSON.match(name) else ""


def masked(address: str) -> str:
    """An address as a report may show it: enough for its owner to know it."""
    name, at, host = address.strip().partition("@")
    return f"{name[:1]}…{at}{host}"
