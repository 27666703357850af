"""Ask one website for a few pages: what robots.txt allows, one at a time, within limits, never inside this network.

In: addresses. Out: a `Page`, or `NotSeen` with why, in words that may be published: nothing of what a website says itself.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from localoffer import __version__
from localoffer.system.websites import (
    NO_ANSWER,
    NOT_ASKED,
    REDIRECTS,
    ask_in_time,
    causes,
    in_words,
    is_below,
    new_session,
    why,
)
from localoffer.wording import first_capital

NAME = "localoffer"
"""By this name robots.txt may speak to us."""
ACCEPT = "text/html, application/pdf;q=0.8, */*;q=0.1"


class NotSeen(Exception):  # noqa: N818 - nothing is at fault here
    """A page that could not be seen: why, as a sentence. `is_gone`: it answered that nothing is there."""

    def __init__(self, sentence: str, *, is_gone: bool = False) -> None:
        super().__init__(sentence)
        self.is_gone = is_gone


@dataclass(frozen=True)
class Manners:
    """How to ask. Times in seconds. `silence`: how long a website may say nothing; `answer`: how long one page may take;
    `whole`: how long we stay with one website; `pages`: how many of its pages we look at."""

    pause: float = 1.0
    longest_pause: float = 10.0
    silence: float = 10.0
    answer: float = 30.0
    whole: float = 180.0
    pages: int = 6
    redirects: int = 5
    most_bytes: int = 5_000_000


@dataclass(frozen=True)
class Page:
    """What an address gave. `address`: where it was in the end."""

    address: str
    kind: str
    content: bytes = field(repr=False)


def joined(start: str, target: str) -> str:
    """The whole address of a link; empty where it leads to no website."""
    try:
        address = urljoin(start, target.strip())
        parts = urlsplit(address)
        return address if parts.scheme in ("http", "https") and parts.hostname else ""
    except ValueError:
        return ""


def is_public(host: str) -> bool:
    """True for the number of a computer on the public internet."""
    return ipaddress.ip_address(host.partition("%")[0]).is_global


@dataclass
class Visitor:
    """Asks one website, and where it sends us on to. `may_ask` says which computers may be reached; the clock and the pause
    come from outside. `about`: the address at which the owner of a website can read who we are."""

    manners: Manners = field(default_factory=Manners)
    about: str = ""
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    may_ask: Callable[[str], bool] = is_public
    _robots: dict[str, RobotFileParser] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)
    _began: float | None = None

    def __post_init__(self) -> None:
        more = f"; +{self.about}" if self.about else ""
        agent = f"{NAME}/{__version__} (looks if a school links to the Local Offer{more})"
        self._session = new_session(agent, ACCEPT)
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, _PublicOnly(self.may_ask))

    def see(self, address: str) -> Page:
        """The page at an address; NotSeen."""
        seen = [address]
        while True:
            self._check(seen[-1])
            response = self._ask(seen[-1])
            with response:
                target = response.headers.get("Location", "")
                if response.status_code not in REDIRECTS or not target:
                    return self._receive(seen[-1], response)
            following = joined(seen[-1], target)
            if following in seen or len(seen) > self.manners.redirects:
                raise NotSeen("It sends on and on, and never answers.")
            seen.append(following)

    def close(self) -> None:
        """Nothing more will be asked."""
        self._session.close()

    def _check(self, address: str) -> None:
        try:
            parts = urlsplit(address)
            host = parts.hostname or ""
        except ValueError:
            raise NotSeen("It sends on to what is no website.") from None
        if parts.scheme not in ("http", "https") or not host or parts.username or parts.password:
            raise NotSeen("It sends on to what is no website.")
        if is_below(host, NOT_ASKED):
            raise NotSeen("Its address is one for samples, which leads nowhere.")
        if not self._rules(f"{parts.scheme}://{parts.netloc}").can_fetch(NAME, address):
            raise NotSeen("Its website asks programs to stay away (robots.txt).")

    def _rules(self, site: str) -> RobotFileParser:
        """What robots.txt of a website says; a website without one allows everything (RFC 9309)."""
        if site not in self._robots:
            rules = RobotFileParser()
            self._robots[site] = rules
            address, lines = f"{site}/robots.txt", []
            for _step in range(self.manners.redirects):
                with self._ask(address) as answer:
                    target = answer.headers.get("Location", "")
                    if answer.status_code in REDIRECTS and urlsplit(urljoin(address, target)).scheme in (
                        "http",
                        "https",
                    ):
                        address = urljoin(address, target)
                        continue
                    if answer.status_code >= 500:
                        del self._robots[site]
                        raise NotSeen("Its website has a fault, and does not say what programs may read (robots.txt).")
                    if answer.status_code == 200:
                        lines = self._receive(address, answer).content[:500_000].decode("utf-8", "replace").splitlines()
                    break
            try:
                rules.parse(lines)
            except ValueError:  # Python's reader stumbles over digits of other scripts
                del self._robots[site]
                raise NotSeen("Nobody can read what programs may see of its website (robots.txt).") from None
        return self._robots[site]

    def _ask(self, address: str) -> requests.Response:
        self._wait(address)
        try:
            return ask_in_time(self._session, address, self.manners.silence)
        except NO_ANSWER as fault:
            if any(isinstance(each, _NotPublicError) for each in causes(fault)):
                raise NotSeen("Its address leads into a private network.") from None
            raise NotSeen(_sentence(why(fault))) from None

    def _wait(self, address: str) -> None:
        host = urlsplit(address).netloc
        now = self.clock()
        self._began = now if self._began is None else self._began
        if now - self._began > self.manners.whole:
            raise NotSeen("It answered too slowly.")
        rules = self._robots.get(f"{urlsplit(address).scheme}://{host}")
        asked_for = float(rules.crawl_delay(NAME) or 0) if rules and rules.mtime() else 0.0
        pause = max(self.manners.pause, min(asked_for, self.manners.longest_pause))
        if host in self._last and (left := self._last[host] + pause - now) > 0:
            self.sleep(left)
        self._last[host] = self.clock()

    def _receive(self, address: str, response: requests.Response) -> Page:
        code = response.status_code
        if code != 200:
            is_gone = code in (404, 410)
            raise NotSeen("There is nothing at its address." if is_gone else _sentence(in_words(code)), is_gone=is_gone)
        began, content = self.clock(), b""
        try:
            while chunk := response.raw.read1(64 * 1024, decode_content=True):
                content += chunk
                if len(content) > self.manners.most_bytes:
                    raise NotSeen("Its page is too large to be read.")
                if self.clock() - began > self.manners.answer:
                    raise NotSeen("It did not answer in time.")
        except NO_ANSWER as fault:
            raise NotSeen(_sentence(why(fault))) from None
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        return Page(address, kind, content)


def _sentence(words: str) -> str:
    """`it did not answer in time` → `Its website did not answer in time.`"""
    return f"Its website {words.removeprefix('it ')}." if words.startswith("it ") else f"{first_capital(words)}."


# Only public computers: the number that is really connected to is looked at, before anything is said to it.


class _NotPublicError(OSError):
    """The computer is inside a private network."""


class _PublicOnly(HTTPAdapter):
    def __init__(self, may_ask: Callable[[str], bool]) -> None:
        self.may_ask = may_ask
        super().__init__(max_retries=0)

    def init_poolmanager(self, *given: Any, **named: Any) -> None:
        """Connections look at the number of the computer they have reached."""
        super().init_poolmanager(*given, **named)
        self.poolmanager.pool_classes_by_scheme = {
            "http": type("Pool", (HTTPConnectionPool,), {"ConnectionCls": _checked(HTTPConnection, self.may_ask)}),
            "https": type("Pool", (HTTPSConnectionPool,), {"ConnectionCls": _checked(HTTPSConnection, self.may_ask)}),
        }


def _checked(kind: type[Any], may_ask: Callable[[str], bool]) -> type[Any]:
    def connect(self: Any) -> socket.socket:
        reached: socket.socket = kind._new_conn(self)
        if not getattr(self, "proxy", None) and not may_ask(str(reached.getpeername()[0])):
            reached.close()
            raise _NotPublicError
        return reached

    return type("Connection", (kind,), {"_new_conn": connect})
