"""Easy read of how to get a service, how long the wait is, and whom to ask.

In: a service and the catalogue. Out: ideas, in the order a person would ask.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from localoffer import wording
from localoffer.catalogue import Catalogue
from localoffer.catalogue.freshness import is_old_wait
from localoffer.easyread.page import Idea, Part, Sentence, extra, extras, idea, in_threes, link, name, say
from localoffer.model import Contact, Decision, Service


def get_ideas(service: Service) -> Iterator[Idea]:
    """How to get it: the way in, the steps, who decides, what to bring."""
    ways = list(_route_ideas(service))
    yield from ways[:2]
    yield from extras(ways[2:], 1)
    access = service.access
    if access.form_url:
        form = link("fill in the form online", access.form_url)
        yield extra(idea("form", say("There is a form."), say("You can ", form, ".")), 2)
    yield from _step_ideas(service)
    if access.decision:
        yield from _decision_ideas(service, access.decision)
    bring = in_threes("bring", [say("Please bring: ", name(thing), ".") for thing in access.bring])
    yield from extras(bring[:1], 2)
    yield from extras(bring[1:])
    if access.can_stay != "not known":
        yield extra(
            idea("parent", say(f"Your parent {'can' if access.can_stay == 'yes' else 'cannot'} stay with you."))
        )
    if service.status == "active" and service.spaces in SPACES:
        yield extra(idea(*SPACES[service.spaces]), 1)


SPACES: dict[str | None, tuple[str, Sentence]] = {
    "open": ("yes", say("There are places now.")),
    "waiting list": ("list", say("There is a waiting list.")),
    "full": ("no", say("It is full now.")),
}


def _route_ideas(service: Service) -> Iterator[Idea]:
    routes = service.access.route
    only_by_worker = routes == ["professional-referral"]
    for route in routes:
        if route == "professional-referral":
            first = say("A worker must ask for you." if only_by_worker else "A worker can ask for you.")
            who = service.access.who_can_refer
            yield idea("worker", first, say("This is who can ask: ", name(who), ".") if who else None)
        elif route == "drop-in":
            can_come = "venue" in service.delivery and service.status == "active"
            yield idea("walk", say("You can just come.") if can_come else None, say("You do not need to book."))
        elif not (route == "panel" and service.access.decision):
            yield idea(*ROUTES[route])


ROUTES: dict[str, tuple[str, *tuple[Sentence, ...]]] = {
    "self-referral": ("talk", say("You can ask for this yourself.")),
    "appointment": ("calendar", say("You need to book a time.")),
    "assessment": ("form", say("Someone asks what you need first."), say("This is called an assessment.")),
    "panel": ("meeting", say("A group of people decides.")),
    "membership": ("group", say("You need to join first."), say("This is called being a member.")),
}


def _step_ideas(service: Service) -> Iterator[Idea]:
    steps = service.access.steps
    if steps and all(step.title for step in steps):
        told = [say(f"Step {number}: ", name(step.title or ""), ".") for number, step in enumerate(steps, 1)]
        yield from extras(in_threes("steps", told), 2)
    elif steps:
        how = link("what to do", f"services/{service.id}/#get")
        yield extra(idea("steps", say("The full page says ", how, ".")), 2)


def _decision_ideas(service: Service, decision: Decision) -> Iterator[Idea]:
    days = wording.count(decision.days, "working day")
    yield idea(
        "decide",
        say("This is who decides: ", name(decision.who), "."),
        say(f"You will hear within {days}." if decision.days else "You will hear on the same day."),
        say("A working day is Monday to Friday.") if decision.days else None,
    )
    what = link("what you can do then", f"services/{service.id}/#decision")
    yield extra(idea("rights", say("They may say no."), say("The full page says ", what, ".")), 1)


def wait_ideas(service: Service, catalogue: Catalogue) -> Iterator[Idea]:
    """How long the wait is, when that was true, and what to do meanwhile."""
    wait = service.waiting_time
    if wait is None:
        return
    no_wait = wait.typical is None or wait.typical.number == 0
    if wait.typical is None or no_wait:
        told = say("There is no wait.")
    else:
        length = wording.count(wait.typical.number, wait.typical.unit.removesuffix("s"))
        told = say(f"You wait about {length}.")
    again = say("Ask how long it is now.") if is_old_wait(wait, catalogue.today) else None
    yield idea("yes" if no_wait else "wait", told, _as_at(wait.as_at), again)
    places = [link(*found) for page in service.while_you_wait if (found := page_link(page, catalogue))]
    if places:
        first, *more = in_threes(
            "help", [say("You can get help while you wait."), *(say("Look at ", place, ".") for place in places)]
        )
        yield extra(first, 2)
        yield from extras(more)


def _as_at(day: date) -> Sentence:
    return say(f"This was true on {wording.day_date(day)}.")


def page_link(page: str, catalogue: Catalogue) -> tuple[str, str] | None:
    """The easy title and address of a service (`provider/service`) or page (`guides/x`) in easy read."""
    if page in catalogue.services:
        return catalogue.services[page].name, f"easy-read/services/{page}/"
    guide = catalogue.content.get(page)
    if guide is None:
        return None
    place = page.removesuffix("/index")
    return (guide.easy.title, f"easy-read/{place}/") if guide.easy else (guide.title, f"{place}/")


def contact_ideas(contacts: list[Contact]) -> Iterator[Idea]:
    """Whom to ask: each way to get in touch is an idea; after the first contact they are extras."""
    for number, contact in enumerate(contacts):
        ways = list(_one_contact(contact))
        yield from ways if number == 0 else extras(ways, 4)


def _one_contact(contact: Contact) -> Iterator[Idea]:
    who = contact.name or contact.role
    asked = say("Ask for: ", name(who), ".") if who else None
    if contact.phone:
        yield idea("phone", say("You can phone ", phone(contact.phone), "."), asked, _hours(contact))
        asked = None
    if contact.sms:
        number = link(wording.phone_chunks(contact.sms), wording.phone_link(contact.sms).replace("tel:", "sms:"))
        text = idea("text-message", say("You can text ", number, "."), asked)
        yield extra(text, 1) if contact.phone and contact.email else text
        asked = None
    if contact.email:
        yield idea("email", say("You can email ", link(contact.email, f"mailto:{contact.email}"), "."), asked)
        asked = None
    if contact.url:
        online = idea("online", say("You can ", link("ask on their website", contact.url), "."), asked)
        yield extra(online, 2) if len(contact.ways) > 2 else online
        asked = None
    if contact.text_relay:
        what, number = say("Relay UK types what people say."), phone(contact.text_relay)
        yield extra(idea("hearing", say("You can use Relay UK."), what, say("The number is ", number, ".")), 2)


def _hours(contact: Contact) -> Sentence | None:
    words = [found for schedule in contact.hours if (found := wording.schedule_words(schedule))]
    return say("They answer: ", name("; ".join(words)), ".") if words else None


def phone(number: str) -> Part:
    """A number in chunks that a phone can call."""
    return link(wording.phone_chunks(number), wording.phone_link(number))
