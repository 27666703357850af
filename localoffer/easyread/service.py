"""The easy-read page of a service and of a provider, written from their facts.

In: a record and the catalogue. Out: `EasyReadPage`. An editor's own points take the place of the description only; dates,
prices and phone numbers always come from the record, so the two versions of a page cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from localoffer import wording
from localoffer.catalogue import Catalogue
from localoffer.catalogue.freshness import is_overdue
from localoffer.easyread.page import (
    MOST_IDEAS,
    EasyReadPage,
    Idea,
    Row,
    Section,
    extra,
    idea,
    link,
    name,
    say,
    section,
    trim,
)
from localoffer.easyread.source_hash import source_hash
from localoffer.easyread.terms import explain_terms
from localoffer.easyread.ways import contact_ideas, get_ideas, phone, wait_ideas
from localoffer.easyread.where import place_ideas, where_ideas
from localoffer.easyread.who import cost_ideas, who_ideas
from localoffer.model import Provider, Service
from localoffer.model.vocabulary import Vocabulary
from localoffer.reading.passages import split_sentences


def easy_service(service: Service, catalogue: Catalogue) -> EasyReadPage:
    """Everything a person asks about a service, in easy read."""
    easy = service.easy_read
    right = section("Is this page right?", right_ideas(service, catalogue))
    facts = [found for found in _facts(service, catalogue) if found]
    return EasyReadPage(
        title=service.name,
        full_page=f"services/{service.id}/",
        sections=tuple(found for found in [*_fitted(facts, right, service, catalogue.vocabulary), right] if found),
        source=service.path,
        checked_by=(easy.checked_by or "") if easy else "",
        is_out_of_date=is_out_of_date(service),
    )


def _facts(service: Service, catalogue: Catalogue) -> Iterator[Section | None]:
    vocabulary, today = catalogue.vocabulary, catalogue.today
    if service.status == "closed":
        yield section("What it is", _status_ideas(service))
        yield _other_help(service, catalogue)
        return
    yield section("What it is", what_ideas(service, catalogue), id="about")
    yield section("Who it is for", who_ideas(service, vocabulary, catalogue.site.council.place), id="who")
    yield section("What it costs", cost_ideas(service, today), id="cost")
    yield section("How to get it", get_ideas(service), id="get")
    yield section("How long you wait", wait_ideas(service, catalogue), id="wait")
    yield section("Where and when", where_ideas(service, today), id="where")
    yield section("What it is like there", place_ideas(service, vocabulary))
    yield section("Who to ask", contact_ideas(service.contacts), id="call")


def _fitted(facts: list[Section], last: Section | None, service: Service, vocabulary: Vocabulary) -> list[Section]:
    """At most 20 ideas, with hard words explained where they first stand; what went is on the full page."""
    room = MOST_IDEAS - (len(last.ideas) if last else 0)
    most = room
    for _ in range(3):
        kept, is_shorter = trim(facts, most=most)
        explained = explain_terms(kept, vocabulary)
        over = sum(len(found.ideas) for found in explained) + is_shorter - room
        if over <= 0:
            break
        most -= over
    if is_shorter:
        full = link("full page", f"services/{service.id}/")
        explained.append(Section("More", (idea("website", say("The ", full, " tells you more.")),)))
    return explained


def is_out_of_date(service: Service) -> bool:
    """True when the editor's points were written from a summary or description that has changed since."""
    easy = service.easy_read
    return bool(easy and easy.written_from != source_hash(service))


def what_ideas(service: Service, catalogue: Catalogue) -> Iterator[Idea]:
    """News first, then the editor's own points, or what the topics say; then who runs it."""
    yield from _status_ideas(service)
    yield from _alert_ideas(service, catalogue.today)
    if service.easy_read:
        for point in service.easy_read.points:
            sentences = tuple(say(line) for line in split_points(point.text))
            picture = "" if point.picture == "none" else point.picture
            yield Idea(picture, sentences, alt=point.alt or "", why=point.why or "", is_own=True)
    else:
        yield from _topic_ideas(service, catalogue.vocabulary)
    provider = catalogue.providers.get(service.provider_id)
    if provider:
        runs = link(provider.name, f"easy-read/services/{provider.id}/")
        yield extra(idea(PROVIDER_PICTURES[provider.kind], say(runs, " runs this.")))


def split_points(text: str) -> list[str]:
    """An editor's point as its sentences."""
    return [span.text for span in split_sentences(text)]


def _topic_ideas(service: Service, vocabulary: Vocabulary) -> Iterator[Idea]:
    topics = [vocabulary.topics[topic] for topic in service.topics if topic in vocabulary.topics]
    for number, topic in enumerate(topics[:3]):
        words = topic.easy_read or topic.name[:1].lower() + topic.name[1:]
        found = idea(topic.picture or "help", say(f"This is {'also ' if number else ''}about {words}."))
        yield extra(found, 3) if number else found


def _status_ideas(service: Service) -> Iterator[Idea]:
    if service.status == "closed":
        yield idea("closed", say("This has closed."), say("You can ask for other help."))
    elif service.status == "temporarily closed":
        yield idea("closed", say("This is closed for now."), say("Ask when it opens again."))
    elif service.status == "planned":
        yield idea("new", say("This is new."), say("It has not started yet."))


def _alert_ideas(service: Service, today: date) -> Iterator[Idea]:
    alert = service.alert
    if alert and alert.until >= today:
        if alert.easy_read:
            yield Idea("warning", tuple(say(line) for line in split_points(alert.easy_read)), is_own=True)
        else:
            yield idea(
                "warning",
                say("There is news about this."),
                say("You can ", link("read it on the full page", f"services/{service.id}/"), "."),
            )


def _other_help(service: Service, catalogue: Catalogue) -> Section | None:
    topics = [catalogue.vocabulary.topics[topic] for topic in service.topics if topic in catalogue.vocabulary.topics]
    rows = [Row(topic.name, f"easy-read/topics/{topic.id}/") for topic in topics]
    return section("Other help", [], rows)


def right_ideas(service: Service, catalogue: Catalogue) -> Iterator[Idea]:
    """When the facts were checked, who has read the easy words, and whom to tell about a mistake."""
    checked = service.last_checked.date
    late = is_overdue(service, catalogue.vocabulary.topics, catalogue.today)
    yield idea(
        "check",
        say(f"We checked this on {wording.day_date(checked)}."),
        say("That was a long time ago.") if late else None,
        say("Please ask before you go.") if late else None,
    )
    easy = service.easy_read
    if easy and is_out_of_date(service):
        yield idea("warning", say("The full page has changed."), say("These easy words may be old."))
    if easy and easy.checked_by:
        yield idea("group", say("These people checked the easy words: ", name(easy.checked_by), "."))
    elif easy:
        yield idea("group", say("No one with a learning disability has checked these words yet."))
    else:
        yield idea(
            "computer",
            say("A computer wrote this page from facts."),
            say("No one with a learning disability has checked it yet."),
        )
    site = catalogue.site
    told = say("Phone ", name(site.council.name), " on ", phone(site.help.phone), ".")
    yield idea("question", say("Is something wrong?"), told)


PROVIDER_PICTURES = {
    "council": "council",
    "nhs": "hospital",
    "school": "school",
    "college": "college",
    "early-years": "nursery",
    "charity": "help",
    "community-group": "group",
    "private": "building",
    "national": "map",
}
PROVIDER_KINDS = {
    "council": "This is part of the council.",
    "nhs": "This is part of the NHS.",
    "school": "This is a school.",
    "college": "This is a college.",
    "early-years": "They look after young children.",
    "charity": "This is a charity.",
    "community-group": "This is a local group.",
    "private": "This is a business.",
    "national": "They help people all over the country.",
}


def easy_provider(provider: Provider, catalogue: Catalogue) -> EasyReadPage:
    """Who a provider is, what they do, and how to reach them."""
    services = [found for found in catalogue.services_of.get(provider.id, []) if found.status != "closed"]
    rows = [
        Row(found.name, f"easy-read/services/{found.id}/", wording.ages_label(found.eligibility)) for found in services
    ]
    sections = [
        section("Who they are", [idea(PROVIDER_PICTURES[provider.kind], say(PROVIDER_KINDS[provider.kind]))]),
        section("What they do", [], rows),
        section("How to ask them", _provider_contact(provider, catalogue)),
    ]
    return EasyReadPage(
        title=provider.name,
        full_page=f"services/{provider.id}/",
        sections=tuple(found for found in sections if found),
        source=provider.path,
    )


def _provider_contact(provider: Provider, catalogue: Catalogue) -> Iterator[Idea]:
    if provider.phone:
        yield idea("phone", say("You can phone ", phone(provider.phone), "."))
    if provider.email:
        yield idea(
            "email",
            say("You can write an email."),
            say("Write to ", link(provider.email, f"mailto:{provider.email}"), "."),
        )
    if provider.url:
        yield idea("online", say("They have ", link("a website", provider.url), "."))
    if provider.address:
        address = provider.address
        lines = [line for line in (address.address_1, address.address_2, address.city, address.postal_code) if line]
        yield idea("letter", say("You can write a letter."), say("Send it to ", name(", ".join(lines)), "."))
    if not (provider.phone or provider.email or provider.url or provider.address):
        yield idea("phone", say("You can ask us."), say("Phone us on ", phone(catalogue.site.help.phone), "."))
