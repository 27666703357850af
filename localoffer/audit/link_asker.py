"""Ask other websites whether an address works, politely.

In: an address. Out: a `LinkAnswer`. Each host is asked one thing at a time, with a pause between, and never what its
robots.txt forbids. HEAD first, then GET; a fault of the host is asked about again.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import time
import urllib.error
import urllib.parse
import urllib.request
import urllib.robotparser
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from localoffer import __version__

AGENT = f"localoffer/{__version__} (link check of a SEND Local Offer website)"
DAY = 24 * 60 * 60
NOT_ASKED = frozenset({"example.org", "example.com", "example.net", "example", "localhost", "test", "invalid"})
"""Hosts that stand for others in samples (RFC 2606): nobody is there."""
NO_HEAD = frozenset({400, 403, 404, 405, 406, 501})
"""Answers to HEAD that hosts give though GET would work."""
WORTH_ASKING_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})


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


class _Stays(urllib.request.HTTPRedirectHandler):
    """Redirects are followed by hand, to see loops and to ask each host's robots.txt."""

    def redirect_request(self, *_given: Any) -> None:
        """Follow nothing."""
        return


@dataclass
class Asker:
    """Asks one host after another. The clock and the pause are given from outside."""

    manners: Manners = field(default_factory=Manners)
    clock: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep
    _robots: dict[str, urllib.robotparser.RobotFileParser | None] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._opener = urllib.request.build_opener(
            _Stays, urllib.request.HTTPSHandler(context=ssl.create_default_context())
        )

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
            return LinkAnswer(_in_words(code))
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
        self._wait(address)
        try:
            request = urllib.request.Request(  # noqa: S310 - only http and https come here
                _quoted(address), method=method, headers={"User-Agent": AGENT, "Accept": "*/*"}
            )
            with self._opener.open(request, timeout=self.manners.patience) as answer:
                return int(answer.status), ""
        except urllib.error.HTTPError as answer:
            with answer:
                return answer.code, answer.headers.get("Location", "") or ""
        except urllib.error.URLError as fault:
            return _why(fault.reason), ""
        except (OSError, http.client.HTTPException, ValueError) as fault:
            return _why(fault), ""

    def _wait(self, address: str) -> None:
        """A pause between two questions to one host."""
        host = host_of(address)
        left = self._last.get(host, 0.0) + self.manners.pause - self.clock()
        if host in self._last and left > 0:
            self.sleep(left)
        self._last[host] = self.clock()

    def _may_ask(self, address: str) -> bool:
        """What robots.txt says to us. No robots.txt, or none that can be read: we may."""
        host = host_of(address)
        if host not in self._robots:
            self._robots[host] = self._read_robots(host)
        rules = self._robots[host]
        return rules is None or rules.can_fetch("localoffer", _quoted(address))

    def _read_robots(self, host: str) -> urllib.robotparser.RobotFileParser | None:
        self._wait(host)
        try:
            request = urllib.request.Request(f"{host}/robots.txt", headers={"User-Agent": AGENT})  # noqa: S310
            with self._opener.open(request, timeout=self.manners.patience) as answer:
                lines = answer.read(512 * 1024).decode("utf-8", errors="replace").splitlines()
        except urllib.error.HTTPError as answer:
            answer.close()
            return None
        except (OSError, http.client.HTTPException, ValueError):
            return None
        rules = urllib.robotparser.RobotFileParser()
        rules.parse(lines)
        return rules


def host_of(address: str) -> str:
    """`https://a.example/b` → `https://a.example`."""
    parts = urllib.parse.urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def _quoted(address: str) -> str:
    """The address as it may be sent: without its fragment, other letters encoded."""
    parts = urllib.parse.urlsplit(address)
    host = parts.netloc.encode("idna").decode("ascii") if not parts.netloc.isascii() else parts.netloc
    path = urllib.parse.quote(parts.path, safe="/%:@!$&'()*+,;=~-._")
    query = urllib.parse.quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return urllib.parse.urlunsplit((parts.scheme, host, path or "/", query, ""))


_CODES = {
    401: "it asks for a password",
    403: "it lets nobody in",
    404: "the page is not there",
    410: "the page has been taken away",
    429: "it is asked too often",
}


def _in_words(code: int) -> str:
    return f"{_CODES.get(code, 'the website has a fault' if code >= 500 else 'it refuses')} ({code})"


_REASONS: tuple[tuple[type[Exception], str], ...] = (
    (socket.gaierror, "there is no website of that name"),
    (TimeoutError, "it did not answer in time"),
    (ssl.SSLError, "its certificate is not in order"),
    (ConnectionRefusedError, "the website does not answer"),
    (ConnectionError, "it broke off the connection"),
    (http.client.HTTPException, "it broke off the connection"),
)


def _why(reason: object) -> str:
    return next((words for kind, words in _REASONS if isinstance(reason, kind)), "it cannot be reached")
