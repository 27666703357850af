"""Links to other websites, against a server that misbehaves in every way we have met."""

from __future__ import annotations

import socket
import struct
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import nullcontext, suppress
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest

from localoffer.audit.context import Audit
from localoffer.audit.external import ask_all, audit_external, is_asked
from localoffer.audit.link_asker import AGENT, Asker, LinkAnswer, Manners
from localoffer.audit.sources import Sources

POLITE = Manners(pause=1.0, patience=0.3, tries=3, not_asked=frozenset({"example.org"}))


class Misbehaving(BaseHTTPRequestHandler):
    """Each path is a way to go wrong."""

    asked: ClassVar[Counter[tuple[str, str]]] = Counter()
    agents: ClassVar[set[str]] = set()
    hold = threading.Event()
    robots: ClassVar[bytes] = b"User-agent: *\nDisallow: /private/\n"

    def do_HEAD(self) -> None:
        self.answer()

    def do_GET(self) -> None:
        self.answer()

    def answer(self) -> None:
        self.asked[self.command, self.path] += 1
        self.agents.add(self.headers["User-Agent"])
        name = self.path.strip("/").replace("-", "_").replace(".", "_")
        getattr(self, f"way_{name.partition('/')[0]}", self.way_missing)()

    def send(self, code: int, **headers: str) -> None:
        self.send_response(code)
        for key, value in {"Content_Length": "0", **headers}.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()

    def way_good(self) -> None:
        self.send(200)

    def way_missing(self) -> None:
        self.send(404)

    def way_slow(self) -> None:
        self.hold.wait(3)

    def way_first_500(self) -> None:
        self.send(500 if sum(n for (_, path), n in self.asked.items() if path == self.path) < 3 else 200)

    def way_always_503(self) -> None:
        self.send(503)

    def way_no_head(self) -> None:
        self.send(405 if self.command == "HEAD" else 200)

    def way_loop(self) -> None:
        self.send(302, Location="/loop/b" if self.path == "/loop" else "/loop")

    def way_for_ever(self) -> None:
        self.send(302, Location=f"{self.path}/x")

    def way_moved(self) -> None:
        self.send(301, Location="/good")

    def way_for_now(self) -> None:
        self.send(302, Location="/good")

    def way_nowhere(self) -> None:
        self.send(302)

    def way_reset(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()

    def way_mail(self) -> None:
        self.send(302, Location="mailto:us@example.org")

    def way_rubbish(self) -> None:
        self.wfile.write(b"this is no answer\r\n\r\n")
        self.close_connection = True

    def way_robots_txt(self) -> None:
        body = self.robots
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: Any) -> None:
        pass

    def handle_one_request(self) -> None:
        try:
            super().handle_one_request()
        except (OSError, ValueError):
            self.close_connection = True


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass

    def shutdown_request(self, request: Any) -> None:
        with suppress(OSError):
            super().shutdown_request(request)


@pytest.fixture
def host() -> Iterator[str]:
    Misbehaving.asked, Misbehaving.agents, Misbehaving.hold = Counter(), set(), threading.Event()
    server = Server(("127.0.0.1", 0), Misbehaving)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    Misbehaving.hold.set()
    server.shutdown()
    server.server_close()
    thread.join()


class Time:
    """A clock that only pauses move."""

    def __init__(self) -> None:
        self.now, self.pauses = 1_000_000.0, []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.now += seconds


def asker() -> tuple[Asker, Time]:
    clock = Time()
    return Asker(POLITE, clock, clock.sleep), clock


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("good", ""),
        ("first-500", ""),
        ("no-head", ""),
        ("for-now", ""),
        ("private-not/x", "there is nothing at that address (404)"),
        ("missing", "there is nothing at that address (404)"),
        ("slow", "it did not answer in time"),
        ("always-503", "the website has a fault (503)"),
        ("loop", "it sends on in a circle"),
        ("for-ever", "it sends on more than 10 times"),
        ("nowhere", "it sends on (302) without saying where"),
        ("reset", "it broke off the connection"),
        ("rubbish", "it broke off the connection"),
        ("mail", "that is no address of a website"),
    ],
)
def test_each_misbehaviour_is_said_in_words(host: str, path: str, fault: str) -> None:
    assert asker()[0].ask(f"{host}/{path}").fault == fault


def test_get_follows_only_where_head_is_refused(host: str) -> None:
    asker()[0].ask(f"{host}/good")
    asker()[0].ask(f"{host}/no-head")
    assert Misbehaving.asked["GET", "/good"] == 0
    assert Misbehaving.asked["GET", "/no-head"] == 1


def test_a_host_in_trouble_is_asked_three_times_at_most(host: str) -> None:
    asker()[0].ask(f"{host}/always-503")
    assert sum(n for (_, path), n in Misbehaving.asked.items() if path == "/always-503") == 3


def test_a_page_that_moved_for_good_is_reported_with_its_new_address(host: str) -> None:
    assert asker()[0].ask(f"{host}/moved").moved == f"{host}/good"
    assert asker()[0].ask(f"{host}/for-now").moved == ""


def test_robots_txt_is_obeyed(host: str) -> None:
    answer = asker()[0].ask(f"{host}/private/page")
    assert answer.is_forbidden
    assert ("HEAD", "/private/page") not in Misbehaving.asked


def test_a_robots_txt_that_nobody_can_read_forbids_nothing(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Misbehaving, "robots", "User-agent: *\nCrawl-delay: ²\n".encode())
    assert asker()[0].ask(f"{host}/good") == LinkAnswer(asked=1_000_001.0)


def test_the_agent_says_who_asks(host: str) -> None:
    asker()[0].ask(f"{host}/good")
    assert Misbehaving.agents == {AGENT}
    assert "localoffer" in AGENT


def test_one_host_gets_a_pause_between_questions(host: str) -> None:
    asking, clock = asker()
    ask_all([f"{host}/good", f"{host}/missing", f"{host}/moved"], {}, asking)
    assert len(clock.pauses) >= 3
    assert all(pause == pytest.approx(1.0) for pause in clock.pauses)


def test_a_young_answer_is_kept_and_an_old_one_asked_again(host: str) -> None:
    asking, clock = asker()
    known = {
        f"{host}/good": LinkAnswer(asked=clock.now - POLITE.age + 60),
        f"{host}/missing": LinkAnswer("gone", asked=clock.now - POLITE.bad_age - 60),
    }
    answers = ask_all(known, known, asking)
    assert answers[f"{host}/good"] is known[f"{host}/good"]
    assert answers[f"{host}/missing"].fault == "there is nothing at that address (404)"
    assert ("HEAD", "/good") not in Misbehaving.asked


def test_no_server_at_all() -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{held.getsockname()[1]}/"
    assert asker()[0].ask(address).fault == "the website does not answer"


def test_names_kept_for_examples_are_not_asked() -> None:
    assert not is_asked("https://www.marlbrook.example.org/x", Manners())
    assert is_asked("https://www.gov.uk/", Manners())


def test_findings_are_warnings_at_the_line_of_the_link(host: str, tmp_path: Path) -> None:
    site = tmp_path / "build" / "site"
    site.mkdir(parents=True)
    (site / "index.html").write_text(
        f'<html lang="en"><main><a href="{host}/missing">Gone</a> <a href="{host}/moved#a">Moved</a></main>'
    )
    (tmp_path / "page.md").write_text(f"---\n---\n\n[Gone]({host}/missing)\n\nText [Moved]({host}/moved#a)\n")
    said: list[str] = []
    sources = Sources(tmp_path, pages={"index.html": "page.md"})
    audit = Audit(tmp_path, site, date(2026, 11, 22), sources, False, lambda _: nullcontext(), said.append)
    found = audit_external(audit, asker()[0])
    assert [(f.path, f.line, f.column, f.severity, f.rule) for f in found] == [
        ("page.md", 4, 8, "warning", "link-elsewhere"),
        ("page.md", 6, 14, "warning", "link-moved"),
    ]
    assert found[1].fix == f"write {host}/good"
    assert (audit.cache / "links-elsewhere.json").is_file()
