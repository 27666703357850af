"""Look at one school's website: does a page of it lead to the offer?

In: its address, the offer's, and a Visitor. Out: a `Found`. "No link" is said only where every page that was chosen could be
seen; else we could not look.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from localoffer.schools.asking import NotSeen, Page, Visitor
from localoffer.schools.links import NAMED, Contents, Link, Offer, contents_of, is_below

BY_SCRIPT = "Its pages are made by scripts, which we do not run."


@dataclass(frozen=True)
class Found:
    """What was found. `found` is a word of SCHOOL_LINKS; `page`: where; `leads_to`: where the link leads; `pages`: how many
    were seen. `why` is a sentence of ours: nothing that a website wrote stands in it."""

    found: str
    why: str
    page: str = ""
    leads_to: str = ""
    pages: int = 0


@dataclass
class _Look:
    """What is known so far of one website."""

    offer: Offer
    visitor: Visitor
    home: str = ""
    waiting: dict[str, int] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    seen: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: Found | None = None


def look_at(address: str, offer: Offer, visitor: Visitor, sen_page: str = "") -> Found:
    """The answer for one school."""
    look = _Look(offer, visitor, home=address)
    found = _see_home(look, address, has_other=bool(sen_page))
    if found is None and sen_page:
        look.waiting[sen_page] = 9
    while found is None and look.waiting and len(look.asked) < visitor.manners.pages:
        best = max(look.waiting, key=lambda waiting: (look.waiting[waiting], -len(waiting)))
        del look.waiting[best]
        found = _see(look, best)
    return found or _end(look)


def _see_home(look: _Look, address: str, *, has_other: bool) -> Found | None:
    try:
        page, contents = _contents(look, address)
    except NotSeen as fault:
        if has_other:
            look.missed.append(str(fault))
            return None
        return Found("could not look", str(fault))
    look.home = page.address
    if not contents.is_page:
        return Found("could not look", "Its address gives no web page.")
    return _judge(look, page, contents)


def _see(look: _Look, address: str) -> Found | None:
    try:
        page, contents = _contents(look, address)
    except NotSeen as fault:
        if not fault.is_gone:
            look.missed.append(str(fault))
        return None
    return _judge(look, page, contents) if contents.is_page else None


def _contents(look: _Look, address: str) -> tuple[Page, Contents]:
    """A page, or the page it leads to by itself."""
    look.asked.add(address)
    page = look.visitor.see(address)
    contents = contents_of(page)
    if contents.sends_on and not any(map(look.offer.is_ours, (link.address for link in contents.links))):
        page = look.visitor.see(contents.sends_on)
        contents = contents_of(page)
    look.asked.add(page.address)
    look.seen += 1
    return page, contents


def _judge(look: _Look, page: Page, contents: Contents) -> Found | None:
    """Linked, or None; what is wrong is kept, and what is still to be looked at."""
    if look.offer.is_ours(page.address):
        return Found("linked", "Its own page leads here by itself.", look.home, page.address, look.seen)
    for link in contents.links:
        if look.offer.is_ours(link.address):
            found = _ours(look, page, link)
            if found.found == "linked":
                return found
            look.wrong = look.wrong or found
    for link in contents.links:
        look.wrong = look.wrong or _wrong(look, page, link)
        is_same = urlsplit(link.address).netloc == urlsplit(look.home).netloc
        if is_same and link.address not in look.asked and link.promise and not link.is_shown:
            look.waiting[link.address] = max(link.promise, look.waiting.get(link.address, 0))
    if contents.by_script:
        look.missed.append(BY_SCRIPT)
    return None


def _ours(look: _Look, page: Page, link: Link) -> Found:
    """A link to the offer is right if a page is there."""
    where = f"{_which(look, page)} {'shows a list of ours' if link.is_shown else 'leads here'}."
    try:
        if link.address.rstrip("/") != look.offer.address.rstrip("/"):
            look.visitor.see(link.address)
    except NotSeen as fault:
        if fault.is_gone:
            why = "Its link leads to a page of the offer that is not there."
            return Found("wrong link", why, page.address, link.address, look.seen)
    return Found("linked", where, page.address, link.address, look.seen)


def _wrong(look: _Look, page: Page, link: Link) -> Found | None:
    """A link by the offer's name that leads elsewhere; one inside the school's own website may be a page about it."""
    if look.offer.is_former(link.address):
        why = "Its link leads to an old address of the offer."
    elif NAMED.search(link.words) and not _is_own(look, link) and not look.offer.is_ours(link.address):
        why = "Its link to a Local Offer leads to another website."
    else:
        return None
    return Found("wrong link", why, page.address, link.address, look.seen)


def _is_own(look: _Look, link: Link) -> bool:
    home = urlsplit(look.home)
    return is_below(link.address, f"{home.scheme}://{home.netloc}/")


def _which(look: _Look, page: Page) -> str:
    """The page in words; what is told of a page about special educational needs is told from its address."""
    if page.address.rstrip("/") == look.home.rstrip("/"):
        return "Its home page"
    if page.content.lstrip()[:5] == b"%PDF-":
        return "A PDF file on its website"
    is_about = Link(page.address).promise > 2
    return "Its page about special educational needs" if is_about else "A page of its website"


def _end(look: _Look) -> Found:
    """Every page that was chosen is behind us, and none leads to the offer."""
    if look.wrong:
        return Found(look.wrong.found, look.wrong.why, look.wrong.page, look.wrong.leads_to, look.seen)
    if look.missed:
        return Found("could not look", look.missed[0], pages=look.seen)
    many = "1 page of its website was seen, and it does not lead here."
    if look.seen != 1:
        many = f"{look.seen} pages of its website were seen, and none leads here."
    return Found("no link", many, look.home, pages=look.seen)
