"""Serve a finished site as a good host would: right types, compressed files, the policy in force, a helpful 404.

In: a folder (or a link to one). Out: a server on this machine only. Used by `build.py serve` and the browser tests.
"""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from localoffer.system.headers import api_file, headers_for, type_of, without_frames

_CODINGS = (("br", ".br"), ("gzip", ".gz"))
_POLICY = re.compile(r"^\s+Content-Security-Policy:\s*(.+)$", re.M)

#: Changes a page as it is sent: (HTML, path) → HTML. Live preview puts its reload script in here, never on disk.
Touch = Callable[[bytes, str], bytes]
#: Answers a path that is no file of the site: path → (type, content), or None.
Respond = Callable[[str], "tuple[str, bytes] | None"]


class Handler(BaseHTTPRequestHandler):
    """One request. `folder`, `touch` and `answer` are set by `make_server`."""

    protocol_version = "HTTP/1.1"
    folder: Path
    touch: Touch | None = None
    answer: Respond | None = None

    def do_GET(self) -> None:
        """Send a file, a redirect or the 404 page."""
        self._respond()

    def do_HEAD(self) -> None:
        """Send the head of what GET would send."""
        self._respond()

    def log_message(self, *_arguments: object) -> None:
        """Write no line for each request."""

    def _respond(self) -> None:
        parts = urlsplit(self.path)
        path = unquote(parts.path)
        answer = type(self).answer
        if answer and (made := answer(path)):
            self._send(HTTPStatus.OK, made[1], made[0], {"Cache-Control": "no-store"})
            return
        root = self.folder.resolve()
        of_api = api_file(path.lstrip("/"), parse_qs(parts.query).get("page", [""])[0])
        file = (root / (of_api or path.lstrip("/"))).resolve()
        if not file.is_relative_to(root):
            self._send_file(root / "404.html", HTTPStatus.NOT_FOUND)
        elif file.is_dir() and not path.endswith("/"):
            self._send(HTTPStatus.MOVED_PERMANENTLY, b"", "text/html", {"Location": parts.path + "/"})
        else:
            file = file / "index.html" if file.is_dir() else file
            found = file.is_file() and file.name not in ("_headers", "_redirects")
            self._send_file(file if found else root / "404.html", HTTPStatus.OK if found else HTTPStatus.NOT_FOUND)

    def _send_file(self, file: Path, status: HTTPStatus) -> None:
        kind = type_of(file.suffix)
        found = status == HTTPStatus.OK
        address = unquote(urlsplit(self.path).path).lstrip("/") if found else "404.html"
        headers = headers_for(address, _policy_of(self.folder))
        touch = type(self).touch
        if touch and file.suffix == ".html":
            content = touch(file.read_bytes() if file.is_file() else b"", self.path)
        else:
            file, coding = self._best_form(file)
            if coding:
                headers["Content-Encoding"] = coding
            try:
                content = file.read_bytes()
            except OSError:
                content, kind = b"This page is not here.", "text/plain; charset=utf-8"
        self._send(status, content, kind, headers)

    def _best_form(self, file: Path) -> tuple[Path, str]:
        accepted = {part.split(";")[0].strip() for part in self.headers.get("Accept-Encoding", "").split(",")}
        for coding, ending in _CODINGS:
            form = file.with_name(file.name + ending)
            if coding in accepted and form.is_file():
                return form, coding
        return file, ""

    def _send(self, status: HTTPStatus, content: bytes, kind: str, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(content)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            try:
                self.wfile.write(content)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True


def _policy_of(folder: Path) -> str:
    """The policy that the site's own headers file asks for."""
    try:
        match = _POLICY.search((folder / "_headers").read_text(encoding="utf-8"))
    except OSError:
        return ""
    return without_frames(match[1].strip()) if match else ""


class _Quiet(ThreadingHTTPServer):
    """A reader who leaves in the middle of an answer is not an error to report."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Report errors, but not connections that the reader broke off."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def make_server(
    folder: Path, port: int = 0, *, touch: Touch | None = None, answer: Respond | None = None
) -> ThreadingHTTPServer:
    """A server of `folder` on 127.0.0.1; port 0 takes any free one. OSError when the port is taken."""
    handler = type(
        "SiteHandler",
        (Handler,),
        {
            "folder": folder,
            "touch": staticmethod(touch) if touch else None,
            "answer": staticmethod(answer) if answer else None,
        },
    )
    server = _Quiet(("127.0.0.1", port), handler)
    server.daemon_threads = True
    return server


@contextmanager
def serving(folder: Path, port: int = 0, *, touch: Touch | None = None) -> Iterator[str]:
    """Serve `folder` while the block runs; gives its address, without a slash at the end."""
    server = make_server(folder, port, touch=touch)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


__all__ = ["Handler", "make_server", "serving"]
