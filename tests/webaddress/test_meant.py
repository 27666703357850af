"""An address is changed only where it leads to the very same page: what follows its reader goes, wrappers that can be read go."""

from __future__ import annotations

import base64
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localoffer.webaddress import blind_wrapper, copied_addresses, meant_address, meant_text

PAGE = "https://www.marl.example/clubs?day=sa#times"
CODED = "https%3A%2F%2Fwww.marl.example%2Fclubs%3Fday%3Dsa%23times"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("https://a.example/?utm_source=news&utm_medium=email", "https://a.example/"),
        ("https://a.example/?day=sa&fbclid=IwAR0_x-", "https://a.example/?day=sa"),
        ("https://a.example/?fbclid=IwAR0&day=sa&hour=9#top", "https://a.example/?day=sa&hour=9#top"),
        ("https://a.example/x?gclid=1&msclkid=2&mc_eid=3&mc_cid=4&igshid=5", "https://a.example/x"),
        ("https://a.example/x?UTM_Campaign=Spring", "https://a.example/x"),
        ("https://a.example/x?a=1&amp;utm_source=x&amp;c=3", "https://a.example/x?a=1&amp;c=3"),
        ("https://a.example/x?__cft__[0]=AZ&__tn__=%2CO%2CP-R&id=7", "https://a.example/x?id=7"),
        ("https://a.example/#utm_source=x", "https://a.example/"),
        ("https://a.example/x?utm_source=x&b#part", "https://a.example/x?b#part"),
        ("https://www.youtube.com/watch?v=abc&si=xyz", "https://www.youtube.com/watch?v=abc"),
        ("https://youtu.be/abc?si=xyz&t=20", "https://youtu.be/abc?t=20"),
        ("https://www.instagram.com/p/x/?igsh=MTc4", "https://www.instagram.com/p/x/"),
    ],
)
def test_what_only_follows_a_reader_is_taken_off(typed: str, meant: str) -> None:
    assert meant_address(typed).address == meant
    assert meant_address(meant).address == meant


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example/?id=7&page=2",
        "https://a.example/?s=x&t=1&si=2&trk=3",
        "https://news.google.com/home?hl=en-GB&ceid=GB:en",
        "https://a.example/?q=utm_source",
        "https://a.example/utm_source=x",
        "https://www.google.com/search?q=https://a.example",
        "https://a.example/l.php?u=https%3A%2F%2Fb.example%2F",
        "https://safelinks.protection.outlook.com.evil.example/?url=https%3A%2F%2Fb.example%2F",
        "https://a.example/?a=1;b=2&&c",
        "https://a.example",
        "not an address?fbclid=1",
    ],
)
def test_what_could_mean_something_stays(address: str) -> None:
    assert meant_address(address) == (address, (), ())


NOTE = base64.urlsafe_b64encode(json.dumps({"url": PAGE}).encode()).decode().rstrip("=")
WRAPPED = {
    "Outlook": f"https://eur01.safelinks.protection.outlook.com/?url={CODED}&data=05%7C01%7C&sdata=x%3D&reserved=0",
    "Facebook": f"https://l.facebook.com/l.php?u={CODED}&h=AT1x&__tn__=-UK-R&c[0]=AT2",
    "Instagram": f"https://l.instagram.com/?u={CODED}&e=AT1",
    "Google": f"https://www.google.com/url?sa=t&q={CODED}&ved=2ahUKE&usg=AOvVaw",
    "Google UK": f"https://www.google.co.uk/url?url={CODED}",
    "YouTube": f"https://www.youtube.com/redirect?event=video&q={CODED}",
    "Proofpoint 2": "https://urldefense.proofpoint.com/v2/url?u=https-3A__www.marl.example_clubs-3Fday-3Dsa-23times&d=DwMF",
    "Proofpoint 3": f"https://urldefense.com/v3/__{PAGE}__;!!NpxR!abc$",
    "GovDelivery": f"https://links-1.govdelivery.com/CL0/{CODED.replace('%3A', ':')}/1/010001/abc=12",
    "lnks.gd": f"https://lnks.gd/l/eyJh.{NOTE}.s1g",
    "Sophos": f"https://eu-west-1.protection.sophos.com?d=marl.example&u={base64.b64encode(PAGE.encode()).decode()}",
    "Barracuda": f"https://linkprotect.cudasvc.com/url?a={CODED}&c=E,1,x",
    "Slack": f"https://slack-redir.net/link?url={CODED}",
}


@pytest.mark.parametrize("name", WRAPPED)
def test_a_page_is_taken_out_of_what_it_was_wrapped_in(name: str) -> None:
    found = meant_address(WRAPPED[name])
    assert found.address == PAGE
    assert found.wrapped_in
    assert blind_wrapper(WRAPPED[name]) == ""


def test_a_wrapper_in_a_wrapper_and_tracking_inside() -> None:
    inner = "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F%3Ffbclid%3D2%26day%3Dsa"
    outer = f"https://www.google.com/url?q={inner.replace('%', '%25').replace('?', '%3F')}"
    assert meant_address(outer).address == "https://a.example/?day=sa"


@pytest.mark.parametrize(
    "address",
    [
        "https://l.facebook.com/l.php?u=javascript%3Aalert(1)&h=AT1",
        "https://l.facebook.com/l.php?h=AT1",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Flocalhost%2F",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fa%20b",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F%FF",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example&u=https%3A%2F%2Fb.example",
        "https://urldefense.com/v3/__https://a.example/*x__;Iw!!abc",
        "https://lnks.gd/l/eyJh.W10.sig",
        "https://lnks.gd/l/eyJh.!!!.sig",
        "https://eu-west-1.protection.sophos.com?d=a.example&u=***",
        "https://protect-eu.mimecast.com/s/abc?domain=a.example",
        "https://x.us7.list-manage.com/track/click?u=1&id=2",
    ],
)
def test_a_wrapper_that_cannot_be_read_with_certainty_stays_and_is_known(address: str) -> None:
    assert meant_address(address).address == address
    assert blind_wrapper(address)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("See [our page](https://a.example/x?fbclid=1), then", "See [our page](https://a.example/x), then"),
        ("[a](https://a.example/x(1)?utm_source=b) b)", "[a](https://a.example/x(1)) b)"),
        ("(see https://a.example/?gclid=1).", "(see https://a.example/)."),
        ("Go to www.a.example/?fbclid=1.", "Go to www.a.example/."),
        ("**https://a.example/?fbclid=1**", "**https://a.example/**"),
        ("_https://a.example/?fbclid=1_", "_https://a.example/_"),
        ("https://a.example/?fbclid=ab_ now", "https://a.example/ now"),
        ("<https://a.example/?fbclid=1>", "<https://a.example/>"),
        ("[x]: https://a.example/?fbclid=1", "[x]: https://a.example/"),
        ('[x](https://a.example/?fbclid=1 "Our page")', '[x](https://a.example/ "Our page")'),
        (
            "[x](https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fa%28b%29&h=1)",
            "[x](https://a.example/a%28b%29)",
        ),
        ("No address, 100% &amp; utm_source=x", "No address, 100% &amp; utm_source=x"),
    ],
)
def test_addresses_in_a_text_are_meant_and_nothing_else_changes(text: str, meant: str) -> None:
    assert meant_text(text) == meant
    assert meant_text(meant) == meant


@given(
    st.text("ab ./?&=#%()[]_*fbclidutm:hwpst,\n", max_size=80),
    st.sampled_from(["", "https://a.example/", "www.a.example/"]),
)
def test_a_text_only_loses_what_is_named_and_a_second_time_nothing(text: str, address: str) -> None:
    whole = f"{address}{text}"
    meant = meant_text(whole)
    assert meant_text(meant) == meant
    if not list(copied_addresses(whole)):
        assert meant == whole


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,3}", fullmatch=True), st.from_regex(r"[a-z0-9%_-]{0,5}", fullmatch=True), max_size=4
    )
)
def test_what_a_page_asks_for_stays_in_its_order(pairs: dict[str, str]) -> None:
    kept = "&".join(f"{name}={value}" for name, value in pairs.items())
    typed = re.sub("&", "&fbclid=1&", f"utm_source=x&{kept}") if kept else "utm_source=x"
    assert meant_address(f"https://a.example/?{typed}").address == (
        f"https://a.example/?{kept}" if kept else "https://a.example/"
    )
