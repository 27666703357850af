"""Other websites are asked politely, within limits, and an interrupted run goes on. No test here waits: the clock is a list."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from localoffer.exchange.fault import SourceFault
from localoffer.importing import answers, fetch
from localoffer.importing.answers import seconds_to_wait
from localoffer.importing.fetch import AGENT, Fetcher, Manners
from tests.importing.server import Answer, Site, send, serving

DAY = 24 * 60 * 60


class Clock:
    """Time passes only where somebody waits, or `each` second a look."""

    def __init__(self, each: float = 0) -> None:
        self.now, self.each, self.waited = 1_000_000_000.0, each, list[float]()

    def __call__(self) -> float:
        self.now += self.each
        return self.now

    def sleep(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.now += seconds


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


def fetcher(folder: Path, clock: Clock | None = None, **manners: float) -> Fetcher:
    clock = clock or Clock()
    return Fetcher(folder / "kept", Manners(**manners), clock, clock.sleep)  # type: ignore[arg-type]


def read(asker: Fetcher, address: str) -> bytes:
    return asker.get(address).read()


def test_it_says_who_asks_and_pauses_between_two_questions(site: Site, tmp_path: Path) -> None:
    site.answers = {"/a": send([1]), "/b": send([2])}
    clock = Clock()
    asker = fetcher(tmp_path, clock)
    assert (read(asker, site.address + "/a"), read(asker, site.address + "/b")) == (b"[1]", b"[2]")
    assert site.headers[0]["User-Agent"] == AGENT
    assert "localoffer" in AGENT
    assert clock.waited == [0.5]


def test_retry_after_is_obeyed_and_a_fault_of_the_website_is_asked_about_again(site: Site, tmp_path: Path) -> None:
    site.answers = {"/a": [send(status=429, Retry_After="7"), send(status=503), send([1])]}
    clock = Clock()
    assert read(fetcher(tmp_path, clock), site.address + "/a") == b"[1]"
    assert clock.waited == [7.0, 0.5]


def test_a_website_that_wants_to_be_left_alone_is_left_alone(site: Site, tmp_path: Path) -> None:
    site.answers = {"/a": send(status=429, Retry_After="7200")}
    with pytest.raises(SourceFault, match="wants to be left alone for 2 hours"):
        read(fetcher(tmp_path), site.address + "/a")
    assert len(site.asked) == 1


@pytest.mark.parametrize("said", ["", "soon", "Wed, 99 Foo", "-5", "٣"])
def test_a_retry_after_that_says_nothing_is_no_wait(said: str) -> None:
    assert seconds_to_wait(said, 0) == 0


def test_a_retry_after_may_be_a_date() -> None:
    assert seconds_to_wait("Thu, 01 Jan 1970 00:02:00 GMT", 60) == 60


REFUSED = {
    401: "asks for a password",
    403: "lets no program in",
    404: "nothing at that address",
    418: "refuses",
    500: "has a fault",
}


@pytest.mark.parametrize("code", REFUSED)
def test_a_refusal_is_told_in_words(site: Site, tmp_path: Path, code: int) -> None:
    site.answers = {"/a": send(status=code)}
    with pytest.raises(SourceFault, match=REFUSED[code]):
        read(fetcher(tmp_path), site.address + "/a")


def endless(handler: BaseHTTPRequestHandler) -> None:
    """Two gigabytes, if anybody took them."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.end_headers()
    for _ in range(2048):
        handler.wfile.write(b"[" * 1024 * 1024)


BOMB = gzip.compress(b"[" * 8_000_000)
LARGE: dict[str, Answer] = {
    "one that says so": send(b"[]", length=2 * 1024**3),
    "one that does not say so": endless,
    "one that is packed": send(BOMB, Content_Encoding="gzip"),
}


@pytest.mark.parametrize("case", LARGE)
def test_what_is_too_large_is_refused_while_it_comes(site: Site, tmp_path: Path, case: str) -> None:
    site.answers = {"/a": LARGE[case]}
    with pytest.raises(SourceFault, match="is larger than 1 MB"):
        read(fetcher(tmp_path, most_bytes=1024 * 1024), site.address + "/a")
    assert not [path for path in (tmp_path / "kept").iterdir() if path.stat().st_size > 1000]


def drip(handler: BaseHTTPRequestHandler) -> None:
    """One byte, and one byte, and one byte."""
    handler.send_response(200)
    handler.end_headers()
    for _ in range(10_000):
        handler.wfile.write(b" ")
        handler.wfile.flush()


def test_an_answer_that_drips_is_given_up(site: Site, tmp_path: Path) -> None:
    site.answers = {"/a": drip}
    with pytest.raises(SourceFault, match="had not ended after 5 minutes"):
        read(fetcher(tmp_path, Clock(each=60)), site.address + "/a")
    assert len(site.asked) == 1


def test_a_website_that_says_nothing_is_given_up(site: Site, tmp_path: Path) -> None:
    released = threading.Event()
    site.answers = {"/a": lambda handler: (released.wait(60), None)[1]}
    try:
        with pytest.raises(SourceFault, match="did not answer in time"):
            read(fetcher(tmp_path, silence=0.02), site.address + "/a")
    finally:
        released.set()


def test_everything_together_has_an_end(site: Site, tmp_path: Path) -> None:
    site.answers = {"/a": send([1]), "/b": send([2])}
    clock = Clock()
    asker = fetcher(tmp_path, clock)
    read(asker, site.address + "/a")
    clock.now += 7 * 60 * 60
    with pytest.raises(SourceFault, match="longer than 6 hours and was stopped"):
        read(asker, site.address + "/b")


def test_half_an_answer_is_asked_for_again_and_then_told(site: Site, tmp_path: Path) -> None:
    site.answers = {"/a": [send(b"[1", length=100), send([1])], "/b": send(b"[1", length=100)}
    assert read(fetcher(tmp_path), site.address + "/a") == b"[1]"
    with pytest.raises(SourceFault, match="broke off the connection"):
        read(fetcher(tmp_path), site.address + "/b")


def test_it_follows_where_it_is_sent_but_not_for_ever(site: Site, tmp_path: Path) -> None:
    site.answers = {"/a": send(status=301, Location="/b"), "/b": send([2]), "/c": send(status=302, Location="/c")}
    site.answers |= {f"/{at}": send(status=302, Location=f"/{at + 1}") for at in range(20)}
    assert read(fetcher(tmp_path), site.address + "/a") == b"[2]"
    for start in ("/c", "/0"):
        with pytest.raises(SourceFault, match="sends on and on"):
            read(fetcher(tmp_path), site.address + start)
    assert len(site.asked) == 9


ELSEWHERE = ("file:///etc/passwd", "ftp://example.org/x", "data:text/plain,hello", "//user:word@127.0.0.1/x")


@pytest.mark.parametrize("target", ELSEWHERE)
def test_it_is_never_sent_to_what_is_no_open_website(site: Site, tmp_path: Path, target: str) -> None:
    site.answers = {"/a": send(status=302, Location=target)}
    with pytest.raises(SourceFault, match=r"no website|a name or a password"):
        read(fetcher(tmp_path), site.address + "/a")


def test_a_public_website_cannot_send_us_into_this_network(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.answers = {"/a": send(status=302, Location="http://192.168.0.1/secret")}
    monkeypatch.setattr(fetch, "is_private", lambda _host: False)
    with pytest.raises(SourceFault, match="inside this network"):
        read(fetcher(tmp_path), site.address + "/a")


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "10.1.2.3", "192.168.1.1", "169.254.169.254", "::1", "localhost", "0.0.0.0"]
)
def test_hosts_of_this_network_are_known(host: str) -> None:
    assert answers.is_private(host)


def test_public_hosts_and_names_that_lead_nowhere_are_not_private() -> None:
    assert not answers.is_private("93.184.216.34")
    assert not answers.is_private("")


def test_an_address_with_a_password_is_not_asked(tmp_path: Path) -> None:
    with pytest.raises(SourceFault, match="a name or a password") as told:
        read(fetcher(tmp_path), "https://me:secret@example.org/services")
    assert "secret" not in str(told.value)


def test_a_later_run_asks_only_whether_it_has_changed(site: Site, tmp_path: Path) -> None:
    site.answers = {"/a": [send([1], ETag='"one"', Last_Modified="Mon, 01 Jan 2024 00:00:00 GMT"), send(status=304)]}
    clock = Clock(each=1)
    for _ in range(2):
        asker = fetcher(tmp_path, clock)
        assert read(asker, site.address + "/a") == b"[1]"
        asker.finish()
    assert site.headers[1]["If-None-Match"] == '"one"'
    assert site.headers[1]["If-Modified-Since"] == "Mon, 01 Jan 2024 00:00:00 GMT"


def test_an_interrupted_run_goes_on_but_for_its_last_answer_within_a_day(site: Site, tmp_path: Path) -> None:
    site.answers = {"/a": send([1]), "/b": send([2])}
    clock = Clock(each=1)

    def run() -> None:
        asker = fetcher(tmp_path, clock)
        read(asker, site.address + "/a")
        read(asker, site.address + "/b")

    run()
    run()
    assert site.asked == ["/a", "/b", "/b"]
    clock.now += 2 * DAY
    run()
    assert site.asked == ["/a", "/b", "/b", "/a", "/b"]


def test_answers_that_nobody_asks_for_are_forgotten_in_time(site: Site, tmp_path: Path) -> None:
    site.answers = {"/a": send([1])}
    clock = Clock(each=1)
    asker = fetcher(tmp_path, clock)
    read(asker, site.address + "/a")
    clock.now += 100 * DAY
    asker.finish()
    assert not list((tmp_path / "kept").iterdir())


def test_a_damaged_note_is_no_note(site: Site, tmp_path: Path) -> None:
    site.answers = {"/a": send([1])}
    for content in ("not json", "[]", '{"address": 5}', '{"started": "x", "fetched": []}'):
        read(fetcher(tmp_path), site.address + "/a")
        for path in (tmp_path / "kept").glob("*.json"):
            path.write_text(content, encoding="utf-8")
    assert read(fetcher(tmp_path), site.address + "/a") == b"[1]"


def test_a_name_that_leads_nowhere_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def leads_nowhere(*_given: object, **_more: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", leads_nowhere)
    with pytest.raises(SourceFault, match="no website of that name"):
        read(fetcher(tmp_path), "http://nobody.example.org/")


def test_a_website_that_is_switched_off_is_told(tmp_path: Path) -> None:
    with serving() as gone:
        address = gone.address
    with pytest.raises(SourceFault, match="the website does not answer"):
        read(fetcher(tmp_path), address)
