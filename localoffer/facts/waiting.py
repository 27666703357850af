"""How long people wait, and what helps meanwhile.

In: a Service and the Catalogue. Out: Facts.
"""

from __future__ import annotations

from collections.abc import Iterator

from localoffer import wording
from localoffer.addresses import content_url, easy_url, service_url
from localoffer.catalogue import Catalogue
from localoffer.catalogue.freshness import is_old_wait
from localoffer.facts.answers import how_long
from localoffer.facts.brief import service_card
from localoffer.facts.fact import Fact, Rows, Unsaid
from localoffer.facts.links import linked
from localoffer.facts.view import Card, Waited
from localoffer.facts.voice import Idea, Sentence, idea, in_threes, link, name, say
from localoffer.model import Service, WaitingTime


def waiting_facts(service: Service, catalogue: Catalogue) -> Iterator[Fact]:
    """The wait, when that was true, and what to do meanwhile."""
    waiting = service.waiting_time
    if waiting:
        is_old = is_old_wait(waiting, catalogue.today)
        answer = how_long(service, catalogue.today)
        rows = Rows([answer] if answer else [])
        yield Fact("wait", "Waiting time", rows, list(_wait_ideas(waiting, is_old)), "clock")
        yield Fact("waited", "When that was true", Rows([_waited(waiting, is_old)]), Unsaid("said with the wait"))
    if service.while_you_wait:
        cards = [card for page in service.while_you_wait if (card := page_card(page, catalogue))]
        told = list(_meanwhile_ideas(service, catalogue))
        yield Fact("while-you-wait", "While you wait", Rows(cards), told)


def _waited(waiting: WaitingTime, is_old: bool) -> Waited:
    source = f" Source: {waiting.source.rstrip('.')}." if waiting.source else ""
    true_on = f"This was true on {wording.day_date(waiting.as_at)}.{source}"
    note = "This figure is more than 3 months old. Ask how long it is now." if is_old else ""
    return Waited(wording.sentence(wording.wait(waiting.typical)), linked(true_on), note)


def _wait_ideas(waiting: WaitingTime, is_old: bool) -> Iterator[Idea]:
    length, told = waiting.typical, wait_sentence(waiting)
    true_on = say(f"This was true on {wording.day_date(waiting.as_at)}.")
    picture = "wait" if length and length.number else "no-wait"
    spans = list(_span(waiting))
    now = say("Ask how long it is now.") if is_old else None
    if spans:
        yield idea(picture, told, *spans)
        yield idea("calendar", true_on, now)
    else:
        yield idea(picture, told, true_on, now)


def wait_sentence(waiting: WaitingTime) -> Sentence:
    """`You wait about 9 weeks.`"""
    length = waiting.typical
    if length and length.number:
        return say(f"You wait about {wording.count(length.number, length.unit.removesuffix('s'))}.")
    return say("There is no wait.")


def _span(waiting: WaitingTime) -> Iterator[Sentence]:
    if waiting.counted_from:
        yield say("This is from ", name(waiting.counted_from), ".")
    if waiting.counted_to:
        yield say("It goes on until ", name(waiting.counted_to), ".")


def _meanwhile_ideas(service: Service, catalogue: Catalogue) -> Iterator[Idea]:
    places = [link(*found) for page in service.while_you_wait if (found := page_link(page, catalogue))]
    if places:
        told = [say("You can get help while you wait."), *(say("Look at ", place, ".") for place in places)]
        yield from in_threes("help", told)


def page_card(page: str, catalogue: Catalogue) -> Card | None:
    """A service (`provider/service`) or page (`guides/x`) in a list."""
    if service := catalogue.services.get(page):
        return service_card(service, catalogue)
    guide = catalogue.content.get(page)
    return Card(guide.title, content_url(guide.id), guide.summary) if guide else None


def page_link(page: str, catalogue: Catalogue) -> tuple[str, str] | None:
    """The easy title and address of a service (`provider/service`) or page (`guides/x`) in easy read."""
    if service := catalogue.services.get(page):
        return catalogue.listed_name(service), easy_url(service_url(page))
    guide = catalogue.content.get(page)
    if guide is None:
        return None
    url = content_url(page)
    return (guide.easy.title, easy_url(url)) if guide.easy else (guide.title, url)
