"""Which addresses may be asked: public ones, and on this network only what a person has named themselves.

In: addresses. Out: nothing, or a `SourceFault`.
"""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit

from localoffer.exchange.fault import SourceFault


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
