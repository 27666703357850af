"""Ask other websites for their data, politely and within limits.

In: an address. Out: a `Document`, or a `SourceFault` in plain words. One question at a time, a pause between two, a name by
which the website's owner can know us; `Retry-After` is obeyed. Nothing is asked for longer, larger or elsewhere than it may be.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, cast
from urllib.parse import urljoin, urlsplit

import requests
from urllib3.exceptions import HTTPError

from localoffer import __version__
from localoffer.exchange.document import MOST_BYTES, Document, too_large
from localoffer.exchange.fault import SourceFault
from localoffer.importing.answers import check_redirect, is_private, seconds_to_wait, way_out, without_secrets
from localoffer.importing.kept import Answer, Kept
from localoffer.system.websites import REDIRECTS, WORTH_ASKING_AGAIN, ask_in_time, in_words, new_session, why

AGENT = f"localoffer/{__version__} (import of a SEND Local Offer website; one question at a time)"
ACCEPT = "application/json, text/csv;q=0.9, */*;q=0.5"
CHUNK = 64 * 1024


@dataclass(frozen=True)
class Manners:
    """How to ask. Times in seconds. `silence`: how long a website may say nothing; `answer`: how long one answer may take;
    `whole`: how long everything may take; `longest_wait`: how long we wait where a website asks us to."""

    pause: float = 0.5
    silence: float = 30.0
    answer: float = 300.0
    whole: float = 6 * 60 * 60.0
    longest_wait: float = 10 * 60.0
    tries: int = 3
    redirects: int = 5
    most_bytes: int = MOST_BYTES


@dataclass
class Fetcher:
    """Asks for one address after another. What it fetches is kept in `folder`; the clock and the pause come from outside.
    Call `finish` when everything has been read: until then, the next run goes on with what this one has."""

    folder: Path
    manners: Manners = field(default_factory=Manners)
    clock: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep
    asked: int = 0
    _last: float | None = None

    def __post_init__(self) -> None:
        self._kept = Kept(self.folder, self.clock)
        self._began = self.clock()
        self._session = new_session(AGENT, ACCEPT)

    def get(self, address: str) -> Document:
        """What stands at this address, now or since this run began."""
        without_secrets(address)
        kept = self._kept.find(address)
        if kept is None or not self._kept.is_of_this_run(kept):
            kept = self._ask_again_and_again(address, kept)
        return _document(kept)

    def finish(self) -> None:
        """Everything has been read."""
        self._kept.finish()
        self._session.close()

    def _ask_again_and_again(self, address: str, kept: Answer | None) -> Answer:
        for tries_left in range(self.manners.tries - 1, -1, -1):
            self._wait()
            answer = self._ask(address, kept)
            if isinstance(answer, Answer):
                return self._kept.keep(answer)
            if not tries_left or not answer.again:
                raise SourceFault(f"{address} cannot be read: {answer.says}.", answer.fix)
            self.sleep(max(answer.wait, self.manners.pause))
        raise AssertionError("the last try answers or raises")

    def _wait(self) -> None:
        """A pause between two questions; and an end where all of it takes too long."""
        now = self.clock()
        if now - self._began > self.manners.whole:
            raise SourceFault(
                f"Reading took longer than {_hours(self.manners.whole)} and was stopped. What was fetched is kept.",
                "run the same command again: it goes on from there.",
            )
        if self._last is not None and (left := self._last + self.manners.pause - now) > 0:
            self.sleep(left)
        self._last = self.clock()

    def _ask(self, address: str, kept: Answer | None) -> Answer | _Refused:
        known = {"If-None-Match": kept.etag, "If-Modified-Since": kept.modified} if kept else {}
        headers = {name: value for name, value in known.items() if value}
        try:
            response = self._follow(address, headers)
        except (requests.RequestException, OSError, ValueError) as fault:
            return _Refused(why(fault), again=not isinstance(fault, ValueError))
        with response:
            self.asked += 1
            if response.status_code == 304 and kept:
                return kept
            if response.status_code != 200:
                return self._refused(response)
            return self._receive(address, response)

    def _refused(self, response: requests.Response) -> _Refused:
        code = response.status_code
        wait = seconds_to_wait(response.headers.get("Retry-After", ""), self.clock())
        says = in_words(code)
        if wait > self.manners.longest_wait:
            return _Refused(
                f"{says}, and wants to be left alone for {_hours(wait)}", fix="run the same command again then."
            )
        return _Refused(says, again=code in WORTH_ASKING_AGAIN, wait=wait, fix=way_out(code))

    def _follow(self, address: str, headers: dict[str, str]) -> requests.Response:
        """The answer of the address, or of where it sends us on to."""
        may_be_private = is_private(urlsplit(address).hostname or "")
        seen = [address]
        while True:
            response = ask_in_time(self._session, seen[-1], self.manners.silence, headers=headers)
            target = response.headers.get("Location", "")
            if response.status_code not in REDIRECTS or not target:
                return response
            response.close()
            following = urljoin(seen[-1], target)
            check_redirect(address, following, may_be_private=may_be_private)
            if following in seen or len(seen) > self.manners.redirects:
                raise SourceFault(
                    f"{address} sends on and on, and never answers.", "ask its owner for the right address."
                )
            seen.append(following)

    def _receive(self, address: str, response: requests.Response) -> Answer | _Refused:
        """The bytes into a file, as long as they are few enough and come soon enough."""
        began, size, most = self.clock(), 0, self.manners.most_bytes
        if int_of(response.headers.get("Content-Length", "")) > most:
            raise too_large(address, most)
        body = self._kept.fresh_body()
        try:
            with body.open("wb") as file:
                while chunk := response.raw.read1(CHUNK, decode_content=True):
                    size += file.write(chunk)
                    if size > most:
                        raise too_large(address, most)
                    if self.clock() - began > self.manners.answer:
                        return _Refused(f"its answer had not ended after {_hours(self.manners.answer)}")
        except SourceFault:
            body.unlink()
            raise
        except (HTTPError, requests.RequestException, OSError) as fault:
            return _Refused(why(fault), again=True)
        said = response.headers
        kind = said.get("Content-Type", "").partition(";")[0].strip().lower()
        return Answer(address, body, kind, said.get("ETag", ""), said.get("Last-Modified", ""))


@dataclass(frozen=True)
class _Refused:
    """No answer: in words, whether to ask again and after how many seconds, and the way out."""

    says: str
    again: bool = False
    wait: float = 0.0
    fix: str = "try again later, or ask its owner."


def int_of(text: str) -> int:
    """A size as a server says it; 0 where it says none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 20 else 0


def _document(answer: Answer) -> Document:
    return Document(answer.address, lambda: cast(BinaryIO, answer.body.open("rb")), answer.kind)


def _hours(seconds: float) -> str:
    """`90` → `90 seconds`; longer times in minutes or hours."""
    for many, unit in ((3600, "hours"), (60, "minutes")):
        if seconds >= 2 * many:
            return f"{seconds / many:.0f} {unit}"
    return f"{seconds:.0f} seconds"
