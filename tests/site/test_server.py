"""The site is served as a good host would serve it."""

from __future__ import annotations

import gzip
import json
from http.client import HTTPConnection, HTTPResponse
from threading import Thread
from urllib.parse import urlsplit

from localoffer.site.preview import Preview
from localoffer.system.server import make_server, serving

from .conftest import SmallOffer


def ask(base: str, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection(str(urlsplit(base).hostname), int(urlsplit(base).port or 0), timeout=10)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    content = response.read()
    connection.close()
    return response, content


def test_pages_come_with_the_policy_and_compressed(offer: SmallOffer) -> None:
    offer.build()
    with serving(offer.site) as base:
        response, content = ask(base, "/services/club/s1/", Accept_Encoding="gzip, deflate")
        assert response.status == 200
        assert response.getheader("Content-Type") == "text/html; charset=utf-8"
        assert response.getheader("Content-Encoding") == "gzip"
        assert gzip.decompress(content) == (offer.site / "services/club/s1/index.html").read_bytes()
        policy = str(response.getheader("Content-Security-Policy"))
        assert policy.startswith("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'sha256-")
        assert ask(base, "/", Accept_Encoding="br")[0].getheader("Content-Encoding") == "br"
        assert ask(base, "/")[0].getheader("Content-Encoding") is None


def test_assets_are_kept_for_ever_and_pages_are_not(offer: SmallOffer) -> None:
    offer.build()
    script = next((offer.site / "assets/javascripts").glob("page.*.js")).name
    with serving(offer.site) as base:
        response, _ = ask(base, f"/assets/javascripts/{script}")
        assert response.getheader("Content-Type") == "text/javascript; charset=utf-8"
        assert "immutable" in str(response.getheader("Cache-Control"))
        assert ask(base, "/")[0].getheader("Cache-Control") == "no-cache"


def test_what_is_not_there_gets_the_404_page(offer: SmallOffer) -> None:
    offer.build()
    with serving(offer.site) as base:
        for path in ("/gone/", "/gone", "/../../mkdocs.yml", "/%2e%2e/%2e%2e/mkdocs.yml", "/_headers"):
            response, content = ask(base, path)
            assert response.status == 404
            assert b"Not here" in content


def test_a_folder_without_its_slash_leads_on(offer: SmallOffer) -> None:
    offer.build()
    with serving(offer.site) as base:
        response, _ = ask(base, "/guides/help")
        assert (response.status, response.getheader("Location")) == (301, "/guides/help/")
        response, content = ask(base, "/guides/help/", "HEAD")
        assert (response.status, content) == (200, b"")


def test_the_preview_reloads_and_shows_faults_only_in_what_is_served(offer: SmallOffer) -> None:
    offer.build()
    preview = Preview()
    server = make_server(offer.site, touch=preview.touch, answer=preview.answer)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    base = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        assert b'src="/__reload.js"' in ask(base, "/")[1]
        first = json.loads(ask(base, "/__state.json")[1])["build"]
        preview.show("providers/x.yml:1:1: error: <b>", anew=False)
        assert json.loads(ask(base, "/__state.json")[1])["build"] == first + 1
        page = ask(base, "/guides/help/")[1]
        assert b'role="alert">providers/x.yml:1:1: error: &lt;b&gt;</div>' in page
        assert b"Help" in page
        assert ask(base, "/__reload.js")[0].getheader("Content-Type") == "text/javascript; charset=utf-8"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
    assert "__reload" not in offer.page("index.html")


def test_before_the_first_build_the_preview_says_so(offer: SmallOffer) -> None:
    assert b"is being built" in Preview().touch(b"", "/")
