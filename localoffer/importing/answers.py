"""Which addresses may be asked, and what servers answer, in words a person can use. On this network only what a person has named
themselves is asked.

In: addresses; status codes, headers, exceptions. Out: nothing, or a `SourceFault`; parts of sentences.
"""

from __future__ import annotations

import ipaddress
import socket
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from localoffer.exchange.fault import SourceFault

_FIXES = {
    401: "ask its owner for an address that is open to all.",
    403: "ask its owner whether their data may be read by programs.",
    404: "check the address, or ask its owner for the right one.",
    410: "ask its owner for the new address.",
    429: "run the same command again in an hour: it goes on from there.",
}


def way_out(code: int) -> str:
    """What a person can do about a status code."""
    return _FIXES.get(code, "try again later, or ask its owner.")


def seconds_to_wait(said: str, now: float) -> float:
    """`Retry-After`, in seconds or as a date; 0 where it says nothing that can be read."""
    if said.strip().isascii() and said.strip().isdigit():
        return float(said.strip()[:9])
    try:
        return max(0.0, parsedate_to_datetime(said).timestamp() - now)
    except (ValueError, TypeError, OverflowError):
        return 0.0


def without_secrets(address: str) -> None:
    """An address with a password in it would be written into reports and listings."""
    try:
        parts = urlsplit(address)
        has_secret = bool(parts.username or parts.password)
    except ValueError:
        raise SourceFault("That is no address of a website.", "check it.") from None
    if has_secret:
        raise SourceFault(
            "The address holds a name or a password (before the @).",
            "ask its owner for an address that is open to all.",
        )


def check_redirect(address: str, following: str, *, may_be_private: bool) -> None:
    """SourceFault where a website sends us to what is no website, or into the network of whoever runs this."""
    parts = urlsplit(following)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise SourceFault(f"{address} sends on to what is no website.", "ask its owner for the right address.")
    without_secrets(following)
    if not may_be_private and is_private(parts.hostname):
        raise SourceFault(
            f"{address} sends on to an address inside this network, which a public website has no reason to do.",
            "ask its owner for the right address.",
        )


def is_private(host: str) -> bool:
    """True where a name leads to this machine or to a network that is not public. A name that leads nowhere does not."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return False
    return any(not ipaddress.ip_address(str(entry[4][0]).partition("%")[0]).is_global for entry in found)
