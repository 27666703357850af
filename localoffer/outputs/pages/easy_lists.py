"""Easy read of home, find, and the lists by topic, need and age.

In: the Index. Out: easy-read pages with what leads to their further parts: 20 links on each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from localoffer.addresses import (
    EASY,
    FIND,
    GUIDES,
    NEEDS,
    STAGES,
    TOPICS,
    content_url,
    easy_url,
    need_url,
    part_url,
    stage_url,
    topic_url,
)
from localoffer.easyread import EasyReadPage, Idea, Row, Section
from localoffer.easyread.page import idea, link, name, say
from localoffer.easyread.ways import phone
from localoffer.model import ContentPage, Service
from localoffer.model.vocabulary import Need, Stage, Topic
from localoffer.outputs.index import Index
from localoffer.outputs.page import Meta
from localoffer.outputs.parts import pager, pages_of

LENGTH = 20
"""Links on one easy-read list (DESIGN section 9)."""

FOR_EVERYONE = 8
"""Services for every need that one need's list names, as the full page does."""

Listed = tuple[EasyReadPage, Meta]


def easy_lists(index: Index) -> Iterator[Listed]:
    """Home, find, and every list by topic, need and age."""
    yield _home(index), {}
    yield _find(index), {}
    yield from _guides(index)
    yield from _topics(index)
    yield from _needs(index)
    yield from _ages(index)


def _home(index: Index) -> EasyReadPage:
    person = index.catalogue.site.help
    what = [
        idea(
            "help",
            say("This website tells you what help there is."),
            say("It is about help in ", name(index.place), "."),
        ),
        idea(
            "young-person",
            say("It is for people aged 0 to 25."),
            say("You may be disabled."),
            say("You may need more help to learn."),
        ),
        idea("family", say("It is for your family too.")),
    ]
    ask = [
        idea("phone", say("Do you want to talk to a person?"), say("Phone us on ", phone(person.phone), ".")),
        idea("email", say("You can email ", link(person.email, f"mailto:{person.email}"), ".")),
    ]
    situations = [
        Row(place.easy_read or place.name, easy_url(content_url(place.page)))
        for place in index.catalogue.vocabulary.situations.values()
    ]
    return _page(
        "Find help",
        "",
        [
            Section("What is this?", tuple(what)),
            Section("Look by topic", tuple(_topic_idea(topic) for topic in _top_topics(index))),
            Section(
                "Look another way",
                (),
                (
                    Row("Look by age", easy_url(STAGES)),
                    Row("Look by need", easy_url(NEEDS)),
                    Row("How to find help", easy_url(FIND)),
                ),
            ),
            Section("Where are you now?", (), tuple(situations)),
            Section("Talk to a person", tuple(ask)),
        ],
        "content/_data/situations.yml",
    )


def _find(index: Index) -> EasyReadPage:
    person = index.catalogue.site.help
    ideas = [
        idea("search", say("You can ", link("search with your own words", FIND), ".")),
        idea("list", say("You can ", link("look by topic", easy_url(TOPICS)), ".")),
        idea("group", say("You can ", link("look by age", easy_url(STAGES)), ".")),
        idea(
            "heart" if "heart" in index.catalogue.vocabulary.pictures else "help",
            say("You can ", link("look by need", easy_url(NEEDS)), "."),
        ),
        idea("book", say("You can ", link("read our guides", easy_url(GUIDES)), ".")),
        idea("phone", say("You can ask a person to look."), say("Phone us on ", phone(person.phone), ".")),
    ]
    return _page("How to find help", FIND, [Section("How to find help", tuple(ideas))], "content/_data/topics.yml")


def _page(title: str, full: str, sections: Sequence[Section], source: str) -> EasyReadPage:
    return EasyReadPage(title, full, tuple(section for section in sections if section.ideas or section.rows), source)


# Topics


def _top_topics(index: Index) -> list[Topic]:
    return [
        index.catalogue.vocabulary.topics[top] for top in index.subtopics if top in index.catalogue.vocabulary.topics
    ]


def _topic_idea(topic: Topic) -> Idea:
    return idea(
        topic.picture or "help",
        say(link(topic.name, easy_url(topic_url(topic.id)))),
        say(f"This is about {_words(topic)}."),
    )


def _words(thing: Topic | Need | Stage) -> str:
    return thing.easy_read or thing.name[:1].lower() + thing.name[1:]


def _topics(index: Index) -> Iterator[Listed]:
    source = "content/_data/topics.yml"
    yield (
        _page(
            "Topics",
            TOPICS,
            [Section("Look by topic", tuple(_topic_idea(topic) for topic in _top_topics(index)))],
            source,
        ),
        {},
    )
    topics = index.catalogue.vocabulary.topics
    for topic in topics.values():
        about = idea(topic.picture or "help", say(f"This is about {_words(topic)}."))
        below = tuple(Row(topics[name].name, easy_url(topic_url(name))) for name in index.subtopics.get(topic.id, ()))
        guides = _guide_rows(index.guides_by_topic.get(topic.id, []))
        services = index.by_topic.get(topic.id, [])
        extra = [Section("Kinds of help", (), below), Section("Good to read", (), guides)]
        yield from _listed(topic.name, topic_url(topic.id), about, services, extra, index, source)


# Needs and ages


def _needs(index: Index) -> Iterator[Listed]:
    needs, source = index.catalogue.vocabulary.needs, "content/_data/needs.yml"
    broad = [need for need in needs.values() if not need.parent]
    sections = []
    for area in broad:
        rows = tuple(Row(need.name, easy_url(need_url(need.id))) for need in needs.values() if need.parent == area.id)
        about = idea(area.picture or "person", say(f"This is help with {_words(area)}."))
        sections.append(
            Section(area.name, (about,), (Row(f"All of this: {area.name}", easy_url(need_url(area.id))), *rows))
        )
    yield _page("Look by need", NEEDS, sections, source), {}
    for need in needs.values():
        about = idea(
            need.picture or "person",
            say(f"This is help with {_words(need)}."),
            say("You can ask for help without a diagnosis."),
        )
        guides = _guide_rows([guide for guide in index.guides if need.id in guide.needs])
        services = index.by_need.get(need.id, []) or index.near_for_every_need[:FOR_EVERYONE]
        extra = [_for_everyone(index, services), Section("Good to read", (), guides)]
        yield from _listed(need.name, need_url(need.id), about, services, extra, index, source)


def _for_everyone(index: Index, shown: Sequence[Service]) -> Section:
    """A few services for every need, and the way to the rest; the whole list would stand on every need's page."""
    above = {service.id for service in shown}
    more = [service for service in index.near_for_every_need[:FOR_EVERYONE] if service.id not in above]
    rows = [*(index.easy_row(service) for service in more), Row("More help: look by topic", easy_url(TOPICS))]
    return Section("Help for everyone", (), tuple(rows))


def _ages(index: Index) -> Iterator[Listed]:
    stages, source = index.catalogue.vocabulary.stages, "content/_data/stages.yml"
    ideas = tuple(
        idea(
            stage.picture or "person",
            say(link(f"Ages {stage.name}", easy_url(stage_url(stage.id)))),
            say(f"This is for {_words(stage)}."),
        )
        for stage in stages.values()
    )
    yield _page("Look by age", STAGES, [Section("How old are you?", ideas)], source), {}
    for stage in stages.values():
        about = idea(stage.picture or "person", say(f"This is help for ages {stage.name}."))
        guides = _guide_rows([guide for guide in index.guides if stage.id in guide.stages])
        yield from _listed(
            f"Ages {stage.name}",
            stage_url(stage.id),
            about,
            index.by_stage[stage.id],
            [Section("Good to read", (), guides)],
            index,
            source,
        )


# Guides


def _guides(index: Index) -> Iterator[Listed]:
    if "guides/index" in index.catalogue.content:
        return
    rows = _guide_rows(index.guides)
    for number, part in enumerate(pages_of(rows, LENGTH), start=1):
        about = (idea("book", say("These pages tell you what to do.")),) if number == 1 else ()
        page = _page("Guides", part_url(GUIDES, 1), [Section("Guides", about, tuple(part))], "content/guides/")
        yield _part(page, number), pager(easy_url(GUIDES), number, len(pages_of(rows, LENGTH)))


def _guide_rows(guides: Sequence[ContentPage]) -> tuple[Row, ...]:
    return tuple(Row(guide.easy.title, easy_url(content_url(guide.id))) for guide in guides if guide.easy)


# Lists of services, in parts of 20


def _listed(
    title: str,
    full: str,
    about: Idea,
    services: Sequence[Service],
    extra: Sequence[Section],
    index: Index,
    source: str,
) -> Iterator[Listed]:
    parts = pages_of([index.easy_row(service) for service in services], LENGTH)
    for number, part in enumerate(parts, start=1):
        first = [Section("What this is about", (about,))] if number == 1 else []
        found = Section("Help you can get", (), tuple(part)) if part else Section("Help you can get", (_ask(index),))
        rest = list(extra) if number == len(parts) else []
        page = _page(title, full, [*first, found, *rest], source)
        yield _part(page, number), pager(EASY + full, number, len(parts))


def _part(page: EasyReadPage, number: int) -> EasyReadPage:
    return EasyReadPage(page.title, page.full_page, page.sections, page.source, part=number)


def _ask(index: Index) -> Idea:
    person = index.catalogue.site.help
    return idea("phone", say("We can look for help with you."), say("Phone us on ", phone(person.phone), "."))
