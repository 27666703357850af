"""Ask other websites: what a link check, an import and a look at schools' websites have in common.

In: an address. Out: its answer as it comes, in time, with no redirect followed; or why there is none, in words for people.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterable, Mapping
from threading import Thread
from types import MappingProxyType

import requests
from urllib3.exceptions import HTTPError

NOT_ASKED = frozenset({"example.org", "example.com", "example.net", "example", "localhost", "test", "invalid"})
"""Hosts that stand for others in samples (RFC 2606): nobody is there."""
WORTH_ASKING_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
REDIRECTS = frozenset({301, 302, 303, 307, 308})
NO_ANSWER = (requests.RequestException, HTTPError, OSError, ValueError)
_CODES = {
    401: "it asks for a password",
    403: "it lets no program in",
    404: "there is nothing at that address",
    410: "what was there has been taken away",
    429: "it is asked too often",
}
_REASONS: tuple[tuple[type[BaseException], str], ...] = (
    (socket.gaierror, "there is no website of that name"),
    (requests.exceptions.SSLError, "its certificate is not in order"),
    (ssl.SSLError, "its certificate is not in order"),
    (requests.exceptions.Timeout, "it did not answer in time"),
    (TimeoutError, "it did not answer in time"),
    (requests.exceptions.InvalidURL, "that is no address"),
    (requests.exceptions.InvalidSchema, "that is no address of a website"),
    (ConnectionRefusedError, "the website does not answer"),
)


def new_session(agent: str, accept: str = "*/*") -> requests.Session:
    """For questions of one kind, by a name by which a website's owner can know us."""
    session = requests.Session()
    session.headers.update({"User-Agent": agent, "Accept": accept})
    session.auth = lambda request: request  # passwords of this machine's own files are never sent
    return session


def ask_in_time(
    session: requests.Session,
    address: str,
    silence: float,
    method: str = "GET",
    headers: Mapping[str, str] = MappingProxyType({}),
) -> requests.Response:
    """Ask, in a thread that is left behind where even the head of the answer never ends; one of NO_ANSWER where none comes."""
    given: list[requests.Response | Exception] = []

    def ask() -> None:
        try:
            given.append(
                session.request(method, address, headers=headers, stream=True, allow_redirects=False, timeout=silence)
            )
        except Exception as fault:  # told in the thread that waits
            given.append(fault)

    thread = Thread(target=ask, daemon=True)
    thread.start()
    thread.join(2 * silence)
    if not given:
        raise TimeoutError
    if isinstance(given[0], Exception):
        raise given[0]
    return given[0]


def is_below(host: str, names: Iterable[str]) -> bool:
    """True for `www.example.org` where `example.org` is among the names."""
    return any(host == name or host.endswith(f".{name}") for name in names)


def in_words(code: int) -> str:
    """What a status code says: `it asks for a password (401)`."""
    return f"{_CODES.get(code, 'the website has a fault' if code >= 500 else 'it refuses')} ({code})"


def why(fault: BaseException) -> str:
    """Why there is no answer: the first cause that is known."""
    for cause in causes(fault):
        for kind, words in _REASONS:
            if isinstance(cause, kind):
                return words
        if type(cause).__name__ == "NameResolutionError":
            return "there is no website of that name"
        if "Timeout" in type(cause).__name__:
            return "it did not answer in time"
    return "it broke off the connection"


def causes(fault: BaseException) -> list[BaseException]:
    """The exception and what it was made from, from the inside out."""
    found: list[BaseException] = []
    waiting: list[object] = [fault]
    while waiting:
        each = waiting.pop(0)
        if isinstance(each, BaseException) and not any(each is other for other in found):
            found.append(each)
            waiting += [each.__cause__, each.__context__, getattr(each, "reason", None), *each.args]
    return found[::-1]
