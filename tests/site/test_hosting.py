"""Every host serves the site alike: nginx, Apache and Caddy of Debian with the settings that a build writes, and `serve`."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from tempfile import mkdtemp
from urllib.parse import urlsplit

import brotli
import pytest

from localoffer.site import hosting
from localoffer.site.hosting.netlify import netlify_headers, netlify_redirects
from localoffer.system import headers as sent

from .conftest import SETTINGS, THEME, SmallOffer, pages, write_files
from .servers import OURS, SERVERS, served_by, why_not

LONG = "This is a text that is long enough for a compressed form beside it. " * 20
FILES = {
    "embed/topics/sport.md": "---\ntitle: Sport\n---\nFor schools.\n",
    "api.json": json.dumps({"version": "HSDS-UK-3.0"}),
    "api/services.json": json.dumps({"page_number": 1, "total_pages": 1, "contents": [LONG]}),
    "api/services/page/1.json": json.dumps({"page_number": 1, "total_pages": 2}),
    "api/services/page/2.json": json.dumps({"page_number": 2, "total_pages": 2}),
    "api/services/3f0c.json": json.dumps({"id": "3f0c", "text": LONG}),
    "data/services.csv": f"id,name\r\n1,{LONG}\r\n",
    "dates/meetings.ics": "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    "news/news.atom": "<feed/>",
    "files/form.pdf": b"%PDF-1.4",
}
HERE, ANYWHERE = "; frame-ancestors 'self'", "; frame-ancestors *"


@dataclass(frozen=True)
class Served:
    """A server with the site on it."""

    name: str
    address: str
    site: Path

    def ask(self, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
        parts = urlsplit(self.address)
        connection = HTTPConnection(str(parts.hostname), int(parts.port or 0), timeout=20)
        connection.request(
            "GET", parts.path + path, headers={key.replace("_", "-"): one for key, one in headers.items()}
        )
        response = connection.getresponse()
        content = response.read()
        connection.close()
        return response, content


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> SmallOffer:
    root = tmp_path_factory.mktemp("hosted")
    write_files(root / "theme", THEME)
    write_files(root, {"mkdocs.yml": SETTINGS, "providers/touched": "", "content/x": ""})
    offer = SmallOffer(root, {**pages(1), **FILES}, moved={"services/old/club/": "services/club/s0/"})
    assert offer.build().site is not None
    return offer


@pytest.fixture(scope="module", params=[OURS, *SERVERS])
def served(request: pytest.FixtureRequest, built: SmallOffer) -> Iterator[Served]:
    name = request.param
    if why := why_not(name):
        pytest.skip(why)
    folder = Path(mkdtemp(prefix=f"served-by-{name}-"))
    try:
        with served_by(name, built.site, built.places.hosting, folder, "/offer/") as address:
            yield Served(name, address, built.site)
    finally:
        shutil.rmtree(folder)


PAGES = {
    "/": HERE,
    "/services/club/s0/": HERE,
    "/embed/topics/sport/": ANYWHERE,
}


def test_pages_come_with_the_policy_and_are_asked_for_again(served: Served) -> None:
    for path, frames in PAGES.items():
        response, content = served.ask(path)
        assert (response.status, response.getheader("Content-Type")) == (200, "text/html; charset=utf-8"), path
        assert content == (served.site / path[1:] / "index.html").read_bytes()
        policies = response.headers.get_all("Content-Security-Policy") or []
        assert len(policies) == 1, path
        assert policies[0].startswith(
            "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'sha256-"
        )
        assert policies[0].endswith(frames)
        assert response.headers.get_all("Cache-Control") == [sent.ASK_AGAIN]
        for name, value in sent.ALWAYS.items():
            assert response.headers.get_all(name) == [value]
        assert response.getheader(sent.SHARING) == (sent.EVERYBODY if path.startswith("/embed") else None)
        assert response.getheader("ETag") or response.getheader("Last-Modified") or served.name == OURS


def test_what_did_not_change_is_not_sent_again(served: Served) -> None:
    if served.name == OURS:
        pytest.skip("the preview always sends pages whole")
    first, _ = served.ask("/services/club/s0/")
    again, content = served.ask("/services/club/s0/", If_None_Match=str(first.getheader("ETag")))
    assert (again.status, content) == (304, b"")


COMPRESSED = ("/api/services.json", "/api/services", "/api/services/3f0c", "/data/services.csv", "/")


def test_compressed_forms_are_sent_to_those_who_take_them(served: Served) -> None:
    for path in COMPRESSED:
        plain = served.ask(path)[1]
        response, content = served.ask(path, Accept_Encoding="gzip")
        assert response.getheader("Content-Encoding") == "gzip", path
        assert gzip.decompress(content) == plain
        assert "Accept-Encoding" in str(response.getheader("Vary"))
        response, content = served.ask(path, Accept_Encoding="br, gzip")
        coding = response.getheader("Content-Encoding")
        assert coding == "br" or (served.name == "nginx" and coding == "gzip")
        assert (brotli if coding == "br" else gzip).decompress(content) == plain


def test_names_that_change_with_the_content_are_kept_for_a_year(served: Served) -> None:
    script = next((served.site / "assets/javascripts").glob("page.*.js")).name
    response, _ = served.ask(f"/assets/javascripts/{script}")
    assert response.headers.get_all("Cache-Control") == [sent.FOR_EVER]
    assert response.getheader("Content-Type") == "text/javascript; charset=utf-8"


KINDS = {
    "/data/services.csv": "text/csv; charset=utf-8",
    "/dates/meetings.ics": "text/calendar; charset=utf-8",
    "/news/news.atom": "application/atom+xml",
    "/files/form.pdf": "application/pdf",
    "/robots.txt": "text/plain; charset=utf-8",
    "/assets/images/icon.svg": "image/svg+xml",
}


def test_files_have_their_types(served: Served) -> None:
    icon = next((served.site / "assets/images").glob("icon.*.svg")).name
    for path, kind in KINDS.items():
        response, _ = served.ask(path.replace("icon.svg", icon))
        assert (response.status, response.getheader("Content-Type")) == (200, kind), path
        assert response.getheader(sent.SHARING) == (sent.EVERYBODY if path.startswith("/data") else None)


API = {
    "/api": "api.json",
    "/api/": "api.json",
    "/api.json": "api.json",
    "/api/services": "api/services.json",
    "/api/services/": "api/services.json",
    "/api/services?perPage=10": "api/services.json",
    "/api/services?page=2": "api/services/page/2.json",
    "/api/services/?perPage=50&page=1": "api/services/page/1.json",
    "/api/services?page=x": "api/services.json",
    "/api/services/page/2": "api/services/page/2.json",
    "/api/services/3f0c": "api/services/3f0c.json",
    "/api/services/3f0c.json": "api/services/3f0c.json",
}


def test_the_interface_answers_without_endings(served: Served) -> None:
    for path, file in API.items():
        response, content = served.ask(path)
        assert response.status == 200, (path, response.getheader("Location"))
        assert content == (served.site / file).read_bytes(), path
        assert response.getheader("Content-Type") == "application/json", path
        assert response.headers.get_all(sent.SHARING) == [sent.EVERYBODY], path
    for path in ("/api/services?page=3", "/api/services/none", "/api/nothing", "/api/services/page", "/apis"):
        assert served.ask(path)[0].status == 404, path


def test_what_is_not_there_gets_the_page_that_says_so(served: Served) -> None:
    for path in ("/gone/", "/gone", "/gone.csv", "/assets/", "/services/club/", "/assets/javascripts/x.0123abcd.js"):
        response, content = served.ask(path)
        assert (response.status, b"Not here" in content) == (404, True), path
        assert response.getheader("Content-Type") == "text/html; charset=utf-8", path
        assert str(response.getheader("Content-Security-Policy")).endswith(HERE), path
        assert response.getheader("Cache-Control") == sent.ASK_AGAIN, path


def test_pages_that_moved_and_folders_without_a_slash_lead_on(served: Served) -> None:
    moves = {"/services/club/s0": "/offer/services/club/s0/", "/services/old/club/": "/offer/services/club/s0/"}
    for path, target in moves.items():
        if served.name == OURS:
            if "old" in path:
                continue  # the page itself leads on there
            target = target.removeprefix("/offer")
        response, _ = served.ask(path)
        assert response.status in (301, 308), path
        assert urlsplit(str(response.getheader("Location"))).path == target


def test_no_address_of_a_host_file_has_two_policies(built: SmallOffer) -> None:
    """Netlify and Cloudflare join the values of all rules that fit, and two policies are both in force."""
    rows: dict[str, list[str]] = {}
    place = ""
    for line in (built.site / "_headers").read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            rows[place].append(line.strip().partition(":")[0])
        else:
            place = line
            assert place not in rows, f"Cloudflare knows only the last rule for {place}"
            rows[place] = []
    for path in [
        "/offer/",
        *(f"/offer/{name}" for name in ("embed/x/", "services/club/s0/", "data/services.csv", "assets/a.js")),
    ]:
        sending = [place for place in rows if path == place or (place.endswith("*") and path.startswith(place[:-1]))]
        names = [name for place in sending for name in rows[place]]
        assert len(names) == len(set(names)), path
        assert sent.POLICY in names, path
    assert "/offer/embed/*" in rows
    assert len(rows) < 100


def test_the_files_of_hosts_say_what_the_one_source_says() -> None:
    site = hosting.Hosted("default-src 'self'", {"old/": "new/"}, "/", ("embed", "find"), ("assets/js",))
    written = netlify_headers(site)
    of_fragments = (
        f"Content-Security-Policy: default-src 'self'; frame-ancestors *\n  {sent.SHARING}: {sent.EVERYBODY}\n"
    )
    assert f"/embed/*\n  {of_fragments}" in written
    assert "/find/*\n  Content-Security-Policy: default-src 'self'; frame-ancestors 'self'\n" in written
    assert f"/assets/js/*\n  Cache-Control: {sent.FOR_EVER}\n" in written
    redirects = netlify_redirects(site).splitlines()
    assert "/old/ /new/ 301" in redirects
    assert "/api/services/:id /api/services/:id.json 200" in redirects
    assert all(re.fullmatch(r"/\S+ /\S+ (200|301)", line) for line in redirects), (
        "GitLab reads nothing where it knows a line not"
    )
    is_plain = [not re.search(r"[*:]", line) for line in redirects]
    assert is_plain == sorted(is_plain, reverse=True), "Cloudflare takes 100 lines after the first that is not plain"
    record = [line.split()[0] for line in redirects if line.startswith("/api/services/")]
    assert record == ["/api/services/*.json", "/api/services/:id"], (
        "Cloudflare follows the first that fits, file or not"
    )
    azure = json.loads(hosting.beside(site)["staticwebapp.config.json"])
    assert azure["globalHeaders"][sent.POLICY].endswith(HERE)
    assert next(row for row in azure["routes"] if row["route"] == "/embed/*")["headers"][sent.POLICY].endswith(ANYWHERE)
    many = hosting.Hosted("default-src 'self'", {f"old/{'name-' * 9}{n}/": "new/" for n in range(3000)})
    assert 900 < len(netlify_redirects(many).splitlines()) < 1000
    assert 17_000 < len(hosting.beside(many)["staticwebapp.config.json"].encode()) < 20_000
    assert azure["routes"][0] == {"route": "/old/", "redirect": "/new/", "statusCode": 301}
