"""Twenty and more schools' websites as they are: each gets the right answer, and is treated politely."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localoffer.schools.asking import Manners, Visitor, is_public, joined
from localoffer.schools.asking import Page as Given
from localoffer.schools.links import Link, Offer, contents_of, is_below
from localoffer.schools.looking import Found, look_at
from tests.schools.fakes import Answer, Running, Site, link, page, pages, pdf, running

OFFER = "https://localoffer.marlbrook.gov.uk/"
OLD = "https://www.marlbrook.gov.uk/send-offer/"
THERE = link(OFFER, "Marlbrook Local Offer")
SEND = link("/send", "SEND")
MANNERS = Manners(pause=0, longest_pause=0, silence=0.4, answer=0.8, whole=60, pages=5)
ROBOTS = "User-agent: localoffer\nDisallow: /\n"

SCHOOLS: dict[str, tuple[Site, str, str]] = {
    "home page links": (pages(home=page(THERE)), "linked", "Its home page leads here."),
    "foot of the pages links": (pages(home=page(foot=link("//localoffer.marlbrook.gov.uk", "Help"))), "linked", "home page"),
    "SEND page links": (pages(home=page(link("/news"), SEND), send=page(THERE)), "linked", "Its page about special educational needs leads here."),
    "three presses away": (
        pages(home=page(link("/parents", "Parents")), parents=page(SEND), send=page(link("/sir", "SEN information report")), sir=page(THERE)),
        "linked", "special educational needs",
    ),
    "in the report, a PDF": (pages(home=page(link("/sen-report.pdf", "SEN report")), **{"sen-report_pdf": Answer(pdf(OFFER), kind="application/pdf")}), "linked", "A PDF file on its website"),
    "in a packed PDF": (pages(home=page(link("/sen-report.pdf", "SEN report")), **{"sen-report_pdf": Answer(pdf(OFFER, packed=True), kind="application/pdf")}), "linked", "A PDF file on its website"),
    "a picture links": (pages(home=page(f'<a href="{OFFER}"><img src="b.png" alt="Local Offer"></a>')), "linked", "home page"),
    "shows a list of ours": (pages(home=page(f'<iframe src="{OFFER}embed/needs/autism/"></iframe>')), "linked", "shows a list of ours"),
    "sends on to another page": (pages(home=Answer(code=302, to="/welcome"), welcome=page(THERE)), "linked", "home page"),
    "sends on by itself in the page": (pages(home='<meta http-equiv="Refresh" content="0; URL=/start">', start=page(THERE)), "linked", "home page"),
    "its SEND page is ours": (pages(home=page(SEND), send=Answer(code=301, to="{ours}")), "linked", "leads here by itself"),
    "no link at all": (pages(home=page(SEND, link("/news")), send=page("We care.")), "no link", "2 pages of its website were seen, and none leads here."),
    "only the council's home page": (pages(home=page(link("https://www.marlbrook.gov.uk/", "The council"))), "no link", "1 page"),
    "a name that only begins alike": (pages(home=page(link("https://localoffer.marlbrook.gov.uk.evil.example.net/"))), "no link", "1 page"),
    "the old address": (pages(home=page(SEND), send=page(link(f"{OLD}autism", "Help"))), "wrong link", "Its link leads to an old address of the offer."),
    "another website by that name": (pages(home=page(link("https://riverton.gov.uk/lo", "SEND Local Offer"))), "wrong link", "leads to another website"),
    "a page of ours that is not there": (pages(home=page(link("{ours}gone/", "Local Offer"))), "wrong link", "a page of the offer that is not there"),
    "an old link and a right one": (pages(home=page(link(OLD, "Local Offer"), SEND), send=page(THERE)), "linked", "special educational needs"),
    "made by a script": (pages(home="<html><body><div id=app></div><script src=/app.js></script></body></html>"), "could not look", "made by scripts"),
    "hangs": (pages(home=Answer(hangs=True)), "could not look", "Its website did not answer in time."),
    "never ends": (pages(home=Answer("x" * 3000, drips=True)), "could not look", "did not answer in time"),
    "nothing at its address": (pages(), "could not look", "There is nothing at its address."),
    "has a fault": (pages(home=Answer(code=503)), "could not look", "has a fault"),
    "asks for a password": (pages(home=Answer(code=401)), "could not look", "asks for a password"),
    "asks programs to stay away": (pages(home=page(THERE), robots_txt=Answer(ROBOTS, kind="text/plain")), "could not look", "stay away"),
    "an unreadable robots.txt": (pages(home=page(THERE), robots_txt=Answer("User-agent: *\nCrawl-delay: ²\n", kind="text/plain; charset=utf-8")), "could not look", "robots.txt"),
    "its SEND page asks to stay away": (
        pages(home=page(SEND), send=page(THERE), robots_txt=Answer("User-agent: *\nDisallow: /send\n", kind="text/plain")),
        "could not look", "stay away",
    ),
    "its SEND page hangs": (pages(home=page(SEND), send=Answer(hangs=True)), "could not look", "in time"),
    "its SEND page is gone": (pages(home=page(SEND)), "no link", "1 page"),
    "sends on in a circle": (pages(home=Answer(code=302, to="/a"), a=Answer(code=302, to="/")), "could not look", "on and on"),
    "sends on to where nobody is": (pages(home=Answer(code=302, to="http://127.0.0.3:1/")), "could not look", "does not answer"),
    "too large": (pages(home=Answer("<p>words</p>" * 600_000)), "could not look", "too large"),
    "no page but a picture": (pages(home=Answer(b"\x89PNG", kind="image/png")), "could not look", "gives no web page"),
    "broken HTML": (pages(home=f"<html><p>{'Words of a school. ' * 20}<a href='{OFFER}'><b>Local Offer<p></a"), "linked", "home page"),
    "odd addresses": (pages(home=page(link("http://[::1"), link("javascript:alert(1)"), link("mailto:a@b.example"), link("https://"), THERE)), "linked", "home page"),
}  # fmt: skip


@pytest.fixture(scope="module")
def ours() -> Iterator[Running]:
    """Our own offer, of which only the home page is there."""
    with running({"ours": pages(home=page())}) as found:
        yield found["ours"]


def visitor(manners: Manners = MANNERS) -> Visitor:
    return Visitor(manners, about=OFFER, may_ask=lambda _host: True)


def filled(site: Site, ours: str) -> Site:
    """A website in whose pages {ours} is the address of the offer that runs here."""

    def answer(path: str) -> Answer | str | None:
        made = site(path)
        if isinstance(made, Answer):
            made.to = made.to.replace("{ours}", f"{ours}/")
            return made
        return made.replace("{ours}", f"{ours}/") if made else made

    return answer


@pytest.fixture(scope="module")
def schools(ours: Running) -> Iterator[dict[str, Running]]:
    with running({name: filled(site, ours.address) for name, (site, _found, _why) in SCHOOLS.items()}) as found:
        yield found


@pytest.mark.parametrize("name", SCHOOLS)
def test_a_school_gets_the_right_answer(name: str, schools: dict[str, Running], ours: Running) -> None:
    _site, found, why = SCHOOLS[name]
    here = ours.address if name in ("its SEND page is ours", "a page of ours that is not there") else OFFER
    seen = look_at(f"{schools[name].address}/", Offer(here, (OLD,)), visitor())
    assert (seen.found, why in seen.why) == (found, True), seen
    assert bool(seen.page) == (found in ("linked", "wrong link", "no link"))
    assert bool(seen.leads_to) == (found in ("linked", "wrong link"))


def test_a_school_is_asked_for_few_pages_one_at_a_time_by_a_name_that_says_who_asks() -> None:
    many = page(*(link(f"/send-{number}", "SEND policy") for number in range(40)))
    with running({"school": lambda path: None if path == "/robots.txt" else many}) as found:
        school = found["school"]
        seen = look_at(f"{school.address}/", Offer(OFFER), visitor())
    assert (seen.found, seen.pages) == ("no link", MANNERS.pages)
    assert school.asked[:2] == ["/robots.txt", "/"]
    assert len(school.asked) == len(set(school.asked)) == MANNERS.pages + 1
    assert school.most_at_once == 1
    assert all(agent.startswith("localoffer/") and OFFER in agent for agent in school.agents)


def test_between_two_questions_it_waits_as_long_as_the_website_asks() -> None:
    waits: list[float] = []
    guest = Visitor(
        Manners(pause=1, longest_pause=10), clock=lambda: 0.0, sleep=waits.append, may_ask=lambda _host: True
    )
    robots = Answer("User-agent: *\nCrawl-delay: 7\n", kind="text/plain")
    with running({"school": pages(home=page(SEND), send=page(THERE), robots_txt=robots)}) as found:
        assert look_at(f"{found['school'].address}/", Offer(OFFER), guest).found == "linked"
    assert waits == [7, 7]


def test_a_website_that_answers_too_slowly_in_all_is_left_alone() -> None:
    times = iter(range(0, 10_000, 50))
    guest = Visitor(Manners(pause=0, whole=180), clock=lambda: float(next(times)), may_ask=lambda _host: True)
    many = page(*(link(f"/send-{number}", "SEND policy") for number in range(40)))
    with running({"school": lambda path: None if path == "/robots.txt" else many}) as found:
        seen = look_at(f"{found['school'].address}/", Offer(OFFER), guest)
        assert len(found["school"].asked) < 6
    assert seen.found == "could not look"


def test_nothing_inside_this_network_is_asked_not_even_where_a_website_sends_on() -> None:
    with running({"inside": pages(home=page(THERE))}) as found:
        inside = found["inside"]
        seen = look_at(inside.address, Offer(OFFER), Visitor(MANNERS))
        assert (seen.found, seen.why) == ("could not look", "Its address leads into a private network.")
        with running({"school": pages(home=Answer(code=302, to=f"{inside.address}/"))}) as outside:
            is_public_one = iter([True, True, False])  # its robots.txt, its home page, what that sends on to
            guest = Visitor(MANNERS, may_ask=lambda _host: next(is_public_one))
            seen = look_at(outside["school"].address, Offer(OFFER), guest)
        assert (seen.found, seen.why) == ("could not look", "Its address leads into a private network.")
        assert inside.asked == []


def test_which_computers_are_public() -> None:
    for number in (
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "169.254.169.254",
        "::1",
        "fe80::1%eth0",
        "fd00::1",
        "100.64.0.1",
    ):
        assert not is_public(number)
    assert is_public("93.184.216.34")


def test_a_sample_address_is_not_asked() -> None:
    seen = look_at("https://www.milllane.example.org/", Offer(OFFER), Visitor(MANNERS))
    assert seen == Found("could not look", "Its address is one for samples, which leads nowhere.")


def test_the_written_down_sen_page_is_looked_at_even_where_the_home_page_cannot_be_seen() -> None:
    with running({"school": pages(home=Answer(code=503), report=page(THERE))}) as found:
        start = found["school"].address
        seen = look_at(f"{start}/", Offer(OFFER), visitor(), f"{start}/report")
    assert (seen.found, seen.page) == ("linked", f"{start}/report")


@pytest.mark.parametrize(
    ("address", "start", "is_it"),
    [
        ("http://www.a.example/send/x?y#z", "https://a.example/send/", True),
        ("https://a.example/send", "https://a.example/send/", True),
        ("https://a.example/send/index.html", "https://a.example/send/", True),
        ("https://a.example/sendx", "https://a.example/send/", False),
        ("https://b.a.example/", "https://a.example/", False),
        ("https://A.Example:443/", "https://a.example", True),
        ("https://a.example:8080/", "https://a.example/", False),
        ("https://[bad/", "https://a.example/", False),
    ],
)
def test_one_address_is_below_another(address: str, start: str, is_it: bool) -> None:
    assert is_below(address, start) is is_it


def test_links_are_whole_and_follow_the_base_of_the_page() -> None:
    html = b'<base href="/a/"><a href="b#c">One <img alt="two"></a><area href="//c.example/" aria-label="three">'
    assert contents_of(Given("https://s.example/x/", "text/html", html)).links == (
        Link("https://s.example/a/b", "One two"),
        Link("https://c.example/", "three"),
    )


@given(st.binary(max_size=400), st.sampled_from(["text/html", "application/pdf", "", "image/png"]))
def test_whatever_a_website_sends_its_links_are_whole_addresses(content: bytes, kind: str) -> None:
    for start in (
        b"",
        b"%PDF-1.4 stream\n",
        b'<base href="//[">',
        b'<meta http-equiv=refresh content="0;url=',
        b'<a href="',
    ):
        found = contents_of(Given("https://s.example/", kind, start + content))
        for one in (*found.links, *([Link(found.sends_on)] if found.sends_on else [])):
            assert one.address.startswith(("http://", "https://"))
            assert 0 <= one.promise <= 4
            assert not Offer(OFFER, (OLD,)).is_former(OFFER)


@given(st.text(), st.text())
def test_no_address_is_too_odd_to_be_compared(address: str, start: str) -> None:
    assert is_below(address, start) in (True, False)
    assert joined(address, start) == "" or joined(address, start).startswith(("http", "HTTP"))
