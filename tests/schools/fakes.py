"""Websites of made-up schools on this machine: each a function from a path to an answer, as real ones behave."""

from __future__ import annotations

import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Answer:
    """What a website gives. `hangs`: says nothing more; `drips`: sends its body so slowly that it never ends."""

    body: bytes | str = b""
    code: int = 200
    kind: str = "text/html; charset=utf-8"
    to: str = ""
    hangs: bool = False
    drips: bool = False
    headers: dict[str, str] = field(default_factory=dict)


Site = Callable[[str], Answer | str | None]
"""Path → an answer, HTML, or None where nothing is there."""


@dataclass
class Running:
    """A website that runs. `asked`: the paths it was asked for, in order; `most_at_once`: how many questions at a time."""

    address: str
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    most_at_once: int = 0


@contextmanager
def running(sites: dict[str, Site]) -> Iterator[dict[str, Running]]:
    """All of these websites, each on a port of its own."""
    over = threading.Event()
    with ExitStack() as stack:
        found = {name: stack.enter_context(_one(site, over)) for name, site in sites.items()}
        try:
            yield found
        finally:
            over.set()


@contextmanager
def _one(site: Site, over: threading.Event) -> Iterator[Running]:
    here = Running("")
    lock, busy = threading.Lock(), [0]

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_given: object) -> None:
            """Say nothing."""

        def do_GET(self) -> None:
            with lock:
                here.asked.append(self.path)
                here.agents.add(self.headers.get("User-Agent", ""))
                busy[0] += 1
                here.most_at_once = max(here.most_at_once, busy[0])
            try:
                self._answer()
            except OSError:
                self.close_connection = True
            finally:
                with lock:
                    busy[0] -= 1

        def _answer(self) -> None:
            made = site(self.path)
            answer = (
                Answer(code=404, body="Not here") if made is None else Answer(made) if isinstance(made, str) else made
            )
            if answer.hangs:
                over.wait(30)
                return
            content = answer.body.encode() if isinstance(answer.body, str) else answer.body
            self.send_response(answer.code)
            headers = {"Content-Type": answer.kind, "Content-Length": str(len(content)), **answer.headers}
            for name, value in ({**headers, "Location": answer.to} if answer.to else headers).items():
                self.send_header(name, value)
            self.end_headers()
            if answer.drips:
                for start in range(len(content)):
                    self.wfile.write(content[start : start + 1])
                    self.wfile.flush()
                    if over.wait(0.02):
                        return
            self.wfile.write(content)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    here.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield here
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def page(*parts: str, foot: str = "") -> str:
    """A page of a school, with enough words to be one."""
    words = "Welcome to our school. We learn and play together every day. " * 6
    return f"<!DOCTYPE html><html><head><title>School</title></head><body><p>{words}</p>{''.join(parts)}<footer>{foot}</footer></body></html>"


def link(to: str, words: str = "Read more") -> str:
    """A link."""
    return f'<a href="{to}">{words}</a> '


def pdf(to: str, *, packed: bool = False) -> bytes:
    """A file with one link in it."""
    part = f"<< /Type /Annot /A << /S /URI /URI ({to}) >> >>".encode()
    held = b"stream\r\n" + zlib.compress(part) + b"\nendstream" if packed else part
    return b"%PDF-1.5\n1 0 obj\n" + held + b"\nendobj\n%%EOF"


def pages(**by_path: Answer | str) -> Site:
    """`pages(home="…", send="…")`: a website of these pages."""
    return lambda path: by_path.get("home" if path == "/" else path.strip("/").replace("/", "_").replace(".", "_"))
