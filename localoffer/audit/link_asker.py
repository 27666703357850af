"""Ask other websites whether an address works, politely.

In: an address. Out: a `LinkAnswer`. Each host is asked one thing at a time, with a pause between, and never what its
robots.txt forbids. HEAD first, then GET; a fault of the host is asked about again.
"""

from __future__ import annotations

import time
import urllib.parse
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from urllib.robotparser import RobotFileParser

import requests

from localoffer import __version__
from localoffer.system.websites import NO_ANSWER, NOT_ASKED, WORTH_ASKING_AGAIN, ask_in_time, in_words, new_session, why

AGENT = f"localoffer/{__version__} (link check of a SEND Local Offer website)"
DAY = 24 * 60 * 60
NO_HEAD = frozenset({400, 403, 404, 405, 406, 501})
"""Answers to HEAD that hosts give though GET would work."""


@dataclass(frozen=True)
class Manners:
    """How to ask. Times in seconds; `age`: how long a good answer is trusted, `bad_age`: a bad one."""

    pause: float = 1.0
    patience: float = 15.0
    tries: int = 3
    redirects: int = 10
    age: float = 14 * DAY
    bad_age: float = 1 * DAY
    hosts_at_once: int = 8
    not_asked: frozenset[str] = NOT_ASKED


@dataclass(frozen=True)
class LinkAnswer:
    """What an address answered. `fault` is empty when it works; `moved` is where it has moved for good."""

    fault: str = ""
    moved: str = ""
    is_forbidden: bool = False
    asked: float = 0.0


@dataclass
class Asker:
    """Asks one host after another. The clock and the pause are given from outside."""

    manners: Manners = field(default_factory=Manners)
    clock: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep
    _robots: dict[str, RobotFileParser | None] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._session = new_session(AGENT)

    def ask(self, address: str) -> LinkAnswer:
        """Does this address work? Follows redirects; never raises."""
        return replace(self._follow(address), asked=self.clock())

    def _follow(self, address: str) -> LinkAnswer:
        seen = [address]
        permanent = True
        while True:
            if not self._may_ask(seen[-1]):
                return LinkAnswer(is_forbidden=True)
            code, target = self._status(seen[-1])
            if isinstance(code, str):
                return LinkAnswer(code)
            if not 300 <= code < 400 or code == 304:
                break
            if not target:
                return LinkAnswer(f"it sends on ({code}) without saying where")
            following = urllib.parse.urljoin(seen[-1], target)
            if following in seen:
                return LinkAnswer("it sends on in a circle")
            if len(seen) > self.manners.redirects:
                return LinkAnswer(f"it sends on more than {self.manners.redirects} times")
            permanent = permanent and code in (301, 308)
            seen.append(following)
        if code >= 400:
            return LinkAnswer(in_words(code))
        return LinkAnswer(moved=seen[-1] if len(seen) > 1 and permanent else "")

    def _status(self, address: str) -> tuple[int | str, str]:
        """The code and where it sends on; words when the host gave no answer. HEAD, then GET where HEAD is refused."""
        code, target = self._try("HEAD", address)
        if isinstance(code, str) or code in NO_HEAD or code in WORTH_ASKING_AGAIN:
            code, target = self._try("GET", address)
        for _again in range(self.manners.tries - 2):
            if not (isinstance(code, str) or code in WORTH_ASKING_AGAIN):
                break
            self.sleep(self.manners.pause)
            code, target = self._try("GET", address)
        return code, target

    def _try(self, method: str, address: str) -> tuple[int | str, str]:
        try:
            with self._ask(method, address) as answer:
                return answer.status_code, answer.headers.get("Location", "")
        except NO_ANSWER as fault:
            return why(fault), ""

    def _ask(self, method: str, address: str) -> requests.Response:
        """One question, after a pause since the last one to this host."""
        host = host_of(address)
        left = self._last.get(host, 0.0) + self.manners.pause - self.clock()
        if host in self._last and left > 0:
            self.sleep(left)
        self._last[host] = self.clock()
        return ask_in_time(self._session, address, self.manners.patience, method)

    def _may_ask(self, address: str) -> bool:
        """What robots.txt says to us. No robots.txt, or none that can be read: we may."""
        host = host_of(address)
        if host not in self._robots:
            self._robots[host] = self._read_robots(host)
        rules = self._robots[host]
        return rules is None or rules.can_fetch("localoffer", address)

    def _read_robots(self, host: str) -> RobotFileParser | None:
        rules = RobotFileParser()
        try:
            with self._ask("GET", f"{host}/robots.txt") as answer:
                if answer.status_code != 200:
                    return None
                text = answer.raw.read(512 * 1024, decode_content=True).decode("utf-8", errors="replace")
            rules.parse(text.splitlines())
        except NO_ANSWER:
            return None
        return rules


def host_of(address: str) -> str:
    """`https://a.example/b` → `https://a.example`."""
    parts = urllib.parse.urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
