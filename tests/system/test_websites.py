"""Whoever asks other websites: nothing of this machine goes along, and a question ends."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from localoffer.system.websites import NO_ANSWER, ask_in_time, in_words, is_below, new_session, why
from tests.importing.server import Site, send, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        yield found


def test_passwords_of_this_machine_are_not_sent(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "netrc"
    file.write_text("machine 127.0.0.1 login me password secret\n", encoding="utf-8")
    monkeypatch.setenv("NETRC", str(file))
    site.answers = {"/a": send(b"")}
    ask_in_time(new_session("us"), f"{site.address}/a", 5).close()
    with requests.get(f"{site.address}/a", timeout=5):
        pass  # what requests does by itself
    assert ["Authorization" in headers for headers in site.headers] == [False, True]


def test_no_redirect_is_followed_and_one_to_no_website_ends_in_words(site: Site) -> None:
    site.answers = {"/a": send(b"", 302, location="/b")}
    with ask_in_time(new_session("us"), f"{site.address}/a", 5) as answer:
        assert (answer.status_code, answer.headers["Location"]) == (302, "/b")
    assert site.asked == ["/a"]
    with pytest.raises(NO_ANSWER) as fault:
        ask_in_time(new_session("us"), "mailto:us@example.org", 5)
    assert why(fault.value) == "that is no address of a website"


@pytest.mark.parametrize(
    ("code", "words"),
    [(401, "it asks for a password (401)"), (418, "it refuses (418)"), (502, "the website has a fault (502)")],
)
def test_a_code_is_told_in_words(code: int, words: str) -> None:
    assert in_words(code) == words


@pytest.mark.parametrize(
    ("host", "below"), [("example.org", True), ("www.example.org", True), ("myexample.org", False)]
)
def test_a_host_is_below_a_name(host: str, below: bool) -> None:
    assert is_below(host, {"example.org"}) == below
