"""The whole site works under the headers that each real server sends: no policy refuses anything, schools may show fragments, nobody
may show pages inside theirs, and pages of other websites may read the open data."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import mkdtemp

import pytest
from playwright.sync_api import Browser, ConsoleMessage

from tests.site.servers import OURS, SERVERS, served_by, why_not

SCHOOL = """<!DOCTYPE html><html lang="en"><title>A school</title><h1>A school</h1>
<iframe title="Fragment" src="{site}/embed/topics/short-breaks/"></iframe><iframe title="Page" src="{site}/find/"></iframe>"""


def one_of_each_kind(build: Path) -> list[str]:
    """The first page of each kind; of a kind with many pages, one shows all that its template and its scripts ask for."""
    kinds: dict[str, str] = json.loads((build / "cache/kinds.json").read_text(encoding="utf-8"))
    found: dict[str, str] = {}
    for address, kind in sorted(kinds.items()):
        found.setdefault(kind, address)
    return [f"/{address.removesuffix('index.html')}" for address in found.values()]


def fault(said: ConsoleMessage) -> Iterator[str]:
    """An error in the console, but that a fragment that stands alone has no icon: schools see none."""
    if said.type == "error" and not said.location["url"].endswith("/favicon.ico"):
        yield f"{said.page and said.page.url}: {said.text}"


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        """Write nothing."""


@contextmanager
def another_website(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(folder)))
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield f"http://localhost:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("name", [OURS, *SERVERS])
def test_the_site_works_whole_under_the_headers_of_a_real_server(
    name: str, sample_site: Path, browser: Browser
) -> None:
    if why := why_not(name):
        pytest.skip(why)
    build = sample_site.parents[1]
    folder = Path(mkdtemp(prefix=f"sample-by-{name}-"))
    refused: list[str] = []
    try:
        with (
            served_by(name, sample_site, build / "hosting", folder) as site,
            another_website(folder) as other,
        ):
            context = browser.new_context()
            context.on("console", lambda said: refused.extend(fault(said)))
            page = context.new_page()
            addresses = one_of_each_kind(build)
            for address in addresses if name == "nginx" else addresses[:3]:
                answer = page.goto(f"{site}{address}", wait_until="load")
                assert answer is not None
                assert answer.status == 200, address
                assert answer.header_value("content-security-policy"), address
            page.goto(f"{site}/find/?q=swimming")
            page.locator(".lo-result", has_text="Saturday autism swim").wait_for()
            assert refused == []

            (folder / "school.html").write_text(SCHOOL.format(site=site), encoding="utf-8")
            page.goto(f"{other}/school.html")
            page.frame_locator("iframe[title=Fragment]").get_by_role("link").first.wait_for()
            shown = {frame.url.removeprefix(site) for frame in page.frames if frame.url.startswith(site)}
            assert shown == {"/embed/topics/short-breaks/"}
            read = "address => fetch(address).then(answer => answer.json()).then(data => data.total_items)"
            assert page.evaluate(read, f"{site}/api/services") > 100
            with pytest.raises(Exception, match="Failed to fetch"):
                page.evaluate(read, f"{site}/find/names.json")
            context.close()
    finally:
        shutil.rmtree(folder)
